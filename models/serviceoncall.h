#pragma once

#include "models/oncallfeed.h"

namespace quarterdeck {

/// Who is called first for one service, as far as that is known.
struct ServiceOnCall {
    enum class Kind : quint8 {
        Unknown,  ///< A source did not answer, or not whole, and the others have nobody.
        NoPolicy, ///< Every source has answered in whole, and no policy names the service.
        Nobody,   ///< Nobody is called.
        Somebody
    };
    Kind kind = Kind::Unknown;
    QStringList now;                     ///< Names.
    UtcTime until;                       ///< When others are called; invalid: not as far as is known.
    QStringList next;                    ///< Names, from `until` on.
    bool isNextWhole = false;            ///< No name in `next` means nobody.
    QStringList policies;                ///< Names of those that the service pages.
    QStringList sources;                 ///< Who says so.
    UtcTime oldAsOf;                     ///< Of the oldest part that is from the cache; invalid where none is.
    std::vector<SourceFailure> failures; ///< Those whose part is missing or old, and why.
    QStringList remarks;                 ///< What else is missing, in the words of the sources.
};

/// The same answer with the policies of one service and their shifts only.
OnCallAnswer forService(const OnCallAnswer &answer, const QString &service);
/// How an answer of forService() stands at an instant. Pure.
ServiceOnCall serviceOnCall(const OnCallAnswer &own, UtcTime now);

} // namespace quarterdeck
