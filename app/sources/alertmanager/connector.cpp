#include "app/sources/alertmanager/connector.h"

#include "app/sources/alertmanager/alertmanagersource.h"
#include "app/sources/api/address.h"

#include <QSet>

#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView ApiPath("api_path");

constexpr QLatin1StringView SettlingTime("settling_time");

// After its default resolve_timeout without hearing of an alert, Alertmanager itself takes it for resolved. Prometheus resends every
// minute, at the next evaluation of the rule, so that two minutes would do for its defaults; groups evaluated every four minutes fit too.
constexpr Millis DefaultSettling {300'000};

constexpr std::array Fields {SettingField {ApiPath, QT_TRANSLATE_NOOP("Connector", "API path"),
                                 QT_TRANSLATE_NOOP("Connector", "Path of the v2 API, appended to each URL. Default: /api/v2"), false},
    SettingField {SettlingTime, QT_TRANSLATE_NOOP("Connector", "Settling time"),
        QT_TRANSLATE_NOOP("Connector", "After Alertmanager restarts, alerts it does not list are not treated as resolved for this long. Default: 5m"),
        false}};

class AlertmanagerConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("alertmanager"); }
    KindHints hints() const override { return {QLatin1StringView("Alertmanager"), QLatin1StringView("http://localhost:9093")}; }
    Faces faces() const override { return AlertmanagerFaces; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (endpoint.urls.empty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("An Alertmanager needs at least one URL"), QStringLiteral("urls"));
        }
        QSet<QUrl> seen;
        for (const QUrl &url : endpoint.urls) {
            const QUrl root = alertmanager::apiRoot(url, QStringLiteral("/"));
            if (const auto checked = checkAddress(url); !checked) {
                return tl::unexpected(checked.error());
            }
            if (seen.contains(root)) {
                return fail(ErrorKind::Rejected, QStringLiteral("The same member is named twice: ") + url.toDisplayString(), QStringLiteral("urls"));
            }
            seen.insert(root);
        }
        for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
            if (option.key() != ApiPath && option.key() != SettlingTime) {
                return fail(ErrorKind::Rejected, QStringLiteral("An Alertmanager has no option of this name"), option.key());
            }
        }
        QString path = endpoint.options.value(ApiPath, QStringLiteral("/api/v2"));
        while (path.endsWith(u'/')) {
            path.chop(1);
        }
        if (!path.startsWith(u'/')) {
            return fail(ErrorKind::Rejected, QStringLiteral("The API path begins with a slash"), ApiPath);
        }
        const QString span = endpoint.options.value(SettlingTime);
        const std::optional<Millis> settling = span.isEmpty() ? DefaultSettling : parseDuration(span);
        if (!settling || *settling > Millis(86'400'000)) {
            return fail(ErrorKind::Rejected, QStringLiteral("This is not a duration of at most a day: ") + span, SettlingTime);
        }
        return std::unique_ptr<Source>(std::make_unique<AlertmanagerSource>(endpoint, path, *settling, deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeAlertmanagerConnector()
{
    return std::make_unique<AlertmanagerConnector>();
}

} // namespace quarterdeck
