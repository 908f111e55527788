#include "app/cli/reasonsentence.h"

#include "app/core/reasonwords.h"

namespace quarterdeck {

namespace {

using Code = ReasonCode;
using namespace reasonpart;

constexpr ReasonSentence Sentences[] = {
    {Code::Gone, "You saw it firing since %1; it is resolved now: no member knows it any more", {Seen}},
    {Code::Gone, "You saw it firing; it is resolved now: no member knows it any more"},
    {Code::ResolvedSince, "You saw it firing since %1; it is resolved since %2", {Seen, Since}},
    {Code::ResolvedSince, "You saw it firing; it is resolved since %1", {Since}},
    {Code::FiresAgain, "You saw it firing since %1; it was resolved and fires again since %2", {Seen, Since}},
    {Code::FiresAgain, "You saw it firing; it was resolved and fires again since %1", {Since}},
    {Code::AlertNotHeld, "%1 of %2 members answered completely and they do not hold this alert; the others may", {Answered, Members}},
    {Code::AlertNotKnown, "This alert is not known now, but: %1", {Text}},
    {Code::Acknowledged, "acknowledged by %1 until %2", {By, Until}},
    {Code::Acknowledged, "acknowledged by %1", {By}},
    {Code::MatchersDiffer, "The matchers of this acknowledgement do not match the alert"},
    {Code::OnlyRules, "%1 only tells which of its rules fire: acknowledge and silence on an Alertmanager, none is connected", {reasonpart::Source}},
    {Code::SilenceNotHeld, "%1 of %2 members answered completely and they do not hold this silence; the others may", {Answered, Members}},
    {Code::SilenceNotKnown, "This silence is not known now, but: %1", {Text}},
    {Code::SilenceForgotten, "You saw this silence running; the server does not know it any more"},
    {Code::SilenceOver, "You saw this silence running; it ended at %1", {Until}},
    {Code::HadEnded, "the silence had ended before"},
    {Code::EqualSilence, "an equal silence by %1 runs until %2", {By, Until}},
    {Code::EqualTooShort, "You wished it silent until %1; an equal silence by %2 runs until %3: extend that one instead", {Wished, By, Until}},
    {Code::RunsAlready, "it already runs until %1", {Until}},
    {Code::NoMatchers, "A silence without matchers would silence everything"},
    {Code::BadPattern, "A regular expression of this silence does not compile"},
    {Code::NoDuration, "A silence needs a duration"},
    {Code::EndsInThePast, "A silence cannot end in the past, at %1", {Until}},
    {Code::LandedBefore, "it had landed before"},
    {Code::TookEffectEnded, "It took effect, but the silence ended at %1", {Until}},
    {Code::TookEffectEnded, "It took effect, but is over"},
    {Code::BeginsLater, "The server took the silence but lets it begin only at %1: it hides nothing yet", {From}},
    {Code::EndsOtherwise, "The silence is in force, but until %1 instead of %2", {Until, Wished}},
    {Code::HeldOtherwise, "The server took the silence but holds it otherwise than it was asked to"},
    {Code::NewSilence, "the server made a new silence of it, until %1", {Until}},
    {Code::InDoubt, "It is not known whether this took effect: %1", {Text}},
    {Code::InDoubt, "It is not known whether this took effect."},
    {Code::MadeNotRead, "It is not known whether this took effect: the silence was made but could not be read back: %1", {Text}},
    {Code::StillRuns, "It is not known whether this took effect: the silence still runs"},
    {Code::NotTaken, "It has not taken effect"},
    {Code::NoMemberAnswers, "No member answers"},
    {Code::NoMemberTook, "No member took it"},
    {Code::TooFewAnswer, "%1 of %2 members answered completely, so it cannot be told whether it took effect", {Answered, Members}},
    {Code::MemberAway, "The member it was sent to does not answer, so it cannot be told whether it took effect"},
    {Code::NotArrived, "Read back: it had not arrived. It will be sent again. The last answer: %1", {Last}},
    {Code::NotArrived, "Read back: it had not arrived. It will be sent again."},
    {Code::ExpiredUnsent, "It could not be sent before %1 and has not been sent since.", {Before}},
    {Code::ExpiredTried, "It could not be delivered before %1 and is not tried again. At last: %2", {Before, Last}},
    {Code::ExpiredTried, "It could not be delivered before %1 and is not tried again.", {Before}},
    {Code::ReadOnly, "This context is read-only: nothing is sent from it."},
    {Code::TakenBack, "taken back before it was sent"},
    {Code::SentAgain, "sent again by its author"},
    {Code::NotOffered, "%1 cannot do this", {reasonpart::Source}},
    {Code::NotOffered, "This source cannot do this"},
    {Code::NoSuchPerson, "The source knows no such person, or more than one: %1", {Text}},
    {Code::NoSuchThing, "The source has nothing of that name: %1", {Text}},
    {Code::NotHeld, "there was nothing to take back"},
    {Code::Snoozed, "snoozed until %1", {Until}},
    {Code::AssignedTo, "assigned to %1", {Text}},
};

} // namespace

QString reasonSentence(const Reason &reason)
{
    return reasonWords(reason, {Sentences, [](const char *words) { return QString::fromLatin1(words); }, toRfc3339, "somebody"});
}

} // namespace quarterdeck
