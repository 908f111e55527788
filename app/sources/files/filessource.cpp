#include "app/sources/files/filessource.h"

#include "app/core/regularfile.h"
#include "app/sources/files/follower.h"

#include <algorithm>

namespace quarterdeck {

using namespace files;

namespace {

constexpr int MostLines = 100'000;
constexpr int LinesOfValues = 20'000;
constexpr qsizetype MostProblems = 20;
constexpr Millis BackfillWithin {300'000};

QString sizeText(qint64 bytes)
{
    constexpr qint64 Megabyte = 1024LL * 1024;
    return bytes < Megabyte ? QStringLiteral("%1 KB").arg((bytes + 1023) / 1024) : QStringLiteral("%1 MB").arg(bytes / Megabyte);
}

Result<BackendHealth> healthOf(const FilesOptions &options)
{
    const FoundFiles found = findLogFiles(options.paths);
    if (found.files.empty() && !found.problems.isEmpty()) {
        return fail(ErrorKind::NotFound, found.problems.first());
    }
    BackendHealth health;
    health.members = int(options.paths.size());
    health.membersLive = health.members;
    QStringList unreadable;
    qint64 bytes = 0;
    UtcTime changed;
    for (const LogFile &file : found.files) {
        bytes += file.size;
        changed = std::max(changed, file.changed);
        if (const auto opened = openRegularFile(file.path); !opened) {
            unreadable.append(QStringLiteral("%1 is missing: %2").arg(file.path, opened.error().what));
        }
    }
    health.findings = found.problems + unreadable;
    if (health.findings.size() > MostProblems) {
        const qsizetype more = health.findings.size() - MostProblems;
        health.findings.resize(MostProblems);
        health.findings.append(QStringLiteral("and %1 more of this kind").arg(more));
    }
    health.findings.append(found.files.empty()
            ? QStringLiteral("There is no log file at %1").arg(options.paths.join(QStringLiteral(", ")))
            : QStringLiteral("%1 files, %2, last changed %3").arg(found.files.size()).arg(sizeText(bytes), toRfc3339(changed)));
    return health;
}

QStringList filesOf(const FilesOptions &options)
{
    QStringList paths;
    for (const LogFile &file : findLogFiles(options.paths).files) {
        paths.append(file.path);
    }
    paths.sort();
    return paths;
}

QStringList valuesIn(const LogPage &page, const QString &field)
{
    QStringList values;
    for (const LogLine &line : page.lines) {
        if (line.fields.contains(field)) {
            values.append(line.fields.value(field));
        }
    }
    values.sort();
    values.removeDuplicates();
    return values;
}

} // namespace

FilesSource::FilesSource(const Endpoint &endpoint, FilesOptions options, const SourceDeps &deps)
    : m_options(std::move(options))
    , m_clock(deps.clock)
{
    m_info.id = endpoint.id;
    m_info.kind = endpoint.kind;
    m_info.faces = Face::Logs;
}

Question FilesSource::questionOf(const LogQuery &query) const
{
    Question question {m_info.id, m_options, query, {}};
    question.query.limit = std::clamp(query.limit, 1, MostLines);
    if (!question.query.range.to.isValid()) {
        question.query.range.to = m_clock.now();
    }
    return question;
}

Async<BackendHealth> FilesSource::probe(CancelToken cancel)
{
    return m_workers.run<BackendHealth>(cancel, [options = m_options](const CancelToken &) { return healthOf(options); });
}

Async<LogPage> FilesSource::query(LogQuery query, CancelToken cancel)
{
    return m_workers.run<LogPage>(cancel, [question = questionOf(query)](const CancelToken &stop) mutable {
        question.cancel = stop;
        return answerLines(question);
    });
}

Async<LogHistogram> FilesSource::histogram(LogQuery query, int buckets, CancelToken cancel)
{
    return m_workers.run<LogHistogram>(cancel, [question = questionOf(query), buckets](const CancelToken &stop) mutable {
        question.cancel = stop;
        return answerHistogram(question, buckets);
    });
}

Async<Done> FilesSource::tail(LogQuery query, TailSink sink, CancelToken cancel)
{
    Question question = questionOf(query);
    // A page that has just been read goes on where it ended; an old range is not read again as if it were news.
    const UtcTime now = m_clock.now();
    const bool isRecent = query.range.to.isValid() && query.range.to <= now && now - query.range.to < BackfillWithin;
    question.query.range = {isRecent ? query.range.to : UtcTime {}, UtcTime {UtcTime::MostNanosMs}};
    auto *follower = new Follower(std::move(question), m_clock, std::move(sink), this);
    return follower->run(std::move(cancel));
}

Async<QStringList> FilesSource::fieldValues(QString field, CancelToken cancel)
{
    LogQuery newest;
    newest.range = {UtcTime {1}, m_clock.now() + Millis(86'400'000)};
    newest.limit = LinesOfValues;
    return m_workers.run<QStringList>(cancel, [question = questionOf(newest), field](const CancelToken &stop) mutable -> Result<QStringList> {
        if (field == QLatin1StringView("file")) {
            return filesOf(question.options);
        }
        question.cancel = stop;
        return answerLines(question).map([&field](const LogPage &page) { return valuesIn(page, field); });
    });
}

} // namespace quarterdeck
