#include "app/sources/elasticsearch/parse.h"

#include "app/json/jsonreader.h"
#include "app/sources/api/logpages.h"

#include <algorithm>

namespace quarterdeck::elasticsearch {

namespace {

constexpr int DeepestFields = 8;

QString numberText(const JsonValue &value)
{
    // A whole number is written as it came, whatever its size.
    const bool isWhole = value.integerOr(0) == value.integerOr(1);
    return isWhole ? QString::number(value.integerOr(0)) : QString::number(value.numberOr(0), 'g', 17);
}

QString scalarText(const JsonValue &value)
{
    if (value.isNumber()) {
        return numberText(value);
    }
    if (value.isBoolean()) {
        return value.booleanOr(false) ? QStringLiteral("true") : QStringLiteral("false");
    }
    return value.stringOr({});
}

/// Objects within objects as names with dots, as ECS writes them either way.
void flatten(const JsonValue &value, const QString &name, int depth, QList<Label> &fields)
{
    if (value.isObject() && depth < DeepestFields) {
        value.each(
            [&](const QString &inner, const JsonValue &one) { flatten(one, name.isEmpty() ? inner : name + u'.' + inner, depth + 1, fields); });
    } else if (value.isArray()) {
        QStringList all;
        value.each([&all](const QString &, const JsonValue &one) { all.append(scalarText(one)); });
        fields.append({name, all.join(QStringLiteral(", "))});
    } else if (!value.isNull()) {
        fields.append({name, scalarText(value)});
    }
}

QString takeFirst(Labels &fields, const QStringList &names)
{
    for (const QString &name : names) {
        if (fields.contains(name)) {
            const QString value = fields.value(name);
            fields.remove(name);
            return value;
        }
    }
    return {};
}

std::optional<qint64> timeOf(const JsonValue &hit, const QString &field)
{
    if (const auto nanos = nanosOfRfc3339(hit[u"fields"][field].at(0).stringOr({}))) {
        return nanos;
    }
    return nanosOfRfc3339(hit[u"_source"][field].stringOr({}));
}

void readHit(const JsonValue &hit, const LineRules &rules, Page &page)
{
    const auto nanos = timeOf(hit, rules.names.time);
    if (!nanos) {
        hit.markBad(QStringLiteral("A line has no time in the field %1").arg(rules.names.time));
        return;
    }
    QList<Label> labels;
    flatten(hit[u"_source"], {}, 0, labels);
    LogLine line;
    line.source = rules.source;
    line.nanos = *nanos;
    line.cursor = hit[u"_index"].string() + u'/' + hit[u"_id"].string();
    line.fields = Labels::of(std::move(labels));
    line.text = takeFirst(line.fields, rules.names.message).toUtf8();
    line.fields.remove(rules.names.time);
    line.service = serviceOf(line.fields, rules.names.fields);
    line.level = levelOf(line.fields, rules.names.fields);
    line.host = serviceOf(line.fields, {{QStringLiteral("host.name"), QStringLiteral("hostname"), QStringLiteral("host")}, {}});
    page.lines.push_back(std::move(line));
}

QByteArray sortValues(const JsonValue &sort)
{
    JsonWriter json;
    json.beginArray();
    sort.each([&json](const QString &, const JsonValue &value) {
        if (value.isNumber()) {
            json.value(value.integer());
        } else if (value.isString()) {
            json.value(value.string());
        } else {
            json.null();
        }
    });
    json.endArray();
    return json.take();
}

Error lackOf(ErrorKind kind, const QString &what)
{
    return {kind, what, {}, 0, std::nullopt};
}

/// Why an answer with the status 200 is not whole.
std::vector<Error> lacksIn(const JsonValue &root)
{
    std::vector<Error> lacks;
    const JsonValue shards = root[u"_shards"];
    const qint64 failed = shards[u"failed"].integer();
    const qint64 total = shards[u"total"].integer();
    if (failed > 0) {
        const QString why = shards[u"failures"].at(0)[u"reason"][u"reason"].stringOr({});
        lacks.push_back(lackOf(ErrorKind::Server,
            QStringLiteral("%1 of %2 shards failed%3")
                .arg(QString::number(failed), QString::number(total), why.isEmpty() ? QString() : QStringLiteral(": ") + why)));
    }
    const JsonValue clusters = root[u"_clusters"];
    const qint64 away = clusters[u"skipped"].integerOr(0) + clusters[u"partial"].integerOr(0) + clusters[u"failed"].integerOr(0);
    if (away > 0) {
        lacks.push_back(lackOf(ErrorKind::Server,
            QStringLiteral("%1 of %2 clusters did not answer whole").arg(QString::number(away), QString::number(clusters[u"total"].integerOr(0)))));
    }
    if (root[u"timed_out"].booleanOr(false)) {
        lacks.push_back(lackOf(ErrorKind::Timeout, QStringLiteral("The server ran out of time and answered with what it had found")));
    }
    if (total == 0 && away == 0) {
        lacks.push_back(lackOf(ErrorKind::NotFound, QStringLiteral("No index matches the index pattern: set index")));
    }
    return lacks;
}

template <class T> Result<T> judgedBy(const JsonDocument &document, T value)
{
    if (const auto verdict = document.verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return value;
}

} // namespace

Result<Page> parsePage(QByteArrayView body, const LineRules &rules)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    Page page;
    const JsonValue root = document->root();
    page.lacks = lacksIn(root);
    page.pit = root[u"pit_id"].utf8().toByteArray();
    const JsonValue hits = root[u"hits"][u"hits"];
    if (!hits.isArray()) {
        hits.markBad(QStringLiteral("The answer has no hits"));
    }
    page.hits = int(hits.size());
    hits.each([&](const QString &, const JsonValue &hit) { readHit(hit, rules, page); });
    if (page.hits > 0) {
        page.after = sortValues(hits.at(page.hits - 1)[u"sort"]);
    }
    return judgedBy(*document, std::move(page));
}

Result<LogHistogram> parseCounts(QByteArrayView body, LogHistogram histogram)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    histogram.lacks = lacksIn(root);
    histogram.isSampled = !histogram.lacks.empty();
    root[u"aggregations"][u"t"][u"buckets"].each([&histogram](const QString &, const JsonValue &bucket) {
        const qint64 since = bucket[u"key"].integer() - histogram.start.ms;
        const qint64 step = histogram.step.count();
        histogram.isSampled = histogram.isSampled || since % step != 0;
        auto &counts = histogram.buckets[std::size_t(std::clamp<qint64>(since / step, 0, qint64(histogram.buckets.size()) - 1))];
        bucket[u"l"][u"buckets"].each([&counts](const QString &name, const JsonValue &one) {
            if (const auto level = logLevelFromName(name)) {
                counts.at(std::size_t(*level)) += int(one[u"doc_count"].integer());
            }
        });
    });
    return judgedBy(*document, std::move(histogram));
}

Result<QStringList> parseValues(QByteArrayView body, const QString &field)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue found = document->root()[u"aggregations"][u"v"];
    if (found[u"sum_other_doc_count"].integerOr(0) > 0) {
        return fail(ErrorKind::Rejected, QStringLiteral("The field %1 has too many different values to list").arg(field));
    }
    QStringList values;
    found[u"buckets"].each([&values](const QString &, const JsonValue &one) {
        values.append(one[u"key_as_string"].isString() ? one[u"key_as_string"].string() : scalarText(one[u"key"]));
    });
    values.sort();
    return judgedBy(*document, std::move(values));
}

Result<ServerInfo> parseInfo(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    ServerInfo info;
    info.version = root[u"version"][u"number"].string();
    info.cluster = root[u"cluster_name"].stringOr({});
    info.flavour = root[u"version"][u"distribution"].stringOr({}) == u"opensearch" ? Flavour::OpenSearch : Flavour::Elasticsearch;
    return judgedBy(*document, std::move(info));
}

Result<QByteArray> parsePit(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    const QString id = root[u"pit_id"].isString() ? root[u"pit_id"].string() : root[u"id"].string();
    return judgedBy(*document, id.toUtf8());
}

} // namespace quarterdeck::elasticsearch
