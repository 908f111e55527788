#include "app/library/scan.h"

#include "app/core/regularfile.h"
#include "app/runbook/runbook.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr qint64 LargestRunbook = 1024 * 1024;
constexpr qsizetype MostFiles = 20'000;
constexpr qsizetype MostWatched = 4000;

bool hasMarkdownSuffix(const QString &name)
{
    return withoutMarkdownSuffix(name) != name;
}

// prometheus-operator/runbooks has a runbook without an extension; a licence or Makefile beside it does not begin like Markdown.
bool beginsLikeMarkdown(const QString &path)
{
    const auto file = openRegularFile(path);
    if (!file) {
        return false;
    }
    QByteArray head = (*file)->read(512);
    if (head.startsWith("\xEF\xBB\xBF")) {
        head.remove(0, 3);
    }
    const QByteArray start = head.trimmed();
    return start.startsWith("---\n") || start.startsWith("# ");
}

bool isInside(const QString &path, const QString &root)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return !real.isEmpty() && real.startsWith(root.endsWith(u'/') ? root : root + u'/');
}

RunbookFile readFile(const QFileInfo &info, const QString &id)
{
    RunbookFile out;
    out.id = id;
    out.path = info.absoluteFilePath();
    out.title = id.section(u'/', -1);
    out.modifiedAt = UtcTime {info.lastModified().toMSecsSinceEpoch()};
    const auto bytes = readRegularFile(out.path, LargestRunbook);
    if (!bytes) {
        out.problem = bytes.error().what;
        return out;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(*bytes);
    if (decoder.hasError() || text.contains(QChar(0))) {
        out.problem = QStringLiteral("The file is not UTF-8 text");
        return out;
    }
    const Runbook runbook = deriveRunbook(*bytes, info.fileName());
    if (!runbook.title.isEmpty()) {
        out.title = runbook.title;
    }
    out.service = runbook.service;
    out.owner = runbook.owner;
    out.alerts = runbook.alerts;
    out.steps = int(runbook.steps.size());
    return out;
}

class Scanner {
public:
    void look(const QString &place)
    {
        const QFileInfo info(place);
        if (info.isDir()) {
            lookInto(info);
        } else if (info.isFile()) {
            m_out.watched.append(info.absoluteFilePath());
            add(info, withoutMarkdownSuffix(info.fileName()), info.dir().dirName());
        } else {
            RunbookFile missing;
            missing.id = place;
            missing.path = place;
            missing.title = info.fileName();
            missing.problem = QStringLiteral("There is no such file or folder");
            m_out.files.push_back(std::move(missing));
            m_out.isComplete = false;
        }
    }

    LibraryScan take()
    {
        std::sort(m_out.files.begin(), m_out.files.end(), [](const RunbookFile &a, const RunbookFile &b) { return a.id < b.id; });
        if (m_out.watched.size() > MostWatched) {
            m_out.watched.resize(MostWatched);
            m_out.isComplete = false;
        }
        return std::move(m_out);
    }

private:
    void lookInto(const QFileInfo &place)
    {
        const QString root = place.canonicalFilePath();
        const QDir dir(root);
        m_out.watched.append(root);
        QStringList found;
        QDirIterator it(root, QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            const QFileInfo info = it.fileInfo();
            const QString relative = dir.relativeFilePath(path);
            if (relative.startsWith(u'.') || relative.contains(QLatin1StringView("/."))) {
                continue;
            }
            if (info.isDir()) {
                if (!info.isSymLink()) {
                    m_out.watched.append(path);
                }
            } else if (isRunbook(info, root)) {
                found.append(relative);
            }
        }
        found.sort();
        for (const QString &relative : std::as_const(found)) {
            m_out.watched.append(dir.filePath(relative));
            add(QFileInfo(dir.filePath(relative)), withoutMarkdownSuffix(relative), dir.dirName());
        }
    }

    static bool isRunbook(const QFileInfo &info, const QString &root)
    {
        const QString name = info.fileName();
        if (name.startsWith(QLatin1StringView("_index.")) || !isInside(info.filePath(), root)) {
            return false;
        }
        return hasMarkdownSuffix(name) || (!name.contains(u'.') && beginsLikeMarkdown(info.filePath()));
    }

    void add(const QFileInfo &info, const QString &wanted, const QString &folder)
    {
        if (qsizetype(m_out.files.size()) >= MostFiles) {
            m_out.isComplete = false;
            return;
        }
        QString id = wanted;
        for (int n = 1; m_ids.contains(id); ++n) {
            id = n == 1 ? folder + u'/' + wanted : folder + u'/' + wanted + u'~' + QString::number(n);
        }
        m_ids.insert(id);
        m_out.files.push_back(readFile(info, id));
    }

    LibraryScan m_out;
    QSet<QString> m_ids;
};

} // namespace

QString withoutMarkdownSuffix(const QString &path)
{
    static constexpr std::array Suffixes {QLatin1StringView(".html.md.erb"), QLatin1StringView(".html.md"), QLatin1StringView(".md.erb"),
        QLatin1StringView(".md"), QLatin1StringView(".markdown")};
    for (const QLatin1StringView suffix : Suffixes) {
        if (path.size() > suffix.size() && path.endsWith(suffix, Qt::CaseInsensitive)) {
            return path.chopped(suffix.size());
        }
    }
    return path;
}

LibraryScan scanPlaces(const QStringList &places)
{
    Scanner scanner;
    for (const QString &place : places) {
        scanner.look(place);
    }
    return scanner.take();
}

} // namespace quarterdeck
