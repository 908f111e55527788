#include "tests/support/fakeloki.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>

namespace quarterdeck {

namespace {

ScriptedReply json(const QJsonObject &object)
{
    return ScriptedReply::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ScriptedReply success(const QJsonValue &data)
{
    return json({{"status", "success"}, {"data", data}});
}

QJsonObject objectOf(const FakeLoki::Fields &fields)
{
    QJsonObject object;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

/// Labels as a key that can be sorted, and back.
QByteArray keyOf(const FakeLoki::Fields &fields)
{
    return QJsonDocument(objectOf(fields)).toJson(QJsonDocument::Compact);
}

QJsonObject labelsOf(const QByteArray &key)
{
    return QJsonDocument::fromJson(key).object();
}

/// An order that nobody may count on, another one for each limit and direction.
QByteArray scrambled(const FakeLoki::Line &line, int limit, bool isForward)
{
    return QCryptographicHash::hash(line.text + QByteArray::number(limit) + (isForward ? "f" : "b"), QCryptographicHash::Md5);
}

FakeLoki::Fields allFields(const FakeLoki::Line &line)
{
    FakeLoki::Fields fields = line.stream;
    fields.insert(line.metadata);
    return fields;
}

bool takesLine(const LogqlQuery &query, const FakeLoki::Line &line)
{
    return query.takesStream(line.stream) && (query.stages.empty() || query.takes(line.stream, allFields(line), line.text));
}

} // namespace

/// A request with its parameters taken apart.
struct FakeLoki::Call {
    QString path;
    QUrlQuery parameters;
    bool wantsCategories = false;

    QString value(const QString &name) const { return parameters.queryItemValue(name, QUrl::FullyDecoded); }
    qint64 number(const QString &name) const { return value(name).toLongLong(); }
};

FakeLoki::FakeLoki(quint16 port)
    : m_server([this](const ScriptedRequest &request) { return answer(request); }, port)
{
}

void FakeLoki::push(const std::vector<Line> &lines)
{
    const std::lock_guard lock(m_mutex);
    for (const Line &line : lines) {
        // What is the same in every way is stored once.
        const QByteArray name = QByteArray::number(line.nanos) + keyOf(line.stream) + line.text;
        if (!m_known.contains(name)) {
            m_known.insert(name);
            m_lines.push_back(line);
        }
    }
}

void FakeLoki::setLimits(const Limits &limits)
{
    const std::lock_guard lock(m_mutex);
    m_limits = limits;
}

void FakeLoki::setInstead(Instead instead)
{
    const std::lock_guard lock(m_mutex);
    m_instead = std::move(instead);
}

ScriptedReply FakeLoki::answer(const ScriptedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    if (m_instead) {
        if (const auto instead = m_instead(request)) {
            return *instead;
        }
    }
    if (!m_limits.tenant.isEmpty() && request.header("x-scope-orgid") != m_limits.tenant) {
        return ScriptedReply::text("no org id\n", 401);
    }
    Call call;
    const QUrl url = QUrl::fromEncoded(request.target);
    call.path = url.path();
    call.parameters = QUrlQuery(request.method == "POST" ? QString::fromLatin1(request.body) : url.query(QUrl::FullyEncoded));
    call.wantsCategories = m_limits.knowsCategories && request.header("x-loki-response-encoding-flags") == "categorize-labels";
    if (!call.path.startsWith(QLatin1StringView("/loki/api/v1/"))) {
        return ScriptedReply::text("404 page not found\n", 404);
    }
    call.path.remove(0, int(qstrlen("/loki/api/v1")));
    return call.path == u"/query_range" ? queryRange(call) : list(call);
}

ScriptedReply FakeLoki::queryRange(const Call &call) const
{
    QString error;
    const LogqlQuery query = readLogql(call.value(QStringLiteral("query")), error);
    if (!error.isEmpty()) {
        return ScriptedReply::text(error.toUtf8() + '\n', 400);
    }
    const qint64 from = call.number(QStringLiteral("start"));
    const qint64 to = call.number(QStringLiteral("end"));
    if (to <= from) {
        return ScriptedReply::text("end timestamp must not be before or equal to start time\n", 400);
    }
    if ((to - from) / 1'000'000 > m_limits.rangeMs) {
        return ScriptedReply::text(
            "the query time range exceeds the limit (query length: 960h0m0s, limit: " + QByteArray::number(m_limits.rangeMs / 3'600'000) + "h)\n",
            400);
    }
    return query.isCount ? counts(call, query, from, to) : lines(call, query, from, to);
}

ScriptedReply FakeLoki::lines(const Call &call, const LogqlQuery &query, qint64 from, qint64 to) const
{
    const int limit = int(call.number(QStringLiteral("limit")));
    const bool isForward = call.value(QStringLiteral("direction")) == u"forward";
    if (limit > m_limits.entries) {
        return ScriptedReply::text(QStringLiteral("max entries limit per query exceeded, limit > max_entries_limit_per_query (%1 > %2)\n")
                                       .arg(limit)
                                       .arg(m_limits.entries)
                                       .toUtf8(),
            400);
    }
    std::vector<const Line *> found;
    for (const Line &line : m_lines) {
        if (line.nanos >= from && line.nanos < to && takesLine(query, line)) {
            found.push_back(&line);
        }
    }
    // Only what the limit may leave is put into an order of its own.
    const auto isEarlier = [isForward](const Line *a, const Line *b) { return isForward ? a->nanos < b->nanos : a->nanos > b->nanos; };
    std::ranges::stable_sort(found, isEarlier);
    if (std::ssize(found) > limit) {
        found.erase(std::ranges::upper_bound(found, found[std::size_t(limit) - 1], isEarlier), found.end());
    }
    std::vector<std::pair<const Line *, QByteArray>> ordered;
    for (const Line *line : found) {
        ordered.emplace_back(line, scrambled(*line, limit, isForward));
    }
    std::ranges::sort(ordered,
        [isEarlier](const auto &a, const auto &b) { return a.first->nanos == b.first->nanos ? a.second < b.second : isEarlier(a.first, b.first); });
    ordered.resize(std::min(ordered.size(), std::size_t(limit)));
    QMap<QByteArray, QJsonArray> streams;
    for (const auto &[line, order] : ordered) {
        QJsonArray entry {QString::number(line->nanos), QString::fromUtf8(line->text)};
        if (call.wantsCategories) {
            entry.append(line->metadata.isEmpty() ? QJsonObject() : QJsonObject {{"structuredMetadata", objectOf(line->metadata)}});
        }
        streams[keyOf(call.wantsCategories ? line->stream : allFields(*line))].append(entry);
    }
    QJsonArray result;
    for (auto it = streams.cbegin(); it != streams.cend(); ++it) {
        result.append(QJsonObject {{"stream", labelsOf(it.key())}, {"values", it.value()}});
    }
    QJsonObject body {{"status", "success"}, {"data", QJsonObject {{"resultType", "streams"}, {"result", result}, {"stats", QJsonObject()}}}};
    if (!m_limits.warnings.isEmpty()) {
        body.insert("warnings", QJsonArray::fromStringList(m_limits.warnings));
    }
    return json(body);
}

ScriptedReply FakeLoki::counts(const Call &call, const LogqlQuery &query, qint64 from, qint64 to) const
{
    const QString span = call.value(QStringLiteral("step"));
    const qint64 step = (span.isEmpty() ? 1'000 : span.chopped(2).toLongLong()) * 1'000'000;
    QMap<QByteArray, QMap<qint64, int>> counted;
    for (const Line &line : m_lines) {
        const Fields fields = allFields(line);
        if (!query.takes(line.stream, fields, line.text)) {
            continue;
        }
        Fields labels;
        for (const QString &name : query.by) {
            if (fields.contains(name)) {
                labels.insert(name, fields.value(name));
            }
        }
        // After one time, up to and with the other.
        for (qint64 at = from; at <= to; at += step) {
            if (line.nanos > at - query.spanMs * 1'000'000 && line.nanos <= at) {
                ++counted[keyOf(labels)][at];
            }
        }
    }
    const bool isOne = (to - from) / step == 0;
    QJsonArray result;
    for (auto it = counted.cbegin(); it != counted.cend(); ++it) {
        QJsonArray values;
        for (auto sample = it->cbegin(); sample != it->cend(); ++sample) {
            values.append(QJsonArray {double(sample.key() / 1'000'000) / 1000.0, QString::number(sample.value())});
        }
        QJsonObject one {{"metric", labelsOf(it.key())}};
        // A range with one step may come back as a vector.
        one.insert(isOne ? "value" : "values", isOne ? values.at(0) : QJsonValue(values));
        result.append(one);
    }
    return success(QJsonObject {{"resultType", isOne ? "vector" : "matrix"}, {"result", result}});
}

ScriptedReply FakeLoki::list(const Call &call) const
{
    QSet<QString> names {QStringLiteral("__stream_shard__")};
    QMap<QString, QSet<QString>> values;
    QSet<QByteArray> series;
    for (const Line &line : m_lines) {
        for (auto it = line.stream.cbegin(); it != line.stream.cend(); ++it) {
            names.insert(it.key());
            values[it.key()].insert(it.value());
        }
        series.insert(keyOf(line.stream));
    }
    const auto listed = [](const QSet<QString> &texts) {
        // Without a value there is no data.
        return texts.isEmpty() ? json({{"status", "success"}}) : success(QJsonArray::fromStringList(texts.values()));
    };
    if (call.path == u"/labels") {
        return listed(m_lines.empty() ? QSet<QString>() : names);
    }
    if (call.path.startsWith(QLatin1StringView("/label/"))) {
        return listed(values.value(call.path.section(u'/', 2, 2)));
    }
    if (call.path == u"/series") {
        if (!m_limits.listsAllSeries) {
            return ScriptedReply::text("0 matcher sets supplied\n", 400);
        }
        QJsonArray all;
        for (const QByteArray &one : series) {
            all.append(labelsOf(one));
        }
        return success(all);
    }
    if (call.path == u"/status/buildinfo") {
        return json({{"version", "3.4.6"}, {"revision", ""}});
    }
    return ScriptedReply::text("404 page not found\n", 404);
}

} // namespace quarterdeck
