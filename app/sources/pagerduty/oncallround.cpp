#include "app/sources/pagerduty/oncallround.h"

#include "app/core/asynctake.h"

namespace quarterdeck::pagerduty {

namespace {

constexpr Millis Day {86'400'000};
// PagerDuty's own limit.
constexpr Millis Horizon = Day * 90;
// Whoever asks waits for it, and what is near is asked for first.
constexpr Millis LongestReading {40'000};
constexpr Millis LongestOfPolicies {20'000};
constexpr Millis ShortestWindow {3'600'000};
// Each page begins with the last ones of the page before: only by them is it known that nothing stood between.
constexpr int Overlap = 10;
constexpr qsizetype MostShifts = 100'000;

Error incomplete(const QString &what)
{
    return Error {ErrorKind::TooLarge, what, {}, 0, std::nullopt};
}

QByteArray keyOf(const Shift &shift)
{
    const QString text = QStringList {shift.policy, QString::number(shift.level), shift.person.id, shift.person.name, shift.schedule,
        QString::number(shift.from.ms), QString::number(shift.to.ms)}
                             .join(u'\n');
    return text.toUtf8();
}

} // namespace

OnCallRound::OnCallRound(Reader &reader, const Clock &clock, TimeRange range, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_clock(clock)
    , m_range(range)
    , m_cancel(std::move(cancel))
    , m_begun(clock.monotonic())
{
}

Async<OnCallPage> OnCallRound::run()
{
    const auto future = m_reply.future();
    const UtcTime end = m_clock.now() + Horizon;
    if (m_range.from >= end) {
        finish(fail(ErrorKind::Rejected, QStringLiteral("PagerDuty lists shifts up to 90 days ahead, and none later")));
        return future;
    }
    if (m_range.to > end) {
        lack(OnCallLack::Part::Range, incomplete(QStringLiteral("PagerDuty lists shifts up to 90 days ahead, and none later")));
        m_range.to = end;
    }
    m_range.to = UtcTime {m_range.to.ms / 1000 * 1000};
    m_page.source = m_reader.settings().source;
    m_page.covers = m_range;
    thenTake(m_reader.onCalls(m_range, 0, m_cancel), this, [this](Result<Page<OnCallEntry>> result) {
        if (!result) {
            finish(tl::unexpected(std::move(result.error())));
            return;
        }
        // Mostly it is all of it.
        if (result->hasMore) {
            cutIntoWindows();
        }
        add(std::move(*result));
        askPolicies(0);
    });
    return future;
}

/// The first day, then a week at a time: who is on call now is known whatever becomes of the rest.
void OnCallRound::cutIntoWindows()
{
    for (UtcTime from = m_range.from; from < m_range.to;) {
        const UtcTime to = std::min(m_range.to, from + (from == m_range.from ? Day : Day * 7));
        m_windows.push_back({from, to});
        from = to;
    }
    std::ranges::reverse(m_windows);
}

void OnCallRound::askPolicies(int offset)
{
    if (isLaterThan(LongestOfPolicies)) {
        lack(OnCallLack::Part::Policies, incomplete(QStringLiteral("There are more escalation policies than could be read in time")));
        askWindow();
        return;
    }
    thenTake(m_reader.policies(offset, m_cancel), this, [this, offset](Result<Page<OnCallPolicy>> result) {
        if (result) {
            takePolicies(*result, offset);
        } else if (result.error().kind == ErrorKind::Cancelled) {
            finish(tl::unexpected(std::move(result.error())));
        } else {
            Error why = result.error();
            why.what.prepend(QStringLiteral("The escalation policies and their services cannot be read: "));
            lack(OnCallLack::Part::Policies, why);
            askWindow();
        }
    });
}

void OnCallRound::takePolicies(const Page<OnCallPolicy> &page, int offset)
{
    if (page.problem) {
        lack(OnCallLack::Part::Policies, *page.problem);
    }
    QSet<QByteArray> keys;
    for (const OnCallPolicy &policy : page.items) {
        keys.insert(policy.id.toUtf8());
        m_policies.insert(policy.id, policy);
    }
    if (offset > 0 && (page.items.empty() || !m_last.contains(page.items.front().id.toUtf8()))) {
        lack(OnCallLack::Part::Policies, incomplete(QStringLiteral("The list of escalation policies changed while it was read")));
    }
    const bool hasNews = offset == 0 || !m_last.contains(keys);
    const qint64 next = offset + qint64(page.served) - Overlap;
    m_last = std::move(keys);
    if (page.hasMore && page.served > Overlap && hasNews && next + PageSize <= LastReachable) {
        askPolicies(int(next));
        return;
    }
    if (page.hasMore) {
        lack(OnCallLack::Part::Policies, incomplete(QStringLiteral("There are more escalation policies than the server gives")));
    }
    askWindow();
}

void OnCallRound::askWindow()
{
    if (m_windows.empty()) {
        conclude();
        return;
    }
    const TimeRange window = m_windows.back();
    m_windows.pop_back();
    askShifts(window, 0);
}

void OnCallRound::askShifts(TimeRange window, int offset)
{
    if (isLaterThan(LongestReading)) {
        stopAt(window, incomplete(QStringLiteral("There are more shifts than could be read in time")));
        return;
    }
    thenTake(m_reader.onCalls(window, offset, m_cancel), this, [this, window, offset](Result<Page<OnCallEntry>> result) {
        if (result) {
            takeShifts(std::move(*result), window, offset);
        } else if (result.error().kind == ErrorKind::Cancelled) {
            finish(tl::unexpected(std::move(result.error())));
        } else {
            stopAt(window, result.error());
        }
    });
}

void OnCallRound::takeShifts(Page<OnCallEntry> page, TimeRange window, int offset)
{
    if (offset > 0 && (page.items.empty() || !m_last.contains(keyOf(page.items.front().shift)))) {
        lack(OnCallLack::Part::Shifts, incomplete(QStringLiteral("The list of on-calls changed while it was read")));
    }
    const bool hasMore = page.hasMore;
    const qsizetype served = page.served;
    QSet<QByteArray> keys = add(std::move(page));
    const bool hasNews = offset == 0 || !m_last.contains(keys);
    m_last = std::move(keys);
    const qint64 next = offset + qint64(served) - Overlap;
    if (m_seen.size() > MostShifts) {
        stopAt(window, incomplete(QStringLiteral("There are more than %1 shifts").arg(MostShifts)));
    } else if (!hasMore) {
        askWindow();
    } else if (served <= Overlap || !hasNews) {
        stopAt(window, incomplete(QStringLiteral("The server says that there are more on-calls and does not give them")));
    } else if (next + PageSize <= LastReachable) {
        askShifts(window, int(next));
    } else if (window.length() >= ShortestWindow * 2) {
        const UtcTime middle = window.from + window.length() / 2;
        m_windows.push_back({middle, window.to});
        m_windows.push_back({window.from, middle});
        askWindow();
    } else {
        stopAt(window, incomplete(QStringLiteral("More people are on call at a time than PagerDuty lists")));
    }
}

/// What lies before the window is whole; of the first one some is there.
void OnCallRound::stopAt(TimeRange window, const Error &error)
{
    const bool isFirst = window.from <= m_range.from;
    m_page.covers.to = isFirst ? window.to : window.from;
    lack(isFirst ? OnCallLack::Part::Shifts : OnCallLack::Part::Range, error);
    conclude();
}

/// The keys of what is on the page.
QSet<QByteArray> OnCallRound::add(Page<OnCallEntry> page)
{
    if (page.problem) {
        lack(OnCallLack::Part::Shifts, *page.problem);
    }
    QSet<QByteArray> keys;
    for (OnCallEntry &entry : page.items) {
        const QByteArray key = keyOf(entry.shift);
        keys.insert(key);
        if (!m_policies.contains(entry.shift.policy)) {
            m_policies.insert(entry.shift.policy, {entry.shift.policy, entry.policyName, 0, {}});
        }
        if (!m_seen.contains(key)) {
            m_seen.insert(key);
            m_page.shifts.push_back(std::move(entry.shift));
        }
    }
    return keys;
}

/// The first of each kind: the others are mostly its consequences.
void OnCallRound::lack(OnCallLack::Part part, const Error &why)
{
    if (std::ranges::find(m_page.lacks, part, &OnCallLack::part) == m_page.lacks.end()) {
        m_page.lacks.push_back({part, why});
    }
}

bool OnCallRound::isLaterThan(Millis span) const
{
    return m_clock.monotonic() - m_begun > span;
}

void OnCallRound::conclude()
{
    m_page.asOf = m_clock.now();
    m_page.policies.assign(m_policies.cbegin(), m_policies.cend());
    std::ranges::sort(m_page.policies, {}, &OnCallPolicy::id);
    sortShifts(m_page.shifts);
    finish(std::move(m_page));
}

void OnCallRound::finish(Result<OnCallPage> page)
{
    m_reply.finish(std::move(page));
    deleteLater();
}

} // namespace quarterdeck::pagerduty
