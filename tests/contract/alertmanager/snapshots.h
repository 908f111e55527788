#pragma once

#include "app/domain/action.h"
#include "app/sources/alertmanager/merge.h"

namespace quarterdeck::alertmanager {

/// When the snapshots of these tests are taken: a thousand seconds after their alerts began.
constexpr UtcTime Now {2'000'000};

/// An alert that fires.
inline Alert alertNamed(const QString &fingerprint)
{
    Alert alert;
    alert.key = {QStringLiteral("src"), fingerprint};
    alert.labels = {{QStringLiteral("alertname"), fingerprint}};
    alert.rawState = QStringLiteral("active");
    alert.startsAt = UtcTime {1'000'000};
    alert.updatedAt = UtcTime {1'000'000};
    return alert;
}

/// A silence of the alert "a".
inline Silence silenceNamed(const QString &id, SilenceState state = SilenceState::Active)
{
    Silence silence;
    silence.id = id;
    silence.source = QStringLiteral("src");
    silence.state = state;
    silence.createdBy = QStringLiteral("ana");
    silence.startsAt = UtcTime {1'000'000};
    silence.endsAt = UtcTime {10'000'000};
    silence.matchers = {{QStringLiteral("alertname"), QStringLiteral("a"), false, true}};
    return silence;
}

/// What one member of a cluster said.
inline MemberAnswer answer(std::vector<Alert> alerts, std::vector<Silence> silences = {})
{
    return {Listing<Alert> {std::move(alerts), {}}, Listing<Silence> {std::move(silences), {}}};
}

/// What a cluster of one member yields.
inline AlertPage complete(std::vector<Alert> alerts, std::vector<Silence> silences)
{
    std::vector<MemberAnswer> answers;
    answers.push_back(answer(std::move(alerts), std::move(silences)));
    return *merge(std::move(answers), UtcTime {2'000'000});
}

/// What ben does to the alert "a".
inline AlertAction action(Verb verb)
{
    AlertAction made;
    made.id = QUuid::createUuid();
    made.verb = verb;
    made.source = QStringLiteral("src");
    made.alert = {QStringLiteral("src"), QStringLiteral("a")};
    made.expectedStart = UtcTime {1'000'000};
    made.duration = Millis(3'600'000);
    made.author = QStringLiteral("ben");
    made.comment = QStringLiteral("on it");
    return made;
}

} // namespace quarterdeck::alertmanager
