#include "ui/pages/load/loadpage.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/ports/preferences.h"
#include "app/ports/reader.h"
#include "app/ports/sources.h"
#include "models/loadweeks.h"
#include "models/servicehealth.h"
#include "ui/pages/load/explainpanel.h"
#include "ui/pages/load/explanation.h"
#include "ui/pages/load/fairnesscard.h"
#include "ui/pages/load/figuretable.h"
#include "ui/pages/load/loadcsv.h"
#include "ui/pages/load/loadtiles.h"
#include "ui/pages/load/loadwords.h"
#include "ui/widgets/barcolumns.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/stalestrip.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTimeZone>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr std::size_t ruleLimit = 8;
constexpr int OneBelowTheOther = 960; // pixels, below which a sentence or a table has no room beside another
const QList<int> windowDays = {7, 28, 91};

} // namespace

LoadPage::LoadPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_caption(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_windows(new QButtonGroup(this))
    , m_team(new QComboBox(this))
    , m_service(new QComboBox(this))
    , m_strip(new StaleStrip(context.theme, this))
    , m_tiles(new LoadTiles(context.theme, this))
    , m_chart(new BarColumns(context.theme, this))
    , m_chartHead(new SectionHead(context.theme, tr("Interruptions per week"), this))
    , m_rules(new FigureTable(context.theme, this))
    , m_fairness(new FairnessCard(context.theme, this))
    , m_explain(new ExplainPanel(context.theme, this))
    , m_explanation(new Explanation(context, m_explain, this))
    , m_empty(new EmptyState(context.theme, this))
    , m_history(new LoadHistory(context.reader, this))
{
    setObjectName(QStringLiteral("loadPage"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Load"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_strip);
    auto *content = new QWidget(this);
    m_stack = new QStackedLayout(content);
    auto *area = new QScrollArea(content);
    area->setObjectName(QStringLiteral("loadArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(buildBody());
    m_stack->addWidget(area);
    m_stack->addWidget(m_empty);
    column->addWidget(content, 1);
    m_empty->setObjectName(QStringLiteral("loadEmpty"));
    m_empty->set({}, tr("Counting…"));
    m_stack->setCurrentIndex(1);
    addVerbs();
    const auto explainKeys = [this](const QStringList &keys) { explain({keys, {}, {}}); };
    connect(m_tiles, &LoadTiles::explainWanted, this, explainKeys);
    connect(m_rules, &FigureTable::activated, this, [this](int row) {
        const QString rule = m_view && row < int(m_view->report.noise.size()) ? m_view->report.noise[std::size_t(row)].title : QString();
        explain({{QStringLiteral("noise"), QStringLiteral("transient_rate"), QStringLiteral("repeat_rate")}, rule, {}});
    });
    connect(m_fairness, &FairnessCard::explainWanted, this, explainKeys);
    connect(m_chart, &BarColumns::columnActivated, this, [this](int bar) {
        std::optional<TimeRange> week;
        if (m_view && bar >= 0 && bar < int(m_view->weeks.size())) {
            week = TimeRange {m_view->weeks[std::size_t(bar)].start, m_view->weeks[std::size_t(bar)].end};
        }
        explain({{QStringLiteral("interruptions.total"), QStringLiteral("interruptions.sleep")}, {}, week});
    });
    connect(m_history, &LoadHistory::answered, this, &LoadPage::accept);
    connect(m_history, &LoadHistory::failed, this, [this](const Error &error) {
        m_empty->set(QStringLiteral("error"), tr("The history cannot be read."), errorWords(error));
        m_stack->setCurrentIndex(1);
    });
    connect(&context.reader, &Reader::changed, this, [this](const ChangeSet &changes) {
        if (changes.history && isVisible() && isDue()) {
            reload();
        }
    });
}

QWidget *LoadPage::buildHead()
{
    auto *head = new QWidget(this);
    m_caption->setLook(m_context.theme, TypeFace::Caption, Token::Muted);
    m_caption->setEliding(true);
    m_title->setLook(m_context.theme, TypeFace::Title);
    m_title->setObjectName(QStringLiteral("loadTitle"));
    m_title->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_caption);
    words->addWidget(m_title);
    m_headRow = new QHBoxLayout(head);
    m_headRow->setContentsMargins(22, 14, 22, 10);
    m_headRow->setSpacing(8);
    m_headRow->addLayout(words, 1);
    m_headRow->addWidget(buildSelectors(), 0, Qt::AlignBottom | Qt::AlignRight);
    return head;
}

QWidget *LoadPage::buildSelectors()
{
    auto *selectors = new QWidget(this);
    auto *row = new QHBoxLayout(selectors);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const QStringList names = {tr("7 days"), tr("4 weeks"), tr("13 weeks")};
    for (int i = 0; i < int(windowDays.size()); ++i) {
        auto *button = new QPushButton(names[i], selectors);
        button->setObjectName(QStringLiteral("loadWindow%1").arg(windowDays[i]));
        button->setAccessibleName(tr("Time range: %1").arg(names[i]));
        button->setCheckable(true);
        button->setChecked(windowDays[i] == m_days);
        m_windows->addButton(button, windowDays[i]);
        row->addWidget(button);
    }
    connect(m_windows, &QButtonGroup::idClicked, this, [this](int days) {
        m_days = days;
        reload();
        emit currentChanged();
    });
    const auto addBox = [&](QComboBox *box, const QString &name, const QString &all) {
        box->setObjectName(name);
        box->setAccessibleName(all);
        box->addItem(all, QString());
        box->setFixedWidth(132);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, [this] {
            isDue() ? reload() : ask();
            emit currentChanged();
        });
    };
    addBox(m_team, QStringLiteral("loadTeam"), tr("All teams"));
    addBox(m_service, QStringLiteral("loadService"), tr("All services"));
    return selectors;
}

QWidget *LoadPage::buildBody()
{
    const Theme &theme = m_context.theme;
    auto *body = new QWidget(this);
    m_tiles->setObjectName(QStringLiteral("loadTiles"));
    m_chart->setObjectName(QStringLiteral("loadWeeks"));
    m_chart->setMinimumHeight(190);
    m_rules->setObjectName(QStringLiteral("loadRules"));
    m_rules->setAccessibleName(tr("Incidents by alert rule"));
    m_rules->setColumns({tr("Rule"), tr("Incidents"), tr("Sleep"), tr("Self-resolved"), tr("< 5 min"), tr("Repeated")}, {34, 13, 11, 16, 12, 14});
    m_explain->setObjectName(QStringLiteral("loadExplain"));
    auto *chartCard = new Card(theme, body);
    chartCard->content()->addWidget(m_chartHead);
    chartCard->content()->addWidget(m_chart, 1);
    auto *rulesHead = new SectionHead(theme, tr("Top contributors"), body);
    rulesHead->setRemark(tr("by alert rule"), Token::Muted);
    auto *rulesCard = new Card(theme, body);
    rulesCard->content()->addWidget(rulesHead);
    rulesCard->content()->addWidget(m_rules);
    rulesCard->content()->addStretch(1);
    m_lower = new QHBoxLayout;
    m_lower->setSpacing(16);
    m_lower->addWidget(rulesCard, 58);
    m_lower->addWidget(m_fairness, 42);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(22, 12, 22, 22);
    column->setSpacing(14);
    column->addWidget(m_tiles);
    column->addWidget(m_explain);
    column->addWidget(chartCard);
    column->addLayout(m_lower);
    column->addStretch(1);
    return body;
}

void LoadPage::addVerbs()
{
    const QStringList names = {tr("Load of 7 days"), tr("Load of 4 weeks"), tr("Load of 13 weeks")};
    for (int i = 0; i < int(windowDays.size()); ++i) {
        auto *action = new QAction(names[i], this);
        action->setObjectName(QStringLiteral("loadVerb%1").arg(windowDays[i]));
        action->setShortcut(QKeySequence(Qt::Key_1 + i));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, days = windowDays[i]] { m_windows->button(days)->click(); });
        addAction(action);
        m_verbs.append(action);
    }
    auto *table = new QAction(tr("Show the weeks as a table"), this);
    table->setObjectName(QStringLiteral("loadTable"));
    table->setShortcut(Qt::Key_T);
    table->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(table, &QAction::triggered, this, [this] { m_chart->setTableShown(!m_chart->isTableShown()); });
    addAction(table);
    m_verbs.append(table);
}

void LoadPage::show(const Destination &destination)
{
    const QMap<QString, QString> &wanted = destination.arguments;
    const QMap<QString, int> windows = {{QStringLiteral("7d"), 7}, {QStringLiteral("4w"), 28}, {QStringLiteral("13w"), 91}};
    m_days = windows.value(wanted.value(QStringLiteral("window")), m_days);
    m_windows->button(m_days)->setChecked(true);
    const auto choose = [](QComboBox *box, const QString &name) {
        if (!name.isEmpty() && box->findData(name) < 0) {
            box->addItem(name, name);
        }
        box->setCurrentIndex(std::max(0, box->findData(name)));
    };
    if (wanted.contains(QStringLiteral("team"))) {
        choose(m_team, wanted.value(QStringLiteral("team")));
    }
    if (wanted.contains(QStringLiteral("service"))) {
        choose(m_service, wanted.value(QStringLiteral("service")));
    }
    reload();
}

Destination LoadPage::current() const
{
    const QMap<int, QString> windows = {{7, QStringLiteral("7d")}, {28, QStringLiteral("4w")}, {91, QStringLiteral("13w")}};
    return {"load", {},
        {{"window", windows.value(m_days)}, {"team", m_team->currentData().toString()}, {"service", m_service->currentData().toString()}}};
}

QList<QAction *> LoadPage::verbs() const
{
    return m_verbs;
}

std::vector<PaletteItem> LoadPage::find(const QString &, int) const
{
    return {};
}

QByteArray LoadPage::exportCsv() const
{
    return m_view ? loadCsv(*m_view) : QByteArray();
}

void LoadPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const auto direction = width() < OneBelowTheOther ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_headRow->setDirection(direction);
    m_lower->setDirection(direction);
}

void LoadPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (isDue()) {
        reload();
    }
}

void LoadPage::reload()
{
    m_loadedAt = m_context.clock.now();
    ask();
}

void LoadPage::ask()
{
    LoadScope scope;
    scope.window = {m_loadedAt - Millis(m_days * dayMs), m_loadedAt};
    scope.team = m_team->currentData().toString();
    scope.service = m_service->currentData().toString();
    ResponderZones zones = m_context.preferences.zones();
    if (!zones.contains(QString())) {
        zones.insert(QString(), QTimeZone::systemTimeZoneId());
    }
    m_history->ask(scope, zones, m_context.preferences.values().author);
}

bool LoadPage::isDue() const
{
    return !m_loadedAt.isValid() || m_context.clock.now() - m_loadedAt > Millis(60'000);
}

void LoadPage::accept(const LoadView &view)
{
    m_view = view;
    const LoadScope &scope = view.report.scope;
    QStringList caption {tr("Operational load").toUpper()};
    caption << (scope.team.isEmpty() ? tr("All teams") : scope.team).toUpper();
    if (!scope.service.isEmpty()) {
        caption << scope.service.toUpper();
    }
    caption << tr("%1, %2", "a range of days and its name").arg(rangeText(scope.window), windowName()).toUpper();
    m_caption->setPlain(caption.join(QStringLiteral(" · ")));
    m_title->setPlain(findingText(view.finding, windowName()));
    fillSelector(m_team, view.teams, tr("All teams"));
    fillSelector(m_service, view.services, tr("All services"));
    const QStringList notLive = sourcesNotLive(m_context.sources.statuses());
    m_strip->setToken(notLive.isEmpty() ? Token::Muted : Token::Warning);
    m_strip->setSentence(noticeText(view, notLive));
    if (!view.historyFrom.isValid()) {
        m_empty->set(QStringLiteral("load"), tr("No incidents recorded yet."),
            tr("Quarterdeck counts alerts only while it runs. Allow about a week before relying on these figures."));
        m_stack->setCurrentIndex(1);
        return;
    }
    m_stack->setCurrentIndex(0);
    m_tiles->setView(view);
    fillChart(view);
    fillTables(view);
    m_explanation->follow(view);
}

void LoadPage::fillChart(const LoadView &view)
{
    QStringList names;
    BarColumns::Layer business {tr("business"), Token::Border, {}};
    BarColumns::Layer off {tr("off hours"), Token::Series2, {}};
    BarColumns::Layer sleep {tr("sleep"), Token::Critical, {}};
    for (const LoadWeek &week : view.weeks) {
        const QString day = phrases::day(toDateTime(week.start).toLocalTime().date());
        names << (week.isPartial ? tr("week of %1, incomplete") : tr("week of %1")).arg(day);
        business.values.push_back(week.interruptions.business);
        off.values.push_back(week.interruptions.off);
        sleep.values.push_back(week.interruptions.sleep);
    }
    const QString first = view.weeks.empty() ? QString() : phrases::day(toDateTime(view.weeks.front().start).toLocalTime().date());
    m_chart->setData(names, {business, off, sleep});
    m_chart->setEndLabels(first, tr("now"));
    m_chart->setAccessibleName(tr("Interruptions per week. %1").arg(m_chart->summary()));
}

void LoadPage::fillTables(const LoadView &view)
{
    std::vector<FigureTable::Row> rules;
    const std::vector<NoiseRow> &noise = view.report.noise;
    for (std::size_t i = 0; i < std::min(noise.size(), ruleLimit); ++i) {
        const NoiseRow &row = noise[i];
        const auto figure = [](int count) { return QLocale().toString(count); };
        rules.push_back(
            {{row.title, Token::Text}, {figure(row.incidents), Token::Text}, {figure(row.sleep), row.sleep > 0 ? Token::Critical : Token::Text},
                {figure(row.autoResolved), Token::Text}, {figure(row.transient), Token::Text}, {figure(row.repeats), Token::Text}});
    }
    m_rules->setRows(std::move(rules));
    m_fairness->setView(view);
}

void LoadPage::fillSelector(QComboBox *box, const QStringList &names, const QString &all)
{
    const QString chosen = box->currentData().toString();
    box->clear();
    box->addItem(all, QString());
    for (const QString &name : names) {
        box->addItem(text::plain(name, 80), name);
    }
    if (!chosen.isEmpty() && box->findData(chosen) < 0) {
        box->addItem(text::plain(chosen, 80), chosen);
    }
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

void LoadPage::explain(const FigureQuestion &question)
{
    if (m_view) {
        m_explanation->ask(question, *m_view);
    }
}

QString LoadPage::windowName() const
{
    return m_days == 7 ? tr("7 days") : m_days == 28 ? tr("4 weeks") : tr("13 weeks");
}

} // namespace quarterdeck
