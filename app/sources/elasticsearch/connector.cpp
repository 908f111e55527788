#include "app/sources/elasticsearch/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/elasticsearch/elasticsearchsource.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView Index("index"), TimeField("time_field"), MessageField("message_field");

constexpr std::array Fields {
    SettingField {Index, QT_TRANSLATE_NOOP("Connector", "Index pattern"),
        QT_TRANSLATE_NOOP("Connector", "Indices, data streams or aliases, comma-separated, with *. Default: logs-*,filebeat-*,logstash-*"), false},
    SettingField {TimeField, QT_TRANSLATE_NOOP("Connector", "Time field"),
        QT_TRANSLATE_NOOP("Connector", "Field with the time of a line. Default: @timestamp"), false},
    SettingField {MessageField, QT_TRANSLATE_NOOP("Connector", "Message fields"),
        QT_TRANSLATE_NOOP("Connector", "Fields with the text of a line, comma-separated; the first that a line has counts. Default: message,log,msg"),
        false},
    logoption::service(QT_TRANSLATE_NOOP("Connector",
        "Fields that identify the service of a line, comma-separated; the first that a line has counts. Default: "
        "service.name,kubernetes.container.name,container.name,app")),
    logoption::level(
        QT_TRANSLATE_NOOP("Connector", "Fields that hold the level of a line, comma-separated. Default: log.level,level,severity,loglevel")),
    logoption::every(QT_TRANSLATE_NOOP("Connector", "How often a live tail asks for new lines. Default: 2s")),
    logoption::overlap(QT_TRANSLATE_NOOP("Connector",
        "How far each question of a live tail goes back for late lines: at least twice the refresh interval of the indices. Default: 10s")),
};

/// What stands in the path of each question.
bool isIndexPattern(const QString &pattern)
{
    static const QString Forbidden = QStringLiteral("/\\?\"<>| #&%");
    return !pattern.isEmpty() && pattern.size() <= 1024 && !pattern.startsWith(u'_')
        && std::ranges::none_of(pattern, [](QChar c) { return c.unicode() < 0x21 || c.unicode() == 0x7f || Forbidden.contains(c); });
}

Result<bool> takeOwn(ElasticsearchOptions &options, const QString &key, const QString &value)
{
    if (key == Index) {
        if (!isIndexPattern(value)) {
            return fail(ErrorKind::Rejected, QStringLiteral("This is not an index pattern: ") + value, key);
        }
        options.index = value;
        return true;
    }
    if (key == TimeField && !value.trimmed().isEmpty()) {
        options.names.time = value.trimmed();
        return true;
    }
    if (key == MessageField) {
        options.names.message = value.split(u',', Qt::SkipEmptyParts);
        for (QString &name : options.names.message) {
            name = name.trimmed();
        }
        return true;
    }
    return false;
}

Result<ElasticsearchOptions> optionsOf(const Endpoint &endpoint)
{
    ElasticsearchOptions options;
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        auto taken = takeOwn(options, option.key(), option.value());
        if (taken && !*taken) {
            taken = takeLogOption(options.log, option.key(), option.value());
        }
        if (!taken) {
            return tl::unexpected(taken.error());
        }
        if (!*taken) {
            return fail(ErrorKind::Rejected, QStringLiteral("An Elasticsearch has no option of this name"), option.key());
        }
    }
    return options;
}

class ElasticsearchConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("elasticsearch"); }
    KindHints hints() const override
    {
        return {QLatin1StringView("Elasticsearch, OpenSearch"), QLatin1StringView("https://localhost:9200"),
            {QStringLiteral("ApiKey"), QStringLiteral("Bearer")}, HttpConfig::Auth::Basic};
    }
    Faces faces() const override { return Face::Logs; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("An Elasticsearch")); !checked) {
            return tl::unexpected(checked.error());
        }
        auto options = optionsOf(endpoint);
        if (!options) {
            return tl::unexpected(options.error());
        }
        return std::unique_ptr<Source>(std::make_unique<ElasticsearchSource>(endpoint, std::move(*options), deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeElasticsearchConnector()
{
    return std::make_unique<ElasticsearchConnector>();
}

} // namespace quarterdeck
