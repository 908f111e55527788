#include "ui/widgets/outboxreason.h"

#include "app/core/reasonwords.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

using Code = ReasonCode;

constexpr ReasonSentence Sentences[] = {
    {Code::Gone, QT_TRANSLATE_NOOP("OutboxReason", "It was firing (since %1) when you acted; no member lists it any more, so it counts as resolved"),
        {reasonpart::Seen}},
    {Code::Gone, QT_TRANSLATE_NOOP("OutboxReason", "It was firing when you acted; no member lists it any more, so it counts as resolved")},
    {Code::ResolvedSince, QT_TRANSLATE_NOOP("OutboxReason", "It was firing (since %1) when you acted; it resolved at %2"),
        {reasonpart::Seen, reasonpart::Since}},
    {Code::ResolvedSince, QT_TRANSLATE_NOOP("OutboxReason", "It was firing when you acted; it resolved at %1"), {reasonpart::Since}},
    {Code::FiresAgain, QT_TRANSLATE_NOOP("OutboxReason", "It was firing (since %1) when you acted; it resolved and fired again at %2"),
        {reasonpart::Seen, reasonpart::Since}},
    {Code::FiresAgain, QT_TRANSLATE_NOOP("OutboxReason", "It was firing when you acted; it resolved and fired again at %1"), {reasonpart::Since}},
    {Code::AlertNotHeld,
        QT_TRANSLATE_NOOP("OutboxReason", "Only %1 of %2 members answered completely and none of them lists this alert; the others may"),
        {reasonpart::Answered, reasonpart::Members}},
    {Code::AlertNotKnown, QT_TRANSLATE_NOOP("OutboxReason", "This alert was not found, but the answer is incomplete: %1"), {reasonpart::Text}},
    {Code::Acknowledged, QT_TRANSLATE_NOOP("OutboxReason", "acknowledged by %1 until %2"), {reasonpart::By, reasonpart::Until}},
    {Code::Acknowledged, QT_TRANSLATE_NOOP("OutboxReason", "acknowledged by %1"), {reasonpart::By}},
    {Code::MatchersDiffer, QT_TRANSLATE_NOOP("OutboxReason", "The matchers of this acknowledgement do not match the alert")},
    {Code::OnlyRules,
        QT_TRANSLATE_NOOP("OutboxReason", "%1 only reports which of its rules fire: acknowledge and silence on an Alertmanager, none is connected"),
        {reasonpart::Source}},
    {Code::SilenceNotHeld,
        QT_TRANSLATE_NOOP("OutboxReason", "Only %1 of %2 members answered completely and none of them lists this silence; the others may"),
        {reasonpart::Answered, reasonpart::Members}},
    {Code::SilenceNotKnown, QT_TRANSLATE_NOOP("OutboxReason", "This silence was not found, but the answer is incomplete: %1"), {reasonpart::Text}},
    {Code::SilenceForgotten, QT_TRANSLATE_NOOP("OutboxReason", "The silence was active when you acted; it no longer exists on the server")},
    {Code::SilenceOver, QT_TRANSLATE_NOOP("OutboxReason", "The silence was active when you acted; it ended at %1"), {reasonpart::Until}},
    {Code::HadEnded, QT_TRANSLATE_NOOP("OutboxReason", "the silence had already ended")},
    {Code::EqualSilence, QT_TRANSLATE_NOOP("OutboxReason", "%1 already has an identical silence until %2"), {reasonpart::By, reasonpart::Until}},
    {Code::EqualTooShort,
        QT_TRANSLATE_NOOP(
            "OutboxReason", "You asked for silence until %1, but %2 already has an identical silence until %3. Extend that one instead"),
        {reasonpart::Wished, reasonpart::By, reasonpart::Until}},
    {Code::RunsAlready, QT_TRANSLATE_NOOP("OutboxReason", "already runs until %1"), {reasonpart::Until}},
    {Code::NoMatchers, QT_TRANSLATE_NOOP("OutboxReason", "A silence without matchers would silence everything")},
    {Code::BadPattern, QT_TRANSLATE_NOOP("OutboxReason", "A regular expression of this silence does not compile")},
    {Code::NoDuration, QT_TRANSLATE_NOOP("OutboxReason", "A silence needs a duration")},
    {Code::EndsInThePast, QT_TRANSLATE_NOOP("OutboxReason", "A silence cannot end in the past, at %1"), {reasonpart::Until}},
    {Code::LandedBefore, QT_TRANSLATE_NOOP("OutboxReason", "already applied by an earlier attempt")},
    {Code::TookEffectEnded, QT_TRANSLATE_NOOP("OutboxReason", "It took effect, but the silence ended at %1"), {reasonpart::Until}},
    {Code::TookEffectEnded, QT_TRANSLATE_NOOP("OutboxReason", "It took effect, but is over")},
    {Code::BeginsLater, QT_TRANSLATE_NOOP("OutboxReason", "The server accepted the silence, but it starts only at %1 and hides nothing yet"),
        {reasonpart::From}},
    {Code::EndsOtherwise, QT_TRANSLATE_NOOP("OutboxReason", "The silence is active, but until %1 instead of %2"),
        {reasonpart::Until, reasonpart::Wished}},
    {Code::HeldOtherwise, QT_TRANSLATE_NOOP("OutboxReason", "The server stored the silence differently from what was requested")},
    {Code::NewSilence, QT_TRANSLATE_NOOP("OutboxReason", "the server created a new silence, until %1"), {reasonpart::Until}},
    {Code::InDoubt, QT_TRANSLATE_NOOP("OutboxReason", "Outcome unknown: %1"), {reasonpart::Text}},
    {Code::InDoubt, QT_TRANSLATE_NOOP("OutboxReason", "Outcome unknown.")},
    {Code::MadeNotRead, QT_TRANSLATE_NOOP("OutboxReason", "Outcome unknown: the silence was created but could not be checked: %1"),
        {reasonpart::Text}},
    {Code::StillRuns, QT_TRANSLATE_NOOP("OutboxReason", "Outcome unknown: the silence is still active")},
    {Code::NotTaken, QT_TRANSLATE_NOOP("OutboxReason", "It did not take effect")},
    {Code::NoMemberAnswers, QT_TRANSLATE_NOOP("OutboxReason", "No member answers")},
    {Code::NoMemberTook, QT_TRANSLATE_NOOP("OutboxReason", "No member accepted the request")},
    {Code::TooFewAnswer, QT_TRANSLATE_NOOP("OutboxReason", "Only %1 of %2 members answered completely, so the outcome is unknown"),
        {reasonpart::Answered, reasonpart::Members}},
    {Code::MemberAway, QT_TRANSLATE_NOOP("OutboxReason", "The member it was sent to does not answer, so the outcome is unknown")},
    {Code::NotArrived, QT_TRANSLATE_NOOP("OutboxReason", "Checked with the source: it never arrived. It will be sent again. Last answer: %1"),
        {reasonpart::Last}},
    {Code::NotArrived, QT_TRANSLATE_NOOP("OutboxReason", "Checked with the source: it never arrived. It will be sent again.")},
    {Code::ExpiredUnsent, QT_TRANSLATE_NOOP("OutboxReason", "It could not be sent before %1 and has expired."), {reasonpart::Before}},
    {Code::ExpiredTried, QT_TRANSLATE_NOOP("OutboxReason", "It could not be delivered before %1 and has expired. Last error: %2"),
        {reasonpart::Before, reasonpart::Last}},
    {Code::ExpiredTried, QT_TRANSLATE_NOOP("OutboxReason", "It could not be delivered before %1 and has expired."), {reasonpart::Before}},
    {Code::ReadOnly, QT_TRANSLATE_NOOP("OutboxReason", "This context is read-only: nothing is sent.")},
    {Code::TakenBack, QT_TRANSLATE_NOOP("OutboxReason", "discarded before it was sent")},
    {Code::SentAgain, QT_TRANSLATE_NOOP("OutboxReason", "resent by its author")},
    {Code::NotOffered, QT_TRANSLATE_NOOP("OutboxReason", "%1 cannot do this"), {reasonpart::Source}},
    {Code::NotOffered, QT_TRANSLATE_NOOP("OutboxReason", "This source cannot do this")},
    {Code::NoSuchPerson, QT_TRANSLATE_NOOP("OutboxReason", "No such person at the source: %1"), {reasonpart::Text}},
    {Code::NoSuchThing, QT_TRANSLATE_NOOP("OutboxReason", "The source has nothing with that name: %1"), {reasonpart::Text}},
    {Code::NotHeld, QT_TRANSLATE_NOOP("OutboxReason", "there was nothing to undo")},
    {Code::Snoozed, QT_TRANSLATE_NOOP("OutboxReason", "snoozed until %1"), {reasonpart::Until}},
    {Code::AssignedTo, QT_TRANSLATE_NOOP("OutboxReason", "assigned to %1"), {reasonpart::Text}},
    {Code::SeveralPeople, QT_TRANSLATE_NOOP("OutboxReason", "%1 is the name of more than one person: %2. Name one by id or e-mail address"),
        {reasonpart::Text, reasonpart::Among}},
    {Code::NobodysKey,
        QT_TRANSLATE_NOOP("OutboxReason",
            "This key belongs to the account and to nobody in it, and the source wants to know who acts: set user to the e-mail address of a user")},
    {Code::SnoozeTooLong, QT_TRANSLATE_NOOP("OutboxReason", "A snooze there ends at %1 at the latest"), {reasonpart::Until}},
    {Code::EscalatedSince,
        QT_TRANSLATE_NOOP(
            "OutboxReason", "You have escalated it since, and the source does not say to which level. Look, and send it after all if need be")},
    {Code::NotAsked, QT_TRANSLATE_NOOP("OutboxReason", "%1 is not shown among those who were asked for help"), {reasonpart::Text}},
    {Code::HasAnswered, QT_TRANSLATE_NOOP("OutboxReason", "%1 cannot be called off any more: the source says %2"),
        {reasonpart::By, reasonpart::Text}},
    {Code::TargetResolved, QT_TRANSLATE_NOOP("OutboxReason", "The incident that it was to be merged into, %1, is resolved"), {reasonpart::Text}},
    {Code::NotMergeable, QT_TRANSLATE_NOOP("OutboxReason", "These two cannot be merged: only incidents with alerts, or made by hand, can be")},
    {Code::CommentLost, QT_TRANSLATE_NOOP("OutboxReason", "it holds, but the comment was not left as a note: %1"), {reasonpart::Text}},
    {Code::CommentLost, QT_TRANSLATE_NOOP("OutboxReason", "it holds, but the comment was not left as a note")},
    {Code::ServiceNotKnown, QT_TRANSLATE_NOOP("OutboxReason", "The source does not say of which service it is")},
    {Code::InMaintenance, QT_TRANSLATE_NOOP("OutboxReason", "no new incident is opened for %1 until %2, by %3; those that are open go on"),
        {reasonpart::Text, reasonpart::Until, reasonpart::By}},
    {Code::InMaintenance, QT_TRANSLATE_NOOP("OutboxReason", "no new incident is opened for %1 until %2; those that are open go on"),
        {reasonpart::Text, reasonpart::Until}},
    {Code::Replaced, QT_TRANSLATE_NOOP("OutboxReason", "a newer action took its place before it was sent")},
    {Code::InPlace, QT_TRANSLATE_NOOP("OutboxReason", "in place of an earlier one that was not sent")},
    {Code::UndidUnsent, QT_TRANSLATE_NOOP("OutboxReason", "what it undoes was still queued and was discarded: nothing was sent")},
};

QString say(const char *words)
{
    return QCoreApplication::translate("OutboxReason", words);
}

} // namespace

QString outboxReason(const Reason &reason, const std::function<QString(UtcTime)> &time)
{
    return reasonWords(reason, {Sentences, say, time, QT_TRANSLATE_NOOP("OutboxReason", "somebody")});
}

} // namespace quarterdeck
