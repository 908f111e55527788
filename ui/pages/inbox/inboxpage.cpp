#include "ui/pages/inbox/inboxpage.h"

#include "app/ports/library.h"
#include "app/ports/preferences.h"
#include "models/alertsearch.h"
#include "ui/pages/inbox/alertlist.h"
#include "ui/pages/inbox/detailpane.h"
#include "ui/pages/inbox/filterbar.h"
#include "ui/pages/inbox/inboxactions.h"
#include "ui/pages/inbox/inboxherald.h"
#include "ui/pages/inbox/inboxverbs.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/outboxpanel.h"
#include "ui/pages/inbox/striprow.h"
#include "ui/widgets/emptystate.h"

#include <QFocusEvent>
#include <QScopedValueRollback>
#include <QShowEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quarterdeck {

InboxPage::InboxPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_feed(context.reader, context.outbox, context.sources)
    , m_actions(new InboxActions(this))
    , m_controller(new InboxController(context, m_feed, this))
    , m_bar(new FilterBar(context.theme, this))
    , m_splitter(new QSplitter(this))
    , m_left(new QWidget(m_splitter))
    , m_strips(new StripRow(context.theme, context.clock, context.time, m_left))
    , m_stack(new QStackedWidget(m_left))
    , m_list(new AlertList(context.theme, context.clock, context.time, m_feed.alerts(), m_stack))
    , m_empty(new EmptyState(context.theme, m_stack))
    , m_detail(new DetailPane(context, m_feed, *m_actions, m_splitter))
    , m_outbox(new OutboxPanel(context.theme, context.time, m_feed.outbox(), m_left))
    , m_herald(new InboxHerald(m_feed, this))
{
    setObjectName(QStringLiteral("inbox"));
    buildLayout();
    connectModel();
    connectActions();
    connectBars();
    m_controller->setTargets([this] { return targets(); });
    installVerbs(context, m_feed, *m_controller, *m_actions, *m_list, this);
    m_tick.setInterval(15'000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_feed.alerts().advanceTo(m_context.clock.now());
        m_list->viewport()->update();
        refreshClearance();
    });
    m_tick.start();
    setFocusPolicy(Qt::ClickFocus);
    m_feed.load();
    refreshTotals();
    refreshClearance();
}

InboxPage::~InboxPage() = default;

