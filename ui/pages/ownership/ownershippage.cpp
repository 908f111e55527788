#include "ui/pages/ownership/ownershippage.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/ports/library.h"
#include "app/ports/preferences.h"
#include "app/ports/sources.h"
#include "ui/pages/ownership/checkdelegate.h"
#include "ui/pages/ownership/ownershipwords.h"
#include "ui/pages/parts/dayclock.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/stalestrip.h"
#include "ui/widgets/tablecsv.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr Millis ReviewedFor {300'000}; // Then whoever looks gets a new review.
constexpr int LookEvery = 30'000;       // ms
constexpr int EvidenceNames = 300;      // pixels
/// What the chips above the board filter by.
constexpr std::array ChipFilters {"is:unowned", "is:dangling", "is:conflict", "no:cover", "no:runbook", "is:unknown"};

QString chipText(std::size_t chip, int count)
{
    switch (chip) {
    case 0:
        return OwnershipPage::tr("%n without an owner", nullptr, count);
    case 1:
        return OwnershipPage::tr("%n with an unknown owner", nullptr, count);
    case 2:
        return OwnershipPage::tr("%n with catalogs that disagree", nullptr, count);
    case 3:
        return OwnershipPage::tr("%n with gaps on call", nullptr, count);
    case 4:
        return OwnershipPage::tr("%n without a runbook", nullptr, count);
    default:
        return OwnershipPage::tr("%n not fully known", nullptr, count);
    }
}

} // namespace

OwnershipPage::OwnershipPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_feed(context.reader, context.onCall, context.sources, context.library, context.clock)
    , m_words(new OwnershipWords(this))
    , m_caption(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_filter(new FilterEdit(context.theme, tr("Filter: name, owner, team:, is:unowned, no:cover"), this))
    , m_strip(new StaleStrip(context.theme, this))
    , m_table(new QuietTable(context.theme, this))
    , m_evidenceHead(new SectionHead(context.theme, QString(), this))
    , m_evidence(new KeyValueGrid(context.theme, this))
    , m_empty(new EmptyState(context.theme, this))
{
    setObjectName(QStringLiteral("ownershipPage"));
    setAccessibleName(tr("Ownership"));
    m_words->setSourceModel(&m_model);
    addVerbs();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(buildChips());
    column->addWidget(new Hairline(context.theme, Qt::Horizontal, this));
    column->addWidget(m_strip);
    column->addWidget(buildContent(), 1);
    connect(&m_feed, &OwnershipFeed::answered, this, &OwnershipPage::take);
    connect(&m_feed, &OwnershipFeed::failed, this, [this](const Error &error) {
        m_problem = error;
        tell();
    });
    connect(m_strip, &StaleStrip::activated, &m_feed, &OwnershipFeed::read);
    // A runbook that is found later makes a check pass.
    connect(&context.library, &Library::changed, this, [this] {
        if (isVisible()) {
            m_feed.read();
        }
    });
    auto *timer = new QTimer(this);
    timer->setInterval(LookEvery);
    connect(timer, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            look();
        }
    });
    timer->start();
    connect(m_filter, &FilterEdit::filterChanged, this, &OwnershipPage::filter);
    connect(m_filter, &FilterEdit::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (!m_model.all().empty()) {
            m_filter->setFilter({});
        } else {
            m_context.navigator.go({QStringLiteral("settings"), {}, {}});
        }
    });
    tell();
}

QWidget *OwnershipPage::buildHead()
{
    m_caption->setLook(m_context.theme, TypeFace::Caption, Token::Muted);
    m_title->setLook(m_context.theme, TypeFace::Title);
    m_title->setObjectName(QStringLiteral("ownershipTitle"));
    m_title->setWordWrap(true);
    m_filter->setObjectName(QStringLiteral("ownershipFilter"));
    m_filter->setAccessibleName(tr("Filter services"));
    m_filter->setFixedWidth(320);
    m_strip->setObjectName(QStringLiteral("ownershipStrip"));
    auto *head = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_caption);
    words->addWidget(m_title);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 18, 8);
    row->addLayout(words, 1);
    row->addWidget(m_filter, 0, Qt::AlignBottom);
    return head;
}

QWidget *OwnershipPage::buildChips()
{
    auto *outer = new QWidget(this);
    auto *around = new QVBoxLayout(outer);
    around->setContentsMargins(16, 0, 16, 10);
    auto *box = new QWidget(outer);
    auto *row = new FlowRow(box);
    around->addWidget(box);
    for (std::size_t i = 0; i < ChipFilters.size(); ++i) {
        auto *chip = new Chip(m_context.theme, {}, box);
        chip->setObjectName(QStringLiteral("ownershipChip%1").arg(i));
        connect(chip, &QAbstractButton::clicked, this, [this, i] {
            const QString wanted = QString::fromLatin1(ChipFilters.at(i));
            m_filter->setFilter(m_filter->text() == wanted ? QString() : wanted);
        });
        row->addWidget(chip);
        m_chips.push_back(chip);
    }
    return outer;
}

