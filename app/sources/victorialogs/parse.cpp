#include "app/sources/victorialogs/parse.h"

#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/sources/api/linenames.h"
#include "app/sources/api/logpages.h"

#include <QVersionNumber>

#include <algorithm>

namespace quarterdeck::victorialogs {

namespace {

constexpr qsizetype MostWords = 300;

/// Fields of the server's own making, which stand elsewhere in a line or say nothing of it.
bool isOwn(const QString &name)
{
    return name == u"_msg" || name == u"_time" || name == u"_stream" || name == u"_stream_id";
}

QString firstOf(const Labels &fields, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (!fields.value(name).isEmpty()) {
            return fields.value(name);
        }
    }
    return {};
}

Result<LogLine> lineOf(const JsonValue &row, const LineRules &rules, LineNames &names)
{
    const auto nanos = nanosOfRfc3339(row[u"_time"].stringOr({}));
    if (!nanos) {
        return fail(
            ErrorKind::Rejected, QStringLiteral("The query yields rows without a time (_time): they are no log lines"), QStringLiteral("expression"));
    }
    LogLine line;
    line.source = rules.source;
    line.nanos = *nanos;
    line.text = row[u"_msg"].utf8().toByteArray();
    QList<Label> fields;
    row.each([&fields](const QString &name, const JsonValue &value) {
        if (!isOwn(name)) {
            fields.append({name, value.stringOr({})});
        }
    });
    line.fields = Labels::of(std::move(fields));
    line.service = serviceOf(line.fields, rules.fields);
    line.level = levelOf(line.fields, rules.fields);
    line.host = firstOf(line.fields, {u"host", u"hostname", u"host.name"});
    line.cursor = names.nameOf(line.nanos, row[u"_stream_id"].utf8().toByteArray() + line.fields.toString().toUtf8(), line.text);
    return line;
}

Error brokenOff(QByteArrayView words)
{
    return {ErrorKind::Server, QStringLiteral("The server broke off its answer: %1").arg(text::plain(QString::fromUtf8(words), MostWords)), {}, 0,
        std::nullopt};
}

/// What the rest of a row without its time is counted by.
Labels labelsIn(const JsonValue &fields)
{
    Labels labels;
    fields.each([&labels](const QString &name, const JsonValue &value) { labels.insert(name, value.stringOr({})); });
    return labels;
}

void addCount(LogHistogram &histogram, LogLevel level, qint64 ms, qint64 count)
{
    const qint64 step = histogram.step.count();
    const qint64 since = ms - histogram.start.ms;
    histogram.isSampled = histogram.isSampled || since % step != 0;
    const qint64 bucket = std::clamp<qint64>(since / step, 0, qint64(histogram.buckets.size()) - 1);
    histogram.buckets[std::size_t(bucket)].at(std::size_t(level)) += int(count);
}

} // namespace

Result<std::vector<LogLine>> parseLines(QByteArrayView body, const LineRules &rules)
{
    std::vector<LogLine> lines;
    LineNames names;
    qsizetype at = 0;
    while (at < body.size()) {
        const qsizetype end = body.indexOf('\n', at);
        const QByteArrayView row = body.sliced(at, (end < 0 ? body.size() : end) - at);
        if (!row.isEmpty() && row.front() != '{') {
            return tl::unexpected(brokenOff(body.sliced(at)));
        }
        if (end < 0) {
            return fail(
                ErrorKind::BadPayload, QStringLiteral("The answer was cut off in the middle of a row"), QStringLiteral("byte %1").arg(body.size()));
        }
        at = end + 1;
        if (row.isEmpty()) {
            continue;
        }
        const auto document = JsonDocument::parse(row);
        if (!document) {
            return tl::unexpected(document.error());
        }
        auto line = lineOf(document->root(), rules, names);
        if (!line) {
            return tl::unexpected(line.error());
        }
        lines.push_back(std::move(*line));
    }
    std::ranges::stable_sort(lines, {}, &LogLine::nanos);
    return lines;
}

Result<LogHistogram> parseHits(QByteArrayView body, LogHistogram histogram, const LineFields &fields, const std::vector<LogLevel> &levels)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue hits = document->root()[u"hits"];
    if (!hits.isArray()) {
        hits.markBad(QStringLiteral("The answer has no hits"));
    }
    hits.each([&](const QString &, const JsonValue &one) {
        const LogLevel level = levelOf(labelsIn(one[u"fields"]), fields);
        if (!levels.empty() && std::ranges::find(levels, level) == levels.end()) {
            return;
        }
        const JsonValue times = one[u"timestamps"];
        for (qsizetype i = 0; i < times.size(); ++i) {
            const auto nanos = nanosOfRfc3339(times.at(i).string());
            if (!nanos) {
                times.at(i).markBad(QStringLiteral("This is not a time"));
                return;
            }
            addCount(histogram, level, *nanos / 1'000'000, one[u"values"].at(i).integer());
        }
    });
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return histogram;
}

Result<QStringList> parseValues(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    QStringList values;
    document->root()[u"values"].each([&values](const QString &, const JsonValue &one) { values.append(one[u"value"].string()); });
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    values.removeAll(QString());
    values.sort();
    return values;
}

Result<QString> parseBuild(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    QString version = document->root()[u"data"][u"version"].stringOr({});
    return version.startsWith(u'v') ? version.mid(1) : version;
}

bool countsAfterPipes(const QString &version)
{
    return QVersionNumber::fromString(version) >= QVersionNumber(1, 30);
}

} // namespace quarterdeck::victorialogs
