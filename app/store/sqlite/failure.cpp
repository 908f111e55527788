#include "app/store/sqlite/failure.h"

#include "app/core/log.h"

#include <sqlite3.h>

namespace quarterdeck::sqlite {

namespace {

QString sentence(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return QStringLiteral("The disk is full: acknowledgements cannot be stored, so they are not accepted. Free space and try again.");
    case SQLITE_READONLY:
        return QStringLiteral("The data folder cannot be written to: acknowledgements cannot be stored, so they are not accepted.");
    case SQLITE_IOERR:
        return QStringLiteral("Writing to the disk failed (full, over a size limit, or faulty): nothing was accepted. Check the disk "
                              "and try again.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return QStringLiteral("The database file is damaged. Start Quarterdeck again: it keeps a copy and recovers what can be read.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("The database is in use by another program. Try again.");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return QStringLiteral("The database file cannot be opened. Check that its folder exists and belongs to you.");
    case SQLITE_NOMEM:
        return QStringLiteral("There is not enough memory for this.");
    case SQLITE_TOOBIG:
        return QStringLiteral("This is too large to be stored.");
    default:
        return QStringLiteral("The database did not accept this.");
    }
}

} // namespace

Error storageError(int code, const QString &database, const QString &message)
{
    if ((code & 0xff) == SQLITE_INTERRUPT) {
        return {ErrorKind::Cancelled, QStringLiteral("The operation was abandoned"), database, 0, std::nullopt};
    }
    // The number is for whoever reads the log; people are told in words.
    qCInfo(logStore) << database << code << message;
    return {ErrorKind::Storage, sentence(code), QStringLiteral("%1: %2").arg(database, message), 0, std::nullopt};
}

bool isDamage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

bool isDiskFull(int code)
{
    return (code & 0xff) == SQLITE_FULL;
}

} // namespace quarterdeck::sqlite