QWidget *OwnershipPage::buildContent()
{
    m_table->setObjectName(QStringLiteral("ownershipTable"));
    m_table->setAccessibleName(tr("Checks by service"));
    m_table->setModel(m_words);
    m_table->setItemDelegate(new CheckDelegate(m_context.theme, m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(OwnershipListModel::PassedColumn, Qt::AscendingOrder);
    m_table->setColumnWidth(OwnershipListModel::ServiceColumn, 190);
    m_table->setColumnWidth(OwnershipListModel::OwnerColumn, 120);
    m_table->setColumnWidth(OwnershipListModel::PassedColumn, 80);
    for (int column = OwnershipListModel::FirstCheckColumn; column < m_words->columnCount(); ++column) {
        m_table->setColumnWidth(column, 76);
    }
    const auto setKeys = [this](const PreferenceValues &values) { m_table->setSingleKeys(values.isSingleKeyEnabled); };
    setKeys(m_context.preferences.values());
    connect(&m_context.preferences, &Preferences::changed, this, setKeys);
    connect(m_table, &QTableView::activated, this, &OwnershipPage::openService);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        tellEvidence();
        emit currentChanged();
    });
    auto *evidence = new QWidget(this);
    evidence->setObjectName(QStringLiteral("ownershipEvidence"));
    auto *column = new QVBoxLayout(evidence);
    column->setContentsMargins(16, 10, 16, 12);
    column->addWidget(m_evidenceHead);
    column->addWidget(m_evidence);
    column->addStretch(1);
    m_evidence->setNameWidth(EvidenceNames);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(evidence);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(QStringLiteral("ownership.parts"));
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->addWidget(m_table);
    parts->addWidget(area);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    parts->setSizes({400, 300});
    m_empty->setObjectName(QStringLiteral("ownershipEmpty"));
    auto *content = new QWidget(this);
    m_stack = new QStackedLayout(content);
    m_stack->addWidget(parts);
    m_stack->addWidget(m_empty);
    return content;
}

void OwnershipPage::addVerbs()
{
    const auto add = [this](const char *name, const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_verbs.append(action);
    };
    add("ownershipFind", tr("Filter services"), Qt::Key_Slash, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    add("ownershipService", tr("Open the service"), Qt::Key_S, [this] { openService(); });
    add("ownershipOnCall", tr("Show who is on call for it"), Qt::Key_C, [this] {
        if (const QString service = m_table->currentKey(KeyRole); !service.isEmpty()) {
            m_context.navigator.go({QStringLiteral("oncall"), {}, {{QStringLiteral("filter"), service}}});
        }
    });
    add("ownershipReview", tr("Review again"), Qt::Key_R, [this] { m_feed.read(); });
}

void OwnershipPage::show(const Destination &destination)
{
    if (destination.arguments.contains(QStringLiteral("filter"))) {
        m_filter->setFilter(destination.arguments.value(QStringLiteral("filter")));
    }
    m_wanted = destination.object;
    if (const int row = m_model.rowOf(m_wanted); row >= 0) {
        m_table->setCurrentIndex(m_words->index(row, 0));
    }
    m_table->setFocus(Qt::OtherFocusReason);
}

Destination OwnershipPage::current() const
{
    return {QStringLiteral("ownership"), m_table->currentKey(KeyRole), {{QStringLiteral("filter"), m_filter->text()}}};
}

QList<QAction *> OwnershipPage::verbs() const
{
    return m_verbs;
}

std::vector<PaletteItem> OwnershipPage::find(const QString &, int) const
{
    return {};
}

QByteArray OwnershipPage::exportCsv() const
{
    return m_model.rowCount() > 0 ? tableCsv(*m_words) : QByteArray();
}

void OwnershipPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    look();
}

void OwnershipPage::look()
{
    const bool isOld = !m_view || m_context.clock.now() - m_view->at > ReviewedFor;
    if (isOld && !m_context.sources.isPaused()) {
        m_feed.read();
    }
    tell();
}

void OwnershipPage::filter(const QString &text)
{
    const auto wanted = OwnershipFilter::parse(text);
    m_filterProblem = wanted ? QString()
                             : tr("No such filter “%1”; available: %2").arg(text::plain(wanted.error(), 60), phrases::list(OwnershipFilter::words()));
    m_filter->setProblem(m_filterProblem);
    if (wanted) {
        m_model.setFilter(*wanted);
        emit currentChanged();
    }
    tell();
}

