#include "app/sources/graphite/parse.h"

#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/json/jsonscanner.h"

#include <algorithm>

namespace quarterdeck::graphite {

namespace {

constexpr qsizetype LongestRefusal = 300;
constexpr qint64 LongestStep = 1'000'000'000; ///< Units: seconds.
constexpr QLatin1StringView NameLabel("__name__");

/// Samples and how far apart they are.
struct Points {
    std::vector<Sample> samples;
    qint64 apart = 0;
};

Points readPoints(JsonScanner &scan)
{
    Points points;
    std::optional<qint64> before;
    scan.elements([&] {
        scan.need('[');
        const std::optional<double> value = scan.number();
        scan.need(',');
        const qint64 ms = scan.millis();
        scan.need(']');
        points.apart = before ? std::max(points.apart, ms - *before) : 0;
        before = ms;
        if (value && scan.isOk()) {
            points.samples.push_back({ms, *value});
        }
    });
    return points;
}

Labels readTags(JsonScanner &scan)
{
    Labels tags;
    scan.members([&](const std::string &name) {
        const std::optional<bool> truth = scan.truth();
        if (!truth) {
            tags.insert(QString::fromStdString(name), QString::fromUtf8(scan.string()));
        }
    });
    return tags;
}

Series readSeries(JsonScanner &scan, Millis &apart)
{
    Series series;
    QString target;
    scan.members([&](const std::string &name) {
        if (name == "target") {
            target = QString::fromUtf8(scan.string());
        } else if (name == "tags") {
            series.labels = readTags(scan);
        } else if (name == "datapoints") {
            Points points = readPoints(scan);
            apart = Millis(points.apart);
            series.samples = std::move(points.samples);
        } else {
            scan.skip();
        }
    });
    const QString ownName = target.left(target.indexOf(u';'));
    if (const QString said = series.labels.value(u"name"); said == target || (target.contains(u';') && said == ownName)) {
        series.labels.remove(u"name");
    }
    series.labels.insert(NameLabel, target);
    return series;
}

Result<QStringList> textsOf(const JsonDocument &document, const JsonValue &list)
{
    if (!list.isArray()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no list of names"), list.pointer());
    }
    QStringList names;
    list.each([&names](const QString &, const JsonValue &name) { names.append(name.string()); });
    if (const auto verdict = document.verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return names;
}

} // namespace

Result<RenderAnswer> parseRender(QByteArrayView body)
{
    JsonScanner scan(body);
    RenderAnswer answer;
    scan.elements([&] { answer.series.push_back(readSeries(scan, answer.apart.emplace_back(0))); });
    if (!scan.isOk() || !scan.isAtEnd()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer cannot be read at byte %1").arg(scan.position()), QStringLiteral("/render"));
    }
    const bool isNameless = std::ranges::any_of(answer.series, [](const Series &series) { return series.labels.value(u"__name__").isEmpty(); });
    if (isNameless) {
        return fail(ErrorKind::BadPayload, QStringLiteral("This is not the answer of a Graphite"), QStringLiteral("/render"));
    }
    return answer;
}

Result<QMap<QString, Millis>> parseSteps(QByteArrayView body)
{
    QMap<QString, Millis> steps;
    for (const QByteArray &line : body.toByteArray().split('\n')) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        // "target,start,end,step|values": a target may hold commas and bars.
        const QList<QByteArray> head = line.left(line.lastIndexOf('|')).split(',');
        const qint64 step = head.last().toLongLong();
        if (head.size() < 4 || step <= 0 || step > LongestStep) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no step"), QStringLiteral("/render"));
        }
        const QString target = QString::fromUtf8(head.mid(0, head.size() - 3).join(','));
        const Millis span(step * 1000);
        steps.insert(target, std::min(steps.value(target, span), span));
    }
    return steps;
}

Result<QStringList> parseNames(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    return document ? textsOf(*document, document->root()) : Result<QStringList>(tl::unexpected(document.error()));
}

Result<QStringList> parseExpanded(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    return document ? textsOf(*document, document->root()[u"results"]) : Result<QStringList>(tl::unexpected(document.error()));
}

Result<QStringList> parseTagValues(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    if (!root.isObject() && !root.isNull()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no tag"), QStringLiteral("/tags"));
    }
    QStringList values;
    if (root.isObject()) {
        root[u"values"].each([&values](const QString &, const JsonValue &value) { values.append(value[u"value"].string()); });
    }
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return values;
}

std::optional<QString> parseRefusal(QByteArrayView body)
{
    const QByteArray said = body.first(std::min(body.size(), LongestRefusal * 4)).toByteArray().trimmed();
    if (said.isEmpty() || said.startsWith('<')) {
        return std::nullopt;
    }
    return text::plain(QString::fromUtf8(said), LongestRefusal);
}

Labels labelsOfName(const QString &name)
{
    Labels labels;
    labels.insert(NameLabel, name);
    const QStringList parts = name.split(u';');
    for (const QString &tag : parts.mid(1)) {
        const qsizetype equals = tag.indexOf(u'=');
        labels.insert(tag.left(equals), equals < 0 ? QString() : tag.mid(equals + 1));
    }
    return labels;
}

} // namespace quarterdeck::graphite
