#include "app/settings/backendreader.h"

#include "app/settings/fields.h"
#include "app/settings/httpreader.h"
#include "app/settings/nearname.h"
#include "app/settings/report.h"
#include "app/settings/watchkeys.h"
#include "app/yaml/yamlnode.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis ShortestPoll {1000};
constexpr Millis LongestPoll {3'600'000};

Result<Done> readInterval(const YamlNode &item, Endpoint &endpoint, ConfigReport &report)
{
    const QString text = item.text(u"poll_interval");
    if (text.isEmpty()) {
        return Done {};
    }
    const auto span = parseDuration(text);
    const int line = item.find(u"poll_interval")->line;
    if (!span) {
        return refuse(line, QStringLiteral("poll_interval is a duration such as 15s"));
    }
    endpoint.pollEvery = std::clamp(*span, ShortestPoll, LongestPoll);
    if (endpoint.pollEvery != *span) {
        report.warn(line, QStringLiteral("poll_interval is kept between 1s and 1h; %1 is used").arg(formatDuration(endpoint.pollEvery)));
    }
    return Done {};
}

bool isListOfScalars(const YamlNode &node)
{
    return node.isList() && std::all_of(node.items.begin(), node.items.end(), [](const YamlNode &one) { return one.isScalar(); });
}

void readOptions(const YamlNode &item, Endpoint &endpoint, ConfigReport &report)
{
    static const QSet<QString> Common {
        QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("url"), QStringLiteral("urls"), QStringLiteral("poll_interval")};
    const QStringList known = (Common + httpConfigKeys()).values();
    for (const YamlEntry &entry : item.entries) {
        if (known.contains(entry.key)) {
            continue;
        }
        if (entry.value.isScalar()) {
            endpoint.options.insert(entry.key, entry.value.scalar.trimmed());
            report.placeOption(endpoint.id, entry.key, entry.line);
        } else if (!entry.value.isNull()) {
            const QString meant = nearName(entry.key, known + watchKeys());
            const QString sentence = QStringLiteral("the key \"%1\" of the backend \"%2\" is unknown and is ignored%3")
                                         .arg(entry.key.left(80), endpoint.id,
                                             meant.isEmpty() ? QString() : QStringLiteral("; is \"%1\" meant?").arg(meant));
            if (meant == u"url" || meant == u"urls") {
                report.omit(entry.line, {entry.key.left(80), endpoint.kind, endpoint.id, sentence});
            } else if (watchKeys().contains(meant) || looksLikeBackends(entry.value)) {
                report.omit(entry.line, {entry.key.left(80), {}, {}, sentence});
            } else if (isListOfScalars(entry.value)) {
                // As it would be written on one line; whether there is such an option, its kind knows.
                endpoint.options.insert(entry.key, entry.value.texts().join(QStringLiteral(", ")));
                report.placeOption(endpoint.id, entry.key, entry.line);
            } else {
                report.warn(entry.line, sentence);
            }
        }
    }
}

} // namespace

Result<Endpoint> readBackend(const YamlNode &item, const QString &folder, ConfigReport &report)
{
    Endpoint endpoint;
    endpoint.id = item.text(u"name");
    endpoint.kind = item.text(u"type").toLower();
    if (endpoint.kind.isEmpty()) {
        return refuse(item.line,
            QStringLiteral("it has no type such as prometheus, alertmanager, icinga2, pagerduty, journal, files, loki, victorialogs, elasticsearch, "
                           "clickhouse, graphite, influxdb, netdata or pmproxy"));
    }
    if (endpoint.id.contains(u':') || endpoint.id.contains(u'/')) {
        return refuse(item.line, QStringLiteral("a name must not contain \":\" or \"/\""));
    }
    const YamlNode *members = item.find(u"urls");
    if (members != nullptr && (members->isMap() || qsizetype(members->items.size()) > item.texts(u"urls").size())) {
        return refuse(members->line, QStringLiteral("urls is a list of URLs, and an entry of it is none"));
    }
    for (const QStringView key : {QStringView(u"url"), QStringView(u"urls")}) {
        for (const QString &text : item.texts(key)) {
            auto url = readUrl(text, item.find(key)->line);
            if (!url) {
                return tl::unexpected(url.error());
            }
            endpoint.urls.push_back(*url);
        }
    }
    auto http = readHttpConfig(item, folder, report);
    if (!http) {
        return tl::unexpected(http.error());
    }
    endpoint.http = std::move(*http);
    if (endpoint.http.oauth2 && endpoint.http.oauth2->isByPerson()) {
        endpoint.http.oauth2->signInName = endpoint.id;
    }
    if (const auto interval = readInterval(item, endpoint, report); !interval) {
        return tl::unexpected(interval.error());
    }
    readOptions(item, endpoint, report);
    return endpoint;
}

} // namespace quarterdeck
