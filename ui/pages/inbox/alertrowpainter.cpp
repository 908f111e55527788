#include "ui/pages/inbox/alertrowpainter.h"

#include "app/core/text.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/severitymark.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace quarterdeck {

namespace {

constexpr qreal IconRoom = 20;   // of a badge: its icon and the room round it
constexpr qreal MostTitle = 180; // of the name of a group, which its count leaves
constexpr int LeastTitle = 18;   // characters of a title that a badge leaves

QString cellText(const QString &foreign)
{
    // As much as can be seen: a label of 4,000 characters must not cost a layout of 4,000.
    return text::plain(foreign, 300);
}

const AlertModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const AlertModel *>(index.model());
}

void paintFold(QPainter &painter, const QRectF &box, bool isFolded, const QColor &colour)
{
    const QPointF centre = box.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(isFolded ? QPolygonF({centre + QPointF(-2.5, -3), centre + QPointF(3, 0), centre + QPointF(-2.5, 3)})
                                 : QPolygonF({centre + QPointF(-3, -2.5), centre + QPointF(3, -2.5), centre + QPointF(0, 3)}));
    painter.restore();
}

void paintMark(QPainter &painter, const QRectF &row, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF at(row.left() + 8, row.center().y());
    painter.drawPolyline(QPolygonF({at + QPointF(-3, 0), at + QPointF(-1, 2.5), at + QPointF(3.5, -3)}));
    painter.restore();
}

} // namespace

AlertRowPainter::AlertRowPainter(const Theme &theme, const Clock &clock, const TimeControl &time)
    : m_theme(theme)
    , m_clock(clock)
    , m_words(clock, time)
{
}

void AlertRowPainter::paint(QPainter &painter, const QRectF &row, const Columns &columns, const QModelIndex &index, State state) const
{
    const AlertModel &model = modelOf(index);
    const AlertGroup *group = model.headerAt(index.row());
    if (group != nullptr && !state.isSelected) {
        painter.fillRect(row, m_theme.color(Token::Surface));
    }
    paintRowGround(painter, row, state.isSelected, state.hasFocus, m_theme);
    paintHairline(painter, row, m_theme);
    painter.setFont(m_theme.font(TypeFace::Body));
    const QRectF inner = row.adjusted(0, 0, 0, -1);
    if (group != nullptr) {
        paintHeader(painter, inner, index, *group);
    } else if (const Alert *alert = model.alertAt(index.row())) {
        paintAlert(painter, inner, columns, index, *alert);
    }
}

Token AlertRowPainter::countToken(const AlertGroup &group) const
{
    if (group.kind == AlertGroup::Kind::Resolved) {
        return m_isAllLive ? Token::Ok : Token::Muted;
    }
    return group.triggered == 0 || group.stale == group.count ? Token::Muted : severityToken(group.worst);
}

void AlertRowPainter::paintHeader(QPainter &painter, const QRectF &row, const QModelIndex &, const AlertGroup &group) const
{
    paintFold(painter, QRectF(row.left() + 12, row.top(), 16, row.height()), group.isFolded, m_theme.color(Token::Muted));
    QRectF line = row.adjusted(40, 0, -16, 0);
    painter.setFont(m_theme.strongFont(TypeFace::Body));
    painter.setPen(m_theme.color(countToken(group)));
    const QFontMetricsF metrics(painter.font());
    const QString title = inboxwords::groupTitle(group);
    // Whose group it is goes before how long its silences run.
    const qreal titleRoom = std::min(metrics.horizontalAdvance(title), MostTitle) + 16;
    const auto width = [&metrics](const QString &form) { return figuresWidth(metrics, form); };
    const QString count = m_words.count(group, line.width() - titleRoom, width);
    const qreal countWidth = std::min(width(count), line.width() - titleRoom);
    paintFigures(painter, QRectF(line.right() - countWidth, line.top(), countWidth, line.height()), count);
    line.setRight(line.right() - countWidth - 16);
    painter.setPen(m_theme.color(Token::Text));
    paintElided(painter, line, title);
    line.setLeft(line.left() + std::min(line.width(), QFontMetricsF(painter.font()).horizontalAdvance(title)) + 8);
    painter.setFont(m_theme.font(TypeFace::Body));
    painter.setPen(m_theme.color(Token::Muted));
    if (line.width() > 24) {
        paintElided(painter, line, inboxwords::groupSentence(group));
    }
}

