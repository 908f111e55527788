#include "app/sources/victorialogs/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/victorialogs/victorialogssource.h"

#include <QRegularExpression>

#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView Tenant("tenant");

constexpr std::array Fields {
    SettingField {
        Tenant, QT_TRANSLATE_NOOP("Connector", "Tenant"), QT_TRANSLATE_NOOP("Connector", "Account and project, as 12:0. Default: 0:0"), false},
    logoption::service(QT_TRANSLATE_NOOP("Connector",
        "Fields that identify the service of a line, comma-separated; the first that a line has counts. Default: "
        "service,service.name,app,kubernetes.container_name,job")),
    logoption::level(QT_TRANSLATE_NOOP("Connector", "Fields that hold the level of a line, comma-separated. Default: level,severity,log.level")),
    logoption::every(QT_TRANSLATE_NOOP("Connector", "How often a live tail asks for new lines. Default: 1s")),
    logoption::overlap(QT_TRANSLATE_NOOP("Connector", "How far each question of a live tail goes back for late lines. Default: 5s")),
};

Result<VictorialogsOptions> optionsOf(const Endpoint &endpoint)
{
    static const QRegularExpression Number(QStringLiteral("^(\\d{1,10})(?::(\\d{1,10}))?$"));
    VictorialogsOptions options;
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        if (option.key() == Tenant) {
            const auto match = Number.match(option.value());
            if (!match.hasMatch()) {
                return fail(ErrorKind::Rejected, QStringLiteral("A tenant is an account and a project in numbers, such as 12:0"), Tenant);
            }
            options.account = match.captured(1);
            options.project = match.captured(2).isEmpty() ? QStringLiteral("0") : match.captured(2);
            continue;
        }
        const auto taken = takeLogOption(options.log, option.key(), option.value());
        if (!taken) {
            return tl::unexpected(taken.error());
        }
        if (!*taken) {
            return fail(ErrorKind::Rejected, QStringLiteral("A VictoriaLogs has no option of this name"), option.key());
        }
    }
    return options;
}

class VictorialogsConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("victorialogs"); }
    KindHints hints() const override { return {QLatin1StringView("VictoriaLogs"), QLatin1StringView("http://localhost:9428")}; }
    Faces faces() const override { return Face::Logs; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("A VictoriaLogs")); !checked) {
            return tl::unexpected(checked.error());
        }
        auto options = optionsOf(endpoint);
        if (!options) {
            return tl::unexpected(options.error());
        }
        return std::unique_ptr<Source>(std::make_unique<VictorialogsSource>(endpoint, std::move(*options), deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeVictorialogsConnector()
{
    return std::make_unique<VictorialogsConnector>();
}

} // namespace quarterdeck
