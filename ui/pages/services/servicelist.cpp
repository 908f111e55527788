#include "ui/pages/services/servicelist.h"

#include "app/ports/preferences.h"
#include "app/ports/sources.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/services/servicedelegate.h"
#include "ui/pages/services/servicewords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/stalestrip.h"
#include "ui/widgets/tablecsv.h"

#include <QHeaderView>
#include <QTimer>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {
constexpr int LeastName = 300; // pixels of a name and what is the matter
}

ServiceList::ServiceList(const PageContext &context, ServiceListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(model)
    , m_words(new ServiceWords(this))
    , m_caption(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_filter(new FilterEdit(context.theme, tr("Filter by name, owner or tier"), this))
    , m_strip(new StaleStrip(context.theme, this))
    , m_table(new QuietTable(context.theme, this))
    , m_empty(new EmptyState(context.theme, this))
    , m_stack(new QStackedLayout)
{
    m_words->setSourceModel(&model);
    m_caption->setLook(context.theme, TypeFace::Caption, Token::Muted);
    m_title->setLook(context.theme, TypeFace::Title);
    m_title->setObjectName(QStringLiteral("servicesTitle"));
    m_title->setEliding(true);
    m_filter->setObjectName(QStringLiteral("servicesFilter"));
    m_filter->setAccessibleName(tr("Filter services"));
    m_filter->setFixedWidth(300);
    m_empty->setObjectName(QStringLiteral("servicesEmpty"));
    m_strip->setObjectName(QStringLiteral("servicesStrip"));
    buildTable();
    buildLayout();
    connectAll();
    refresh();
}

void ServiceList::buildTable()
{
    m_table->setObjectName(QStringLiteral("servicesTable"));
    m_table->setAccessibleName(tr("Services"));
    m_table->setModel(m_words);
    m_table->setItemDelegate(new ServiceDelegate(m_context.theme, m_table));
    m_table->setHeadInset(22);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ServiceListModel::HealthColumn, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(ServiceListModel::NameColumn, QHeaderView::Stretch);
    m_table->setSingleKeys(m_context.preferences.values().isSingleKeyEnabled);
    connect(&m_context.preferences, &Preferences::changed, this,
        [this](const PreferenceValues &values) { m_table->setSingleKeys(values.isSingleKeyEnabled); });
}

void ServiceList::sizeColumns()
{
    constexpr int Health = 176;
    constexpr int Alerts = 110;
    const int room = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    int owner = 220;
    int tier = 70;
    int load = 160;
    // Where a name has no room the others give way one after the other: the owner narrows, then go figures that the load page has, the tier,
    // and the owner. How a service stands and its open alerts stay.
    const auto isTooNarrow = [&] { return room - Health - Alerts - owner - tier - load < LeastName; };
    owner = isTooNarrow() ? 140 : owner;
    load = isTooNarrow() ? 0 : load;
    tier = isTooNarrow() ? 0 : tier;
    owner = isTooNarrow() ? 0 : owner;
    const int widths[] = {Health, LeastName, owner, tier, Alerts, load};
    for (int column = 0; column < ServiceListModel::ColumnCount; ++column) {
        m_table->setColumnHidden(column, widths[column] == 0);
        if (widths[column] > 0 && column != ServiceListModel::NameColumn) {
            m_table->setColumnWidth(column, widths[column]);
        }
    }
}

void ServiceList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    sizeColumns();
}

void ServiceList::buildLayout()
{
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_caption);
    words->addWidget(m_title);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(18, 12, 18, 10);
    head->addLayout(words, 1);
    head->addWidget(m_filter, 0, Qt::AlignBottom);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Hairline(m_context.theme, Qt::Horizontal, this));
    column->addWidget(m_strip);
    column->addLayout(m_stack, 1);
}

void ServiceList::connectAll()
{
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &filter) {
        const QString chosen = selected();
        m_model.setFilter(filter);
        select(chosen);
    });
    connect(m_filter, &FilterEdit::left, this, &ServiceList::focusTable);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { emit opened(index.data(KeyRole).toString()); });
    connect(m_strip, &StaleStrip::activated, this, [this] {
        if (m_isNothingKnown) {
            m_context.navigator.go({QStringLiteral("settings"), {}, {}});
        } else {
            m_context.sources.refresh();
        }
    });
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_model.filter().isEmpty()) {
            m_context.navigator.go({QStringLiteral("settings"), {}, {}});
        } else {
            m_filter->setFilter({});
        }
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ServiceList::refresh);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ServiceList::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ServiceList::refresh);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ServiceList::refresh);
    auto *timer = new QTimer(this);
    timer->setInterval(2000);
    connect(timer, &QTimer::timeout, this, &ServiceList::reorder);
    timer->start();
}

