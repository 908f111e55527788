#include "app/sources/files/answer.h"

#include "app/domain/logmerge.h"
#include "app/sources/files/remarks.h"

#include <algorithm>

namespace quarterdeck::files {

namespace {

/// A file that was not changed since so long before a range has no line of it, whatever zone its times are of.
constexpr Millis FileSlack {26LL * 3'600'000};

/// So often an answer is begun again because files were rotated meanwhile.
constexpr int Attempts = 3;

/// The files that may have lines of the range, the one changed last first.
std::vector<LogFile> filesFor(const TimeRange &range, std::vector<LogFile> files)
{
    std::erase_if(files, [&range](const LogFile &file) { return file.size == 0 || file.changed + FileSlack < range.from; });
    std::stable_sort(files.begin(), files.end(), [](const LogFile &a, const LogFile &b) { return b.changed < a.changed; });
    return files;
}

LogPage pageOf(FileLines &&found, const LogQuery &query)
{
    LogPage page;
    page.complete = query.range;
    page.isTruncated = found.isTruncated;
    if (found.isTruncated && !found.lines.empty()) {
        // Of the instant at the edge some may be cut off.
        if (query.isFromStart) {
            page.complete.to = {found.lines.back().nanos / 1'000'000};
        } else {
            page.complete.from = {found.lines.front().nanos / 1'000'000 + 1};
        }
        page.complete.to = std::max(page.complete.from, page.complete.to);
    }
    page.lines = std::move(found.lines);
    return page;
}

bool isCancelled(const ScanReport &report)
{
    return report.error && report.error->kind == ErrorKind::Cancelled;
}

bool wasRotated(const Error &error)
{
    return error.kind == ErrorKind::Conflict || error.kind == ErrorKind::NotFound;
}

/// Runs over the files and keeps the remarks. `read` yields nothing for a file that need not be read.
/// Errors: Cancelled; Conflict where a file was rotated meanwhile, unless it is the last attempt.
template <class F> Result<Remarks> overFiles(const Question &question, bool isLastAttempt, F read)
{
    FoundFiles found = findLogFiles(question.options.paths);
    Remarks remarks(question.options);
    remarks.addProblems(found.problems);
    for (const LogFile &file : filesFor(question.query.range, std::move(found.files))) {
        FileReading reading(file, question);
        if (const auto opened = reading.open(); !opened) {
            if (wasRotated(opened.error()) && !isLastAttempt) {
                return fail(ErrorKind::Conflict, opened.error().what, file.path);
            }
            remarks.addUnread(file, opened.error());
            continue;
        }
        const std::optional<ScanReport> report = read(file, reading);
        if (!report) {
            continue;
        }
        if (isCancelled(*report)) {
            return tl::unexpected(*report->error);
        }
        remarks.addReport(file, *report);
    }
    return remarks;
}

/// Asks again where files were rotated meanwhile: what was renamed would be missed, or found twice.
template <class T, class F> Result<T> attempted(F attempt)
{
    for (int i = 1; i < Attempts; ++i) {
        Result<T> answer = attempt(false);
        if (answer || answer.error().kind != ErrorKind::Conflict) {
            return answer;
        }
    }
    return attempt(true);
}

Result<LogPage> linesOf(const Question &question, bool isLastAttempt)
{
    const LogQuery &query = question.query;
    LogPage all;
    all.complete = query.range;
    const auto remarks = overFiles(question, isLastAttempt, [&](const LogFile &file, FileReading &reading) -> std::optional<ScanReport> {
        const bool isFull = !query.isFromStart && std::ssize(all.lines) >= query.limit;
        if (isFull && file.changed + FileSlack < UtcTime {all.lines.front().nanos / 1'000'000}) {
            return std::nullopt; // all it has is older than what is kept
        }
        FileLines found = reading.lines(query.limit);
        const ScanReport report = found.report;
        std::vector<LogPage> both;
        both.push_back(std::move(all));
        both.push_back(pageOf(std::move(found), query));
        all = mergePages(std::move(both), query);
        return report;
    });
    if (!remarks) {
        return tl::unexpected(remarks.error());
    }
    if (remarks->hasHole()) {
        all.complete = {query.range.to, query.range.to};
    }
    all.lacks = remarks->lacks();
    return all;
}

Result<LogHistogram> countsOf(const Question &question, int buckets, bool isLastAttempt)
{
    LogHistogram counts = countLines({}, question.query.range, buckets);
    const qint64 from = question.query.range.from.nanos();
    const qint64 step = counts.step.count() * 1'000'000;
    const auto remarks = overFiles(question, isLastAttempt, [&](const LogFile &, FileReading &reading) -> std::optional<ScanReport> {
        return reading.count([&](LogLine &&line) {
            const qint64 at = (line.nanos - from) / step;
            if (at >= 0 && at < qint64(counts.buckets.size())) {
                ++counts.buckets[std::size_t(at)].at(std::size_t(line.level));
            }
            return true;
        });
    });
    if (!remarks) {
        return tl::unexpected(remarks.error());
    }
    if (remarks->hasHole()) {
        counts.isSampled = true;
        counts.complete = {};
    }
    counts.lacks = remarks->lacks();
    return counts;
}

} // namespace

Result<LogPage> answerLines(const Question &question)
{
    return attempted<LogPage>([&question](bool isLast) { return linesOf(question, isLast); });
}

Result<LogHistogram> answerHistogram(const Question &question, int buckets)
{
    return attempted<LogHistogram>([&question, buckets](bool isLast) { return countsOf(question, buckets, isLast); });
}

} // namespace quarterdeck::files
