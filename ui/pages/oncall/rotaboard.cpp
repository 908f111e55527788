#include "ui/pages/oncall/rotaboard.h"

#include "app/core/text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/seriescolour.h"
#include "ui/widgets/spokenrows.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

constexpr int LeastName = 130; // pixels
constexpr int MostName = 280;
constexpr int EdgeWidth = 3;
constexpr double GroundShare = 0.24;
constexpr qsizetype MostSpoken = 12;

QColor mixed(const QColor &over, const QColor &ground, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {part(over.red(), ground.red()), part(over.green(), ground.green()), part(over.blue(), ground.blue())};
}

} // namespace

RotaBoard::RotaBoard(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setSpokenRows(this, QAccessible::List,
        {[this] { return std::max(0, rowAt(headHeight())); },
            [this] { return std::min(rowCount() - std::max(0, rowAt(headHeight())), 1 + (height() - headHeight()) / rowHeight()); },
            [this] { return m_current < rowCount() ? m_current : -1; }, [this](int row) { return rowText(row); },
            [this](int row) { return rectOf(row); }});
    connect(&theme, &Theme::changed, this, [this] {
        fitScrollBar();
        viewport()->update();
    });
}

void RotaBoard::setRota(std::vector<RotaRow> rows, TimeRange range, std::vector<RotaDay> days, const QStringList &people)
{
    const QString current = m_current < rowCount() ? m_rows[std::size_t(m_current)].key() : QString();
    m_rows = std::move(rows);
    m_range = range;
    m_days = std::move(days);
    m_people = people;
    const auto at = std::ranges::find(m_rows, current, &RotaRow::key);
    m_current = at == m_rows.end() ? 0 : int(at - m_rows.begin());
    fitScrollBar();
    viewport()->update();
}

QString RotaBoard::nameOf(const RotaRow &row) const
{
    const QString name = text::plain(row.policy.name, 120);
    return row.level == 1 ? name : tr("%1, level %2").arg(name, QLocale().toString(row.level));
}

QString RotaBoard::stretchText(const RotaStretch &stretch) const
{
    const auto instant = [this](UtcTime at) { return m_instantText ? m_instantText(at) : toRfc3339(at); };
    return tr("%1 from %2 to %3").arg(peopleWords(stretch.kind, stretch.people), instant(stretch.when.from), instant(stretch.when.to));
}

QString RotaBoard::rowText(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    const RotaRow &one = m_rows[std::size_t(row)];
    QStringList parts;
    for (const RotaStretch &stretch : one.stretches) {
        if (parts.size() < MostSpoken && (one.level == 1 || stretch.kind != RotaStretch::Kind::Nobody)) {
            parts.append(stretchText(stretch));
        }
    }
    return phrases::pair(nameOf(one), parts.isEmpty() ? peopleWords(RotaStretch::Kind::Nobody, {}) : phrases::clauses(parts));
}

int RotaBoard::headHeight() const
{
    return QFontMetrics(m_theme.font(TypeFace::Caption)).height() + 12;
}

int RotaBoard::rowHeight() const
{
    return m_theme.rowHeight();
}

int RotaBoard::nameWidth() const
{
    return std::clamp(viewport()->width() / 5, LeastName, MostName);
}

qreal RotaBoard::xOf(UtcTime at) const
{
    const double whole = double((m_range.to - m_range.from).count());
    const double room = viewport()->width() - nameWidth() - 12.0;
    return whole <= 0 ? nameWidth() : nameWidth() + room * std::clamp(double((at - m_range.from).count()) / whole, 0.0, 1.0);
}

QRect RotaBoard::rectOf(int row) const
{
    return {0, headHeight() + row * rowHeight() - verticalScrollBar()->value(), viewport()->width(), rowHeight()};
}

int RotaBoard::rowAt(int y) const
{
    const int row = (y - headHeight() + verticalScrollBar()->value()) / std::max(1, rowHeight());
    return y >= headHeight() && row < rowCount() ? row : -1;
}

void RotaBoard::fitScrollBar()
{
    const int room = viewport()->height() - headHeight();
    verticalScrollBar()->setRange(0, std::max(0, rowCount() * rowHeight() - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(rowHeight());
}

void RotaBoard::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

void RotaBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(Token::Window));
    const int bottom = rowCount() > 0 ? rectOf(rowCount() - 1).bottom() : headHeight();
    for (const RotaDay &day : m_days) {
        painter.fillRect(QRectF(std::round(xOf(day.at)), 0, 1, bottom), m_theme.color(Token::Hairline));
    }
    const int first = std::max(0, verticalScrollBar()->value() / std::max(1, rowHeight()));
    for (int row = first; row < rowCount() && rectOf(row).top() < viewport()->height(); ++row) {
        paintRow(painter, row);
    }
    paintHead(painter);
}

void RotaBoard::paintHead(QPainter &painter) const
{
    painter.fillRect(QRect(0, 0, viewport()->width(), headHeight()), m_theme.color(Token::Window));
    painter.setFont(m_theme.font(TypeFace::Caption));
    painter.setPen(m_theme.color(Token::Muted));
    qreal widest = 1;
    for (const RotaDay &day : m_days) {
        widest = std::max<qreal>(widest, painter.fontMetrics().horizontalAdvance(day.name) + 12);
    }
    const qreal dayWidth = m_days.size() > 1 ? std::max(1.0, xOf(m_days[1].at) - xOf(m_days[0].at)) : widest;
    const auto stride = std::size_t(std::max(1.0, std::ceil(widest / dayWidth)));
    for (std::size_t i = 0; i < m_days.size(); i += stride) {
        const qreal left = xOf(m_days[i].at);
        if (left + widest <= viewport()->width()) {
            painter.drawText(QRectF(left + 4, 0, widest, headHeight()), Qt::AlignLeft | Qt::AlignVCenter, m_days[i].name);
        }
    }
    paintHairline(painter, QRectF(0, 0, viewport()->width(), headHeight()), m_theme);
}

