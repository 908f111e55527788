#include "ui/pages/runbooks/rundelegate.h"

#include "app/core/text.h"
#include "models/runhistorymodel.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

RunDelegate::RunDelegate(const Theme &theme, const TimeControl &time, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_time(time)
{
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const QRectF cell(option.rect);
    paintRowGround(*painter, cell, option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_HasFocus), m_theme);
    paintHairline(*painter, cell, m_theme);
    const QRectF box = cell.adjusted(16, 4, -12, -5);
    painter->setFont(m_theme.font(TypeFace::Body));
    painter->setPen(m_theme.color(Token::Text));
    paintElided(*painter, QRectF(box.left(), box.top(), box.width(), box.height() / 2), text::plain(index.data().toString(), 200));
    const bool isOpen = index.data(RunHistoryModel::FinishedRole).toLongLong() == 0;
    painter->setPen(m_theme.color(isOpen ? Token::Accent : Token::Muted));
    paintElided(*painter, QRectF(box.left(), box.center().y(), box.width(), box.height() / 2), remark(index, m_time));
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, QFontMetrics(m_theme.font(TypeFace::Body)).height() * 2 + 16};
}

QString RunDelegate::remark(const QModelIndex &index, const TimeControl &time)
{
    const UtcTime started {index.data(TimeRole).toLongLong()};
    const bool isOpen = index.data(RunHistoryModel::FinishedRole).toLongLong() == 0;
    const QString steps = tr("%n step(s) done", nullptr, index.data(RunHistoryModel::MarksRole).toInt());
    const QString who = text::plain(index.data(RunHistoryModel::StartedByRole).toString(), 60);
    const QString when = time.exactText(started).left(16);
    return (isOpen ? tr("%1, %2, %3, in progress") : tr("%1, %2, %3, finished")).arg(when, who.isEmpty() ? tr("somebody") : who, steps);
}

} // namespace quarterdeck
