#include "app/sources/prometheus/parse.h"

#include "app/domain/longtext.h"
#include "app/json/jsonreader.h"

namespace quarterdeck::prometheus {

namespace {

Labels labelsOf(const JsonValue &value)
{
    Labels labels;
    if (value.isObject()) {
        value.each([&labels](const QString &name, const JsonValue &text) { labels.insert(name, text.stringOr({})); });
    }
    return labels;
}

UtcTime timeOf(const JsonValue &value)
{
    const auto time = parseRfc3339(value.stringOr({}));
    return time && time->ms > 0 ? *time : UtcTime {};
}

/// Opens the envelope and hands its data to `read`, which returns the value. `list` names the member of the data that must be a list:
/// a reply without it says nothing, least of all that there is nothing.
template <class T, class F> Result<T> fromData(QByteArrayView body, QLatin1StringView list, F read)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    if (root[u"status"].stringOr({}) != QLatin1StringView("success")) {
        return fail(ErrorKind::BadPayload, QStringLiteral("This is not the answer of a Prometheus server"), QStringLiteral("/status"));
    }
    if (!list.isEmpty() && !root[u"data"][QString(list)].isArray()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer holds no list of ") + list, QStringLiteral("/data/") + list);
    }
    T value = read(root[u"data"]);
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return value;
}

RuleInfo ruleOf(const JsonValue &group, const JsonValue &rule)
{
    RuleInfo info;
    info.name = rule[u"name"].string();
    info.group = group[u"name"].stringOr({});
    info.file = group[u"file"].stringOr({});
    info.expression = rule[u"query"].string();
    info.holdFor = Millis(qint64(rule[u"duration"].numberOr(0) * 1000));
    info.labels = labelsOf(rule[u"labels"]);
    info.annotations = labelsOf(rule[u"annotations"]);
    info.health = rule[u"health"].stringOr({});
    info.lastError = rule[u"lastError"].stringOr({});
    return info;
}

} // namespace

std::optional<Error> parseError(QByteArrayView body, int httpStatus)
{
    const auto document = JsonDocument::parse(body);
    if (!document || document->root()[u"status"].stringOr({}) != QLatin1StringView("error")) {
        return std::nullopt;
    }
    Error error;
    error.what = document->root()[u"error"].stringOr({});
    const QString type = document->root()[u"errorType"].stringOr({});
    error.where = type;
    error.httpStatus = httpStatus;
    error.kind = type == u"timeout" ? ErrorKind::Timeout
        : type == u"not_found"      ? ErrorKind::NotFound
        : httpStatus >= 500         ? ErrorKind::Server
        : type == u"bad_data"       ? ErrorKind::Malformed
                                    : ErrorKind::Rejected;
    return error.what.isEmpty() ? std::nullopt : std::optional(error);
}

Result<std::vector<Labels>> parseSeries(QByteArrayView body)
{
    return fromData<std::vector<Labels>>(body, {}, [](const JsonValue &data) {
        std::vector<Labels> all;
        if (!data.isNull()) {
            data.each([&all](const QString &, const JsonValue &labels) { all.push_back(labelsOf(labels)); });
        }
        return all;
    });
}

Result<QStringList> parseTexts(QByteArrayView body)
{
    return fromData<QStringList>(body, {}, [](const JsonValue &data) {
        QStringList all;
        if (!data.isNull()) {
            data.each([&all](const QString &, const JsonValue &text) { all.append(text.string()); });
        }
        return all;
    });
}

Result<std::vector<RuleInfo>> parseRules(QByteArrayView body)
{
    return fromData<std::vector<RuleInfo>>(body, QLatin1StringView("groups"), [](const JsonValue &data) {
        std::vector<RuleInfo> all;
        data[u"groups"].each([&all](const QString &, const JsonValue &group) {
            group[u"rules"].each([&](const QString &, const JsonValue &rule) {
                if (rule[u"type"].stringOr({}) == QLatin1StringView("alerting")) {
                    all.push_back(ruleOf(group, rule));
                }
            });
        });
        return all;
    });
}

Result<std::vector<Alert>> parseRuleAlerts(QByteArrayView body, const SourceId &source)
{
    return fromData<std::vector<Alert>>(body, QLatin1StringView("alerts"), [&source](const JsonValue &data) {
        std::vector<Alert> all;
        data[u"alerts"].each([&](const QString &, const JsonValue &value) {
            Alert alert;
            alert.labels = labelsOf(value[u"labels"]);
            alert.annotations = labelsOf(value[u"annotations"]);
            alert.key = {source, QString::number(alert.labels.fingerprint(), 16).rightJustified(16, u'0')};
            alert.rawState = value[u"state"].string();
            alert.startsAt = timeOf(value[u"activeAt"]);
            // Its key is that of the whole labels, and nothing is ever asked of a server by them.
            alert.labels = boundValues(alert.labels);
            alert.annotations = boundValues(alert.annotations);
            deriveFields(alert);
            all.push_back(std::move(alert));
        });
        return all;
    });
}

Result<std::vector<TargetInfo>> parseTargets(QByteArrayView body)
{
    return fromData<std::vector<TargetInfo>>(body, QLatin1StringView("activeTargets"), [](const JsonValue &data) {
        std::vector<TargetInfo> all;
        data[u"activeTargets"].each([&all](const QString &, const JsonValue &value) {
            all.push_back({labelsOf(value[u"labels"]), value[u"health"].string(), value[u"scrapeUrl"].stringOr({}), value[u"lastError"].stringOr({}),
                timeOf(value[u"lastScrape"])});
        });
        return all;
    });
}

Result<std::vector<MetricInfo>> parseMetadata(QByteArrayView body)
{
    return fromData<std::vector<MetricInfo>>(body, {}, [](const JsonValue &data) {
        std::vector<MetricInfo> all;
        data.each([&all](const QString &name, const JsonValue &entries) {
            const JsonValue first = entries.at(0);
            all.push_back({name, first[u"type"].stringOr({}), first[u"help"].stringOr({}), first[u"unit"].stringOr({})});
        });
        return all;
    });
}

Result<QString> parseBuildInfo(QByteArrayView body)
{
    return fromData<QString>(body, {}, [](const JsonValue &data) { return data[u"version"].stringOr({}); });
}

} // namespace quarterdeck::prometheus
