#pragma once

#include "app/domain/alertfields.h"

namespace quarterdeck {

/// Gives a field a value that depends on `number` and is never that of a new alert.
struct FieldFiller {
    int number = 1;

    QString word() const { return QStringLiteral("value %1").arg(number); }
    void operator()(AlertKey &key) const { key = {QStringLiteral("source"), word()}; }
    void operator()(QString &text) const { text = word(); }
    void operator()(QStringList &texts) const { texts = {word(), QStringLiteral("other")}; }
    void operator()(Labels &labels) const { labels = Labels {{QStringLiteral("name"), word()}}; }
    void operator()(UtcTime &time) const { time = {1'000 + number}; }
    void operator()(Severity &severity) const { severity = number % 2 == 0 ? Severity::Critical : Severity::Warning; }
    void operator()(AlertState &state) const { state = number % 2 == 0 ? AlertState::Acknowledged : AlertState::Suppressed; }
    void operator()(VerbSet &verbs) const { verbs = VerbSet::fromBits(number % 2 == 0 ? 3U : 5U); }
    void operator()(Holds &holds) const { holds = {{HoldKind::Silence, word()}, {HoldKind::Acknowledgement, word(), QStringLiteral("ana"), {1}}}; }
    void operator()(std::vector<Link> &links) const { links = {{QStringLiteral("title"), word()}}; }
    void operator()(Pending &pending) const { pending = number % 2 == 0 ? Pending::Queued : Pending::Unknown; }
};

/// An alert whose every field has a value of its own.
inline Alert filledAlert()
{
    Alert alert;
    int number = 0;
    visitFields(alert, [&number](const char *, auto &field, FieldUse) { FieldFiller {++number}(field); });
    return alert;
}

} // namespace quarterdeck
