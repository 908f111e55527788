#pragma once

#include "app/core/time.h"

#include <QStringList>

namespace quarterdeck {

/// Makes a folder (and what leads to it) for its owner alone and takes access to its files of ours away from others.
/// False when it does not exist afterwards.
bool makePrivateFolder(const QString &folder);
/// A database of ours and what SQLite keeps beside it, moved to "<file>.<word>-<time>"; the new name, or empty when nothing could
/// be moved.
QString setAside(const QString &file, const QString &word, UtcTime now);
/// Tells one file from another of the same name; 0 where there is none.
quint64 fileIdentity(const QString &file);
/// The daily backups of state.db in a folder, oldest first, absolute.
QStringList dailyBackups(const QString &folder);

} // namespace quarterdeck
