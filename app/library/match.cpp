#include "app/library/match.h"

#include "app/library/scan.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace quarterdeck {

namespace {

QString baseName(const QString &id)
{
    return id.section(u'/', -1);
}

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// The most of an id that the end of the path says wins: ".../kubernetes/KubePodCrashLooping" is that file before "other/KubePodCrashLooping".
QString byUrl(const std::vector<RunbookFile> &files, const QString &runbookUrl)
{
    QString path = QUrl(runbookUrl.trimmed().left(2048), QUrl::TolerantMode).path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    path = withoutMarkdownSuffix(path);
    if (path.isEmpty()) {
        return {};
    }
    if (!path.startsWith(u'/')) {
        path.prepend(u'/');
    }
    QString best;
    for (const RunbookFile &file : files) {
        if (file.problem.isEmpty() && path.endsWith(u'/' + file.id, Qt::CaseInsensitive) && file.id.size() > best.size()) {
            best = file.id;
        }
    }
    if (!best.isEmpty()) {
        return best;
    }
    for (const RunbookFile &file : files) {
        if (file.problem.isEmpty() && isSame(baseName(file.id), baseName(path))) {
            return file.id;
        }
    }
    return {};
}

bool matchesGlob(const QString &glob, const QString &name)
{
    const QString pattern = QRegularExpression::wildcardToRegularExpression(glob.left(200), QRegularExpression::UnanchoredWildcardConversion);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::CaseInsensitiveOption).match(name).hasMatch();
}

template <class Fits> QString firstOf(const std::vector<RunbookFile> &files, Fits fits)
{
    for (const RunbookFile &file : files) {
        if (file.problem.isEmpty() && fits(file)) {
            return file.id;
        }
    }
    return {};
}

} // namespace

QString matchRunbook(const std::vector<RunbookFile> &files, const QString &alertname, const QString &runbookUrl, const QString &service)
{
    if (QString id = byUrl(files, runbookUrl); !id.isEmpty()) {
        return id;
    }
    if (!alertname.isEmpty()) {
        const auto hasName = [&](const RunbookFile &file) { return isSame(baseName(file.id), alertname); };
        const auto listsIt = [&](const RunbookFile &file) { return file.alerts.contains(alertname, Qt::CaseInsensitive); };
        const auto globsIt = [&](const RunbookFile &file) {
            return std::any_of(file.alerts.begin(), file.alerts.end(), [&](const QString &glob) { return matchesGlob(glob, alertname); });
        };
        QString id = firstOf(files, hasName);
        if (id.isEmpty()) {
            id = firstOf(files, listsIt);
        }
        if (id.isEmpty()) {
            id = firstOf(files, globsIt);
        }
        if (!id.isEmpty()) {
            return id;
        }
    }
    if (service.isEmpty()) {
        return {};
    }
    return firstOf(files, [&](const RunbookFile &file) { return file.alerts.isEmpty() && isSame(file.service, service); });
}

} // namespace quarterdeck
