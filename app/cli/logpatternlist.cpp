#include "app/cli/logpatternlist.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/logquestion.h"
#include "app/cli/report.h"
#include "app/core/nanotime.h"
#include "app/core/text.h"
#include "app/domain/logpatterns.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// A pattern and how many lines it had before; nothing where that is not known.
struct Counted {
    LogPattern pattern;
    std::optional<qint64> before;

    bool isNew() const { return before && *before == 0; }
};

LogPatternBook bookOf(const std::vector<LogLine> &lines)
{
    LogPatternBook book;
    std::ranges::for_each(lines, [&book](const LogLine &line) { book.add(line); });
    return book;
}

/// Whether every matching line of the range is in the page, as far as can be known.
bool isWhole(const Dated<LogPage> &page)
{
    return page.failures.empty() && page.warnings.isEmpty() && !page.value.isTruncated && page.value.lacks.empty();
}

Table patternTable(const std::vector<Counted> &all)
{
    Table table(logPatternColumns(), 2);
    for (const Counted &one : all) {
        const LogPattern &pattern = one.pattern;
        const QString before = !one.before ? QStringLiteral("?") : one.isNew() ? QStringLiteral("new") : QString::number(*one.before);
        const Ink ink = pattern.worst == LogLevel::Error ? Ink::Bad : pattern.worst == LogLevel::Warning ? Ink::Warn : Ink::Plain;
        table.add({QString::number(pattern.count), before, logLevelName(pattern.worst), pattern.text}, ink,
            {{0, pattern.count}, {1, one.before.value_or(-1)}, {2, qint64(pattern.worst)}});
    }
    return table;
}

void writePattern(JsonWriter &json, const Counted &one)
{
    const LogPattern &pattern = one.pattern;
    json.beginObject().key(u"pattern").value(pattern.text).key(u"lines").value(pattern.count).key(u"before");
    if (one.before) {
        json.value(*one.before);
    } else {
        json.null();
    }
    json.key(u"isNew").value(one.isNew()).key(u"level").value(QString(logLevelName(pattern.worst)));
    json.key(u"first").value(nanoTime(pattern.firstNanos)).key(u"last").value(nanoTime(pattern.lastNanos));
    json.key(u"example").value(QString::fromUtf8(pattern.example)).endObject();
}

/// New ones first, then those with most lines.
std::vector<Counted> compared(const LogPatternBook &now, const std::optional<LogPatternBook> &before)
{
    std::vector<Counted> all;
    for (LogPattern &pattern : now.patterns()) {
        const auto known = before ? std::optional(before->countOf(pattern.text)) : std::nullopt;
        all.push_back({std::move(pattern), known});
    }
    std::ranges::stable_partition(all, &Counted::isNew);
    return all;
}

} // namespace

QStringList logPatternColumns()
{
    return {QStringLiteral("LINES"), QStringLiteral("BEFORE"), QStringLiteral("WORST"), QStringLiteral("PATTERN")};
}

int listLogPatterns(CliSession &session, const LogQuery &query, TimeRange range)
{
    const auto page = askLogs(session, query);
    if (!page) {
        return refuse(page.error());
    }
    LogQuery earlier = query;
    earlier.range = {range.from - (range.to - range.from), range.from};
    const auto past = askLogs(session, earlier);
    Report report(session, QStringLiteral("log-patterns"));
    const LogPatternBook book = bookOf(page->value.lines);
    const bool isPastKnown = past && isWhole(*past);
    const std::vector<Counted> all = compared(book, isPastKnown ? std::optional(bookOf(past->value.lines)) : std::nullopt);
    report.say(patternTable(all), QStringLiteral("No line matches."));
    for (const Counted &one : all) {
        report.add([one](JsonWriter &json) { writePattern(json, one); });
    }
    report.say(inked(QStringLiteral("%L1 lines from %2 to %3.").arg(book.lines()).arg(clockText(range.from), clockText(range.to)), Ink::Dim));
    if (!isPastKnown) {
        report.failed(
            QStringLiteral("What there was from %1 to %2 is not known in full%3, so new kinds of lines are not marked")
                .arg(clockText(earlier.range.from), clockText(earlier.range.to), past ? QString() : QStringLiteral(" (%1)").arg(past.error().what)));
    }
    if (page->value.isTruncated) {
        report.addStale(page->asked.join(QStringLiteral(", ")), page->asOf,
            QStringLiteral("only the newest %1 lines: narrow the range or raise --limit").arg(book.lines()));
    }
    if (book.others() > 0) {
        report.failed(QStringLiteral("%L1 lines are in none of these patterns, because there are too many kinds of lines").arg(book.others()));
    }
    report.addMember(QStringLiteral("lines"), [lines = book.lines()](JsonWriter &json) { json.value(lines); });
    report.addMember(QStringLiteral("isTruncated"), [isCut = page->value.isTruncated](JsonWriter &json) { json.value(isCut); });
    tellParts(report, *page);
    return report.finish();
}

} // namespace quarterdeck
