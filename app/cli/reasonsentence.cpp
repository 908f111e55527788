#include "app/cli/reasonsentence.h"

#include "app/cli/terminal.h"
#include "app/core/reasonwords.h"

namespace quarterdeck {

namespace {

using Code = ReasonCode;

constexpr ReasonSentence Sentences[] = {
    {Code::Gone, "It was firing (since %1) when you acted; no member lists it any more, so it counts as resolved", {reasonpart::Seen}},
    {Code::Gone, "It was firing when you acted; no member lists it any more, so it counts as resolved"},
    {Code::ResolvedSince, "It was firing (since %1) when you acted; it resolved at %2", {reasonpart::Seen, reasonpart::Since}},
    {Code::ResolvedSince, "It was firing when you acted; it resolved at %1", {reasonpart::Since}},
    {Code::FiresAgain, "It was firing (since %1) when you acted; it resolved and fired again at %2", {reasonpart::Seen, reasonpart::Since}},
    {Code::FiresAgain, "It was firing when you acted; it resolved and fired again at %1", {reasonpart::Since}},
    {Code::AlertNotHeld, "Only %1 of %2 members answered completely and none of them lists this alert; the others may",
        {reasonpart::Answered, reasonpart::Members}},
    {Code::AlertNotKnown, "This alert was not found, but the answer is incomplete: %1", {reasonpart::Text}},
    {Code::Acknowledged, "acknowledged by %1 until %2", {reasonpart::By, reasonpart::Until}},
    {Code::Acknowledged, "acknowledged by %1", {reasonpart::By}},
    {Code::MatchersDiffer, "The matchers of this acknowledgement do not match the alert"},
    {Code::OnlyRules, "%1 only reports which of its rules fire: acknowledge and silence on an Alertmanager, none is connected", {reasonpart::Source}},
    {Code::SilenceNotHeld, "Only %1 of %2 members answered completely and none of them lists this silence; the others may",
        {reasonpart::Answered, reasonpart::Members}},
    {Code::SilenceNotKnown, "This silence was not found, but the answer is incomplete: %1", {reasonpart::Text}},
    {Code::SilenceForgotten, "The silence was active when you acted; it no longer exists on the server"},
    {Code::SilenceOver, "The silence was active when you acted; it ended at %1", {reasonpart::Until}},
    {Code::HadEnded, "the silence had already ended"},
    {Code::EqualSilence, "%1 already has an identical silence until %2", {reasonpart::By, reasonpart::Until}},
    {Code::EqualTooShort, "You asked for silence until %1, but %2 already has an identical silence until %3. Extend that one instead",
        {reasonpart::Wished, reasonpart::By, reasonpart::Until}},
    {Code::RunsAlready, "already runs until %1", {reasonpart::Until}},
    {Code::NoMatchers, "A silence without matchers would silence everything"},
    {Code::BadPattern, "A regular expression of this silence does not compile"},
    {Code::NoDuration, "A silence needs a duration"},
    {Code::EndsInThePast, "A silence cannot end in the past, at %1", {reasonpart::Until}},
    {Code::LandedBefore, "already applied by an earlier attempt"},
    {Code::TookEffectEnded, "It took effect, but the silence ended at %1", {reasonpart::Until}},
    {Code::TookEffectEnded, "It took effect, but is over"},
    {Code::BeginsLater, "The server accepted the silence, but it starts only at %1 and hides nothing yet", {reasonpart::From}},
    {Code::EndsOtherwise, "The silence is active, but until %1 instead of %2", {reasonpart::Until, reasonpart::Wished}},
    {Code::HeldOtherwise, "The server stored the silence differently from what was requested"},
    {Code::NewSilence, "the server created a new silence, until %1", {reasonpart::Until}},
    {Code::InDoubt, "Outcome unknown: %1", {reasonpart::Text}},
    {Code::InDoubt, "Outcome unknown."},
    {Code::MadeNotRead, "Outcome unknown: the silence was created but could not be checked: %1", {reasonpart::Text}},
    {Code::StillRuns, "Outcome unknown: the silence is still active"},
    {Code::NotTaken, "It did not take effect"},
    {Code::NoMemberAnswers, "No member answers"},
    {Code::NoMemberTook, "No member accepted the request"},
    {Code::TooFewAnswer, "Only %1 of %2 members answered completely, so the outcome is unknown", {reasonpart::Answered, reasonpart::Members}},
    {Code::MemberAway, "The member it was sent to does not answer, so the outcome is unknown"},
    {Code::NotArrived, "Checked with the source: it never arrived. It will be sent again. Last answer: %1", {reasonpart::Last}},
    {Code::NotArrived, "Checked with the source: it never arrived. It will be sent again."},
    {Code::ExpiredUnsent, "It could not be sent before %1 and has expired.", {reasonpart::Before}},
    {Code::ExpiredTried, "It could not be delivered before %1 and has expired. Last error: %2", {reasonpart::Before, reasonpart::Last}},
    {Code::ExpiredTried, "It could not be delivered before %1 and has expired.", {reasonpart::Before}},
    {Code::ReadOnly, "This context is read-only: nothing is sent."},
    {Code::TakenBack, "discarded before it was sent"},
    {Code::SentAgain, "resent by its author"},
    {Code::NotOffered, "%1 cannot do this", {reasonpart::Source}},
    {Code::NotOffered, "This source cannot do this"},
    {Code::NoSuchPerson, "No such person at the source: %1", {reasonpart::Text}},
    {Code::NoSuchThing, "The source has nothing with that name: %1", {reasonpart::Text}},
    {Code::NotHeld, "there was nothing to undo"},
    {Code::Snoozed, "snoozed until %1", {reasonpart::Until}},
    {Code::AssignedTo, "assigned to %1", {reasonpart::Text}},
    {Code::SeveralPeople, "%1 is the name of more than one person: %2. Name one by id or e-mail address", {reasonpart::Text, reasonpart::Among}},
    {Code::NobodysKey,
        "This key belongs to the account and to nobody in it, and the source wants to know who acts: set user to the e-mail address of a user"},
    {Code::SnoozeTooLong, "A snooze there ends at %1 at the latest", {reasonpart::Until}},
    {Code::EscalatedSince, "You have escalated it since, and the source does not say to which level. Look, and send it after all if need be"},
    {Code::NotAsked, "%1 is not shown among those who were asked for help", {reasonpart::Text}},
    {Code::HasAnswered, "%1 cannot be called off any more: the source says %2", {reasonpart::By, reasonpart::Text}},
    {Code::TargetResolved, "The incident that it was to be merged into, %1, is resolved", {reasonpart::Text}},
    {Code::NotMergeable, "These two cannot be merged: only incidents with alerts, or made by hand, can be"},
    {Code::CommentLost, "it holds, but the comment was not left as a note: %1", {reasonpart::Text}},
    {Code::CommentLost, "it holds, but the comment was not left as a note"},
    {Code::ServiceNotKnown, "The source does not say of which service it is"},
    {Code::InMaintenance, "no new incident is opened for %1 until %2, by %3; those that are open go on",
        {reasonpart::Text, reasonpart::Until, reasonpart::By}},
    {Code::InMaintenance, "no new incident is opened for %1 until %2; those that are open go on", {reasonpart::Text, reasonpart::Until}},
    {Code::Replaced, "a newer action took its place before it was sent"},
    {Code::InPlace, "in place of an earlier one that was not sent"},
    {Code::UndidUnsent, "what it undoes was still queued and was discarded: nothing was sent"},
};

} // namespace

QString reasonSentence(const Reason &reason)
{
    return reasonWords(reason, {Sentences, [](const char *words) { return QString::fromLatin1(words); }, clockText, "somebody"});
}

} // namespace quarterdeck
