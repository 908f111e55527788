#pragma once

#include "app/core/clock.h"
#include "models/alertmodel.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/inbox/rowwords.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <array>

namespace quarterdeck {

/// Draws one row of the inbox, header or alert. Thread: main.
class AlertRowPainter {
public:
    /// Where the columns are: x and width, by AlertModel::Column.
    struct Columns {
        std::array<QRectF, AlertModel::ColumnCount> cells;
    };
    struct State {
        bool isSelected = false;
        bool hasFocus = false;
    };
    AlertRowPainter(const Theme &theme, const Clock &clock, const TimeControl &time);

    /// Whether every source is live: only then is anything green.
    void setAllLive(bool allLive) { m_isAllLive = allLive; }
    /// Paints one row of the list.
    void paint(QPainter &painter, const QRectF &row, const Columns &columns, const QModelIndex &index, State state) const;
    /// What a row says in words.
    const RowWords &words() const { return m_words; }

private:
    void paintHeader(QPainter &painter, const QRectF &row, const QModelIndex &index, const AlertGroup &group) const;
    void paintAlert(QPainter &painter, const QRectF &row, const Columns &columns, const QModelIndex &index, const Alert &alert) const;
    void paintTitle(QPainter &painter, QRectF cell, const QModelIndex &index, const Alert &alert, bool isStale) const;
    qreal paintBadge(QPainter &painter, const QRectF &cell, Pending pending) const;
    Token countToken(const AlertGroup &group) const;

    const Theme &m_theme;
    const Clock &m_clock;
    RowWords m_words;
    bool m_isAllLive = false;
};

} // namespace quarterdeck
