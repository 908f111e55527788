#pragma once

#include "app/core/time.h"

#include <QStringList>

#include <vector>

namespace quarterdeck::files {

/// One file, as it was when it was looked at.
struct LogFile {
    QString path;
    QString family; ///< The path of the file that is written to: this one's, without what rotation puts behind it.
    qint64 size = 0;
    UtcTime changed;
    quint64 device = 0;
    quint64 inode = 0;

    bool isCurrent() const { return path == family; }
    bool isSameFile(const LogFile &other) const { return device == other.device && inode == other.inode; }
};

/// What the paths of a source lead to.
struct FoundFiles {
    std::vector<LogFile> files; ///< By family, the oldest of each first.
    QStringList folders;        ///< Where files may appear.
    QStringList problems;       ///< In sentences: what was not looked at, and why.
};

/// "app.log" of "app.log.2.gz", "app.log-20260101" and "app.log".
QString familyOf(const QString &path);

/// Finds the regular files that the paths lead to: files with their rotated copies, patterns, and folders with all below them.
/// Thread: any; may wait for the disk.
FoundFiles findLogFiles(const QStringList &paths);

} // namespace quarterdeck::files
