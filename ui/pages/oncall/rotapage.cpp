#include "ui/pages/oncall/rotapage.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/ports/preferences.h"
#include "app/ports/sources.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/oncall/dutywords.h"
#include "ui/pages/oncall/handoverdialog.h"
#include "ui/pages/oncall/oncallwords.h"
#include "ui/pages/oncall/rotaboard.h"
#include "ui/pages/oncall/rotadelegate.h"
#include "ui/pages/oncall/shiftwords.h"
#include "ui/pages/parts/dayclock.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/stalestrip.h"
#include "ui/widgets/tablecsv.h"
#include "ui/widgets/verbbutton.h"

#include <QHeaderView>
#include <QLocale>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int LookEvery = 30'000; // ms
constexpr int LeastPolicy = 200;  // pixels
const QString ShiftsView = QStringLiteral("shifts");

} // namespace

RotaPage::RotaPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_feed(context.onCall, context.sources, context.clock)
    , m_instantText([this](UtcTime at) { return dayClockText(m_context.time, at, m_context.clock.now()); })
    , m_dutyWords(new DutyWords(m_instantText, this))
    , m_shiftWords(new ShiftWords([this](UtcTime at) { return m_context.time.exactText(at); }, this))
    , m_caption(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_filter(new FilterEdit(context.theme, tr("Filter by policy, person, service or schedule"), this))
    , m_strip(new StaleStrip(context.theme, this))
    , m_table(new QuietTable(context.theme, this))
    , m_lowerHead(new SectionHead(context.theme, tr("The next 14 days"), this))
    , m_board(new RotaBoard(context.theme, this))
    , m_shiftTable(new QuietTable(context.theme, this))
    , m_empty(new EmptyState(context.theme, this))
{
    setObjectName(QStringLiteral("oncallPage"));
    setAccessibleName(tr("On call"));
    m_dutyWords->setSourceModel(&m_duties);
    m_shiftWords->setSourceModel(&m_shifts);
    addVerbs();
    buildTables();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Hairline(context.theme, Qt::Horizontal, this));
    column->addWidget(m_strip);
    column->addWidget(buildContent(), 1);
    connect(&m_feed, &OnCallFeed::answered, this, &RotaPage::take);
    connect(m_strip, &StaleStrip::activated, &m_feed, &OnCallFeed::read);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &filter) {
        m_duties.setFilter(filter);
        tell();
        emit currentChanged();
    });
    connect(m_filter, &FilterEdit::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (!m_feed.hasSource()) {
            m_context.navigator.go({QStringLiteral("settings"), {}, {}});
        } else if (!m_duties.all().empty()) {
            m_filter->setFilter({});
        } else {
            m_feed.read();
        }
    });
    connect(&context.time, &TimeControl::zoneChanged, this, [this] {
        m_dutyWords->refresh();
        m_shiftWords->refresh();
        tell();
    });
    connect(&context.sources, &Sources::statusChanged, this, [this] { look(); });
    auto *timer = new QTimer(this);
    timer->setInterval(LookEvery);
    connect(timer, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            take();
            look();
        }
    });
    timer->start();
    tell();
}

QWidget *RotaPage::buildHead()
{
    m_caption->setLook(m_context.theme, TypeFace::Caption, Token::Muted);
    m_title->setLook(m_context.theme, TypeFace::Title);
    m_title->setObjectName(QStringLiteral("oncallTitle"));
    // What is said of the cover stands at the end of the sentence: it is never cut.
    m_title->setWordWrap(true);
    m_filter->setObjectName(QStringLiteral("oncallFilter"));
    m_filter->setAccessibleName(tr("Filter who is on call"));
    m_filter->setFixedWidth(300);
    m_strip->setObjectName(QStringLiteral("oncallStrip"));
    auto *head = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_caption);
    words->addWidget(m_title);
    auto *handover = new VerbButton(m_context.theme, findChild<QAction *>(QStringLiteral("oncallHandover")), VerbButton::Rank::Secondary, head);
    handover->setObjectName(QStringLiteral("oncallHandoverButton"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 18, 10);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_filter, 0, Qt::AlignBottom);
    row->addWidget(handover, 0, Qt::AlignBottom);
    return head;
}

