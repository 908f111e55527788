#pragma once

#include "app/core/time.h"

#include <QString>

#include <optional>

namespace quarterdeck {

/// What went wrong, in the terms a caller decides by.
enum class ErrorKind : quint8 {
    Cancelled,
    Offline,
    Timeout,
    Tls,
    Unauthorized,
    Forbidden,
    NotFound,
    RateLimited,
    Rejected,
    Conflict,
    Server,
    BadPayload,
    TooLarge,  ///< The answer is more than is taken: a narrower question may be answered.
    Malformed, ///< The question itself cannot be understood: asking for less is no use.
    Usage,     ///< What a person typed cannot be understood.
    Settling,  ///< The server was started so lately that it may not know everything yet.
    Unsupported,
    Storage,
    Internal
};

/// Whether the request that failed went out: of one attempt to change the world. Of a question it means nothing.
enum class Sent : quint8 {
    No,    ///< Not a byte of it: it may be tried again.
    Maybe, ///< It went out, and whether it took effect is open: it must be read back.
    Yes    ///< It went out and was answered.
};

/// What is wrong with the certificate of a server, of the faults that a caller may know a remedy for.
enum class CertificateFault : quint8 {
    None,          ///< Nothing, or something else.
    UnknownSigner, ///< No authority that is trusted here has signed it.
    OtherName      ///< It is for another host name.
};

/// A failure that is reported, not thrown.
/// `what` is a plain sentence (untranslated, no markup); `where` names the place for people: URL path, JSON pointer, file:line. Nothing is
/// decided by either.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString what;
    QString where;
    int httpStatus = 0;
    std::optional<Millis> retryAfter;
    Sent sent = Sent::No;
    std::optional<qint64> byte = std::nullopt; ///< Of a text that cannot be read: the first that is wrong, from 0.
    CertificateFault certificate = CertificateFault::None;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Stable name of a kind for logs, JSON and databases: "offline", "bad-payload", ...
QLatin1StringView errorKindName(ErrorKind kind);
/// Inverse of errorKindName; Internal for an unknown name.
ErrorKind errorKindFromName(QStringView name);
/// True where trying again later may succeed without anyone changing anything.
bool isTransient(ErrorKind kind);

} // namespace quarterdeck
