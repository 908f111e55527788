#include "app/sources/influxdb/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/influxdb/influxdbsource.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView DatabaseOption("database"), RetentionPolicy("retention_policy");

constexpr std::array Fields {
    SettingField {DatabaseOption, QT_TRANSLATE_NOOP("Connector", "Database"),
        QT_TRANSLATE_NOOP("Connector", "Database that is read; of InfluxDB 2, the one that a bucket is mapped to"), true},
    SettingField {RetentionPolicy, QT_TRANSLATE_NOOP("Connector", "Retention policy"),
        QT_TRANSLATE_NOOP("Connector", "Retention policy of the measurements. Default: that of the database"), false},
};

Result<InfluxdbOptions> optionsOf(const Endpoint &endpoint)
{
    InfluxdbOptions options;
    const QMap<QString, QString *> places {{DatabaseOption, &options.database}, {RetentionPolicy, &options.retentionPolicy}};
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        if (!places.contains(option.key())) {
            return fail(ErrorKind::Rejected, QStringLiteral("An InfluxDB has no option of this name"), option.key());
        }
        *places.value(option.key()) = option.value().trimmed();
    }
    if (options.database.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("An InfluxDB needs the name of a database"), DatabaseOption);
    }
    return options;
}

class InfluxdbConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("influxdb"); }
    KindHints hints() const override
    {
        return {QLatin1StringView("InfluxDB"), QLatin1StringView("http://localhost:8086"), {QStringLiteral("Token"), QStringLiteral("Bearer")},
            HttpConfig::Auth::Basic};
    }
    Faces faces() const override { return Face::Metrics; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("An InfluxDB")); !checked) {
            return tl::unexpected(checked.error());
        }
        auto options = optionsOf(endpoint);
        if (!options) {
            return tl::unexpected(options.error());
        }
        return std::unique_ptr<Source>(std::make_unique<InfluxdbSource>(endpoint, std::move(*options), deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeInfluxdbConnector()
{
    return std::make_unique<InfluxdbConnector>();
}

} // namespace quarterdeck
