#include "app/sources/journal/journalsource.h"

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
    for (const Label &field : query.fields) {
        if (!isFieldName(field.name)) {
            return fail(ErrorKind::Rejected, QStringLiteral("A journal field is written in capitals, digits and underscores, not %1").arg(field.name),
                QStringLiteral("fields"));
        }
    }
    return Done {};
}

EntryFilter filterOf(const LogQuery &query, const Matches &matches)
{
    EntryFilter filter;
    filter.fields = matches;
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

LogHistogram count(const LogPage &page, TimeRange range, int buckets)
{
    LogHistogram histogram;
    const qint64 length = std::max<qint64>(1, range.length().count());
    const int wanted = std::clamp(buckets, 1, 10'000);
    histogram.start = range.from;
    histogram.step = Millis((length + wanted - 1) / wanted);
    histogram.buckets.resize(std::size_t((length + histogram.step.count() - 1) / histogram.step.count()));
    histogram.isSampled = page.isTruncated;
    for (const LogLine &line : page.lines) {
        const qint64 index = (line.nanos / 1'000'000 - range.from.ms) / histogram.step.count();
        if (index >= 0 && index < qint64(histogram.buckets.size())) {
            ++histogram.buckets[std::size_t(index)][std::size_t(line.level)];
        }
    }
    return histogram;
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
    m_info.can = Capabilities(Can::QueryLogs) | Can::TailLogs;
    m_info.queryLanguage = QStringLiteral("journal fields");
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

Async<Matches> JournalSource::matchesOf(const LogQuery &query, CancelToken cancel)
{
    if (const auto checked = checkQuery(query); !checked) {
        return ready<Matches>(tl::unexpected(checked.error()));
    }
    const bool isNamed = std::ranges::any_of(query.fields, [this](const Label &field) { return m_options.serviceFields.contains(field.name); });
    if (query.service.isEmpty() || isNamed) {
        return ready<Matches>(query.fields);
    }
    const Reply<Matches> service;
    if (const auto known = m_serviceMatches.constFind(query.service); known != m_serviceMatches.constEnd()) {
        service.finish(*known);
    } else {
        tryServiceField(query.service, 0, service, cancel);
    }
    const Reply<Matches> reply;
    then(service.future(), this, [reply, fields = query.fields](const Result<Matches> &found) {
        if (!found) {
            reply.finish(tl::unexpected(found.error()));
            return;
        }
        Matches all = fields;
        all.insert(all.end(), found->begin(), found->end());
        reply.finish(all);
    });
    return reply.future();
}

void JournalSource::tryServiceField(QString service, int index, Reply<Matches> reply, CancelToken cancel)
{
    // gatewayd cannot ask for one field or another: the first field that knows the service is taken.
    const QStringList &fields = m_options.serviceFields;
    const QString field = fields.at(index);
    Matches matches;
    // The journal tells case apart, and a name from a catalog need not have that of the unit: both are asked for at once.
    for (const QString &name : service == service.toLower() ? QStringList {service} : QStringList {service, service.toLower()}) {
        matches.push_back({field, name});
        if (field.endsWith(QLatin1StringView("UNIT"))) {
            matches.push_back({field, name + QStringLiteral(".service")});
        }
    }
    if (fields.size() == 1) {
        reply.finish(matches);
        return;
    }
    then(m_gateway.page(matches, {{}, -1, 2}, {}, {}, cancel), this, [=, this](const Result<ParsedPage> &page) {
        if (!page) {
            reply.finish(tl::unexpected(page.error()));
        } else if (page->entries > 0) {
            m_serviceMatches.insert(service, matches);
            reply.finish(matches);
        } else if (index + 1 < m_options.serviceFields.size()) {
            tryServiceField(service, index + 1, reply, cancel);
        } else {
            // Nobody has written under this name yet: a tail waits under the first field.
            reply.finish(Matches {{m_options.serviceFields.front(), service}});
        }
    });
}

Async<LogPage> JournalSource::read(const LogQuery &query, int limit, int budget, CancelToken cancel)
{
    const Reply<LogPage> reply;
    then(matchesOf(query, cancel), this, [=, this](const Result<Matches> &matches) {
        if (!matches) {
            reply.finish(tl::unexpected(matches.error()));
            return;
        }
        ReadPlan plan;
        plan.matches = serverMatches(query, *matches);
        plan.filter = filterOf(query, *matches);
        plan.filter.fromUsec = query.range.from.ms * 1000;
        plan.filter.toUsec = query.range.to.ms * 1000;
        plan.range = query.range;
        plan.limit = limit;
        plan.budget = budget;
        plan.page = std::clamp(limit, 100, 2000);
        auto *reader = new RangeReader(m_gateway, std::move(plan), m_clock.now(), cancel, this);
        then(reader->run(), this, [reply](const Result<LogPage> &page) { reply.finish(page); });
    });
    return reply.future();
}

Async<LogPage> JournalSource::query(LogQuery query, CancelToken cancel)
{
    return read(query, std::clamp(query.limit, 1, LineLimit), QueryBudget, std::move(cancel));
}

Async<LogHistogram> JournalSource::histogram(LogQuery query, int buckets, CancelToken cancel)
{
    const Reply<LogHistogram> reply;
    then(read(query, HistogramBudget, HistogramBudget, std::move(cancel)), this, [reply, range = query.range, buckets](const Result<LogPage> &page) {
        if (!page) {
            reply.finish(tl::unexpected(page.error()));
        } else {
            reply.finish(count(*page, range, buckets));
        }
    });
    return reply.future();
}

Async<Done> JournalSource::tail(LogQuery query, LogBatchFn lines, CancelToken cancel)
{
    const Reply<Done> reply;
    then(matchesOf(query, cancel), this, [=, this](const Result<Matches> &matches) {
        if (!matches) {
            reply.finish(tl::unexpected(matches.error()));
        } else {
            startTail(query, *matches, lines, reply, cancel);
        }
    });
    return reply.future();
}

ResumePoint JournalSource::takeInterrupted(const LogQuery &query)
{
    const Millis now = m_clock.monotonic();
    std::erase_if(m_interrupted, [now](const Interrupted &one) { return now - one.since > ResumeWithin; });
    const auto known = std::ranges::find(m_interrupted, query, &Interrupted::query);
    if (known == m_interrupted.end()) {
        return {};
    }
    ResumePoint place = known->place;
    m_interrupted.erase(known);
    return place;
}

void JournalSource::startTail(
    const LogQuery &query, const Matches &matches, const LogBatchFn &lines, const Reply<Done> &reply, const CancelToken &cancel)
{
    const ResumePoint place = takeInterrupted(query);
    // A page that has just been read goes on where it ended; an old range is not read again as if it were news.
    const UtcTime now = m_clock.now();
    const bool isRecent = query.range.to.isValid() && query.range.to <= now && now - query.range.to < BackfillWithin;
    auto *follower = new Follower(m_gateway, serverMatches(query, matches), filterOf(query, matches), lines, m_options.follow, cancel, this);
    const auto ended = follower->run(place, isRecent ? query.range.to : UtcTime {});
    then(ended, this, [=, this](const Result<Done> &result) {
        const bool isInterrupted = !result && result.error().kind != ErrorKind::Cancelled;
        if (isInterrupted && follower->place().isSet) {
            m_interrupted.push_back({query, follower->place(), m_clock.monotonic()});
        }
        follower->deleteLater();
        reply.finish(result);
    });
}

Async<QStringList> JournalSource::fieldValues(QString field, CancelToken cancel)
{
    if (!isFieldName(field)) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A journal field is written in capitals, digits and underscores"), field));
    }
    return m_gateway.fieldValues(field, std::move(cancel));
}

} // namespace quarterdeck
