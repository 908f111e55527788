#include "ui/widgets/logview.h"

#include "app/core/text.h"
#include "ui/widgets/logtext.h"
#include "ui/widgets/logviewprivate.h"
#include "ui/widgets/spokenrows.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace quarterdeck {

void LogView::Private::measure(int from, int to)
{
    for (int i = from; i < to; ++i) {
        widest = std::max(widest, std::min<qsizetype>(at(i).text.size(), 4096));
    }
}

// Measures what came after `before` and lets the oldest go.
void LogView::Private::takeOver(int before)
{
    measure(before, count());
    const int surplus = count() - MaxLines;
    if (surplus > 0) {
        lines.erase(lines.begin(), lines.begin() + surplus);
        current = std::max(-1, current - surplus);
        anchor = std::max(-1, anchor - surplus);
        if (!isFollowing) {
            // What is being read stays where it is, as long as it still exists.
            isAdjusting = true;
            view.verticalScrollBar()->setValue(std::max(0, top() - surplus));
            isAdjusting = false;
        }
    }
    updateScrollBars();
    view.viewport()->update();
}

void LogView::Private::updateScrollBars()
{
    const int rows = std::max(1, view.viewport()->height() / theme.logRowHeight());
    const qreal cell = QFontMetricsF(theme.font(TypeFace::Mono)).horizontalAdvance(u'0');
    const int width = view.viewport()->width();
    isAdjusting = true;
    view.verticalScrollBar()->setPageStep(rows);
    view.verticalScrollBar()->setRange(0, std::max(0, count() - rows));
    view.horizontalScrollBar()->setRange(0, std::max(0, int(cell * qreal(widest + 24)) - width));
    view.horizontalScrollBar()->setPageStep(width);
    view.horizontalScrollBar()->setSingleStep(40);
    if (isFollowing) {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    }
    isAdjusting = false;
}

void LogView::Private::moveTo(int index, bool extend)
{
    if (lines.empty()) {
        return;
    }
    current = std::clamp(index, 0, count() - 1);
    if (!extend || anchor < 0) {
        anchor = current;
    }
    if (current < top()) {
        view.verticalScrollBar()->setValue(current);
    } else if (current >= top() + page()) {
        view.verticalScrollBar()->setValue(current - page() + 1);
    }
    emit view.currentLineChanged(current);
    tellCurrentRow(&view);
    view.viewport()->update();
}

QString LogView::Private::shownText(int index) const
{
    const LogLine &one = at(index);
    return timeText(one.nanos) + u' ' + logLevelWord(one.level) + u' ' + logText(one);
}

int LogView::Private::lineAt(const QPoint &position) const
{
    const int index = top() + position.y() / theme.logRowHeight();
    return index >= 0 && index < count() ? index : -1;
}

bool LogView::Private::key(const QKeyEvent &event)
{
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool isPlain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const int start = current < 0 ? top() : current;
    const int key = isPlain ? event.key() : 0;
    if (event.matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(view.selectedText());
    } else if (event.matches(QKeySequence::SelectAll)) {
        anchor = 0;
        moveTo(count() - 1, true);
    } else if (key == Qt::Key_Down || key == Qt::Key_J) {
        moveTo(start + 1, extend);
    } else if (key == Qt::Key_Up || key == Qt::Key_K) {
        moveTo(start - 1, extend);
    } else if (key == Qt::Key_PageDown) {
        moveTo(start + page(), extend);
    } else if (key == Qt::Key_PageUp) {
        moveTo(start - page(), extend);
    } else if (key == Qt::Key_Home) {
        moveTo(0, extend);
    } else if (key == Qt::Key_End) {
        moveTo(count() - 1, extend);
        view.setFollowing(true);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && current >= 0) {
        emit view.lineActivated(current);
    } else {
        return false;
    }
    return true;
}

void LogView::Private::press(const QMouseEvent &event)
{
    const int index = lineAt(event.pos());
    if (index < 0) {
        return;
    }
    if (event.type() == QEvent::MouseButtonDblClick) {
        emit view.lineActivated(index);
    } else if (event.buttons().testFlag(Qt::LeftButton)) {
        moveTo(index, event.type() == QEvent::MouseMove || event.modifiers().testFlag(Qt::ShiftModifier));
    }
}

LogView::LogView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<Private>(*this, theme))
{
    d->emptyText = tr("No log lines in this range.");
    setFocusPolicy(Qt::StrongFocus);
    setSpokenRows(this, QAccessible::List,
        {[this] { return d->top(); }, [this] { return std::min(d->page(), d->count() - d->top()); }, [this] { return d->current; },
            [this](int line) { return line < d->count() ? d->shownText(line) : QString(); }, [this](int line) { return d->placeOf(line); }});
    setAccessibleName(tr("Log lines"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    // The ground is that of what the lines stand in.
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] {
        d->updateScrollBars();
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!d->isAdjusting) {
            setFollowing(value >= verticalScrollBar()->maximum());
        }
    });
}

