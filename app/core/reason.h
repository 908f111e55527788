#pragma once

#include "app/core/time.h"

#include <QVariantMap>

#include <optional>

namespace quarterdeck {

/// Why something stands as it does. Behind each: the parts that its words name (see reasonpart), those in brackets where they are known.
enum class ReasonCode : quint8 {
    None, ///< There is nothing to say.
    Text, ///< text: somebody else's own words, a server's or an old sentence's, shown as they are.
    // About an alert as it was seen and is.
    Gone,           ///< [seen]
    ResolvedSince,  ///< seen, since
    FiresAgain,     ///< [seen], since
    AlertNotHeld,   ///< answered, members: those that answered do not hold it; others may.
    AlertNotKnown,  ///< text: what one server alone may know cannot be told now.
    Acknowledged,   ///< [by], until
    MatchersDiffer, ///< The matchers of the wish do not match the alert.
    OnlyRules,      ///< source: it only tells which rules fire.
    // About a silence.
    SilenceNotHeld,  ///< answered, members
    SilenceNotKnown, ///< text
    SilenceForgotten,
    SilenceOver, ///< until
    HadEnded,
    EqualSilence,  ///< [by], until
    EqualTooShort, ///< wished, [by], until
    RunsAlready,   ///< until
    NoMatchers,
    BadPattern,
    NoDuration,
    EndsInThePast, ///< until
    // What a server made of a wish.
    LandedBefore,
    TookEffectEnded, ///< until
    BeginsLater,     ///< from
    EndsOtherwise,   ///< until, wished
    HeldOtherwise,
    NewSilence,  ///< until
    InDoubt,     ///< text: it was answered, but not whether it took effect.
    MadeNotRead, ///< text: it was made, but could not be read back.
    StillRuns,
    NotTaken, ///< It has not taken effect.
    // How it was delivered.
    NoMemberAnswers,
    NoMemberTook,
    TooFewAnswer,  ///< answered, members: it cannot be told whether it took effect.
    MemberAway,    ///< The member that it was sent to does not answer.
    NotArrived,    ///< [last]: read back, and not there; it is sent again.
    ExpiredUnsent, ///< before
    ExpiredTried,  ///< before, [last]
    ReadOnly,
    TakenBack,
    SentAgain,
    // About verbs, people and things of a source.
    NotOffered,   ///< [source]: it has no such action.
    NoSuchPerson, ///< text: nobody whom the source knows.
    NoSuchThing,  ///< text: a priority, level, incident or note that the source does not have.
    NotHeld,      ///< There is nothing to take back: it is not acknowledged, snoozed, ...
    Snoozed,      ///< until
    AssignedTo,   ///< text: those who have it.
    // What a source does not do, or not any more.
    SeveralPeople,   ///< text, among: the name of more than one person, and who they are.
    NobodysKey,      ///< The key belongs to nobody, and the source wants to know who acts.
    SnoozeTooLong,   ///< until: the latest end that it takes.
    EscalatedSince,  ///< By the same person, to a level that is not told.
    NotAsked,        ///< text: somebody who is not among those who were asked for help.
    HasAnswered,     ///< by, text: somebody who was asked for help, and what they said.
    TargetResolved,  ///< text: the incident that it was to be merged into.
    NotMergeable,    ///< Only incidents with alerts, or made by hand, can be.
    CommentLost,     ///< [text]: it holds, but what was written with it was not left at the source.
    ServiceNotKnown, ///< The source does not say of which service it is.
    InMaintenance,   ///< text, until, [by]: the service, for which no new incident is opened; those that are open go on.
    // How wishes about the same that wait in the outbox go together.
    Replaced,   ///< A newer one has taken its place before it was sent.
    InPlace,    ///< It has taken the place of an older one that was not sent.
    UndidUnsent ///< What it takes back was not sent yet and is discarded: nothing is left to be done.
};

/// Stable name, for databases and JSON: "fires-again".
QLatin1StringView reasonCodeName(ReasonCode code);
/// Inverse of reasonCodeName; nothing for an unknown name.
std::optional<ReasonCode> reasonCodeFromName(QStringView name);

/// Names of the parts of a reason, as stored and in JSON.
namespace reasonpart {
inline constexpr QLatin1StringView Text("text"), By("by"), Among("among"), Source("source");                                       // QString
inline constexpr QLatin1StringView Seen("seen"), Since("since"), From("from"), Until("until"), Wished("wished"), Before("before"); // UtcTime
inline constexpr QLatin1StringView Answered("answered"), Members("members");                                                       // int
inline constexpr QLatin1StringView Last("last"); // Reason: what came of the try before
/// True for those that are times.
bool isTime(QAnyStringView name);
} // namespace reasonpart

/// A reason without words, as it is stored. Its words are in two tables: ui/widgets/outboxreason and app/cli/reasonwords.
struct Reason {
    ReasonCode code = ReasonCode::None;
    QVariantMap args {}; ///< By the names of reasonpart: times are UtcTime, names and foreign words QString, counts int, a reason Reason.

    /// ReasonCode::Text; None where the text is empty.
    static Reason said(const QString &text);
    bool isEmpty() const { return code == ReasonCode::None; }
    /// The same with one more part. What says nothing (an invalid time, an empty text or reason) is left out.
    Reason with(QLatin1StringView name, UtcTime time) const;
    Reason with(QLatin1StringView name, const QString &text) const;
    Reason with(QLatin1StringView name, int count) const;
    Reason with(QLatin1StringView name, const Reason &reason) const;
    /// A part that is a text; empty where there is none.
    QString text(QLatin1StringView name = reasonpart::Text) const { return args.value(name).toString(); }
    /// A part that is a time; invalid where there is none.
    UtcTime time(QLatin1StringView name) const { return args.value(name).value<UtcTime>(); }

    friend bool operator==(const Reason &, const Reason &) = default;
};

} // namespace quarterdeck
