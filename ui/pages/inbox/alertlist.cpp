#include "ui/pages/inbox/alertlist.h"

#include "app/core/text.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/severitymark.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace quarterdeck {

namespace {

constexpr int LeastTitleRoom = 16; // characters; half as many where every column has given way
constexpr int ShapeAlone = 34;     // pixels: a severity without its word

// Titles stand where the rows' own text does: the severity's word, and figures at the right.
class ListHeader final : public QHeaderView {
public:
    ListHeader(const Theme &theme, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
    }
    QSize sizeHint() const override { return {100, std::max(24, QFontMetrics(m_theme.font(TypeFace::Caption)).height() + 12)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override
    {
        painter->fillRect(rect, m_theme.color(Token::Window));
        painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Token::Hairline));
        painter->setFont(m_theme.font(TypeFace::Caption));
        painter->setPen(m_theme.color(Token::Muted));
        const bool isAge = column == AlertModel::AgeColumn;
        const QRect text = rect.adjusted(column == AlertModel::SeverityColumn ? 40 : isAge ? 0 : 8, 0, isAge ? -16 : -4, 0);
        if (text.width() <= 0) {
            return;
        }
        painter->drawText(text, int(Qt::AlignVCenter | (isAge ? Qt::AlignRight : Qt::AlignLeft)),
            painter->fontMetrics().elidedText(model()->headerData(column, Qt::Horizontal).toString(), Qt::ElideRight, text.width()));
    }

private:
    const Theme &m_theme;
};

// Every state in one word, or in its short form with a time of day; one that is old, with its age.
int stateWidth(const QFontMetrics &metrics)
{
    int widest = metrics.horizontalAdvance(inboxwords::untilText(inboxwords::quietWord(HoldKind::Silence), QStringLiteral("00:00")));
    for (const HoldKind kind : {HoldKind::Downtime, HoldKind::Inhibition, HoldKind::TimeInterval, HoldKind::Unexplained}) {
        widest = std::max(widest, metrics.horizontalAdvance(inboxwords::quietWord(kind)));
    }
    for (const AlertState state :
        {AlertState::Triggered, AlertState::Acknowledged, AlertState::Snoozed, AlertState::Suppressed, AlertState::Resolved}) {
        widest = std::max(widest, metrics.horizontalAdvance(alertStateWord(state)));
    }
    const QString age = QCoreApplication::translate("Inbox", "as of %1").arg(QStringLiteral("00:00"));
    widest = std::max(widest, metrics.horizontalAdvance(alertStateWord(AlertState::Triggered) + QStringLiteral(" · ") + age));
    return widest + 14;
}

// The longest age, and the room before the edge.
int ageWidth(const QFontMetricsF &metrics)
{
    return int(std::ceil(figuresWidth(metrics, ageText(Millis(86'399'000))))) + 16 + 8;
}

} // namespace

AlertList::AlertList(const Theme &theme, const Clock &clock, const TimeControl &time, AlertModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_painter(theme, clock, time)
{
    setObjectName(QStringLiteral("inbox.list"));
    setAccessibleName(tr("Alerts"));
    setHorizontalHeader(new ListHeader(theme, this));
    model.setSpoken(
        [this](const QModelIndex &index) { return m_isHeardAlone && index == currentIndex() ? words().spokenAlone(index) : words().spoken(index); });
    setModel(&model);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    // paintEvent() covers everything: then scrolling moves what is painted, and only the rows that come into sight are painted.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(16);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(16);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    applyTheme();
    connect(&theme, &Theme::changed, this, &AlertList::applyTheme);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &AlertList::rememberPlace);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &AlertList::rememberPlace);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &AlertList::rememberNeighbour);
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &AlertList::rememberPlace);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AlertList::restorePlace);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &AlertList::restorePlace);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &AlertList::takeNeighbour);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &AlertList::restorePlace);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &AlertList::rememberKey);
    connect(&model, &QAbstractItemModel::modelReset, this, &AlertList::restoreKey);
    // Another grouping names other things above the rows.
    connect(&model, &QAbstractItemModel::modelReset, this, &AlertList::sizeColumns);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (currentRow() >= from.row() && currentRow() <= to.row()) {
            emit currentRowChanged(currentRow());
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_isRestoring && std::exchange(m_isAtTop, isAtTop()) != isAtTop()) {
            emit atTopChanged(m_isAtTop);
        }
    });
}