LogView::~LogView() = default;

void LogView::setLines(std::vector<LogLine> lines)
{
    d->lines.assign(std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    d->current = d->anchor = -1;
    d->widest = 0;
    d->takeOver(0);
}

void LogView::append(const std::vector<LogLine> &batch)
{
    const int before = lineCount();
    d->lines.insert(d->lines.end(), batch.begin(), batch.end());
    d->takeOver(before);
}

int LogView::prepend(std::vector<LogLine> batch)
{
    // What is read now goes for nothing that comes from before it.
    const qsizetype room = std::max<qsizetype>(0, MaxLines - lineCount());
    const qsizetype left = std::max<qsizetype>(0, std::ssize(batch) - room);
    const int count = int(std::ssize(batch) - left);
    d->lines.insert(d->lines.begin(), std::make_move_iterator(batch.begin() + left), std::make_move_iterator(batch.end()));
    d->current = d->current < 0 ? d->current : d->current + count;
    d->anchor = d->anchor < 0 ? d->anchor : d->anchor + count;
    const int top = d->top();
    d->measure(0, count);
    d->updateScrollBars();
    if (!d->isFollowing) {
        d->isAdjusting = true;
        verticalScrollBar()->setValue(top + count);
        d->isAdjusting = false;
    }
    viewport()->update();
    return count;
}

int LogView::lineCount() const
{
    return d->count();
}

const LogLine &LogView::line(int index) const
{
    return d->at(index);
}

int LogView::currentLine() const
{
    return d->current;
}

bool LogView::isFollowing() const
{
    return d->isFollowing;
}

void LogView::setFollowing(bool following)
{
    if (following) {
        d->isAdjusting = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        d->isAdjusting = false;
    }
    if (following != d->isFollowing) {
        d->isFollowing = following;
        emit followingChanged(following);
    }
}

void LogView::setCurrentLine(int index)
{
    d->moveTo(index, false);
}

void LogView::scrollToTime(UtcTime at)
{
    const auto found = std::lower_bound(
        d->lines.begin(), d->lines.end(), at.nanos(), [](const LogLine &line, qint64 nanos) { return line.nanos < nanos; });
    if (found != d->lines.end()) {
        const int index = int(found - d->lines.begin());
        setFollowing(false);
        verticalScrollBar()->setValue(std::max(0, index - d->page() / 3));
        d->moveTo(index, false);
    }
}

void LogView::setHighlight(const QString &text)
{
    d->highlight = text;
    viewport()->update();
}

bool LogView::findNext(bool forward)
{
    const int step = forward ? 1 : -1;
    const int start = d->current < 0 && !forward ? lineCount() : d->current;
    for (int i = start + step; i >= 0 && i < lineCount(); i += step) {
        const bool isHit = d->highlight.isEmpty() ? line(i).level == LogLevel::Error : logText(line(i)).contains(d->highlight, Qt::CaseInsensitive);
        if (isHit) {
            setFollowing(false);
            d->moveTo(i, false);
            return true;
        }
    }
    return false;
}

void LogView::setTimeText(std::function<QString(qint64)> timeText)
{
    d->timeText = std::move(timeText);
    viewport()->update();
}

void LogView::setInset(int pixels)
{
    d->inset = pixels;
}

void LogView::setEmptyText(const QString &sentence)
{
    d->emptyText = text::plain(sentence);
    viewport()->update();
}

QString LogView::selectedText() const
{
    QString all;
    for (int i = std::min(d->anchor, d->current); i >= 0 && i <= std::max(d->anchor, d->current); ++i) {
        all += d->shownText(i) + u'\n';
    }
    return all;
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
}

bool LogView::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && d->key(*static_cast<QKeyEvent *>(event))) {
        return true;
    }
    const bool isHandled = QAbstractScrollArea::event(event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        viewport()->update();
        tellCurrentRow(this);
    }
    return isHandled;
}

bool LogView::viewportEvent(QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Paint) {
        d->paint();
        return true;
    }
    if (type == QEvent::MouseButtonPress || type == QEvent::MouseMove || type == QEvent::MouseButtonDblClick) {
        d->press(*static_cast<QMouseEvent *>(event));
        return true;
    }
    if (type == QEvent::Resize) {
        d->updateScrollBars();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace quarterdeck
