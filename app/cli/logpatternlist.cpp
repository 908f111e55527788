#include "app/cli/logpatternlist.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/logquestion.h"
#include "app/core/nanotime.h"
#include "app/core/text.h"
#include "app/domain/logpatterns.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// Whether every matching line of the range is in the page, as far as can be known.
bool isWhole(const Dated<LogPage> &page)
{
    return page.failures.empty() && page.warnings.isEmpty() && !page.value.isTruncated && page.value.lacks.empty();
}

Table patternTable(const std::vector<LogPattern> &all, bool isPastKnown)
{
    Table table(logPatternColumns(), 2);
    for (const LogPattern &pattern : all) {
        const QString before = !isPastKnown ? QStringLiteral("?") : pattern.before == 0 ? QStringLiteral("new") : QString::number(pattern.before);
        const Ink ink = pattern.worst == LogLevel::Error ? Ink::Bad : pattern.worst == LogLevel::Warning ? Ink::Warn : Ink::Plain;
        table.add({QString::number(pattern.count), before, logLevelName(pattern.worst), pattern.text}, ink,
            {{0, pattern.count}, {1, isPastKnown ? pattern.before : -1}, {2, qint64(pattern.worst)}});
    }
    return table;
}

void writePattern(JsonWriter &json, const LogPattern &pattern, bool isPastKnown)
{
    json.beginObject().key(u"pattern").value(pattern.text).key(u"lines").value(pattern.count).key(u"before");
    if (isPastKnown) {
        json.value(pattern.before);
    } else {
        json.null();
    }
    json.key(u"isNew").value(isPastKnown && pattern.before == 0).key(u"level").value(QString(logLevelName(pattern.worst)));
    json.key(u"first").value(nanoTime(pattern.firstNanos)).key(u"last").value(nanoTime(pattern.lastNanos));
    json.key(u"example").value(QString::fromUtf8(pattern.example)).endObject();
}

} // namespace

QStringList logPatternColumns()
{
    return {QStringLiteral("LINES"), QStringLiteral("BEFORE"), QStringLiteral("WORST"), QStringLiteral("PATTERN")};
}

void sayPatterns(CliSession &session, Report &report, const std::vector<LogLine> &lines, const LogQuery &query, TimeRange range)
{
    LogPatternBook book;
    std::ranges::for_each(lines, [&book](const LogLine &line) { book.add(line); });
    LogQuery earlier = query;
    earlier.range = {range.from - (range.to - range.from), range.from};
    const auto past = askLogs(session, earlier);
    const bool isPastKnown = past && isWhole(*past);
    if (isPastKnown) {
        std::ranges::for_each(past->value.lines, [&book](const LogLine &line) { book.addEarlier(line); });
    }
    std::vector<LogPattern> all = book.patterns();
    if (isPastKnown) {
        // New ones first.
        std::ranges::stable_partition(all, [](const LogPattern &pattern) { return pattern.before == 0; });
    }
    report.say(patternTable(all, isPastKnown), QStringLiteral("No line matches."));
    for (const LogPattern &one : all) {
        report.add([one, isPastKnown](JsonWriter &json) { writePattern(json, one, isPastKnown); });
    }
    report.say(inked(QStringLiteral("%L1 lines from %2 to %3.").arg(book.lines()).arg(clockText(range.from), clockText(range.to)), Ink::Dim));
    if (!isPastKnown) {
        report.failed(
            QStringLiteral("What there was from %1 to %2 is not known in full%3, so new kinds of lines are not marked")
                .arg(clockText(earlier.range.from), clockText(earlier.range.to), past ? QString() : QStringLiteral(" (%1)").arg(past.error().what)));
    }
    if (book.others() > 0) {
        report.failed(QStringLiteral("%L1 lines are in none of these patterns, because there are too many kinds of lines").arg(book.others()));
    }
    report.addMember(QStringLiteral("lines"), [lines = book.lines()](JsonWriter &json) { json.value(lines); });
}

} // namespace quarterdeck
