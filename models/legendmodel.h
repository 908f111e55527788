#pragma once

#include "models/keyedtable.h"
#include "models/metricboard.h"
#include "models/roles.h"
#include "models/seriesfigures.h"

#include <cmath>

namespace quarterdeck {

/// One line of the charts as the legend has it.
struct LegendRow {
    QString key;
    QString name; ///< Foreign.
    QString unit;
    SeriesFigures figures {};
    int place = 0;
    Millis ago {0};
    bool isShown = true;
    friend bool operator==(const LegendRow &a, const LegendRow &b);
};

/// The lines of the charts with their figures, sorted by a column, and which of them are shown: all but the hidden ones, or one alone.
/// Thread: main.
class LegendModel final : public KeyedTable<LegendRow> {
    Q_OBJECT

public:
    enum Column : int { NameColumn, LastColumn, LeastColumn, MostColumn, MeanColumn, ColumnCount };
    enum LegendRole : int {
        PlaceRole = FirstFreeRole, ///< int: of the colour of the line.
        AgoRole,                   ///< qint64 ms: how long before it was; 0: now.
        IsShownRole,               ///< bool
        NumberRole,                ///< double of a column of figures.
    };
    using KeyedTable<LegendRow>::KeyedTable;

    /// Takes over the lines; figures are those of the range. What was hidden and comes again is still hidden.
    void setSeries(const std::vector<BoardSeries> &series, TimeRange range);
    bool isShown(const QString &key) const;
    /// This line alone; all again where it is alone already. A pale line goes with the one it belongs to.
    void toggleAlone(const QString &key);
    /// Hides a line, or shows it again.
    void toggleHidden(const QString &key);
    void showAll();
    /// Not every line is shown.
    bool isNarrowed() const { return !m_alone.isEmpty() || !m_hidden.isEmpty(); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    /// Other lines are to be drawn now.
    void choiceChanged();

protected:
    QString keyOf(const LegendRow &row) const override { return row.key; }

private:
    void refresh();
    void arrange(std::vector<LegendRow> next);

    QSet<QString> m_hidden;
    QString m_alone;
    std::vector<LegendRow> m_inOrder; ///< As the sources gave them.
    int m_column = -1;                ///< -1: as the sources gave them.
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace quarterdeck
