#include "app/store/tables/oldreasons.h"

#include "app/core/reasonwords.h"

#include <QRegularExpression>

#include <vector>

namespace quarterdeck {

namespace {

using Code = ReasonCode;

// As they were written, and never changed: rows of old databases hold them. A sentence that is part of another stands behind it.
constexpr ReasonSentence Sentences[] = {
    {Code::Gone, "You saw it firing; it is resolved now: no member knows it any more"},
    {Code::Gone, "You saw it firing since %1; it is resolved now: no member knows it any more", {reasonpart::Seen}},
    {Code::ResolvedSince, "You saw it firing since %1; it is resolved since %2", {reasonpart::Seen, reasonpart::Since}},
    {Code::FiresAgain, "You saw it firing; it was resolved and fires again since %1", {reasonpart::Since}},
    {Code::FiresAgain, "You saw it firing since %1; it was resolved and fires again since %2", {reasonpart::Seen, reasonpart::Since}},
    {Code::AlertNotHeld, "%1 of %2 members answered completely and they do not hold this alert; the others may",
        {reasonpart::Answered, reasonpart::Members}},
    {Code::SilenceNotHeld, "%1 of %2 members answered completely and they do not hold this silence; the others may",
        {reasonpart::Answered, reasonpart::Members}},
    {Code::AlertNotKnown, "This alert is not known now, but: %1", {reasonpart::Text}},
    {Code::SilenceNotKnown, "This silence is not known now, but: %1", {reasonpart::Text}},
    {Code::MatchersDiffer, "The matchers of this acknowledgement do not match the alert"},
    {Code::OnlyRules, "%1 only tells which of its rules fire: acknowledge and silence on an Alertmanager, none is connected", {reasonpart::Source}},
    {Code::Acknowledged, "acknowledged by %1 until %2", {reasonpart::By, reasonpart::Until}},
    {Code::EqualTooShort, "You wished it silent until %1; an equal silence by %2 runs until %3: extend that one instead",
        {reasonpart::Wished, reasonpart::By, reasonpart::Until}},
    {Code::EqualSilence, "an equal silence by %1 runs until %2", {reasonpart::By, reasonpart::Until}},
    {Code::SilenceForgotten, "You saw this silence running; the server does not know it any more"},
    {Code::SilenceOver, "You saw this silence running; it ended at %1", {reasonpart::Until}},
    {Code::HadEnded, "the silence had ended before"},
    {Code::RunsAlready, "it already runs until %1", {reasonpart::Until}},
    {Code::NoMatchers, "A silence without matchers would silence everything"},
    {Code::BadPattern, "A regular expression of this silence does not compile"},
    {Code::NoDuration, "A silence needs a duration"},
    {Code::EndsInThePast, "A silence cannot end in the past, at %1", {reasonpart::Until}},
    {Code::LandedBefore, "it had landed before"},
    {Code::TookEffectEnded, "It took effect, but the silence ended at %1", {reasonpart::Until}},
    {Code::BeginsLater, "The server took the silence but lets it begin only at %1: it hides nothing yet", {reasonpart::From}},
    {Code::EndsOtherwise, "The silence is in force, but until %1 instead of %2", {reasonpart::Until, reasonpart::Wished}},
    {Code::HeldOtherwise, "The server took the silence but holds it otherwise than it was asked to"},
    {Code::NewSilence, "the server made a new silence of it, until %1", {reasonpart::Until}},
    {Code::MadeNotRead, "It is not known whether this took effect: the silence was made but could not be read back: %1", {reasonpart::Text}},
    {Code::MadeNotRead, "The silence was made but could not be read back: %1", {reasonpart::Text}},
    {Code::StillRuns, "It is not known whether this took effect: the silence still runs"},
    {Code::StillRuns, "The server took the request but the silence still runs"},
    {Code::InDoubt, "It is not known whether this took effect: %1", {reasonpart::Text}},
    {Code::NoMemberAnswers, "No member answered completely"},
    {Code::NoMemberAnswers, "No member answers"},
    {Code::NoMemberTook, "No member took it"},
    {Code::NotArrived, "Read back: it had not arrived. It will be sent again."},
    {Code::NotArrived, "Read back: it had not arrived. It will be sent again. The last answer: %1", {reasonpart::Last}},
    {Code::ExpiredUnsent, "It could not be sent before %1 and has not been sent since.", {reasonpart::Before}},
    {Code::ExpiredTried, "It could not be delivered before %1 and is not tried again. At last: %2", {reasonpart::Before, reasonpart::Last}},
    {Code::ReadOnly, "This context is read-only: nothing is sent from it."},
    {Code::TakenBack, "taken back before it was sent"},
    {Code::SentAgain, "sent again by its author"},
};

constexpr int DeepestSentence = 3;

struct Known {
    QRegularExpression pattern;
    const ReasonSentence *sentence;
};

const std::vector<Known> &knownSentences()
{
    static const std::vector<Known> All = [] {
        static const QRegularExpression Placeholder(QStringLiteral("\\\\%\\d"));
        std::vector<Known> made;
        for (const ReasonSentence &sentence : Sentences) {
            QString pattern = QRegularExpression::escape(QString::fromLatin1(sentence.words));
            pattern.replace(Placeholder, QStringLiteral("(.+)"));
            made.push_back(
                {QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::DotMatchesEverythingOption), &sentence});
        }
        return made;
    }();
    return All;
}

Reason read(const QString &sentence, int depth);

/// Adds a part as it was written; false where it is none of its kind.
bool addPart(Reason &reason, QLatin1StringView name, const QString &written, int depth)
{
    if (reasonpart::isTime(name)) {
        const auto time = parseRfc3339(written);
        reason = reason.with(name, time.value_or(UtcTime {}));
        return time && time->isValid();
    }
    if (name == reasonpart::Answered || name == reasonpart::Members) {
        bool isNumber = false;
        reason = reason.with(name, written.toInt(&isNumber));
        return isNumber;
    }
    if (name == reasonpart::Last) {
        reason = reason.with(name, read(written, depth + 1));
    } else if (name != reasonpart::By || written != u"somebody") {
        reason = reason.with(name, written);
    }
    return true;
}

std::optional<Reason> partsOf(const Known &known, const QRegularExpressionMatch &match, int depth)
{
    Reason reason {known.sentence->code};
    for (int i = 0; i < match.lastCapturedIndex(); ++i) {
        if (!addPart(reason, known.sentence->parts.at(std::size_t(i)), match.captured(i + 1), depth)) {
            return std::nullopt;
        }
    }
    return reason;
}

Reason read(const QString &sentence, int depth)
{
    for (const Known &known : depth < DeepestSentence ? knownSentences() : std::vector<Known> {}) {
        const auto match = known.pattern.match(sentence);
        if (const auto reason = match.hasMatch() ? partsOf(known, match, depth) : std::nullopt) {
            return *reason;
        }
    }
    return Reason::said(sentence);
}

} // namespace

Reason reasonOfSentence(const QString &sentence)
{
    return read(sentence, 0);
}

} // namespace quarterdeck