void AlertList::applyTheme()
{
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    verticalScrollBar()->setSingleStep(m_theme.rowHeight());
    sizeColumns();
    viewport()->update();
}

void AlertList::sizeColumns()
{
    const int unit = QFontMetrics(m_theme.font(TypeFace::Body)).averageCharWidth();
    const int whole = viewport()->width();
    const QString heading = model()->headerData(AlertModel::SeverityColumn, Qt::Horizontal).toString();
    // Nothing follows the contents, so that nothing jumps. What a state says longer than this, it also says shorter.
    const int state = stateWidth(QFontMetrics(m_theme.font(TypeFace::Body)));
    const int age = ageWidth(QFontMetricsF(m_theme.font(TypeFace::Body)));
    const int title = unit * LeastTitleRoom;
    int severity = 40 + std::max(unit * 9, QFontMetrics(m_theme.font(TypeFace::Caption)).horizontalAdvance(heading) + 10);
    int service = std::clamp(whole * 160 / 1000, unit * 10, unit * 22);
    int source = whole < unit * 86 ? 0 : std::clamp(whole * 120 / 1000, unit * 8, unit * 20);
    // Where there is no room they give way one after the other: the source, a service that the head above names, the word beside the shape of
    // a severity, every service. State and age stay.
    const auto isTooNarrow = [&] { return whole < severity + title + service + source + state + age; };
    source = isTooNarrow() ? 0 : source;
    service = isTooNarrow() && m_model.grouping() == AlertGrouping::Service ? 0 : service;
    severity = isTooNarrow() ? ShapeAlone : severity;
    service = isTooNarrow() ? 0 : service;
    setColumnHidden(AlertModel::SourceColumn, source == 0);
    setColumnHidden(AlertModel::ServiceColumn, service == 0);
    const int widths[] {severity, std::max(title / 2, whole - severity - service - source - state - age), service, source, state, age};
    for (int column = 0; column < AlertModel::ColumnCount; ++column) {
        if (widths[column] > 0) {
            horizontalHeader()->resizeSection(column, widths[column]);
        }
    }
}

void AlertList::resizeEvent(QResizeEvent *event)
{
    const QRect current = visualRect(currentIndex());
    const bool wasVisible = event->oldSize().isValid() && current.top() >= 0 && current.bottom() <= event->oldSize().height();
    QTableView::resizeEvent(event);
    sizeColumns();
    // A strip that appears above the list must not push the chosen row out of sight.
    if (wasVisible && current.bottom() > viewport()->height()) {
        scrollTo(currentIndex());
    }
}

bool AlertList::isAtTop() const
{
    return verticalScrollBar()->value() == 0;
}

void AlertList::rememberPlace()
{
    if (m_anchor.isValid() || isAtTop()) {
        return;
    }
    const int row = rowAt(0);
    if (row >= 0) {
        m_anchor = m_model.index(row, 0);
        m_anchorOffset = -rowViewportPosition(row);
    }
}

void AlertList::restorePlace()
{
    if (m_anchor.isValid()) {
        m_isRestoring = true;
        executeDelayedItemsLayout();
        updateGeometries();
        verticalScrollBar()->setValue(m_anchor.row() * verticalHeader()->defaultSectionSize() + m_anchorOffset);
        m_isRestoring = false;
        m_isAtTop = isAtTop();
    }
    m_anchor = QPersistentModelIndex();
}

// When the chosen alert goes, one of the same group is chosen. The head of another would make the next verb act on all of that group.
void AlertList::rememberNeighbour(const QModelIndex &, int first, int last)
{
    m_isCurrentLost = currentRow() >= first && currentRow() <= last;
    // Above the first of a group stands its own head: it stays where the group is folded.
    const int above = m_model.alertAt(first) != nullptr ? first - 1 : -1;
    const int next = m_model.alertAt(last + 1) != nullptr ? last + 1 : above;
    m_neighbour = m_isCurrentLost && next >= 0 && m_model.alertAt(currentRow()) != nullptr ? QPersistentModelIndex(m_model.index(next, 0))
                                                                                           : QPersistentModelIndex();
}