void AlertRowPainter::paintAlert(QPainter &painter, const QRectF &row, const Columns &columns, const QModelIndex &index, const Alert &alert) const
{
    const auto cell = [&](int column) {
        return QRectF(columns.cells[std::size_t(column)].left(), row.top(), columns.cells[std::size_t(column)].width(), row.height());
    };
    const bool isStale = index.data(AlertModel::IsStaleRole).toBool();
    const QColor quiet = m_theme.color(isStale ? Token::Stale : Token::Muted);
    if (index.data(IsMarkedRole).toBool()) {
        paintMark(painter, row, m_theme.color(Token::Accent));
    }
    const bool isCalm = isStale || !alert.isOpen();
    const QRectF severity = cell(AlertModel::SeverityColumn);
    const QRectF shape(row.left() + 14, row.top(), 14, row.height());
    if (!alert.isOpen() && m_isAllLive) {
        paintOkShape(painter, shape, m_theme);
    } else {
        paintSeverityShape(painter, shape, alert.severity, isCalm ? Token::Stale : severityToken(alert.severity), m_theme);
    }
    // A narrow list has room for the shape alone.
    if (const QRectF word(row.left() + 40, row.top(), severity.right() - row.left() - 48, row.height()); word.width() > 0) {
        painter.setPen(m_theme.color(isCalm ? Token::Stale : severityToken(alert.severity)));
        paintElided(painter, word, severityWord(alert.severity));
    }
    paintTitle(painter, cell(AlertModel::AlertColumn).adjusted(8, 0, -8, 0), index, alert, isStale);
    painter.setPen(quiet);
    const QRectF service = cell(AlertModel::ServiceColumn).adjusted(8, 0, -6, 0);
    if (service.width() <= 0) {
        // Its head names it.
    } else if (!alert.service.isEmpty()) {
        paintElided(painter, service, cellText(alert.service));
    } else {
        const QString owner = alert.team.isEmpty() ? QCoreApplication::translate("Inbox", "no owner") : cellText(alert.team);
        painter.setPen(m_theme.color(alert.team.isEmpty() && !isStale ? Token::Warning : Token::Stale));
        paintElided(painter, service, owner);
    }
    // A narrow list has no room for it.
    if (const QRectF source = cell(AlertModel::SourceColumn).adjusted(8, 0, -6, 0); source.width() > 0) {
        painter.setPen(m_theme.color(isStale ? Token::Stale : Token::Faint));
        paintElided(painter, source, cellText(index.siblingAtColumn(AlertModel::SourceColumn).data().toString()));
    }
    painter.setPen(quiet);
    const QRectF state = cell(AlertModel::StateColumn).adjusted(8, 0, -4, 0);
    const QFontMetricsF metrics(painter.font());
    paintElided(painter, state, m_words.state(index, alert, state.width(), [&](const QString &form) { return metrics.horizontalAdvance(form); }));
    const UtcTime since = alert.isOpen() || !alert.resolvedAt.isValid() ? alert.startsAt : alert.resolvedAt;
    if (since.isValid()) {
        paintFigures(painter, cell(AlertModel::AgeColumn).adjusted(0, 0, -16, 0), ageText(m_clock.now() - since));
    }
}

void AlertRowPainter::paintTitle(QPainter &painter, QRectF cell, const QModelIndex &index, const Alert &alert, bool isStale) const
{
    const auto pending = Pending(index.data(PendingRole).toInt());
    if (pending != Pending::None) {
        cell.setRight(cell.right() - paintBadge(painter, cell, pending));
    } else if (index.data(HasRunbookRole).toBool()) {
        paintIcon(painter, QRectF(cell.right() - 14, cell.top(), 14, cell.height()), QStringLiteral("runbooks"), Token::Faint, m_theme);
        cell.setRight(cell.right() - 20);
    }
    const QString title = cellText(alert.title.isEmpty() ? alert.key.id : alert.title);
    const QString summary = cellText(alert.summary);
    painter.setPen(m_theme.color(isStale ? Token::Stale : alert.state == AlertState::Triggered ? Token::Text : Token::Muted));
    paintElided(painter, cell, summary.isEmpty() ? title : title + QStringLiteral(" — ") + summary);
}

qreal AlertRowPainter::paintBadge(QPainter &painter, const QRectF &cell, Pending pending) const
{
    const bool isConflict = pending == Pending::Conflict;
    const Token token = isConflict ? Token::Critical : Token::Accent;
    const QString icon = isConflict ? QStringLiteral("help") : pending == Pending::Sending ? QStringLiteral("refresh") : QStringLiteral("clock");
    painter.save();
    painter.setFont(m_theme.font(TypeFace::Caption));
    const QString word = inboxwords::pendingWord(pending);
    const qreal whole = IconRoom + QFontMetricsF(painter.font()).horizontalAdvance(word) + 6;
    // The title wins: without room for both, the shape alone says that something is on its way.
    const bool hasWord = cell.width() - whole >= QFontMetricsF(m_theme.font(TypeFace::Body)).averageCharWidth() * LeastTitle;
    const qreal width = hasWord ? whole : IconRoom + 2;
    const QRectF box(cell.right() - width, cell.center().y() - 9, width, 18);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(isConflict ? Token::Raised : Token::AccentGround));
    painter.drawRoundedRect(box, 4, 4);
    paintIcon(painter, QRectF(box.left() + 4, box.top() + 3, 12, 12), icon, token, m_theme);
    if (hasWord) {
        painter.setPen(m_theme.color(token));
        paintElided(painter, box.adjusted(IconRoom, 0, 0, 0), word);
    }
    painter.restore();
    return width + 8;
}

} // namespace quarterdeck