void InboxPage::buildLayout()
{
    m_empty->setObjectName(QStringLiteral("inbox.empty"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_outbox->hide();
    auto *listColumn = new QVBoxLayout(m_left);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    listColumn->addWidget(m_strips);
    listColumn->addWidget(m_stack, 3);
    listColumn->addWidget(m_outbox, 1);
    m_splitter->setObjectName(QStringLiteral("inbox.splitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({792, 472});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
}

void InboxPage::connectModel()
{
    AlertModel &model = m_feed.alerts();
    model.setHasRunbook([this](const Alert &alert) {
        return !alert.runbookUrl.isEmpty() || !m_context.library.forAlert(alert.title, alert.runbookUrl, alert.service).isEmpty();
    });
    connect(&m_context.library, &Library::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&model, &AlertModel::totalsChanged, this, &InboxPage::refreshTotals);
    connect(&m_feed, &InboxFeed::clearanceChanged, this, &InboxPage::refreshClearance);
    connect(&m_feed, &InboxFeed::clearanceChanged, this, &InboxPage::revealWanted);
    connect(&m_feed, &InboxFeed::servicesChanged, this, &InboxPage::refreshDetail);
    connect(m_list, &AlertList::currentRowChanged, this, [this] {
        if (m_isChoosing) {
            m_firstDetail.start();
        } else {
            refreshDetail();
        }
    });
    // The rows are painted before the details of the first: both in one turn would hold the window up.
    m_firstDetail.setSingleShot(true);
    m_firstDetail.setInterval(0);
    connect(&m_firstDetail, &QTimer::timeout, this, &InboxPage::refreshDetail);
    connect(m_list, &AlertList::atTopChanged, this, [this](bool atTop) {
        m_feed.alerts().setHolding(!atTop);
        if (atTop) {
            m_feed.alerts().releaseHeld();
        }
    });
    connect(m_list, &QAbstractItemView::doubleClicked, this, &InboxPage::openCurrent);
    connect(&m_context.time, &TimeControl::zoneChanged, this, [this] {
        m_list->viewport()->update();
        refreshClearance();
    });
}

void InboxPage::connectBars()
{
    AlertModel &model = m_feed.alerts();
    m_bar->suggestFrom(model.alerts());
    connect(m_bar, &FilterBar::filterChosen, this, [this](const AlertFilter &filter) {
        m_feed.alerts().advanceTo(m_context.clock.now());
        m_feed.alerts().setFilter(filter);
        refreshTotals();
        refreshClearance();
        const QString count = inboxwords::quietCount(m_feed.alerts().alerts().quiet(), m_context.clock.now(), m_context.time);
        m_herald->tellFilter(m_feed.alerts().rowCount() > 0 ? count : tr("No alert matches the filter."));
        emit currentChanged();
    });
    connect(m_bar, &FilterBar::filterRefused, m_strips, &StripRow::setFilterProblem);
    connect(m_bar, &FilterBar::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_bar, &FilterBar::groupingChosen, this, [this, &model](AlertGrouping grouping) { arrange(grouping, model.order()); });
    connect(m_bar, &FilterBar::sortChosen, this, [this, &model](AlertSort sort) { arrange(model.grouping(), sort); });
    connect(m_strips, &StripRow::problemDismissed, this, [this] { m_strips->setProblem({}); });
    connect(m_strips, &StripRow::refreshAsked, this, [this] { m_context.sources.refresh(); });
    connect(m_strips, &StripRow::newAsked, &model, &AlertModel::releaseHeld);
    connect(m_strips, &StripRow::unmarkAsked, this, [&model] { model.setAllMarked(false); });
    connect(m_empty, &EmptyState::activated, this, &InboxPage::activateEmptiness);
    connect(m_controller, &InboxController::problem, m_strips, &StripRow::setProblem);
    connect(m_controller, &InboxController::accepted, this, [&model] { model.setAllMarked(false); });
    connect(m_detail, &DetailPane::resendAsked, m_controller, &InboxController::resend);
    connect(m_detail, &DetailPane::withdrawAsked, m_controller, &InboxController::withdraw);
    connect(m_outbox, &OutboxPanel::resendAsked, m_controller, &InboxController::resend);
    connect(m_outbox, &OutboxPanel::withdrawAsked, m_controller, &InboxController::withdraw);
    connect(m_outbox, &OutboxPanel::closeAsked, m_outbox, &QWidget::hide);
    connect(m_outbox, &OutboxPanel::closeAsked, m_list, qOverload<>(&QWidget::setFocus));
}

void InboxPage::connectActions()
{
    const auto on = [this](const char *name, auto &&run) {
        QAction *action = m_actions->action(QLatin1StringView(name));
        // Keys that move within other widgets belong to the list alone.
        const bool isOfList = action->objectName() == QLatin1StringView("inbox.fold") || action->objectName() == QLatin1StringView("inbox.unfold")
            || action->objectName() == QLatin1StringView("inbox.open");
        if (isOfList) {
            action->setShortcutContext(Qt::WidgetShortcut);
        }
        (isOfList ? static_cast<QWidget *>(m_list) : this)->addAction(action);
        connect(action, &QAction::triggered, this, run);
    };
    on("acknowledge", [this] { m_controller->acknowledge(); });
    on("silence", [this] { m_controller->silence(); });
    on("extendSilence", [this] { m_controller->extendSilence(false); });
    on("extendUntil", [this] { m_controller->extendSilence(true); });
    on("expireSilence", [this] { m_controller->expireSilence(); });
    on("note", [this] { m_controller->note(); });
    on("undo", [this] { m_controller->undo(); });
    on("runbook", [this] { m_controller->openRunbook(); });
    on("openSource", [this] { m_controller->openSource(); });
    on("copy", [this] { m_controller->copy(); });
    on("service", [this] { m_controller->openService(); });
    on("mark", [this] { toggleMark(); });
    on("markAll", [this] { toggleAllMarks(); });
    on("fold", [this] { fold(true); });
    on("unfold", [this] { fold(false); });
    on("open", [this] { openCurrent(); });
    on("next", [this] { m_list->step(1); });
    on("previous", [this] { m_list->step(-1); });
    on("search", [this] { m_bar->focusFilter(); });
    on("showNew", [this] { m_feed.alerts().releaseHeld(); });
    on("outbox", [this] { m_outbox->setVisible(m_outbox->isHidden()); });
    on("group", [this] { arrange(AlertGrouping((int(m_feed.alerts().grouping()) + 1) % 4), m_feed.alerts().order()); });
    on("sort", [this] { arrange(m_feed.alerts().grouping(), AlertSort((int(m_feed.alerts().order()) + 1) % 4)); });
    on("refresh", [this] { m_context.sources.refresh(); });
    const auto follow = [this](const PreferenceValues &values) {
        m_actions->setSingleKeys(values.isSingleKeyEnabled);
        m_bar->setMe(values.author);
    };
    follow(m_context.preferences.values());
    connect(&m_context.preferences, &Preferences::changed, this, follow);
}

void InboxPage::arrange(AlertGrouping grouping, AlertSort sort)
{
    m_feed.alerts().arrange(grouping, sort);
    m_bar->setArrangement(grouping, sort);
    emit currentChanged();
}

void InboxPage::refreshDetail()
{
    m_firstDetail.stop();
    const int row = m_list->currentRow();
    const AlertModel &model = m_feed.alerts();
    if (const Alert *alert = model.alertAt(row)) {
        const bool isOther = alert->key != m_detail->shown();
        const QModelIndex index = model.index(row, 0);
        const UtcTime until {index.data(AlertModel::UntilRole).toLongLong()};
        m_detail->showAlert(RowWords::asSeen(index), until, index.data(AlertModel::IsStaleRole).toBool());
        if (isOther) {
            emit currentChanged();
        }
    } else if (const AlertGroup *group = model.headerAt(row)) {
        m_detail->showGroup(*group, m_feed.summary(*group, InboxController::ManyAlerts), model.alerts().totals().marked);
    } else {
        m_detail->showNothing(model.rowCount() > 0);
    }
}

void InboxPage::refreshTotals()
{
    const AlertIndex::Totals &totals = m_feed.alerts().alerts().totals();
    m_strips->setNew(totals.held);
    m_strips->setMarked(totals.marked);
    if (std::exchange(m_badge, totals.openCritical) != totals.openCritical) {
        emit badgeChanged(totals.openCritical);
    }
    m_actions->action(QStringLiteral("acknowledge"))
        ->setText(totals.marked > 0 ? tr("Acknowledge %n marked", nullptr, totals.marked) : tr("Acknowledge"));
    if (m_feed.alerts().headerAt(m_list->currentRow()) != nullptr && !m_firstDetail.isActive()) {
        refreshDetail();
    }
    refreshClearance();
}

void InboxPage::refreshClearance()
{
    const Clearance clearance = m_feed.clearance();
    m_strips->setSources(clearance);
    m_list->setAllLive(clearance.isAllLive());
    // None that is known is not none.
    const bool isCounted = clearance.kind == Clearance::Kind::Alerts || clearance.kind == Clearance::Kind::Filtered
        || clearance.kind == Clearance::Kind::AllClear;
    m_bar->setCount(isCounted ? inboxwords::quietCount(m_feed.alerts().alerts().quiet(), m_context.clock.now(), m_context.time) : QString());
    const bool hadList = m_stack->currentWidget() == m_list;
    m_stack->setCurrentWidget(clearance.kind == Clearance::Kind::Alerts ? static_cast<QWidget *>(m_list) : m_empty);
    if (!hadList && hasFocus() && m_stack->currentWidget() == m_list) {
        m_list->setFocus();
    }
    if (clearance.kind != Clearance::Kind::Alerts) {
        const inboxwords::Emptiness words = inboxwords::emptiness(clearance, m_context.sources.context().name, m_context.clock.now(), m_context.time);
        const bool isFiltered = clearance.kind == Clearance::Kind::Filtered;
        m_empty->set(words.icon, words.sentence, isFiltered ? inboxwords::obstacles(m_feed.alerts().alerts()) : words.advice, words.button);
    } else if (m_list->currentRow() < 0) {
        // The first alert, not the header above it: what a person came to see.
        const QScopedValueRollback choosing(m_isChoosing, true);
        m_list->setCurrentRow(m_feed.alerts().alertAt(1) != nullptr ? 1 : 0);
    }
    if (m_list->currentRow() < 0) {
        refreshDetail();
    }
}

void InboxPage::activateEmptiness()
{
    switch (m_feed.clearance().kind) {
    case Clearance::Kind::Filtered:
        m_bar->setFilter({});
        m_list->setFocus();
        break;
    case Clearance::Kind::NoSources:
    case Clearance::Kind::NoneTells:
        m_context.navigator.go({QStringLiteral("settings"), {}, {}});
        break;
    case Clearance::Kind::Unreadable:
        m_feed.load();
        break;
    default:
        m_context.sources.refresh();
        break;
    }
}

void InboxPage::fold(bool folded)
{
    const int header = m_feed.alerts().headerRowOf(m_list->currentRow());
    const AlertGroup *group = m_feed.alerts().headerAt(header);
    if (group != nullptr && group->isFolded != folded) {
        m_list->setCurrentRow(header);
        m_feed.alerts().setFolded(header, folded);
        m_herald->tellFold(*m_feed.alerts().headerAt(header), m_list->words().count(*m_feed.alerts().headerAt(header)));
    } else if (group != nullptr && folded) {
        m_list->setCurrentRow(header);
    }
}

void InboxPage::openCurrent()
{
    if (const AlertGroup *group = m_feed.alerts().headerAt(m_list->currentRow())) {
        fold(!group->isFolded);
    } else if (m_feed.alerts().alertAt(m_list->currentRow()) != nullptr) {
        m_detail->setFocus();
        m_detail->ensureVisible(0, 0);
    }
}

void InboxPage::show(const Destination &destination)
{
    if (destination.arguments.contains(QStringLiteral("filter"))) {
        m_bar->setFilter(destination.arguments.value(QStringLiteral("filter")));
    }
    bool isGroup = false;
    const int grouping = destination.arguments.value(QStringLiteral("group")).toInt(&isGroup);
    bool isSort = false;
    const int sort = destination.arguments.value(QStringLiteral("sort")).toInt(&isSort);
    if (isGroup && isSort && grouping >= 0 && grouping <= int(AlertGrouping::None) && sort >= 0 && sort <= int(AlertSort::Title)) {
        arrange(AlertGrouping(grouping), AlertSort(sort));
    }
    if (!destination.object.isEmpty()) {
        m_wanted = AlertKey::fromString(destination.object);
        revealWanted();
    }
}

void InboxPage::revealWanted()
{
    if (!m_wanted.isValid() || m_feed.clearance().kind == Clearance::Kind::Loading) {
        return;
    }
    const AlertKey wanted = std::exchange(m_wanted, AlertKey {});
    const int slot = m_feed.alerts().alerts().slotOf(wanted);
    if (slot < 0) {
        m_context.navigator.toast(tr("That alert is no longer listed."));
        return;
    }
    if (!m_feed.alerts().alerts().item(slot).isMatched) {
        m_bar->setFilter({});
        m_context.navigator.toast(tr("Filter cleared to show that alert."));
    }
    m_list->setCurrentRow(m_feed.alerts().reveal(wanted));
}

Destination InboxPage::current() const
{
    const AlertModel &model = m_feed.alerts();
    return {QStringLiteral("inbox"), m_detail->shown().isValid() ? m_detail->shown().toString() : QString(),
        {{QStringLiteral("filter"), m_bar->filter()}, {QStringLiteral("group"), QString::number(int(model.grouping()))},
            {QStringLiteral("sort"), QString::number(int(model.order()))}}};
}

QList<QAction *> InboxPage::verbs() const
{
    return m_actions->all();
}

std::vector<PaletteItem> InboxPage::find(const QString &text, int limit) const
{
    std::vector<PaletteItem> items;
    const AlertIndex &alerts = m_feed.alerts().alerts();
    for (const Alert &alert : searchAlerts(alerts, text, limit)) {
        items.push_back({alert.title, alert.service.isEmpty() ? alert.summary : alert.service + QStringLiteral(" · ") + alert.summary,
            Destination {QStringLiteral("inbox"), alert.key.toString(), {}}});
    }
    return items;
}

QByteArray InboxPage::exportCsv() const
{
    return alertsToCsv(m_feed.alerts().alerts());
}

void InboxPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    setFocus();
}

void InboxPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    // An empty inbox keeps the focus itself, so that its keys work there too.
    if (m_stack->currentWidget() == m_list) {
        m_list->setFocus(event->reason());
    }
}

} // namespace quarterdeck
