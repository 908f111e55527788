#include "app/sync/oncalldesk.h"

#include "app/core/combinators.h"
#include "app/sources/api/oncallface.h"
#include "app/store/store.h"
#include "app/sync/gathered.h"

namespace quarterdeck {

namespace {

// Whatever was asked for, this much is known offline afterwards.
constexpr Millis LeastAhead {7LL * 86'400'000};

} // namespace

OnCallDesk::OnCallDesk(std::vector<OpenSource> &sources, Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_asked(sources, clock)
    , m_store(store)
    , m_clock(clock)
{
}

void OnCallDesk::addMissing(const SourceStatus &status)
{
    m_asked.addMissing(status);
}

void OnCallDesk::read(TimeRange range, const CancelToken &cancel, const Reply<Dated<std::vector<OnCallPage>>> &reply)
{
    range.to = std::max(range.to, range.from + LeastAhead);
    const std::vector<AskedSource> asked = m_asked.of(Face::OnCall);
    std::vector<Async<Dated<OnCallPage>>> parts;
    for (const AskedSource &one : asked) {
        parts.push_back(readOf(one, range, cancel));
    }
    whenAll(parts, this, [names = namesOf(asked), reply](const std::vector<Result<Dated<OnCallPage>>> &results) {
        auto all = gathered<OnCallPage>(names, results);
        if (!all) {
            reply.finish(tl::unexpected<Error>(all.error()));
            return;
        }
        const Dated<OnCallPage> &about = all->about;
        reply.finish(Dated<std::vector<OnCallPage>> {
            std::move(all->values), about.asOf, about.isLive, about.error, about.warnings, about.failures, about.asked, about.warnedBy});
    });
}

Async<Dated<OnCallPage>> OnCallDesk::readOf(const AskedSource &asked, TimeRange range, const CancelToken &cancel)
{
    if (asked.open == nullptr) {
        return cached(asked.id, range, asked.why);
    }
    const Reply<Dated<OnCallPage>> reply;
    OpenSource *entry = asked.open;
    then(entry->source->onCall()->read(range, cancel), this, [this, entry, range, reply](const Result<OnCallPage> &page) {
        if (!page) {
            m_asked.complained(*entry, page.error());
            then(cached(entry->endpoint.id, range, page.error()), this, [reply](const Result<Dated<OnCallPage>> &old) { reply.finish(old); });
            return;
        }
        AskedSources::worked(*entry);
        Dated<OnCallPage> live {*page, m_clock.now(), true, std::nullopt, lackTexts(*page)};
        live.value.source = entry->endpoint.id;
        live.value.asOf = live.asOf;
        m_store.putOnCall(live.value);
        reply.finish(std::move(live));
    });
    return reply.future();
}

Async<Dated<OnCallPage>> OnCallDesk::cached(const SourceId &source, TimeRange range, const Error &why)
{
    if (isFinal(why) || source.isEmpty()) {
        return ready<Dated<OnCallPage>>(tl::unexpected<Error>(why));
    }
    const Reply<Dated<OnCallPage>> reply;
    then(m_store.cachedOnCall(source, range), this, [why, reply](const Result<Dated<OnCallPage>> &found) { reply.finish(notLive(found, why)); });
    return reply.future();
}

} // namespace quarterdeck
