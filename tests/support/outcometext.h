#pragma once

#include "app/core/result.h"
#include "app/domain/outcome.h"
#include "app/json/reasonjson.h"

namespace quarterdeck {

/// "conflict {"code":"gone","args":{...}}": all of an outcome that decides, for comparisons and for what a failed one says.
inline QString toldOf(const Outcome &outcome)
{
    QString told(outcomeName(outcome.is));
    if (outcome.is == Outcome::Is::NotSent) {
        static const QStringList Names {QStringLiteral("target"), QStringLiteral("source"), QStringLiteral("access")};
        told += u'-' + Names.at(int(outcome.hindrance));
    }
    return (told + u' ' + QString::fromUtf8(encodeReason(outcome.reason))).trimmed();
}

/// The same of an answer that may be none.
inline QString toldOf(const Result<Outcome> &outcome)
{
    return outcome ? toldOf(*outcome) : QStringLiteral("error ") + errorKindName(outcome.error().kind) + u' ' + outcome.error().what;
}

/// True for an answer that is this outcome.
inline bool isOutcome(const Result<Outcome> &outcome, Outcome::Is is)
{
    return outcome && outcome->is == is;
}

} // namespace quarterdeck