void OwnershipPage::take(const OwnershipView &view)
{
    const QString chosen = m_table->currentIndex().isValid() ? m_table->currentKey(KeyRole) : m_wanted;
    m_view = view;
    m_problem.reset();
    m_model.setReviews(view.reviews);
    const bool isChosen = m_table->currentIndex().isValid() && m_table->currentKey(KeyRole) == chosen;
    if (const int row = std::max(0, m_model.rowOf(chosen)); !isChosen && row < m_model.rowCount()) {
        m_table->setCurrentIndex(m_words->index(row, 0));
    }
    tell();
}

void OwnershipPage::tell()
{
    const int all = int(m_model.all().size());
    const int shown = m_model.rowCount();
    const QString count = all == shown ? tr("%n service(s)", nullptr, all) : tr("%1 of %n service(s)", nullptr, all).arg(QLocale().toString(shown));
    const QString age = m_view ? tr("reviewed %1 ago").arg(ageText(m_context.clock.now() - m_view->at)) : QString();
    m_caption->setPlain(m_view ? QStringLiteral("%1 · %2").arg(count.toUpper(), age.toUpper()) : QString());
    m_title->setPlain(m_view && all > 0 ? reviewFinding(*m_view) : tr("Ownership"));
    const QString doubts = m_view ? reviewDoubts(*m_view, [this](UtcTime at) { return instantText(at); }) : QString();
    const bool isRefused = !m_filterProblem.isEmpty();
    QString lack = doubts.isEmpty() ? QString() : tr("Not everything is known: %1").arg(doubts);
    if (m_problem && m_view) {
        lack = tr("This review is of %1 ago, and there is no newer one: %2").arg(ageText(m_context.clock.now() - m_view->at), errorWords(*m_problem));
    }
    m_strip->setSentence(isRefused ? m_filterProblem : lack, isRefused || lack.isEmpty() ? QString() : tr("Review again"));
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const auto filter = OwnershipFilter::parse(QString::fromLatin1(ChipFilters.at(i)));
        const auto hits = std::ranges::count_if(m_model.all(), [&filter](const ServiceReview &review) { return filter->matches(review); });
        m_chips[i]->setChipText(chipText(i, int(hits)));
        m_chips[i]->setAccented(m_filter->text() == QLatin1StringView(ChipFilters.at(i)));
        m_chips[i]->setVisible(m_view && all > 0);
    }
    tellEvidence();
    setEmpty();
}

void OwnershipPage::tellEvidence()
{
    std::vector<KeyValueGrid::Row> rows;
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    if (row >= 0 && row < m_model.rowCount()) {
        const ServiceReview &review = m_model.reviewAt(row);
        m_evidenceHead->setTitle(text::plain(review.service, 120));
        m_evidenceHead->setRemark(review.owner.isEmpty() ? tr("no owner") : text::plain(review.owner, 120), Token::Muted);
        for (const CheckResult &result : review.checks) {
            const QString evidence = evidenceWords(result, [this](UtcTime at) { return instantText(at); });
            const QString word = checkStateWord(result.state);
            const Token token = result.state == CheckState::Fail ? Token::Critical
                : result.state == CheckState::Unknown            ? Token::Warning
                : result.state == CheckState::Pass               ? Token::Text
                                                                 : Token::Muted;
            rows.push_back({checkStatement(result.check), evidence.isEmpty() ? word : phrases::pair(word, evidence), adviceWords(result), token});
        }
    } else {
        m_evidenceHead->setTitle(tr("Choose a service"));
        m_evidenceHead->setRemark({});
    }
    m_evidence->setRows(rows);
}

void OwnershipPage::setEmpty()
{
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    if (m_model.rowCount() > 0) {
        return;
    }
    if (m_problem) {
        m_empty->set(QStringLiteral("error"), tr("Ownership cannot be reviewed."), errorWords(*m_problem));
    } else if (!m_view) {
        m_empty->set({}, tr("Reviewing…"));
    } else if (!m_model.all().empty()) {
        m_empty->set(QStringLiteral("search"), tr("No service matches the filter."), tr("Press Esc to clear it."), tr("Clear filter"));
    } else {
        m_empty->set(QStringLiteral("services"), tr("No services yet."),
            tr("Services come from config.yaml, from catalogs and from the labels of alerts."), tr("Open settings"));
    }
}

void OwnershipPage::openService()
{
    if (const QString service = m_table->currentKey(KeyRole); !service.isEmpty()) {
        m_context.navigator.go({QStringLiteral("services"), service, {}});
    }
}

QString OwnershipPage::instantText(UtcTime at) const
{
    return dayClockText(m_context.time, at, m_context.clock.now());
}

} // namespace quarterdeck
