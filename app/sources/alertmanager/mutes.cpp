#include "app/sources/alertmanager/mutes.h"

#include "app/sources/alertmanager/plainalerts.h"
#include "app/sources/alertmanager/textcache.h"

#include <QSet>

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

namespace quarterdeck::alertmanager {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t DeepestLevel = 64;
// Lists and groups are read one after the other: what begins or ends between the two is in one of them.
constexpr Millis Moment {60'000};

/// One alert over the groups it stands in.
struct Seen {
    QStringList intervals;
    QStringList muted;
    QStringList told;
};

using SeenByFingerprint = std::unordered_map<std::string_view, Seen>;

void add(QStringList &list, const QString &text)
{
    if (!list.contains(text)) {
        list.append(text);
    }
}

/// The names under `mutedBy`; null where there is no such member.
std::optional<QStringList> mutedBy(dom::element alert)
{
    dom::element names;
    if (alert["status"]["mutedBy"].get(names) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    QStringList texts;
    for (const dom::element name : dom::array(names.get_array())) {
        add(texts, toText(name.get_string()));
    }
    return texts;
}

/// Notes an alert that is said to be active, and for how long.
void noteActive(std::vector<GroupedAlert> &active, dom::element alert, std::string_view fingerprint)
{
    std::string_view state;
    std::string_view startsAt;
    std::string_view endsAt;
    if (alert["status"]["state"].get(state) != simdjson::SUCCESS || state != "active" || alert["startsAt"].get(startsAt) != simdjson::SUCCESS
        || alert["endsAt"].get(endsAt) != simdjson::SUCCESS) {
        return;
    }
    const auto from = parseRfc3339(toText(startsAt));
    const auto to = parseRfc3339(toText(endsAt));
    if (from && to) {
        active.push_back({toText(fingerprint), *from, *to});
    }
}

template <class F> void eachAlert(dom::element document, F fn)
{
    for (const dom::element group : dom::array(document.get_array())) {
        const QString receiver = toText(group["receiver"]["name"].get_string());
        for (const dom::element alert : dom::array(group["alerts"].get_array())) {
            fn(receiver, alert, std::string_view(alert["fingerprint"].get_string()));
        }
    }
}

Mutes read(QByteArrayView body)
{
    if (body.isEmpty()) {
        throw simdjson::simdjson_error(simdjson::EMPTY);
    }
    dom::parser parser;
    const auto size = std::size_t(body.size());
    if (const auto problem = parser.allocate(size, DeepestLevel)) {
        throw simdjson::simdjson_error(problem);
    }
    const dom::element document = parser.parse(body.data(), size);
    Mutes mutes;
    SeenByFingerprint seen;
    eachAlert(document, [&](const QString &receiver, dom::element alert, std::string_view fingerprint) {
        const auto names = mutedBy(alert);
        mutes.isEmpty = false;
        mutes.isTold = mutes.isTold || names;
        noteActive(mutes.active, alert, fingerprint);
        if (names && !names->isEmpty()) {
            Seen &one = seen[fingerprint];
            add(one.muted, receiver);
            for (const QString &name : *names) {
                add(one.intervals, name);
            }
        }
    });
    if (seen.empty()) {
        return mutes;
    }
    // Where it is not muted may stand before or behind where it is.
    eachAlert(document, [&](const QString &receiver, dom::element alert, std::string_view fingerprint) {
        const auto known = seen.find(fingerprint);
        if (known != seen.end() && mutedBy(alert).value_or(QStringList()).isEmpty()) {
            add(known->second.told, receiver);
        }
    });
    for (auto &[fingerprint, one] : seen) {
        one.muted.removeIf([&one = one](const QString &receiver) { return one.told.contains(receiver); });
        one.intervals.sort();
        one.muted.sort();
        mutes.alerts.insert(toText(fingerprint), {one.intervals, one.muted, one.told.isEmpty()});
    }
    return mutes;
}

} // namespace

Result<Mutes> parseMutes(QByteArrayView body)
{
    try {
        return read(body);
    } catch (const simdjson::simdjson_error &) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The server did not answer with groups of alerts"));
    }
}

QString missingIn(const std::vector<Alert> &alerts, const Mutes &mutes, UtcTime now)
{
    QSet<QString> listed;
    listed.reserve(qsizetype(alerts.size()));
    for (const Alert &alert : alerts) {
        listed.insert(alert.key.id);
    }
    const auto missing = std::ranges::find_if(mutes.active,
        [&](const GroupedAlert &alert) { return now - alert.startsAt > Moment && alert.endsAt > now && !listed.contains(alert.fingerprint); });
    return missing == mutes.active.end() ? QString() : missing->fingerprint;
}

void applyMutes(std::vector<Alert> &alerts, const Mutes &mutes)
{
    if (mutes.alerts.isEmpty()) {
        return;
    }
    for (Alert &alert : alerts) {
        const auto known = mutes.alerts.constFind(alert.key.id);
        if (known == mutes.alerts.constEnd()) {
            continue;
        }
        alert.holds.remove(HoldKind::TimeInterval);
        for (const QString &interval : known->intervals) {
            for (const QString &receiver : known->isForAll ? QStringList {QString()} : known->receivers) {
                alert.holds.add({HoldKind::TimeInterval, interval, {}, {}, receiver});
            }
        }
        judgeState(alert);
    }
}

} // namespace quarterdeck::alertmanager
