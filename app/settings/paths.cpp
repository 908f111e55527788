#include "app/settings/paths.h"

#include <QDir>
#include <QFileInfo>

namespace quarterdeck {

namespace {

constexpr qsizetype MostFiles = 1000;

bool hasWildcard(const QString &text)
{
    return text.contains(u'*') || text.contains(u'?') || text.contains(u'[');
}

} // namespace

QString resolvedPath(const QString &path, const QString &folder)
{
    if (path.isEmpty()) {
        return {};
    }
    if (path == QLatin1StringView("~") || path.startsWith(QLatin1StringView("~/"))) {
        return QDir::cleanPath(QDir::homePath() + path.mid(1));
    }
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

FoundFiles filesMatching(const QString &glob)
{
    QStringList found {QStringLiteral("/")};
    bool isCut = false;
    const QStringList parts = QDir::cleanPath(glob).split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        QStringList next;
        for (const QString &base : std::as_const(found)) {
            const QDir dir(base);
            if (!hasWildcard(parts.at(i))) {
                if (QFileInfo::exists(dir.filePath(parts.at(i)))) {
                    next.append(dir.filePath(parts.at(i)));
                }
                continue;
            }
            const QDir::Filters kinds = (isLast ? QDir::Files | QDir::System : QDir::Filters(QDir::Dirs)) | QDir::NoDotAndDotDot;
            for (const QString &name : dir.entryList({parts.at(i)}, kinds, QDir::Name)) {
                next.append(dir.filePath(name));
            }
        }
        isCut = isCut || next.size() > MostFiles;
        found = next.first(std::min(next.size(), MostFiles));
    }
    FoundFiles out {{}, {}, isCut};
    for (const QString &path : std::as_const(found)) {
        (QFileInfo(path).isFile() ? out.files : out.others).append(path);
    }
    return out;
}

} // namespace quarterdeck
