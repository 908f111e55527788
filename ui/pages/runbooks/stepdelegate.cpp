#include "ui/pages/runbooks/stepdelegate.h"

#include "app/core/text.h"
#include "models/steplistmodel.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"

#include <QAbstractItemView>

namespace quarterdeck {

namespace {

constexpr int whoWidth = 130;
constexpr int margin = 7;
constexpr int lineLimit = 12;

QString shownText(const QModelIndex &index)
{
    return text::plainBlock(index.data().toString(), 1200);
}

} // namespace

StepDelegate::StepDelegate(const Theme &theme, const TimeControl &time, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_time(time)
{
}

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const QRectF row(option.rect);
    if (index.data(IsGroupRole).toBool()) {
        painter->setFont(m_theme.font(TypeFace::Section));
        painter->setPen(m_theme.color(Token::Muted));
        paintElided(*painter, row.adjusted(18, 10, -18, 0), headText(index));
        painter->restore();
        return;
    }
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    const auto *view = qobject_cast<const QWidget *>(option.styleObject);
    paintRowGround(*painter, row, isCurrent, isCurrent && view != nullptr && view->hasFocus(), m_theme);
    paintBox(*painter, boxOf(option.rect, index), index);
    const int left = textLeft(index);
    const int width = option.rect.width() - left - whoWidth - 18;
    const int height = textHeight(shownText(index), width);
    const bool isChanged = index.data(StepListModel::IsChangedRole).toBool();
    const bool isDone = index.data(StepListModel::StepStateRole).toInt() != int(StepMark::State::Open) && !isChanged;
    painter->setFont(m_theme.font(TypeFace::Body));
    painter->setPen(m_theme.color(isDone ? Token::Muted : Token::Text));
    const QRect textBox(option.rect.left() + left, option.rect.top() + margin, width, height);
    painter->drawText(textBox, wrapFlags(painter->fontMetrics(), shownText(index), width), shownText(index));
    painter->setPen(m_theme.color(Token::Muted));
    paintElided(*painter, QRectF(row.right() - whoWidth - 14, textBox.top(), whoWidth, painter->fontMetrics().height()), whoText(index),
        Qt::AlignRight | Qt::AlignVCenter);
    const QString remark = remarkText(index);
    if (!remark.isEmpty()) {
        painter->setPen(m_theme.color(isChanged ? Token::Warning : Token::Muted));
        painter->drawText(QRect(textBox.left(), textBox.bottom() + 3, width + whoWidth, textHeight(remark, width + whoWidth)),
            wrapFlags(painter->fontMetrics(), remark, width + whoWidth), remark);
    }
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lineHeight = QFontMetrics(m_theme.font(TypeFace::Body)).height();
    if (index.data(IsGroupRole).toBool()) {
        return {100, lineHeight + 20};
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int full = view != nullptr ? view->viewport()->width() : 500;
    const int width = full - textLeft(index) - whoWidth - 18;
    int height = textHeight(shownText(index), width) + 2 * margin;
    const QString remark = remarkText(index);
    if (!remark.isEmpty()) {
        height += textHeight(remark, width + whoWidth) + 3;
    }
    return {100, std::max(height, m_theme.rowHeight())};
}

QRect StepDelegate::boxOf(const QRect &row, const QModelIndex &index) const
{
    return {row.left() + textLeft(index) - 24, row.top() + margin + 1, 14, 14};
}

QString StepDelegate::whoText(const QModelIndex &index) const
{
    if (index.data(StepListModel::IsSavingRole).toBool()) {
        return tr("saving…");
    }
    if (index.data(StepListModel::StepStateRole).toInt() == int(StepMark::State::Open)) {
        return {};
    }
    const UtcTime at {index.data(TimeRole).toLongLong()};
    const QString who = text::plain(index.data(StepListModel::WhoRole).toString(), 40);
    return (who + u' ' + m_time.clockText(at, false)).trimmed();
}

QString StepDelegate::remarkText(const QModelIndex &index) const
{
    const QString note = text::plain(index.data(StepListModel::NoteRole).toString(), 400);
    if (index.data(StepListModel::IsChangedRole).toBool()) {
        const QString changed = tr("This step changed after %1. Read it again.").arg(whoText(index));
        return note.isEmpty() ? changed : changed + u' ' + tr("Note: %1").arg(note);
    }
    if (index.data(StepListModel::StepStateRole).toInt() == int(StepMark::State::Skipped)) {
        return tr("Skipped: %1").arg(note);
    }
    return note.isEmpty() ? QString() : tr("Note: %1").arg(note);
}

QString StepDelegate::spokenText(const QModelIndex &index) const
{
    if (index.data(IsGroupRole).toBool()) {
        return headText(index);
    }
    const auto state = StepMark::State(index.data(StepListModel::StepStateRole).toInt());
    const bool isSaving = index.data(StepListModel::IsSavingRole).toBool();
    const QString stands = isSaving         ? whoText(index)
        : state == StepMark::State::Ticked  ? tr("done by %1").arg(whoText(index))
        : state == StepMark::State::Skipped ? tr("skipped by %1").arg(whoText(index))
                                            : tr("open");
    QStringList parts {shownText(index), stands, remarkText(index)};
    parts.removeAll(QString());
    return phrases::list(parts);
}

QString StepDelegate::headText(const QModelIndex &index)
{
    const QString heading = text::plain(index.data().toString(), 200);
    QString phase;
    switch (Step::Phase(index.data(StepListModel::PhaseRole).toInt())) {
    case Step::Phase::Context:
        phase = tr("Background");
        break;
    case Step::Phase::Impact:
        phase = tr("Impact");
        break;
    case Step::Phase::Check:
        phase = tr("Check");
        break;
    case Step::Phase::Act:
        phase = tr("Act");
        break;
    case Step::Phase::Verify:
        phase = tr("Verify");
        break;
    case Step::Phase::Generic:
        return heading.isEmpty() ? tr("Steps") : heading;
    }
    return heading.isEmpty() || heading.compare(phase, Qt::CaseInsensitive) == 0 ? phase : phase + QStringLiteral(" · ") + heading;
}

void StepDelegate::paintBox(QPainter &painter, const QRectF &box, const QModelIndex &index) const
{
    const auto state = StepMark::State(index.data(StepListModel::StepStateRole).toInt());
    const bool isChanged = index.data(StepListModel::IsChangedRole).toBool();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = box.adjusted(0.5, 0.5, -0.5, -0.5);
    if (index.data(StepListModel::IsSavingRole).toBool() || isChanged) {
        painter.setPen(QPen(m_theme.color(isChanged ? Token::Warning : Token::Muted), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ring, 4, 4);
    } else if (state == StepMark::State::Ticked) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Ok));
        painter.drawRoundedRect(ring, 4, 4);
        paintIcon(painter, ring.adjusted(1, 1, -1, -1), QStringLiteral("check"), Token::Surface, m_theme);
    } else {
        painter.setPen(m_theme.color(Token::Muted));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ring, 4, 4);
        if (state == StepMark::State::Skipped) {
            painter.fillRect(QRectF(box.center().x() - 3.5, box.center().y() - 0.75, 7, 1.5), m_theme.color(Token::Muted));
        }
    }
}

int StepDelegate::textHeight(const QString &text, int width) const
{
    const QFontMetrics metrics(m_theme.font(TypeFace::Body));
    const int room = std::max(60, width);
    const QRect box = metrics.boundingRect(QRect(0, 0, room, 100'000), wrapFlags(metrics, text, room), text);
    return std::min(box.height(), metrics.lineSpacing() * lineLimit);
}

int StepDelegate::textLeft(const QModelIndex &index) const
{
    return 18 + 24 + std::min(6, index.data(StepListModel::DepthRole).toInt()) * 20;
}

} // namespace quarterdeck
