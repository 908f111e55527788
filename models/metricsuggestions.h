#pragma once

#include "app/core/clock.h"
#include "app/domain/promqlplace.h"
#include "app/ports/telemetry.h"
#include "models/roles.h"

#include <QAbstractListModel>

namespace quarterdeck {

/// What could stand at the cursor of a query: names of metrics, labels and values, as the sources themselves know them. Asked for once and kept
/// for a while; a question that nobody waits for any more is taken back. Thread: main.
class MetricSuggestions final : public QAbstractListModel {
    Q_OBJECT

public:
    /// Rows at most; leftOut() counts the others.
    static constexpr int MostRows = 100;

    MetricSuggestions(Telemetry &telemetry, const Clock &clock, QObject *parent = nullptr);
    ~MetricSuggestions() override;

    /// Who is asked; empty: every metric source.
    void setSources(const QStringList &sources);
    /// Looks for what could stand at the cursor. `range`: of the series whose labels are looked for.
    void complete(const QString &text, int cursor, TimeRange range);
    /// Where the rows belong.
    const promql::Place &place() const { return m_place; }
    /// The whole text with a row put in, and where the cursor is then.
    std::pair<QString, int> withRow(const QString &text, int row) const;
    std::size_t leftOut() const { return m_leftOut; }
    /// Why there are no rows, where a source did not answer.
    const std::optional<Error> &error() const { return m_error; }
    bool isAsking() const { return m_isAsking; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    /// Qt::DisplayRole: what is suggested; DetailRole: type and help of a metric. Foreign.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// Rows, or why there are none, are others now.
    void found();

private:
    struct Row {
        QString text;
        QString detail;
    };

    void askNames();
    void askLabels(TimeRange range);
    void fill();
    void take(std::vector<Row> rows);

    Telemetry &m_telemetry;
    const Clock &m_clock;
    QStringList m_sources;
    promql::Place m_place;
    std::vector<MetricName> m_names;
    UtcTime m_namesAt;
    LabelQuery m_labelsOf;
    std::vector<LabelChoice> m_labels;
    UtcTime m_labelsAt;
    std::vector<Row> m_rows;
    std::size_t m_leftOut = 0;
    std::optional<Error> m_error;
    std::stop_source m_stop;
    bool m_isAsking = false;
};

} // namespace quarterdeck
