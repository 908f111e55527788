#include "app/sources/loki/parse.h"

#include "app/json/jsonreader.h"
#include "app/sources/api/linenames.h"

#include <algorithm>
#include <cmath>

namespace quarterdeck::loki {

namespace {

/// Labels of the server's own doing, such as the shard of a stream, say nothing of a line.
bool isOwn(const QString &name)
{
    return name.startsWith(QLatin1StringView("__"));
}

void addLabels(Labels &labels, const JsonValue &object)
{
    object.each([&labels](const QString &name, const JsonValue &value) {
        if (!isOwn(name)) {
            labels.insert(name, value.string());
        }
    });
}

QStringList warningsIn(const JsonValue &root)
{
    QStringList warnings;
    root[u"warnings"].each([&warnings](const QString &, const JsonValue &value) {
        if (value.isString()) {
            warnings.append(value.string());
        }
    });
    return warnings;
}

/// Turns the entries of an answer into lines.
class EntryReader {
public:
    explicit EntryReader(const LineRules &rules)
        : m_rules(rules)
    {
    }

    void readStream(const JsonValue &stream, bool isForward, std::vector<LogLine> &lines)
    {
        Labels labels;
        addLabels(labels, stream[u"stream"]);
        const QByteArray identity = labels.toString().toUtf8();
        const JsonValue values = stream[u"values"];
        if (!values.isArray()) {
            values.markBad(QStringLiteral("A stream has a list of values"));
            return;
        }
        const qsizetype count = values.size();
        for (qsizetype i = 0; i < count; ++i) {
            // Newest first within a stream, too: what stands later was written before.
            readEntry(values.at(isForward ? i : count - 1 - i), labels, identity, lines);
        }
    }

private:
    void readEntry(const JsonValue &entry, const Labels &labels, const QByteArray &identity, std::vector<LogLine> &lines)
    {
        bool isNumber = false;
        LogLine line;
        line.source = m_rules.source;
        line.nanos = entry.at(0).string().toLongLong(&isNumber);
        if (!isNumber) {
            entry.at(0).markBad(QStringLiteral("This is not a time in nanoseconds"));
            return;
        }
        const JsonValue text = entry.at(1);
        if (!text.isString()) {
            text.markBad(QStringLiteral("A line is a text"));
            return;
        }
        line.text = text.utf8().toByteArray();
        line.fields = labels;
        const JsonValue more = entry.at(2);
        if (more.isObject()) {
            addLabels(line.fields, more[u"structuredMetadata"]);
            addLabels(line.fields, more[u"parsed"]);
        }
        line.service = serviceOf(line.fields, m_rules.fields);
        line.level = levelOf(line.fields, m_rules.fields);
        line.host = line.fields.value(u"host").isEmpty() ? line.fields.value(u"instance") : line.fields.value(u"host");
        line.cursor = m_names.nameOf(line.nanos, more[u"structuredMetadata"].isObject() ? line.fields.toString().toUtf8() : identity, line.text);
        lines.push_back(std::move(line));
    }

    const LineRules &m_rules;
    LineNames m_names;
};

Result<JsonDocument> opened(QByteArrayView body)
{
    auto document = JsonDocument::parse(body);
    if (document && !document->root()[u"status"].isString()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("This is not an answer of Loki: it does not say whether it succeeded"));
    }
    if (document && document->root()[u"status"].string() != u"success") {
        return fail(ErrorKind::Rejected, document->root()[u"error"].stringOr(QStringLiteral("The server reports an error")),
            document->root()[u"errorType"].stringOr({}));
    }
    return document;
}

std::pair<UtcTime, double> sampleIn(const JsonValue &sample)
{
    bool isNumber = false;
    const double value = sample.at(1).string().toDouble(&isNumber);
    if (!isNumber) {
        sample.at(1).markBad(QStringLiteral("This is not a number"));
    }
    return {UtcTime {qint64(std::llround(sample.at(0).number() * 1000.0))}, value};
}

QStringList textsIn(const JsonValue &list)
{
    QStringList texts;
    list.each([&texts](const QString &, const JsonValue &value) { texts.append(value.string()); });
    texts.sort();
    texts.removeDuplicates();
    return texts;
}

template <class T> Result<T> judged(const JsonDocument &document, T value)
{
    if (const auto verdict = document.verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return value;
}

} // namespace

Result<LinesAnswer> parseLines(QByteArrayView body, const LineRules &rules, bool isForward)
{
    const auto document = opened(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue data = document->root()[u"data"];
    const QString type = data[u"resultType"].stringOr({});
    if (type == u"matrix" || type == u"vector" || type == u"scalar") {
        return fail(ErrorKind::Rejected, QStringLiteral("This is a metric query: it has no log lines"), QStringLiteral("expression"));
    }
    if (type != u"streams") {
        data[u"resultType"].markBad(QStringLiteral("The answer to a log query is of streams"));
    }
    LinesAnswer answer;
    answer.warnings = warningsIn(document->root());
    EntryReader reader(rules);
    data[u"result"].each([&](const QString &, const JsonValue &stream) { reader.readStream(stream, isForward, answer.lines); });
    std::ranges::stable_sort(answer.lines, {}, &LogLine::nanos);
    return judged(*document, std::move(answer));
}

Result<CountsAnswer> parseCounts(QByteArrayView body)
{
    const auto document = opened(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    CountsAnswer answer;
    answer.warnings = warningsIn(document->root());
    document->root()[u"data"][u"result"].each([&answer](const QString &, const JsonValue &one) {
        Counted counted;
        addLabels(counted.labels, one[u"metric"]);
        // A range with one step may come as a vector.
        if (one[u"value"].isArray()) {
            counted.samples.push_back(sampleIn(one[u"value"]));
        }
        one[u"values"].each([&counted](const QString &, const JsonValue &sample) { counted.samples.push_back(sampleIn(sample)); });
        answer.counts.push_back(std::move(counted));
    });
    return judged(*document, std::move(answer));
}

Result<QStringList> parseList(QByteArrayView body)
{
    const auto document = opened(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    return judged(*document, textsIn(document->root()[u"data"]));
}

Result<QStringList> parseDetectedValues(QByteArrayView body)
{
    const auto document = opened(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    return judged(*document, textsIn(document->root()[u"values"]));
}

Result<std::vector<Labels>> parseSeries(QByteArrayView body)
{
    const auto document = opened(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    std::vector<Labels> series;
    document->root()[u"data"].each([&series](const QString &, const JsonValue &one) {
        Labels labels;
        addLabels(labels, one);
        series.push_back(std::move(labels));
    });
    return judged(*document, std::move(series));
}

Result<QString> parseBuild(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    return document->root()[u"version"].stringOr({});
}

} // namespace quarterdeck::loki