void AlertList::takeNeighbour()
{
    if (std::exchange(m_isCurrentLost, false)) {
        choose(m_neighbour.isValid() ? m_neighbour.row() : -1);
    }
}

void AlertList::choose(int row)
{
    if (row >= 0) {
        setCurrentRow(row);
    } else {
        m_currentKey = {};
        m_model.setCurrent({});
        clearSelection();
        setCurrentIndex({});
    }
}

void AlertList::rememberKey()
{
    m_currentBefore = currentRow();
}

void AlertList::restoreKey()
{
    const int row = m_currentKey.isValid() ? m_model.rowOf(m_currentKey) : -1;
    const int place = std::min(m_currentBefore, m_model.rowCount() - 1);
    const auto isAlert = [this](int at) { return m_model.alertAt(at) != nullptr; };
    choose(row >= 0 || !m_currentKey.isValid() ? (row >= 0 ? row : place) : isAlert(place) ? place : isAlert(place - 1) ? place - 1 : -1);
    emit currentRowChanged(currentRow());
}

void AlertList::setCurrentRow(int row)
{
    if (row >= 0 && row < m_model.rowCount()) {
        setCurrentIndex(m_model.index(row, AlertModel::AlertColumn));
        scrollTo(currentIndex());
    }
}

void AlertList::step(int rows)
{
    setCurrentRow(std::clamp(currentRow() + rows, 0, std::max(0, m_model.rowCount() - 1)));
}

void AlertList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // A screen reader takes a row for the one that it has read whole where it has the same number, because another came above it, and then
    // reads the one cell.
    m_isHeardAlone = current.isValid() && current.row() == std::exchange(m_heardRow, current.row());
    QTableView::currentChanged(current, previous);
    const Alert *alert = m_model.alertAt(current.row());
    if (alert != nullptr || current.isValid()) {
        m_currentKey = alert == nullptr ? AlertKey {} : alert->key;
        m_model.setCurrent(m_currentKey);
    }
    viewport()->update();
    emit currentRowChanged(current.row());
}

// The keyboard stands on the alert's own cell.
QModelIndex AlertList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0) {
        return {};
    }
    switch (action) {
    case MoveHome:
        return m_model.index(0, AlertModel::AlertColumn);
    case MoveEnd:
        return m_model.index(last, AlertModel::AlertColumn);
    case MoveLeft:
    case MoveRight:
        return currentIndex();
    default:
        return QTableView::moveCursor(action, modifiers).siblingAtColumn(AlertModel::AlertColumn);
    }
}

void AlertList::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const int row = rowAt(int(event->position().y()));
    if (event->button() == Qt::LeftButton && event->position().x() < 36) {
        if (const AlertGroup *group = m_model.headerAt(row)) {
            m_model.setFolded(row, !group->isFolded);
        }
    }
}

bool AlertList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        const QString words = row < 0 ? QString() : m_painter.words().hover(m_model.index(row, 0));
        QToolTip::showText(help->globalPos(), words.isEmpty() ? QString() : text::tooltip(words), viewport());
        return true;
    }
    return QTableView::viewportEvent(event);
}

void AlertList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(Token::Window));
    AlertRowPainter::Columns columns;
    for (int column = 0; column < AlertModel::ColumnCount; ++column) {
        columns.cells[std::size_t(column)] = QRectF(columnViewportPosition(column), 0, columnWidth(column), 0);
    }
    const int height = verticalHeader()->defaultSectionSize();
    const int width = viewport()->width();
    const int current = currentRow();
    for (int row = rowAt(std::max(0, event->rect().top())); row >= 0 && row < m_model.rowCount(); ++row) {
        const int top = rowViewportPosition(row);
        if (top > event->rect().bottom()) {
            break;
        }
        m_painter.paint(painter, QRectF(0, top, width, height), columns, m_model.index(row, 0), {row == current, row == current && hasFocus()});
    }
}

} // namespace quarterdeck
