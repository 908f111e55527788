#include "app/sources/pmproxy/parse.h"

#include "app/json/jsonreader.h"
#include "app/json/jsonscanner.h"

#include <QMap>

#include <algorithm>
#include <charconv>

namespace quarterdeck::pmproxy {

namespace {

bool isNumberText(std::string_view text, double &value)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

/// A value as it comes: text of a number, or of anything else.
struct Row {
    ValueKey key;
    Sample sample;
    bool isNumber = false;
};

Row readRow(JsonScanner &scan)
{
    Row row;
    scan.members([&](const std::string &member) {
        if (member == "series") {
            row.key.series = QString::fromUtf8(scan.string());
        } else if (member == "instance") {
            row.key.instance = QString::fromUtf8(scan.string());
        } else if (member == "timestamp") {
            // Milliseconds, and microseconds without leading zeros after the point: only what stands before it is right.
            const auto ms = scan.number();
            row.sample.ms = ms ? qint64(std::clamp(*ms, 0.0, 1e15)) : 0;
        } else if (member == "value" && scan.isString()) {
            row.isNumber = isNumberText(scan.string(), row.sample.value);
        } else {
            scan.skip();
        }
    });
    if (row.key.series.isEmpty() || row.sample.ms <= 0) {
        scan.fail();
    }
    return row;
}

template <class T, class F> Result<T> ofDocument(QByteArrayView body, F read)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    if (root.isObject() && !root[u"success"].booleanOr(true)) {
        return fail(ErrorKind::Rejected, root[u"message"].stringOr(QStringLiteral("The server reports an error without saying which")));
    }
    Result<T> value = read(root);
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return value;
}

/// Collects `name` -> what `read` makes of each object of a list.
template <class V, class F> Result<QHash<QString, V>> byKey(QByteArrayView body, QStringView key, F read)
{
    return ofDocument<QHash<QString, V>>(body, [key, read](const JsonValue &root) -> Result<QHash<QString, V>> {
        if (!root.isArray()) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no list"), root.pointer());
        }
        QHash<QString, V> all;
        root.each([&](const QString &, const JsonValue &one) { all.insert(one[key].string(), read(one)); });
        return all;
    });
}

} // namespace

Result<QStringList> parseFound(QByteArrayView body)
{
    return ofDocument<QStringList>(body, [](const JsonValue &root) -> Result<QStringList> {
        if (!root.isArray()) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no list of series"), root.pointer());
        }
        if (root.at(0).isObject()) {
            return fail(ErrorKind::Malformed, QStringLiteral("Range and step are not for an expression to say: leave out what is in brackets"),
                QStringLiteral("expr"));
        }
        QStringList found;
        root.each([&found](const QString &, const JsonValue &series) { found.append(series.string()); });
        return found;
    });
}

Result<std::vector<Values>> parseValues(QByteArrayView body)
{
    JsonScanner scan(body);
    std::vector<Values> all;
    QHash<QString, std::size_t> places;
    scan.elements([&] {
        const Row row = readRow(scan);
        if (!scan.isOk()) {
            return;
        }
        const QString key = row.key.series + u' ' + row.key.instance;
        if (!places.contains(key)) {
            places.insert(key, all.size());
            all.push_back({row.key, {}, false});
        }
        Values &values = all[places.value(key)];
        values.hasText = values.hasText || !row.isNumber;
        if (row.isNumber) {
            values.samples.push_back(row.sample);
        }
    });
    if (!scan.isOk() || !scan.isAtEnd()) {
        return fail(
            ErrorKind::BadPayload, QStringLiteral("The answer cannot be read at byte %1").arg(scan.position()), QStringLiteral("/series/values"));
    }
    for (Values &values : all) {
        std::ranges::stable_sort(values.samples, {}, &Sample::ms);
        const auto again = std::ranges::unique(values.samples, {}, &Sample::ms);
        values.samples.erase(again.begin(), again.end());
    }
    return all;
}

Result<QHash<QString, QString>> parseMetricNames(QByteArrayView body)
{
    return byKey<QString>(body, u"series", [](const JsonValue &one) { return one[u"name"].string(); });
}

Result<QHash<QString, QString>> parseInstanceNames(QByteArrayView body)
{
    return byKey<QString>(body, u"instance", [](const JsonValue &one) { return one[u"name"].string(); });
}

Result<QHash<QString, QString>> parseUnits(QByteArrayView body)
{
    return byKey<QString>(body, u"series", [](const JsonValue &one) { return one[u"units"].stringOr({}); });
}

Result<QHash<QString, Labels>> parseLabels(QByteArrayView body)
{
    return byKey<Labels>(body, u"series", [](const JsonValue &one) {
        Labels labels;
        if (one[u"labels"].isObject()) {
            one[u"labels"].each([&labels](const QString &name, const JsonValue &text) { labels.insert(name, text.stringOr({})); });
        }
        return labels;
    });
}

Result<QStringList> parseNames(QByteArrayView body)
{
    return ofDocument<QStringList>(body, [](const JsonValue &root) -> Result<QStringList> {
        if (!root.isArray()) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no list of names"), root.pointer());
        }
        QStringList names;
        root.each([&names](const QString &, const JsonValue &name) { names.append(name.string()); });
        return names;
    });
}

Result<QStringList> parseLabelValues(QByteArrayView body, const QString &label)
{
    return ofDocument<QStringList>(body, [&label](const JsonValue &root) -> Result<QStringList> {
        if (!root.isObject()) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no labels"), root.pointer());
        }
        QStringList values;
        root[label].each([&values](const QString &, const JsonValue &value) { values.append(value.id()); });
        return values;
    });
}

QString unitOf(const QString &units)
{
    static const QMap<QString, QString> Known {{QStringLiteral("none"), {}}, {QStringLiteral("count"), {}},
        {QStringLiteral("count / sec"), QStringLiteral("1/s")}, {QStringLiteral("byte"), QStringLiteral("By")},
        {QStringLiteral("byte / sec"), QStringLiteral("By/s")}, {QStringLiteral("Kbyte"), QStringLiteral("KiBy")},
        {QStringLiteral("Kbyte / sec"), QStringLiteral("KiBy/s")}, {QStringLiteral("Mbyte"), QStringLiteral("MiBy")},
        {QStringLiteral("sec"), QStringLiteral("s")}, {QStringLiteral("millisec"), QStringLiteral("ms")},
        {QStringLiteral("microsec"), QStringLiteral("us")}, {QStringLiteral("nanosec"), QStringLiteral("ns")}};
    return Known.value(units, units);
}

} // namespace quarterdeck::pmproxy
