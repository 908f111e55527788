#include "ui/widgets/outboxreason.h"

#include "app/core/reasonwords.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

using Code = ReasonCode;
using namespace reasonpart;

constexpr ReasonSentence Sentences[] = {
    {Code::Gone, QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing since %1; it is resolved now: no member knows it any more"), {Seen}},
    {Code::Gone, QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing; it is resolved now: no member knows it any more")},
    {Code::ResolvedSince, QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing since %1; it is resolved since %2"), {Seen, Since}},
    {Code::ResolvedSince, QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing; it is resolved since %1"), {Since}},
    {Code::FiresAgain, QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing since %1; it was resolved and fires again since %2"), {Seen, Since}},
    {Code::FiresAgain, QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing; it was resolved and fires again since %1"), {Since}},
    {Code::AlertNotHeld, QT_TRANSLATE_NOOP("OutboxReason", "%1 of %2 members answered completely and they do not hold this alert; the others may"),
        {Answered, Members}},
    {Code::AlertNotKnown, QT_TRANSLATE_NOOP("OutboxReason", "This alert is not known now, but: %1"), {Text}},
    {Code::Acknowledged, QT_TRANSLATE_NOOP("OutboxReason", "acknowledged by %1 until %2"), {By, Until}},
    {Code::Acknowledged, QT_TRANSLATE_NOOP("OutboxReason", "acknowledged by %1"), {By}},
    {Code::MatchersDiffer, QT_TRANSLATE_NOOP("OutboxReason", "The matchers of this acknowledgement do not match the alert")},
    {Code::OnlyRules,
        QT_TRANSLATE_NOOP("OutboxReason", "%1 only tells which of its rules fire: acknowledge and silence on an Alertmanager, none is connected"),
        {Source}},
    {Code::SilenceNotHeld,
        QT_TRANSLATE_NOOP("OutboxReason", "%1 of %2 members answered completely and they do not hold this silence; the others may"),
        {Answered, Members}},
    {Code::SilenceNotKnown, QT_TRANSLATE_NOOP("OutboxReason", "This silence is not known now, but: %1"), {Text}},
    {Code::SilenceForgotten, QT_TRANSLATE_NOOP("OutboxReason", "You saw this silence running; the server does not know it any more")},
    {Code::SilenceOver, QT_TRANSLATE_NOOP("OutboxReason", "You saw this silence running; it ended at %1"), {Until}},
    {Code::HadEnded, QT_TRANSLATE_NOOP("OutboxReason", "the silence had ended before")},
    {Code::EqualSilence, QT_TRANSLATE_NOOP("OutboxReason", "an equal silence by %1 runs until %2"), {By, Until}},
    {Code::EqualTooShort,
        QT_TRANSLATE_NOOP("OutboxReason", "You wished it silent until %1; an equal silence by %2 runs until %3: extend that one instead"),
        {Wished, By, Until}},
    {Code::RunsAlready, QT_TRANSLATE_NOOP("OutboxReason", "it already runs until %1"), {Until}},
    {Code::NoMatchers, QT_TRANSLATE_NOOP("OutboxReason", "A silence without matchers would silence everything")},
    {Code::BadPattern, QT_TRANSLATE_NOOP("OutboxReason", "A regular expression of this silence does not compile")},
    {Code::NoDuration, QT_TRANSLATE_NOOP("OutboxReason", "A silence needs a duration")},
    {Code::EndsInThePast, QT_TRANSLATE_NOOP("OutboxReason", "A silence cannot end in the past, at %1"), {Until}},
    {Code::LandedBefore, QT_TRANSLATE_NOOP("OutboxReason", "it had landed before")},
    {Code::TookEffectEnded, QT_TRANSLATE_NOOP("OutboxReason", "It took effect, but the silence ended at %1"), {Until}},
    {Code::TookEffectEnded, QT_TRANSLATE_NOOP("OutboxReason", "It took effect, but is over")},
    {Code::BeginsLater, QT_TRANSLATE_NOOP("OutboxReason", "The server took the silence but lets it begin only at %1: it hides nothing yet"), {From}},
    {Code::EndsOtherwise, QT_TRANSLATE_NOOP("OutboxReason", "The silence is in force, but until %1 instead of %2"), {Until, Wished}},
    {Code::HeldOtherwise, QT_TRANSLATE_NOOP("OutboxReason", "The server took the silence but holds it otherwise than it was asked to")},
    {Code::NewSilence, QT_TRANSLATE_NOOP("OutboxReason", "the server made a new silence of it, until %1"), {Until}},
    {Code::InDoubt, QT_TRANSLATE_NOOP("OutboxReason", "It is not known whether this took effect: %1"), {Text}},
    {Code::InDoubt, QT_TRANSLATE_NOOP("OutboxReason", "It is not known whether this took effect.")},
    {Code::MadeNotRead,
        QT_TRANSLATE_NOOP("OutboxReason", "It is not known whether this took effect: the silence was made but could not be read back: %1"), {Text}},
    {Code::StillRuns, QT_TRANSLATE_NOOP("OutboxReason", "It is not known whether this took effect: the silence still runs")},
    {Code::NotTaken, QT_TRANSLATE_NOOP("OutboxReason", "It has not taken effect")},
    {Code::NoMemberAnswers, QT_TRANSLATE_NOOP("OutboxReason", "No member answers")},
    {Code::NoMemberTook, QT_TRANSLATE_NOOP("OutboxReason", "No member took it")},
    {Code::TooFewAnswer, QT_TRANSLATE_NOOP("OutboxReason", "%1 of %2 members answered completely, so it cannot be told whether it took effect"),
        {Answered, Members}},
    {Code::MemberAway, QT_TRANSLATE_NOOP("OutboxReason", "The member it was sent to does not answer, so it cannot be told whether it took effect")},
    {Code::NotArrived, QT_TRANSLATE_NOOP("OutboxReason", "Read back: it had not arrived. It will be sent again. The last answer: %1"), {Last}},
    {Code::NotArrived, QT_TRANSLATE_NOOP("OutboxReason", "Read back: it had not arrived. It will be sent again.")},
    {Code::ExpiredUnsent, QT_TRANSLATE_NOOP("OutboxReason", "It could not be sent before %1 and has not been sent since."), {Before}},
    {Code::ExpiredTried, QT_TRANSLATE_NOOP("OutboxReason", "It could not be delivered before %1 and is not tried again. At last: %2"),
        {Before, Last}},
    {Code::ExpiredTried, QT_TRANSLATE_NOOP("OutboxReason", "It could not be delivered before %1 and is not tried again."), {Before}},
    {Code::ReadOnly, QT_TRANSLATE_NOOP("OutboxReason", "This context is read-only: nothing is sent from it.")},
    {Code::TakenBack, QT_TRANSLATE_NOOP("OutboxReason", "taken back before it was sent")},
    {Code::SentAgain, QT_TRANSLATE_NOOP("OutboxReason", "sent again by its author")},
    {Code::NotOffered, QT_TRANSLATE_NOOP("OutboxReason", "%1 cannot do this"), {Source}},
    {Code::NotOffered, QT_TRANSLATE_NOOP("OutboxReason", "This source cannot do this")},
    {Code::NoSuchPerson, QT_TRANSLATE_NOOP("OutboxReason", "The source knows no such person, or more than one: %1"), {Text}},
    {Code::NoSuchThing, QT_TRANSLATE_NOOP("OutboxReason", "The source has nothing of that name: %1"), {Text}},
    {Code::NotHeld, QT_TRANSLATE_NOOP("OutboxReason", "there was nothing to take back")},
    {Code::Snoozed, QT_TRANSLATE_NOOP("OutboxReason", "snoozed until %1"), {Until}},
    {Code::AssignedTo, QT_TRANSLATE_NOOP("OutboxReason", "assigned to %1"), {Text}},
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
