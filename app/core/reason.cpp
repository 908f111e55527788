#include "app/core/reason.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr std::array CodeNames {QLatin1StringView("none"), QLatin1StringView("text"), QLatin1StringView("gone"), QLatin1StringView("resolved-since"),
    QLatin1StringView("fires-again"), QLatin1StringView("alert-not-held"), QLatin1StringView("alert-not-known"), QLatin1StringView("acknowledged"),
    QLatin1StringView("matchers-differ"), QLatin1StringView("only-rules"), QLatin1StringView("silence-not-held"),
    QLatin1StringView("silence-not-known"), QLatin1StringView("silence-forgotten"), QLatin1StringView("silence-over"), QLatin1StringView("had-ended"),
    QLatin1StringView("equal-silence"), QLatin1StringView("equal-too-short"), QLatin1StringView("runs-already"), QLatin1StringView("no-matchers"),
    QLatin1StringView("bad-pattern"), QLatin1StringView("no-duration"), QLatin1StringView("ends-in-the-past"), QLatin1StringView("landed-before"),
    QLatin1StringView("took-effect-ended"), QLatin1StringView("begins-later"), QLatin1StringView("ends-otherwise"),
    QLatin1StringView("held-otherwise"), QLatin1StringView("new-silence"), QLatin1StringView("in-doubt"), QLatin1StringView("made-not-read"),
    QLatin1StringView("still-runs"), QLatin1StringView("not-taken"), QLatin1StringView("no-member-answers"), QLatin1StringView("no-member-took"),
    QLatin1StringView("too-few-answer"), QLatin1StringView("member-away"), QLatin1StringView("not-arrived"), QLatin1StringView("expired-unsent"),
    QLatin1StringView("expired-tried"), QLatin1StringView("read-only"), QLatin1StringView("taken-back"), QLatin1StringView("sent-again"),
    QLatin1StringView("not-offered"), QLatin1StringView("no-such-person"), QLatin1StringView("no-such-thing"), QLatin1StringView("not-held"),
    QLatin1StringView("snoozed"), QLatin1StringView("assigned-to"), QLatin1StringView("several-people"), QLatin1StringView("nobodys-key"),
    QLatin1StringView("snooze-too-long"), QLatin1StringView("escalated-since"), QLatin1StringView("not-asked"), QLatin1StringView("has-answered"),
    QLatin1StringView("target-resolved"), QLatin1StringView("not-mergeable"), QLatin1StringView("comment-lost"),
    QLatin1StringView("service-not-known"), QLatin1StringView("in-maintenance"), QLatin1StringView("replaced"), QLatin1StringView("in-place"),
    QLatin1StringView("undid-unsent")};
static_assert(CodeNames.size() == std::size_t(ReasonCode::UndidUnsent) + 1);

Reason added(const Reason &reason, QLatin1StringView name, const QVariant &value)
{
    Reason more = reason;
    more.args.insert(name, value);
    return more;
}

} // namespace

QLatin1StringView reasonCodeName(ReasonCode code)
{
    return CodeNames.at(std::size_t(code));
}

std::optional<ReasonCode> reasonCodeFromName(QStringView name)
{
    for (std::size_t i = 0; i < CodeNames.size(); ++i) {
        if (name == CodeNames.at(i)) {
            return ReasonCode(i);
        }
    }
    return std::nullopt;
}

bool reasonpart::isTime(QAnyStringView name)
{
    const std::array times {Seen, Since, From, Until, Wished, Before};
    return std::any_of(times.begin(), times.end(), [name](QLatin1StringView time) { return time == name; });
}

Reason Reason::said(const QString &text)
{
    return text.isEmpty() ? Reason {} : Reason {ReasonCode::Text}.with(reasonpart::Text, text);
}

Reason Reason::with(QLatin1StringView name, UtcTime time) const
{
    return time.isValid() ? added(*this, name, QVariant::fromValue(time)) : *this;
}

Reason Reason::with(QLatin1StringView name, const QString &text) const
{
    return text.isEmpty() ? *this : added(*this, name, text);
}

Reason Reason::with(QLatin1StringView name, int count) const
{
    return added(*this, name, count);
}

Reason Reason::with(QLatin1StringView name, const Reason &reason) const
{
    return reason.isEmpty() ? *this : added(*this, name, QVariant::fromValue(reason));
}

} // namespace quarterdeck
