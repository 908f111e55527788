#include "models/metricsuggestions.h"

#include "app/domain/promql.h"

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {

using promql::Place;

// New metrics come with deployments; a person who waits for one types again.
constexpr Millis KeepFor {60'000};

bool isRecent(UtcTime at, UtcTime now)
{
    return at.isValid() && now - at < KeepFor;
}

} // namespace

MetricSuggestions::MetricSuggestions(Telemetry &telemetry, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_telemetry(telemetry)
    , m_clock(clock)
{
}

MetricSuggestions::~MetricSuggestions()
{
    m_stop.request_stop();
}

void MetricSuggestions::setSources(const QStringList &sources)
{
    if (sources != m_sources) {
        m_sources = sources;
        m_namesAt = {};
        m_labelsAt = {};
        m_stop.request_stop();
        m_isAsking = false;
    }
}

void MetricSuggestions::complete(const QString &text, int cursor, TimeRange range)
{
    m_place = promql::placeAt(text, cursor);
    m_error.reset();
    const bool isLabel = m_place.kind == Place::Kind::LabelName || m_place.kind == Place::Kind::LabelValue;
    if (m_place.kind == Place::Kind::Metric && !isRecent(m_namesAt, m_clock.now())) {
        askNames();
    } else if (isLabel && (!m_place.metric.isEmpty() || !m_place.label.isEmpty())) {
        askLabels(range);
    }
    fill();
}

void MetricSuggestions::askNames()
{
    m_stop.request_stop();
    m_stop = {};
    m_isAsking = true;
    const auto mine = m_stop.get_token();
    then(m_telemetry.metricNames(m_sources, mine), this, [this, mine](const Result<Dated<std::vector<MetricName>>> &names) {
        if (mine.stop_requested()) {
            return;
        }
        m_isAsking = false;
        if (names) {
            m_names = names->value;
            m_namesAt = m_clock.now();
            m_error = names->error;
        } else {
            m_error = names.error();
        }
        fill();
    });
}

void MetricSuggestions::askLabels(TimeRange range)
{
    LabelQuery query;
    query.sources = m_sources;
    query.selector = m_place.metric.isEmpty() ? QString() : promql::selector(m_place.metric, {});
    query.label = m_place.metric.isEmpty() ? m_place.label : QString();
    const bool isSame = query.selector == m_labelsOf.selector && query.label == m_labelsOf.label && query.sources == m_labelsOf.sources;
    if (isSame && (m_isAsking || isRecent(m_labelsAt, m_clock.now()))) {
        return;
    }
    m_labels.clear();
    m_labelsAt = {};
    m_labelsOf = query;
    query.range = range;
    m_stop.request_stop();
    m_stop = {};
    m_isAsking = true;
    const auto mine = m_stop.get_token();
    then(m_telemetry.metricLabels(query, mine), this, [this, mine](const Result<Dated<std::vector<LabelChoice>>> &labels) {
        if (mine.stop_requested()) {
            return;
        }
        m_isAsking = false;
        if (labels) {
            m_labels = labels->value;
            m_labelsAt = m_clock.now();
            m_error = labels->error;
        } else {
            m_error = labels.error();
        }
        fill();
    });
}

void MetricSuggestions::fill()
{
    std::vector<Row> rows;
    if (m_place.kind == Place::Kind::Metric) {
        for (const MetricName &name : m_names) {
            rows.push_back({name.name, name.help.isEmpty() ? name.type : name.type.isEmpty() ? name.help : name.type + u' ' + name.help});
        }
    } else if (m_place.kind == Place::Kind::LabelName) {
        for (const LabelChoice &choice : m_labels) {
            rows.push_back({choice.name, {}});
        }
    } else if (m_place.kind == Place::Kind::LabelValue) {
        const auto choice = std::ranges::find(m_labels, m_place.label, &LabelChoice::name);
        for (const QString &value : choice == m_labels.end() ? QStringList() : choice->values) {
            rows.push_back({value, {}});
        }
    }
    take(std::move(rows));
}

void MetricSuggestions::take(std::vector<Row> rows)
{
    const QString typed = m_place.typed;
    const auto isOther = [&typed](const Row &row) { return !row.text.contains(typed, Qt::CaseInsensitive) || row.text == typed; };
    std::erase_if(rows, isOther);
    // Those that begin so come first.
    std::ranges::stable_partition(rows, [&typed](const Row &row) { return row.text.startsWith(typed, Qt::CaseInsensitive); });
    m_leftOut = rows.size() > std::size_t(MostRows) ? rows.size() - std::size_t(MostRows) : 0;
    rows.resize(rows.size() - m_leftOut);
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit found();
}

std::pair<QString, int> MetricSuggestions::withRow(const QString &text, int row) const
{
    if (row < 0 || row >= rowCount()) {
        return {text, int(m_place.to)};
    }
    const QString chosen = promql::suggestionText(m_place, m_rows[std::size_t(row)].text);
    return {text.left(m_place.from) + chosen + text.mid(m_place.to), int(m_place.from + chosen.size())};
}

QVariant MetricSuggestions::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    return role == Qt::DisplayRole ? QVariant(row.text) : role == DetailRole ? QVariant(row.detail) : QVariant();
}

} // namespace quarterdeck