void ServiceList::setProblem(const QString &sentence)
{
    m_problem = sentence;
    refresh();
}

void ServiceList::setLoaded()
{
    m_isLoaded = true;
    refresh();
}

void ServiceList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ServiceList::focusTable()
{
    m_wantsFocus = m_words->rowCount() == 0;
    if (m_wantsFocus) {
        // The table is not seen: the focus would go on to the filter, which takes every key of the page.
        setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid() && m_words->rowCount() > 0) {
        m_table->setCurrentIndex(m_words->index(0, ServiceListModel::NameColumn));
    }
}

void ServiceList::select(const QString &service)
{
    const int row = m_model.rowOf(service);
    if (row >= 0) {
        m_table->setCurrentIndex(m_words->index(row, ServiceListModel::NameColumn));
    }
}

QString ServiceList::selected() const
{
    return m_table->currentKey(KeyRole);
}

QByteArray ServiceList::exportCsv() const
{
    return tableCsv(*m_words);
}

void ServiceList::refresh()
{
    const int total = int(m_model.book().services().size());
    const int shown = m_model.rowCount();
    m_caption->setPlain((shown == total ? tr("%n service(s)", nullptr, total) : tr("%1 of %n service(s)", nullptr, total).arg(shown)).toUpper());
    m_title->setPlain(finding());
    const std::vector<SourceStatus> statuses = m_context.sources.statuses();
    const QStringList lost = sourcesNotLive(statuses);
    m_isNothingKnown = verdictOf(statuses).kind == Verdict::Kind::NothingKnown;
    if (!m_problem.isEmpty()) {
        m_strip->setSentence(tr("Stored data cannot be read: %1").arg(m_problem));
    } else if (m_isNothingKnown) {
        m_strip->setSentence(tr("No alert source connected: the health of the services is unknown."), tr("Open settings"));
    } else {
        m_strip->setSentence(
            lost.isEmpty() ? QString() : tr("Health may be worse than shown: the list of %1 may be incomplete.").arg(phrases::list(lost.mid(0, 5))),
            lost.isEmpty() ? QString() : tr("Try again"));
    }
    const bool hadFocus = m_table->hasFocus();
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    if (shown == 0 && hadFocus) {
        focusTable();
    }
    if (shown > 0) {
        // The first rows came after the focus had been asked for.
        if (std::exchange(m_wantsFocus, false) && m_filter->text().isEmpty()) {
            focusTable();
        }
        return;
    }
    if (!m_problem.isEmpty()) {
        m_empty->set(QStringLiteral("error"), tr("The services cannot be read."), m_problem);
    } else if (!m_isLoaded) {
        m_empty->set({}, tr("Reading the services…"));
    } else if (total > 0) {
        m_empty->set(QStringLiteral("search"), tr("No service matches the filter."), tr("Press Esc to clear it."), tr("Clear filter"));
    } else {
        m_empty->set(QStringLiteral("services"), tr("No services yet."),
            tr("Services come from config.yaml, from catalog-info.yaml files and from the labels of alerts."), tr("Open settings"));
    }
}

void ServiceList::reorder()
{
    // Rows move only while nobody points at them or works in the list.
    if (m_model.isOrderStale() && isVisible() && !m_table->underMouse() && !m_table->hasFocus()) {
        m_model.resort();
    }
}

QString ServiceList::finding() const
{
    int failing = 0;
    int degraded = 0;
    int unknown = 0;
    int noticed = 0;
    for (const Service &service : m_model.book().services()) {
        const Health health = m_model.book().health(service.name).health;
        failing += health <= Health::Error ? 1 : 0;
        degraded += health == Health::Warning ? 1 : 0;
        noticed += health == Health::Info ? 1 : 0;
        unknown += health == Health::Unknown ? 1 : 0;
    }
    if (int(m_model.book().services().size()) == 0) {
        return tr("Services");
    }
    if (failing > 0) {
        return degraded > 0 ? tr("%n service(s) failing, %1 degraded", nullptr, failing).arg(degraded)
                            : tr("%n service(s) failing", nullptr, failing);
    }
    if (degraded > 0) {
        return tr("%n service(s) degraded, none failing", nullptr, degraded);
    }
    if (!m_model.book().verdict().isClear() || unknown > 0) {
        return m_isNothingKnown ? tr("Health unknown: no alert source connected") : tr("No known failures, but some sources are not up to date");
    }
    return noticed > 0 ? tr("No service is failing or degraded") : tr("All services healthy");
}

} // namespace quarterdeck