void RotaBoard::paintRow(QPainter &painter, int row) const
{
    const RotaRow &one = m_rows[std::size_t(row)];
    const QRectF line(rectOf(row));
    if (row == m_current && hasFocus()) {
        paintRowGround(painter, line.adjusted(0, 0, 0, -1), true, true, m_theme);
    }
    painter.setFont(m_theme.font(TypeFace::Body));
    painter.setPen(m_theme.color(one.level == 1 ? Token::Text : Token::Muted));
    paintElided(painter, QRectF(16, line.top(), nameWidth() - 24, line.height()), nameOf(one));
    for (const RotaStretch &stretch : one.stretches) {
        const qreal left = std::round(xOf(stretch.when.from));
        const qreal right = std::round(xOf(stretch.when.to));
        paintStretch(painter, QRectF(left, line.top() + 5, std::max<qreal>(1, right - left - 1), line.height() - 11), stretch, one.level == 1);
    }
    paintHairline(painter, line, m_theme);
}

void RotaBoard::paintStretch(QPainter &painter, const QRectF &box, const RotaStretch &stretch, bool isFirst) const
{
    const bool isGap = stretch.kind == RotaStretch::Kind::Nobody;
    if (isGap && !isFirst) {
        return;
    }
    painter.setFont(m_theme.font(TypeFace::Caption));
    const QString words = peopleWords(stretch.kind, stretch.people);
    QRectF room = box.adjusted(EdgeWidth + 4, 0, -3, 0);
    Token ink = Token::Text;
    if (stretch.kind == RotaStretch::Kind::Somebody) {
        const qsizetype place = std::max<qsizetype>(0, m_people.indexOf(stretch.people.front()));
        const QColor colour = seriesColour(m_theme, {Token::Series1, Token::Series2, Token::Series3, Token::Series4}, int(place));
        painter.fillRect(box, mixed(colour, m_theme.color(Token::Window), GroundShare));
        painter.fillRect(QRectF(box.left(), box.top(), std::min<qreal>(EdgeWidth, box.width()), box.height()), colour);
    } else {
        ink = isGap ? Token::Critical : Token::Muted;
        painter.fillRect(box, QBrush(m_theme.color(isGap ? Token::Critical : Token::Faint), isGap ? Qt::FDiagPattern : Qt::BDiagPattern));
        const qreal wide = painter.fontMetrics().horizontalAdvance(words) + 10;
        room = QRectF(box.left() + 2, box.top() + 1, std::min(wide, box.width() - 4), box.height() - 2);
        if (wide <= box.width() - 4) {
            painter.fillRect(room, m_theme.color(Token::Window));
        }
        room.adjust(5, 0, 0, 0);
    }
    // A letter or two say nothing: then hovering does.
    if (room.width() >= std::min(24, painter.fontMetrics().horizontalAdvance(words))) {
        painter.setPen(m_theme.color(ink));
        if (stretch.kind == RotaStretch::Kind::Somebody || painter.fontMetrics().horizontalAdvance(words) <= room.width()) {
            paintElided(painter, room, words);
        }
    }
}

bool RotaBoard::event(QEvent *event)
{
    const bool isHandled = QAbstractScrollArea::event(event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        viewport()->update();
    }
    if (event->type() == QEvent::FocusIn) {
        tellCurrentRow(this);
    }
    return isHandled;
}

bool RotaBoard::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QAbstractScrollArea::viewportEvent(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    QString words;
    if (row >= 0) {
        const RotaRow &one = m_rows[std::size_t(row)];
        words = phrases::pair(tr("Source"), text::plain(one.source, 80));
        for (const RotaStretch &stretch : one.stretches) {
            if (help->pos().x() >= xOf(stretch.when.from) && help->pos().x() < xOf(stretch.when.to)) {
                words = stretchText(stretch);
            }
        }
        words = phrases::sentences({nameOf(one), words});
    }
    words.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text::tooltip(words), this);
    return true;
}

void RotaBoard::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, verticalScrollBar()->pageStep() / std::max(1, rowHeight()) - 1);
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_J:
        setCurrent(m_current + 1);
        break;
    case Qt::Key_Up:
    case Qt::Key_K:
        setCurrent(m_current - 1);
        break;
    case Qt::Key_PageDown:
        setCurrent(m_current + page);
        break;
    case Qt::Key_PageUp:
        setCurrent(m_current - page);
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(rowCount() - 1);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void RotaBoard::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(int(event->position().y()));
    if (row >= 0) {
        setCurrent(row);
    }
}

void RotaBoard::setCurrent(int row)
{
    const int wanted = std::clamp(row, 0, std::max(0, rowCount() - 1));
    if (wanted == m_current) {
        return;
    }
    m_current = wanted;
    const QRect place = rectOf(m_current);
    if (place.top() < headHeight()) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - (headHeight() - place.top()));
    } else if (place.bottom() > viewport()->height()) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.bottom() - viewport()->height());
    }
    viewport()->update();
    tellCurrentRow(this);
}

} // namespace quarterdeck
