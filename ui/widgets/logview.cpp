#include "ui/widgets/logview.h"

#include "app/core/text.h"
#include "ui/widgets/logtext.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace quarterdeck {

LogView::LogView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_timeText(localLogTime)
    , m_emptyText(tr("No log lines in this range."))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log lines"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(&theme, &Theme::changed, this, [this] {
        updateScrollBars();
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_adjusting) {
            setFollowing(value >= verticalScrollBar()->maximum());
        }
    });
}

void LogView::setLines(std::vector<LogLine> lines)
{
    m_lines.assign(std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    m_current = m_anchor = -1;
    m_widest = 0;
    measure(0);
    trim();
    updateScrollBars();
    viewport()->update();
}

void LogView::append(const std::vector<LogLine> &batch)
{
    const int before = lineCount();
    m_lines.insert(m_lines.end(), batch.begin(), batch.end());
    measure(before);
    trim();
    updateScrollBars();
    viewport()->update();
}

void LogView::measure(int from)
{
    for (int i = from; i < lineCount(); ++i) {
        m_widest = std::max(m_widest, std::min<qsizetype>(line(i).text.size(), 4096));
    }
}

void LogView::trim()
{
    const int surplus = lineCount() - MaxLines;
    if (surplus <= 0) {
        return;
    }
    m_lines.erase(m_lines.begin(), m_lines.begin() + surplus);
    m_current = std::max(-1, m_current - surplus);
    m_anchor = std::max(-1, m_anchor - surplus);
    if (!m_following) {
        // What is being read stays where it is, as long as it still exists.
        m_adjusting = true;
        verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - surplus));
        m_adjusting = false;
    }
}

void LogView::clear()
{
    setLines({});
}

void LogView::setFollowing(bool following)
{
    if (following) {
        m_adjusting = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_adjusting = false;
    }
    if (following != m_following) {
        m_following = following;
        emit followingChanged(following);
    }
}

