#include "ui/pages/runbooks/librarypane.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/ports/runlog.h"
#include "ui/pages/runbooks/runbookdelegate.h"
#include "ui/pages/runbooks/runbookwords.h"
#include "ui/pages/runbooks/rundelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/tablecsv.h"

#include <QHeaderView>
#include <QListView>
#include <QStackedLayout>
#include <QThreadPool>
#include <QVBoxLayout>

#include <utility>

namespace quarterdeck {

LibraryPane::LibraryPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(new RunbookWords(this))
    , m_caption(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_filter(new FilterEdit(context.theme, tr("Filter by title, service or alert"), this))
    , m_table(new QuietTable(context.theme, this))
    , m_empty(new EmptyState(context.theme, this))
    , m_runHead(new SectionHead(context.theme, tr("Runs"), this))
    , m_noRuns(new PlainLabel(tr("No runbook runs yet. Press o on an alert to start one."), this))
    , m_runList(new QListView(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildTableSide(), 1);
    row->addWidget(new Hairline(context.theme, Qt::Vertical, this));
    row->addWidget(buildRunSide());
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &LibraryPane::readNext);
    connect(&context.library, &Library::changed, this, &LibraryPane::reload);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &filter) {
        m_model.setFilter(filter);
        describe();
    });
    connect(m_filter, &FilterEdit::left, this, &LibraryPane::focusTable);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { emit opened(index.data(KeyRole).toString()); });
    connect(m_runList, &QListView::activated, this,
        [this](const QModelIndex &index) { emit runOpened(QUuid::fromString(index.data(KeyRole).toString())); });
    connect(&context.time, &TimeControl::zoneChanged, m_runList->viewport(), qOverload<>(&QWidget::update));
    reload();
    reloadRuns();
    focusTable();
}

QWidget *LibraryPane::buildTableSide()
{
    auto *side = new QWidget(this);
    m_words->setSourceModel(&m_model);
    m_caption->setLook(m_context.theme, TypeFace::Caption, Token::Muted);
    m_title->setLook(m_context.theme, TypeFace::Title);
    m_title->setObjectName(QStringLiteral("runbooksTitle"));
    m_title->setEliding(true);
    m_filter->setObjectName(QStringLiteral("runbooksFilter"));
    m_filter->setAccessibleName(tr("Filter runbooks"));
    m_filter->setFixedWidth(260);
    m_empty->setObjectName(QStringLiteral("runbooksEmpty"));
    m_table->setObjectName(QStringLiteral("runbooksTable"));
    m_table->setAccessibleName(tr("Runbooks"));
    m_table->setModel(m_words);
    m_table->setItemDelegate(new RunbookDelegate(m_context.theme, m_table));
    const int widths[] = {360, 120, 68, 200, 104};
    for (int column = 0; column < RunbookListModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, widths[column]);
    }
    m_table->horizontalHeader()->setSectionResizeMode(RunbookListModel::TitleColumn, QHeaderView::Stretch);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_caption);
    words->addWidget(m_title);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(18, 12, 18, 10);
    head->addLayout(words, 1);
    head->addWidget(m_filter, 0, Qt::AlignBottom);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Hairline(m_context.theme, Qt::Horizontal, side));
    column->addLayout(m_stack, 1);
    return side;
}

QWidget *LibraryPane::buildRunSide()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(330);
    m_noRuns->setLook(m_context.theme, TypeFace::Body, Token::Muted);
    m_noRuns->setWordWrap(true);
    m_runList->setObjectName(QStringLiteral("runbookRuns"));
    m_runList->setAccessibleName(tr("Runs of runbooks, newest first"));
    m_runs.setSpoken([this](const QModelIndex &index) {
        return phrases::list({text::plain(index.data().toString(), 200), RunDelegate::remark(index, m_context.time)});
    });
    m_runList->setModel(&m_runs);
    m_runList->setItemDelegate(new RunDelegate(m_context.theme, m_context.time, m_runList));
    m_runList->setUniformItemSizes(true);
    m_runList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(16, 12, 16, 8);
    words->setSpacing(6);
    words->addWidget(m_runHead);
    words->addWidget(m_noRuns);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(words);
    column->addWidget(m_runList, 1);
    return side;
}

void LibraryPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LibraryPane::focusTable()
{
    m_wantsFocus = m_words->rowCount() == 0;
    if (m_wantsFocus) {
        // The table is not seen: the focus would go on to the filter, which takes every key of the page.
        setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid() && m_words->rowCount() > 0) {
        m_table->setCurrentIndex(m_words->index(0, 0));
    }
}

void LibraryPane::reloadRuns()
{
    then(m_context.runLog.runs(), this, [this](const Result<std::vector<RunbookRun>> &runs) {
        if (runs) {
            m_runs.setRuns(*runs);
        }
        m_noRuns->setVisible(m_runs.rowCount() == 0);
        if (!runs) {
            m_noRuns->setPlain(tr("Cannot read runs: %1").arg(errorWords(runs.error())));
        }
        m_runHead->setRemark(m_runs.rowCount() > 0 ? QString::number(m_runs.rowCount()) : QString());
    });
}

QByteArray LibraryPane::exportCsv() const
{
    return tableCsv(*m_words);
}

void LibraryPane::reload()
{
    const QString chosen = m_table->currentKey(KeyRole);
    m_model.setFiles(m_context.library.runbooks());
    const int row = m_model.rowOf(chosen);
    if (row >= 0) {
        m_table->setCurrentIndex(m_words->index(row, 0));
    }
    describe();
    m_reading.start();
}

void LibraryPane::readNext()
{
    const QStringList unread = m_model.unread();
    if (unread.isEmpty()) {
        return;
    }
    const QString &id = unread.front();
    then(m_context.library.markdown(id), this, [this, id](const Result<QByteArray> &markdown) {
        if (!markdown) {
            Runbook unreadable;
            unreadable.warnings = {errorWords(markdown.error())};
            m_model.setDetails(id, unreadable, toDateTime(m_context.clock.now()).date());
            m_reading.start();
            return;
        }
        derive(id, *markdown);
    });
}

void LibraryPane::derive(const QString &id, const QByteArray &markdown)
{
    const Reply<Runbook> reply;
    QThreadPool::globalInstance()->start([reply, markdown, id] { reply.finish(deriveRunbook(markdown, id)); });
    then(reply.future(), this, [this, id](const Result<Runbook> &runbook) {
        if (runbook) {
            m_model.setDetails(id, *runbook, toDateTime(m_context.clock.now()).date());
        }
        describe();
        m_reading.start();
    });
}

void LibraryPane::describe()
{
    int overdue = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto review = ReviewState(m_model.index(row, 0).data(RunbookListModel::ReviewStateRole).toInt());
        overdue += review == ReviewState::Overdue ? 1 : 0;
    }
    const int total = int(m_model.files().size());
    m_caption->setPlain(tr("%n runbook(s)", nullptr, total).toUpper());
    m_title->setPlain(overdue > 0 ? tr("%n runbook(s) overdue for review", nullptr, overdue) : tr("Runbooks"));
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    if (m_model.rowCount() > 0 && std::exchange(m_wantsFocus, false) && m_filter->text().isEmpty()) {
        focusTable();
    }
    if (total > 0) {
        m_empty->set(QStringLiteral("search"), tr("No runbook matches the filter."), tr("Press Esc to clear it."));
    } else {
        m_empty->set(QStringLiteral("runbooks"), tr("No runbooks yet."),
            tr("List folders of Markdown files under runbooks: in config.yaml. A file with an alert's name is offered from that alert."));
    }
}

} // namespace quarterdeck
