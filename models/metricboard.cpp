#include "models/metricboard.h"

#include "models/seriesfigures.h"

#include <algorithm>

namespace quarterdeck {

namespace {

bool isAsked(const ExplorerQuery &query)
{
    return query.isOn && !query.text.trimmed().isEmpty();
}

} // namespace

MetricBoard::MetricBoard(Telemetry &telemetry, QObject *parent)
    : QObject(parent)
    , m_telemetry(telemetry)
{
}

MetricBoard::~MetricBoard() = default;

std::unique_ptr<ChartFeed> MetricBoard::feedFor(const ExplorerQuery &query)
{
    auto feed = std::make_unique<ChartFeed>(m_telemetry, ChartFeed::Question {query.sources, query.text, {}});
    connect(feed.get(), &ChartFeed::answered, this, &MetricBoard::collect);
    return feed;
}

void MetricBoard::fill(Asked &asked)
{
    if (!isAsked(asked.query)) {
        asked.now.reset();
        asked.before.reset();
        return;
    }
    if (!asked.now) {
        asked.now = feedFor(asked.query);
    }
    const bool isCompared = m_state.options.compared > Millis(0);
    if (isCompared && !asked.before) {
        asked.before = feedFor(asked.query);
    } else if (!isCompared) {
        asked.before.reset();
    }
}

void MetricBoard::setState(const ExplorerState &state)
{
    const bool isOtherTime = state.options.compared != m_state.options.compared;
    m_state = state;
    std::vector<Asked> next;
    for (const ExplorerQuery &query : state.queries) {
        const auto known = std::ranges::find_if(
            m_asked, [&query](const Asked &one) { return one.now && one.query.text == query.text && one.query.sources == query.sources; });
        Asked asked;
        if (known != m_asked.end()) {
            asked = std::move(*known);
            known->now.reset();
        }
        asked.query = query;
        if (isOtherTime) {
            asked.before.reset();
        }
        fill(asked);
        next.push_back(std::move(asked));
    }
    m_asked = std::move(next);
    collect();
}

void MetricBoard::ask(TimeRange range)
{
    const Millis ago = m_state.options.compared;
    for (const Asked &asked : m_asked) {
        if (asked.now) {
            asked.now->ask(range);
        }
        if (asked.before) {
            asked.before->ask({range.from - ago, range.to - ago});
        }
    }
}

void MetricBoard::askAgain(TimeRange range)
{
    for (Asked &asked : m_asked) {
        asked.now.reset();
        asked.before.reset();
        fill(asked);
    }
    ask(range);
}

std::size_t MetricBoard::leftOut(std::size_t query) const
{
    return query < m_asked.size() ? m_asked[query].leftOut : 0;
}

const ChartFeed::State *MetricBoard::answer(std::size_t query) const
{
    return query < m_asked.size() && m_asked[query].now ? &m_asked[query].now->state() : nullptr;
}

const ChartFeed::State *MetricBoard::answerBefore(std::size_t query) const
{
    return query < m_asked.size() && m_asked[query].before ? &m_asked[query].before->state() : nullptr;
}

std::optional<UtcTime> MetricBoard::newest(std::size_t query) const
{
    return query < m_asked.size() && m_asked[query].now ? m_asked[query].now->newest() : std::nullopt;
}

void MetricBoard::addLines(std::size_t query, Asked &asked)
{
    asked.leftOut = 0;
    if (!asked.now) {
        return;
    }
    const QString letter(QChar(char16_t(u'A' + query)));
    const bool isOneQuery = std::ranges::count_if(m_asked, [](const Asked &one) { return bool(one.now); }) == 1;
    QHash<QString, int> places;
    const auto add = [&](const ChartFeed &feed, Millis ago) {
        const std::vector<Series> &all = feed.series();
        const std::size_t shown = std::min(all.size(), MostSeries);
        const QStringList titles = seriesTitles({all.begin(), all.begin() + std::ptrdiff_t(shown)}, asked.query.text);
        asked.leftOut = std::max(asked.leftOut, all.size() - shown);
        for (std::size_t i = 0; i < shown; ++i) {
            BoardSeries line;
            const QString identity = letter + u'|' + all[i].source + u'|' + all[i].labels.toString();
            line.key = ago > Millis(0) ? identity + u'|' + formatDuration(ago) : identity;
            line.query = query;
            line.name = isOneQuery ? titles.at(qsizetype(i)) : letter + u' ' + titles.at(qsizetype(i));
            line.series = all[i];
            line.series.unit = m_state.options.unit.isEmpty() ? line.series.unit : m_state.options.unit;
            // A pale line has the colour of its own line of now.
            line.place = ago > Millis(0) ? places.value(identity, int(m_series.size())) : int(m_series.size());
            places.insert(identity, line.place);
            line.ago = ago;
            for (Sample &sample : line.series.samples) {
                sample.ms += ago.count();
            }
            m_series.push_back(std::move(line));
        }
    };
    add(*asked.now, Millis(0));
    if (asked.before) {
        add(*asked.before, m_state.options.compared);
    }
}

void MetricBoard::collect()
{
    m_series.clear();
    for (std::size_t i = 0; i < m_asked.size(); ++i) {
        addLines(i, m_asked[i]);
    }
    emit changed();
}

} // namespace quarterdeck
