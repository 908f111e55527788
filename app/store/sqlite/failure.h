#pragma once

#include "app/core/error.h"

struct sqlite3;

namespace quarterdeck::sqlite {

/// What a result code of SQLite means to a person, as ErrorKind::Storage (Cancelled for an interrupted read). `where` keeps the
/// database, the code and SQLite's own words.
Error storageError(int code, const QString &database, const QString &message);

/// True for the codes that say the file itself is no good.
bool isDamage(int code);

/// True for the code that passes when space is freed.
bool isDiskFull(int code);

} // namespace quarterdeck::sqlite
