#include "ui/widgets/errorwords.h"

#include "app/core/text.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

/// Words of one kind, and what they are to mean where what was found is foreign.
struct KindWords {
    const char *words;
    const char *meaning;
};

KindWords wordsOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "It was cancelled. %1: what was found, in English");
    case ErrorKind::Offline:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "The server cannot be reached. %1: what was found, in English");
    case ErrorKind::Timeout:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "The server did not answer in time. %1: what was found, in English");
    case ErrorKind::Tls:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "No secure connection: certificate or TLS. %1: what was found, in English");
    case ErrorKind::Unauthorized:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Sign-in failed or is missing. %1: what was found, in English");
    case ErrorKind::Forbidden:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Permission denied. %1: what was found, in English");
    case ErrorKind::NotFound:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Not found. %1: what was found, in English");
    case ErrorKind::RateLimited:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Too many requests for the server. %1: what was found, in English");
    case ErrorKind::Rejected:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "The request was rejected. %1: what was found, in English");
    case ErrorKind::Conflict:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "It has changed in the meantime. %1: what was found, in English");
    case ErrorKind::Server:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "The server reports an error of its own. %1: what was found, in English");
    case ErrorKind::BadPayload:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "The answer cannot be used. %1: what was found, in English");
    case ErrorKind::TooLarge:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "The answer is too large. %1: what was found, in English");
    case ErrorKind::Malformed:
    case ErrorKind::Usage:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Cannot be understood. %1: what was found, in English");
    case ErrorKind::Settling:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "The server restarted recently. %1: what was found, in English");
    case ErrorKind::Unsupported:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Not supported. %1: what was found, in English");
    case ErrorKind::Storage:
        return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Cannot be read or written. %1: what was found, in English");
    case ErrorKind::Internal:
        break;
    }
    return QT_TRANSLATE_NOOP3("ErrorWords", "%1", "Something unexpected. %1: what was found, in English");
}

} // namespace

QString errorWords(const Error &error, qsizetype most)
{
    const QString found = text::plain(error.what, most);
    const auto [words, meaning] = wordsOf(error.kind);
    return found.isEmpty() ? QString() : QCoreApplication::translate("ErrorWords", words, meaning).arg(found);
}

} // namespace quarterdeck
