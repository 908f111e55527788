#pragma once

#include "app/core/result.h"

#include <QByteArrayView>
#include <QStringList>

namespace quarterdeck::icinga2 {

/// What a user may do: nothing of it, a part chosen by a filter of its ApiUser, or all.
enum class Right : quint8 { None, Part, All };

/// Who we are for Icinga2, by GET /v1.
struct Rights {
    QString user;
    QString version;         ///< "r2.13.6-1".
    QStringList permissions; ///< As listed: patterns with * and ?, some with " (filtered)" behind them.

    /// "objects/query/Host", "actions/acknowledge-problem", "status/query", ... As Icinga2 judges it: of all that match, one with a filter
    /// restricts even beside one without.
    Right of(QStringView permission) const;
    Right query(QStringView type) const { return of(QStringLiteral("objects/query/") + type.toString()); }
    Right act(QStringView action) const { return of(QStringLiteral("actions/") + action.toString()); }
};

/// The reply of GET /v1.
/// Errors: BadPayload, with a JSON pointer.
Result<Rights> parseRights(QByteArrayView body);

/// True where a pattern of * and ? matches the whole text, whatever its case.
bool matchesPattern(QStringView pattern, QStringView text);

/// What to do about a missing right, as a sentence: "Add objects/query/Host to the permissions of ApiUser ...".
QString rightsAdvice(const Rights &rights, const QStringList &missing);

} // namespace quarterdeck::icinga2
