#include "app/sources/journal/journalsource.h"

#include "app/domain/logmerge.h"
#include "app/sources/journal/forwardreader.h"

#include <algorithm>

namespace quarterdeck {

using namespace journal;

namespace {

constexpr int LineLimit = 100'000;
constexpr int QueryBudget = 200'000;
constexpr int HistogramBudget = 50'000;
constexpr Millis ResumeWithin {600'000};
constexpr Millis BackfillWithin {300'000};

Result<Done> checkQuery(const LogQuery &query)
{
    if (!query.expression.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A journal has no query language: search it by service, level, fields and text"),
            QStringLiteral("expression"));
    }
    for (const Label &field : query.fields) {
        if (!isFieldName(field.name)) {
            return fail(ErrorKind::Rejected, QStringLiteral("A journal field is written in capitals, digits and underscores, not %1").arg(field.name),
                QStringLiteral("fields"));
        }
    }
    return Done {};
}

/// What one of several questions for the same lines is to bring: not what an earlier one brings.
EntryFilter filterOf(const LogQuery &query, const std::vector<Matches> &alternatives, std::size_t index)
{
    EntryFilter filter;
    filter.fields = alternatives[index];
    filter.without.assign(alternatives.begin(), alternatives.begin() + std::ptrdiff_t(index));
    filter.text = query.text;
    filter.levels = query.levels;
    return filter;
}

Matches serverMatches(const LogQuery &query, const Matches &fields)
{
    Matches matches = fields;
    const bool hasPriority = std::ranges::any_of(fields, [](const Label &label) { return label.name == QLatin1StringView("PRIORITY"); });
    if (!hasPriority) {
        const Matches levels = levelMatches(query.levels);
        matches.insert(matches.end(), levels.begin(), levels.end());
    }
    return matches;
}

} // namespace

JournalSource::JournalSource(Endpoint endpoint, JournalOptions options, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_options(std::move(options))
    , m_clock(deps.clock)
    , m_gateway(deps.http, m_endpoint.http, m_endpoint.urls.front(), LineRules {m_endpoint.id, m_options.serviceFields})
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("journal");
    m_info.faces = Face::Logs;
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<BackendHealth> JournalSource::probe(CancelToken cancel)
{
    const Reply<BackendHealth> reply;
    then(m_gateway.machine(cancel), this, [reply](const Result<std::pair<Machine, HttpResponse>> &answer) {
        if (!answer) {
            reply.finish(tl::unexpected(answer.error()));
            return;
        }
        const auto &[machine, response] = *answer;
        BackendHealth health;
        health.version = machine.system;
        health.latency = response.elapsed;
        health.clockSkew = response.clockSkew;
        if (machine.newest.isValid()) {
            health.findings.append(QStringLiteral("The journal of %1 reaches from %2 to %3")
                                       .arg(machine.hostname, toRfc3339(machine.oldest), toRfc3339(machine.newest)));
        } else {
            health.findings.append(QStringLiteral("The journal of %1 is empty").arg(machine.hostname));
        }
        reply.finish(health);
    });
    return reply.future();
}

Result<std::vector<Matches>> JournalSource::alternativesOf(const LogQuery &query) const
{
    if (const auto checked = checkQuery(query); !checked) {
        return tl::unexpected(checked.error());
    }
    const bool isNamed = std::ranges::any_of(query.fields, [this](const Label &field) { return m_options.serviceFields.contains(field.name); });
    if (query.service.isEmpty() || isNamed) {
        return std::vector<Matches> {query.fields};
    }
    // gatewayd cannot ask for one field or another: each field that may name the service is a question of its own.
    std::vector<Matches> alternatives;
    for (const QString &field : m_options.serviceFields) {
        Matches matches = query.fields;
        // The journal tells case apart, and a name from a catalog need not have that of the unit: both are asked for at once.
        const QString lower = query.service.toLower();
        for (const QString &name : query.service == lower ? QStringList {lower} : QStringList {query.service, lower}) {
            matches.push_back({field, name});
            if (field.endsWith(QLatin1StringView("UNIT"))) {
                matches.push_back({field, name + QStringLiteral(".service")});
            }
        }
        alternatives.push_back(std::move(matches));
    }
    return alternatives;
}

Async<LogPage> JournalSource::read(const LogQuery &query, int limit, int budget, const CancelToken &cancel)
{
    const auto alternatives = alternativesOf(query);
    if (!alternatives) {
        return ready<LogPage>(tl::unexpected(alternatives.error()));
    }
    std::vector<Async<LogPage>> pages;
    for (std::size_t i = 0; i < alternatives->size(); ++i) {
        ReadPlan plan;
        plan.matches = serverMatches(query, (*alternatives)[i]);
        plan.filter = filterOf(query, *alternatives, i);
        plan.filter.fromUsec = query.range.from.ms * 1000;
        plan.filter.toUsec = query.range.to.ms * 1000;
        plan.range = query.range;
        plan.limit = limit;
        plan.budget = budget;
        plan.page = std::clamp(limit, 100, 2000);
        if (query.isFromStart) {
            pages.push_back((new ForwardReader(m_gateway, std::move(plan), m_clock.now(), cancel, this))->run());
        } else {
            pages.push_back((new RangeReader(m_gateway, std::move(plan), m_clock.now(), cancel, this))->run());
        }
    }
    const Reply<LogPage> reply;
    LogQuery merged = query;
    merged.limit = limit;
    whenAll(pages, this, [reply, merged](const std::vector<Result<LogPage>> &results) {
        std::vector<LogPage> all;
        for (const Result<LogPage> &page : results) {
            if (!page) {
                reply.finish(tl::unexpected(page.error()));
                return;
            }
            all.push_back(*page);
        }
        reply.finish(mergePages(std::move(all), merged));
    });
    return reply.future();
}

Async<LogPage> JournalSource::query(LogQuery query, CancelToken cancel)
{
    return read(query, std::clamp(query.limit, 1, LineLimit), QueryBudget, cancel);
}

Async<LogHistogram> JournalSource::histogram(LogQuery query, int buckets, CancelToken cancel)
{
    query.isFromStart = false;
    const Reply<LogHistogram> reply;
    then(read(query, HistogramBudget, HistogramBudget, cancel), this, [reply, range = query.range, buckets](const Result<LogPage> &page) {
        if (!page) {
            reply.finish(tl::unexpected(page.error()));
            return;
        }
        LogHistogram histogram = countLines(page->lines, range, buckets);
        histogram.isSampled = page->isTruncated;
        histogram.complete = page->complete;
        reply.finish(std::move(histogram));
    });
    return reply.future();
}

/// The followers of one tail: when one ends, all do.
struct JournalSource::RunningTail {
    LogQuery query;
    Reply<Done> reply;
    std::stop_source stop;
    std::unique_ptr<std::stop_callback<std::function<void()>>> onCancel;
    std::vector<Follower *> followers;
    std::size_t running = 0;
    std::optional<Result<Done>> ended; ///< How the first one ended.
};

Async<Done> JournalSource::tail(LogQuery query, TailSink sink, CancelToken cancel)
{
    const auto alternatives = alternativesOf(query);
    if (!alternatives) {
        return ready<Done>(tl::unexpected(alternatives.error()));
    }
    auto tail = std::make_shared<RunningTail>();
    tail->query = query;
    tail->onCancel = std::make_unique<std::stop_callback<std::function<void()>>>(cancel, [stop = tail->stop]() mutable { stop.request_stop(); });
    const std::vector<ResumePoint> places = takeInterrupted(query);
    // A page that has just been read goes on where it ended; an old range is not read again as if it were news.
    const UtcTime now = m_clock.now();
    const bool isRecent = query.range.to.isValid() && query.range.to <= now && now - query.range.to < BackfillWithin;
    for (std::size_t i = 0; i < alternatives->size(); ++i) {
        tail->followers.push_back(new Follower(m_gateway, serverMatches(query, (*alternatives)[i]), filterOf(query, *alternatives, i), sink,
            m_options.follow, tail->stop.get_token(), this));
    }
    tail->running = tail->followers.size();
    const auto future = tail->reply.future();
    for (std::size_t i = 0; i < tail->followers.size(); ++i) {
        const ResumePoint place = i < places.size() ? places[i] : ResumePoint {};
        then(tail->followers[i]->run(place, isRecent ? query.range.to : UtcTime {}), this,
            [this, tail](const Result<Done> &result) { followerEnded(tail, result); });
    }
    return future;
}

void JournalSource::followerEnded(const std::shared_ptr<RunningTail> &tail, const Result<Done> &result)
{
    if (!tail->ended) {
        tail->ended = result;
        tail->stop.request_stop();
    }
    if (--tail->running > 0) {
        return;
    }
    const Result<Done> &ended = *tail->ended;
    std::vector<ResumePoint> places;
    for (Follower *follower : tail->followers) {
        places.push_back(follower->place());
        follower->deleteLater();
    }
    const bool isInterrupted = !ended && ended.error().kind != ErrorKind::Cancelled;
    if (isInterrupted && std::ranges::any_of(places, &ResumePoint::isSet)) {
        m_interrupted.push_back({tail->query, std::move(places), m_clock.monotonic()});
    }
    tail->onCancel.reset();
    tail->reply.finish(ended);
}

std::vector<ResumePoint> JournalSource::takeInterrupted(const LogQuery &query)
{
    const Millis now = m_clock.monotonic();
    std::erase_if(m_interrupted, [now](const Interrupted &one) { return now - one.since > ResumeWithin; });
    const auto known = std::ranges::find(m_interrupted, query, &Interrupted::query);
    if (known == m_interrupted.end()) {
        return {};
    }
    std::vector<ResumePoint> places = std::move(known->places);
    m_interrupted.erase(known);
    return places;
}

Async<QStringList> JournalSource::fieldValues(QString field, CancelToken cancel)
{
    if (!isFieldName(field)) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A journal field is written in capitals, digits and underscores"), field));
    }
    return m_gateway.fieldValues(field, std::move(cancel));
}

} // namespace quarterdeck