void LogView::updateScrollBars()
{
    const int page = std::max(1, viewport()->height() / m_theme.logRowHeight());
    m_adjusting = true;
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, lineCount() - page));
    const qreal cell = QFontMetricsF(m_theme.font(TypeFace::Mono)).horizontalAdvance(u'0');
    horizontalScrollBar()->setRange(0, std::max(0, int(cell * qreal(m_widest + 24)) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    if (m_following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    m_adjusting = false;
}

void LogView::setCurrentLine(int index)
{
    moveTo(index, false);
}

void LogView::moveTo(int index, bool extend)
{
    if (lineCount() == 0) {
        return;
    }
    m_current = std::clamp(index, 0, lineCount() - 1);
    if (!extend || m_anchor < 0) {
        m_anchor = m_current;
    }
    const int top = verticalScrollBar()->value();
    const int page = verticalScrollBar()->pageStep();
    if (m_current < top) {
        verticalScrollBar()->setValue(m_current);
    } else if (m_current >= top + page) {
        verticalScrollBar()->setValue(m_current - page + 1);
    }
    setAccessibleDescription(shownText(m_current));
    emit currentLineChanged(m_current);
    viewport()->update();
}

void LogView::scrollToTime(UtcTime at)
{
    const auto found = std::lower_bound(
        m_lines.begin(), m_lines.end(), at.nanos(), [](const LogLine &line, qint64 nanos) { return line.nanos < nanos; });
    if (found != m_lines.end()) {
        const int index = int(found - m_lines.begin());
        setFollowing(false);
        verticalScrollBar()->setValue(std::max(0, index - verticalScrollBar()->pageStep() / 3));
        moveTo(index, false);
    }
}

void LogView::setHighlight(const QString &highlight)
{
    m_highlight = highlight;
    viewport()->update();
}

bool LogView::findNext(bool forward)
{
    const int step = forward ? 1 : -1;
    for (int i = m_current + step; i >= 0 && i < lineCount(); i += step) {
        const bool isHit = m_highlight.isEmpty() ? line(i).level == LogLevel::Error : logText(line(i)).contains(m_highlight, Qt::CaseInsensitive);
        if (isHit) {
            setFollowing(false);
            moveTo(i, false);
            return true;
        }
    }
    return false;
}

void LogView::setTimeText(std::function<QString(qint64)> timeText)
{
    m_timeText = std::move(timeText);
    viewport()->update();
}

void LogView::setEmptyText(const QString &sentence)
{
    m_emptyText = text::plain(sentence);
    viewport()->update();
}

QString LogView::shownText(int index) const
{
    const LogLine &one = line(index);
    return m_timeText(one.nanos) + u' ' + logLevelWord(one.level) + u' ' + logText(one);
}

QString LogView::selectedText() const
{
    if (m_current < 0) {
        return {};
    }
    QString all;
    for (int i = std::min(m_anchor, m_current); i <= std::max(m_anchor, m_current); ++i) {
        all += shownText(i) + u'\n';
    }
    return all;
}

int LogView::lineAt(const QPoint &position) const
{
    const int index = verticalScrollBar()->value() + position.y() / m_theme.logRowHeight();
    return index >= 0 && index < lineCount() ? index : -1;
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(m_theme.font(TypeFace::Mono));
    if (m_lines.empty()) {
        painter.setFont(m_theme.font(TypeFace::Body));
        painter.setPen(m_theme.color(Token::Muted));
        paintElided(painter, QRectF(viewport()->rect()).adjusted(0, 0, 0, -viewport()->height() / 3.0), m_emptyText, Qt::AlignCenter);
    }
    const int top = verticalScrollBar()->value();
    const int rows = viewport()->height() / m_theme.logRowHeight() + 2;
    for (int i = 0; i < rows && top + i < lineCount(); ++i) {
        paintLine(painter, QRectF(0, i * m_theme.logRowHeight(), viewport()->width(), m_theme.logRowHeight()), top + i);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void LogView::paintLine(QPainter &painter, const QRectF &row, int index) const
{
    const LogLine &one = line(index);
    const bool isSelected = m_current >= 0 && index >= std::min(m_anchor, m_current) && index <= std::max(m_anchor, m_current);
    paintRowGround(painter, row, isSelected, index == m_current && hasFocus(), m_theme);
    const QFontMetricsF metrics(painter.font());
    const qreal cell = metrics.horizontalAdvance(u'0');
    const auto put = [&](qreal x, const QString &words, Token token) {
        painter.setPen(m_theme.color(token));
        painter.drawText(QRectF(x, row.top(), row.right() - x, row.height()), int(Qt::AlignLeft | Qt::AlignVCenter), words);
    };
    const qreal timeX = 14;
    const qreal levelX = timeX + cell * 14;
    const qreal textX = levelX + cell * 7;
    const QString words = logText(one);
    painter.save();
    painter.setClipRect(QRectF(textX, row.top(), row.right() - textX, row.height()));
    const qreal x = textX - horizontalScrollBar()->value();
    if (!m_highlight.isEmpty()) {
        const qsizetype at = words.indexOf(m_highlight, 0, Qt::CaseInsensitive);
        if (at >= 0) {
            const QRectF mark(x + metrics.horizontalAdvance(words.left(at)), row.top() + 2,
                metrics.horizontalAdvance(words.mid(at, m_highlight.size())), row.height() - 4);
            painter.fillRect(mark, m_theme.color(Token::AccentGround));
        }
    }
    // Log text runs left to right whatever the language of the window is.
    painter.setLayoutDirection(Qt::LeftToRight);
    put(x, words, one.level == LogLevel::Info || one.level == LogLevel::Debug ? Token::Muted : Token::Text);
    painter.restore();
    put(timeX, m_timeText(one.nanos), Token::Faint);
    put(levelX, logLevelWord(one.level), logLevelToken(one.level));
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int start = m_current < 0 ? verticalScrollBar()->value() : m_current;
    const int page = verticalScrollBar()->pageStep();
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectedText());
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        moveTo(lineCount() - 1, true);
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_J) {
        moveTo(start + 1, extend);
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_K) {
        moveTo(start - 1, extend);
    } else if (event->key() == Qt::Key_PageDown) {
        moveTo(start + page, extend);
    } else if (event->key() == Qt::Key_PageUp) {
        moveTo(start - page, extend);
    } else if (event->key() == Qt::Key_Home) {
        moveTo(0, extend);
    } else if (event->key() == Qt::Key_End) {
        moveTo(lineCount() - 1, extend);
        setFollowing(true);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0) {
        emit lineActivated(m_current);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const int index = lineAt(event->pos());
    if (event->button() == Qt::LeftButton && index >= 0) {
        moveTo(index, event->modifiers().testFlag(Qt::ShiftModifier));
    }
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    const int index = lineAt(event->pos());
    if (event->buttons().testFlag(Qt::LeftButton) && index >= 0) {
        moveTo(index, true);
    }
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int index = lineAt(event->pos()); index >= 0) {
        emit lineActivated(index);
    }
}

} // namespace quarterdeck
