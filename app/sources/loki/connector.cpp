#include "app/sources/loki/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/loki/logql.h"
#include "app/sources/loki/lokisource.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView Tenant("tenant");

constexpr std::array Fields {
    SettingField {Tenant, QT_TRANSLATE_NOOP("Connector", "Tenant"),
        QT_TRANSLATE_NOOP("Connector", "Sent as X-Scope-OrgID; several as a|b where the server allows it. Default: none"), false},
    logoption::service(QT_TRANSLATE_NOOP("Connector",
        "Labels that identify the service of a line, comma-separated; the first that a stream has counts. Default: service_name,service,app,job")),
    logoption::level(
        QT_TRANSLATE_NOOP("Connector", "Labels or metadata that hold the level of a line, comma-separated. Default: level,detected_level,severity")),
    logoption::every(QT_TRANSLATE_NOOP("Connector", "How often a live tail asks for new lines. Default: 500ms")),
    logoption::overlap(QT_TRANSLATE_NOOP("Connector", "How far each question of a live tail goes back for late lines. Default: 2s")),
};

/// What may stand in a header.
bool isTenant(const QString &value)
{
    return !value.isEmpty() && value.size() <= 1024 && std::ranges::all_of(value, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

Result<LokiOptions> optionsOf(const Endpoint &endpoint)
{
    LokiOptions options;
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        if (option.key() == Tenant) {
            if (!isTenant(option.value())) {
                return fail(ErrorKind::Rejected, QStringLiteral("A tenant is letters, digits and signs without spaces"), Tenant);
            }
            options.tenant = option.value();
            continue;
        }
        const auto taken = takeLogOption(options.log, option.key(), option.value());
        if (!taken) {
            return tl::unexpected(taken.error());
        }
        if (!*taken) {
            return fail(ErrorKind::Rejected, QStringLiteral("A Loki has no option of this name"), option.key());
        }
    }
    for (const QString &name : options.log.fields.service + options.log.fields.level) {
        if (!loki::isLabelName(name)) {
            return fail(ErrorKind::Rejected, QStringLiteral("This is not the name of a label: ") + name, logoption::ServiceField);
        }
    }
    return options;
}

class LokiConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("loki"); }
    KindHints hints() const override { return {QLatin1StringView("Grafana Loki"), QLatin1StringView("http://localhost:3100")}; }
    Faces faces() const override { return Face::Logs; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("A Loki")); !checked) {
            return tl::unexpected(checked.error());
        }
        auto options = optionsOf(endpoint);
        if (!options) {
            return tl::unexpected(options.error());
        }
        return std::unique_ptr<Source>(std::make_unique<LokiSource>(endpoint, std::move(*options), deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeLokiConnector()
{
    return std::make_unique<LokiConnector>();
}

} // namespace quarterdeck
