#pragma once

#include "ui/pages/api/timecontrol.h"

#include "ui/widgets/rowdelegate.h"

namespace quarterdeck {

/// One run in two lines: title, then who, when and how far.
class RunDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    RunDelegate(const Theme &theme, const TimeControl &time, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The second line: "Ana, 21 Nov 14:40, 4 steps done, finished".
    static QString remark(const QModelIndex &index, const TimeControl &time);

private:
    const Theme &m_theme;
    const TimeControl &m_time;
};

} // namespace quarterdeck