void RotaPage::buildTables()
{
    m_table->setObjectName(QStringLiteral("oncallTable"));
    m_table->setAccessibleName(tr("Who is on call now and next"));
    m_table->setModel(m_dutyWords);
    m_table->setItemDelegate(new RotaDelegate(m_context.theme, DutyListModel::KindRole, DutyListModel::NowColumn, DutyListModel::LevelRole, m_table));
    m_shiftTable->setObjectName(QStringLiteral("oncallShifts"));
    m_shiftTable->setAccessibleName(tr("Shifts of the next 14 days"));
    m_shiftTable->setModel(m_shiftWords);
    m_shiftTable->setItemDelegate(new RotaDelegate(m_context.theme, ShiftListModel::KindRole, ShiftListModel::PeopleColumn, 0, m_shiftTable));
    m_shiftTable->horizontalHeader()->setSectionResizeMode(ShiftListModel::PolicyColumn, QHeaderView::Stretch);
    const auto setKeys = [this](const PreferenceValues &values) {
        m_table->setSingleKeys(values.isSingleKeyEnabled);
        m_shiftTable->setSingleKeys(values.isSingleKeyEnabled);
    };
    setKeys(m_context.preferences.values());
    connect(&m_context.preferences, &Preferences::changed, this, setKeys);
    m_board->setObjectName(QStringLiteral("oncallBoard"));
    m_board->setAccessibleName(tr("Rota of the next 14 days"));
    m_board->setInstantText(m_instantText);
}

QWidget *RotaPage::buildContent()
{
    auto *lower = new QWidget(this);
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 10, 0, 0);
    lowerColumn->setSpacing(4);
    auto *headRow = new QHBoxLayout;
    headRow->setContentsMargins(16, 0, 18, 0);
    headRow->addWidget(m_lowerHead);
    lowerColumn->addLayout(headRow);
    auto *kinds = new QWidget(lower);
    m_lower = new QStackedLayout(kinds);
    m_lower->addWidget(m_board);
    m_lower->addWidget(m_shiftTable);
    lowerColumn->addWidget(kinds, 1);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(QStringLiteral("oncall.parts"));
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->addWidget(m_table);
    parts->addWidget(lower);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    m_empty->setObjectName(QStringLiteral("oncallEmpty"));
    auto *content = new QWidget(this);
    m_stack = new QStackedLayout(content);
    m_stack->addWidget(parts);
    m_stack->addWidget(m_empty);
    return content;
}

void RotaPage::addVerbs()
{
    const auto add = [this](const char *name, const QString &text, Qt::Key key, auto run) {
        auto *action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_verbs.append(action);
    };
    add("oncallFind", tr("Filter who is on call"), Qt::Key_Slash, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    add("oncallHandover", tr("Hand over…"), Qt::Key_H, [this] { (new HandoverDialog(m_context, window()))->open(); });
    add("oncallTableVerb", tr("Show the shifts as a table"), Qt::Key_T, [this] {
        setShiftsShown(m_lower->currentIndex() == 0);
        emit currentChanged();
    });
    add("oncallRead", tr("Read who is on call again"), Qt::Key_R, [this] { m_feed.read(); });
}

void RotaPage::show(const Destination &destination)
{
    if (destination.arguments.contains(QStringLiteral("filter"))) {
        m_filter->setFilter(destination.arguments.value(QStringLiteral("filter")));
    }
    if (destination.arguments.contains(QStringLiteral("view"))) {
        setShiftsShown(destination.arguments.value(QStringLiteral("view")) == ShiftsView);
    }
    m_table->setFocus(Qt::OtherFocusReason);
    look();
}

Destination RotaPage::current() const
{
    return {QStringLiteral("oncall"), {},
        {{QStringLiteral("filter"), m_filter->text()}, {QStringLiteral("view"), m_lower->currentIndex() == 1 ? ShiftsView : QString()}}};
}

QList<QAction *> RotaPage::verbs() const
{
    return m_verbs;
}

std::vector<PaletteItem> RotaPage::find(const QString &text, int limit) const
{
    std::vector<PaletteItem> found;
    for (const RotaRow &row : m_duties.all()) {
        const bool isMeant = row.level == 1 && !text.trimmed().isEmpty() && row.policy.name.contains(text.trimmed(), Qt::CaseInsensitive);
        if (isMeant && int(found.size()) < limit) {
            QStringList names;
            std::ranges::transform(row.duty.now, std::back_inserter(names), &OnCallPerson::name);
            const auto kind = !names.isEmpty() ? RotaStretch::Kind::Somebody
                : row.duty.isKnown             ? RotaStretch::Kind::Nobody
                                               : RotaStretch::Kind::Unknown;
            found.push_back({text::plain(row.policy.name, 120), tr("On call: %1").arg(peopleWords(kind, names)),
                {QStringLiteral("oncall"), {}, {{QStringLiteral("filter"), row.policy.name}}}});
        }
    }
    return found;
}

QByteArray RotaPage::exportCsv() const
{
    return m_shifts.rowCount() > 0 ? tableCsv(*m_shiftWords) : QByteArray();
}

void RotaPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    take();
    look();
}

void RotaPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // Where a policy has no room the source goes, which hovering over the board still tells, then who is next.
    const int room = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    constexpr int Level = 64;
    constexpr int Until = 150;
    int now = std::max(150, room / 4);
    int next = std::max(140, room / 5);
    int source = 130;
    const auto isTooNarrow = [&] { return room - Level - Until - now - next - source < LeastPolicy; };
    source = isTooNarrow() ? 0 : source;
    next = isTooNarrow() ? 0 : next;
    const int widths[] = {std::max(LeastPolicy, room - Level - Until - now - next - source), Level, now, Until, next, source};
    for (int column = 0; column < DutyListModel::ColumnCount; ++column) {
        m_table->setColumnHidden(column, widths[column] == 0);
        if (widths[column] > 0) {
            m_table->setColumnWidth(column, widths[column]);
        }
    }
    const int shiftWidths[] = {200, 200, std::max(160, room / 5), 0, Level, 130};
    for (int column = 0; column < ShiftListModel::ColumnCount; ++column) {
        if (shiftWidths[column] > 0) {
            m_shiftTable->setColumnWidth(column, shiftWidths[column]);
        }
    }
}

void RotaPage::look()
{
    if (isVisible()) {
        m_feed.look();
        tell();
    }
}

TimeRange RotaPage::range() const
{
    return {m_context.clock.now(), m_feed.until()};
}

void RotaPage::take()
{
    const auto &answer = m_feed.answer();
    const TimeRange shown = range();
    m_duties.setRows(answer && *answer && shown.from < shown.to ? rotaOf(**answer, shown) : std::vector<RotaRow>());
    tell();
}

void RotaPage::tell()
{
    const int all = int(std::ranges::count(m_duties.all(), 1, &RotaRow::level));
    const int shown = int(std::ranges::count(m_duties.shown(), 1, &RotaRow::level));
    const auto &answer = m_feed.answer();
    const bool isKnown = answer && *answer && !m_duties.all().empty();
    const QString count = all == shown ? tr("%n policy(s)", nullptr, all) : tr("%1 of %n policy(s)", nullptr, all).arg(QLocale().toString(shown));
    m_caption->setPlain(isKnown ? count.toUpper() : QString());
    m_title->setPlain(isKnown ? findingWords(findingOf(**answer, m_duties.all(), range())) : tr("On call"));
    const QString missing = doubts();
    m_strip->setSentence(missing, missing.isEmpty() ? QString() : tr("Try again"));
    fillRota();
    setEmpty();
}

QString RotaPage::doubts() const
{
    const auto &answer = m_feed.answer();
    return answer && *answer ? doubtWords(**answer, m_feed.until(), m_context.clock.now(), m_instantText) : QString();
}

void RotaPage::fillRota()
{
    const TimeRange shown = range();
    QStringList people;
    for (const RotaRow &row : m_duties.all()) {
        for (const RotaStretch &stretch : row.stretches) {
            people += stretch.people;
        }
    }
    people.sort();
    people.removeDuplicates();
    m_board->setRota(m_duties.shown(), shown, daysIn(m_context.time, shown), people);
    sayPerson(m_duties.filter(), shown);
}

void RotaPage::sayPerson(const QString &filter, TimeRange shown)
{
    const std::optional<PersonDuty> duty = dutyOfPerson(m_duties.all(), filter, shown);
    m_shifts.setRows(m_duties.shown(), duty ? duty->name : QString());
    if (!duty) {
        m_lowerHead->setRemark({});
        return;
    }
    m_lowerHead->setRemark(personWords(*duty, m_instantText), Token::Muted);
}

void RotaPage::setEmpty()
{
    const auto &answer = m_feed.answer();
    m_stack->setCurrentIndex(m_duties.rowCount() > 0 ? 0 : 1);
    if (m_duties.rowCount() > 0) {
        return;
    }
    if (!m_duties.all().empty()) {
        m_empty->set(QStringLiteral("search"), tr("Nothing matches the filter."), tr("Press Esc to clear it."), tr("Clear filter"));
    } else if (!m_feed.hasSource()) {
        m_empty->set(QStringLiteral("oncall"), tr("No source reports who is on call."),
            tr("PagerDuty does, and so do rotas in iCalendar files (type: calendar)."), tr("Open settings"));
    } else if (!answer) {
        m_empty->set({}, tr("Reading who is on call…"));
    } else if (!*answer) {
        m_empty->set(QStringLiteral("error"), tr("Who is on call is not known."), errorWords(answer->error()), tr("Try again"));
    } else {
        m_empty->set(QStringLiteral("oncall"), tr("The sources have no escalation policy and no rota."), doubts(), tr("Try again"));
    }
}

void RotaPage::setShiftsShown(bool isShown)
{
    const bool hadFocus = m_board->hasFocus() || m_shiftTable->hasFocus();
    m_lower->setCurrentIndex(isShown ? 1 : 0);
    if (hadFocus) {
        m_lower->currentWidget()->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace quarterdeck
