#include "ui/pages/metrics/querylist.h"

#include "app/ports/sources.h"
#include "ui/pages/metrics/queryrow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

QueryList::QueryList(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("metrics.queries"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    connect(&context.sources, &Sources::statusChanged, this, &QueryList::refreshSources);
    setQueries({});
}

void QueryList::setQueries(const std::vector<ExplorerQuery> &queries)
{
    for (QueryRow *row : m_rows) {
        drop(row);
    }
    m_rows.clear();
    for (const ExplorerQuery &query : queries.empty() ? std::vector<ExplorerQuery> {{}} : queries) {
        addRow(query);
    }
    number();
}

std::vector<ExplorerQuery> QueryList::queries() const
{
    std::vector<ExplorerQuery> queries;
    for (const QueryRow *row : m_rows) {
        queries.push_back(row->query());
    }
    return queries;
}

bool QueryList::add(const ExplorerQuery &query)
{
    if (m_rows.size() >= MostQueries) {
        return false;
    }
    addRow(query);
    number();
    m_rows.back()->focusEdit();
    emit changed();
    return true;
}

void QueryList::setNote(std::size_t query, const QString &sentence, bool isCritical)
{
    if (query < m_rows.size()) {
        m_rows[query]->setNote(sentence, isCritical);
    }
}

QueryRow *QueryList::current() const
{
    const auto found = std::ranges::find_if(m_rows, [](const QueryRow *row) { return row->hasKeyboard(); });
    return found == m_rows.end() ? m_rows.front() : *found;
}

void QueryList::remove(QueryRow *row)
{
    const auto at = std::ranges::find(m_rows, row);
    if (m_rows.size() < 2 || at == m_rows.end()) {
        return;
    }
    const auto place = at - m_rows.begin();
    m_rows.erase(at);
    drop(row);
    number();
    m_rows[std::size_t(std::min<std::ptrdiff_t>(place, std::ssize(m_rows) - 1))]->focusEdit();
    emit changed();
}

void QueryList::focusEdit()
{
    current()->focusEdit();
}

void QueryList::drop(QueryRow *row)
{
    // Its names go to another row at once; it may be the one whose button led here.
    row->setParent(nullptr);
    row->deleteLater();
}

void QueryList::addRow(const ExplorerQuery &query)
{
    auto *row = new QueryRow(m_context, this);
    row->setQuery(query);
    m_column->addWidget(row);
    connect(row, &QueryRow::changed, this, &QueryList::changed);
    connect(row, &QueryRow::left, this, &QueryList::left);
    connect(row, &QueryRow::removed, this, [this, row] { remove(row); });
    m_rows.push_back(row);
    row->show();
}

void QueryList::number()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setNumber(int(i));
        m_rows[i]->setRemovable(m_rows.size() > 1);
    }
    refreshSources();
}

void QueryList::refreshSources()
{
    QStringList names;
    for (const SourceStatus &status : m_context.sources.statuses()) {
        if (status.faces.testFlag(Face::Metrics)) {
            names.append(status.id);
        }
    }
    for (QueryRow *row : m_rows) {
        row->setSources(names);
    }
}

} // namespace quarterdeck
