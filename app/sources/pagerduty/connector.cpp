#include "app/sources/pagerduty/connector.h"

#include "app/sources/pagerduty/pagerdutysource.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView Region("region");
constexpr QLatin1StringView User("user");

constexpr std::array Fields {SettingField {Region, QT_TRANSLATE_NOOP("Connector", "Service region"),
                                 QT_TRANSLATE_NOOP("Connector", "us or eu: where the account is kept. Not beside a URL"), false},
    SettingField {User, QT_TRANSLATE_NOOP("Connector", "User"),
        QT_TRANSLATE_NOOP("Connector",
            "E-mail address of the PagerDuty user in whose name is acted. Needed for an API key of the account; a user's own key says whose it is"),
        false}};

Result<QUrl> addressOf(const Endpoint &endpoint)
{
    const QString region = endpoint.options.value(Region);
    if (!region.isEmpty() && !endpoint.urls.empty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A region says the URL: keep one of them"), Region);
    }
    if (endpoint.urls.empty()) {
        const QUrl url = pagerduty::regionUrl(region.isEmpty() ? QStringLiteral("us") : region);
        return url.isValid() ? Result<QUrl>(url) : fail(ErrorKind::Rejected, QStringLiteral("A region is us or eu: ") + region, Region);
    }
    const QUrl &url = endpoint.urls.front();
    if (endpoint.urls.size() > 1) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("PagerDuty needs one URL, such as https://api.pagerduty.com or https://api.eu.pagerduty.com; each account is a backend "
                           "of its own"),
            QStringLiteral("urls"));
    }
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https")) {
        return fail(ErrorKind::Rejected, QStringLiteral("This is not an http or https URL: ") + url.toDisplayString(), QStringLiteral("urls"));
    }
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

/// PagerDuty takes a key as "Token token=<key>" and in no other form.
HttpConfig signInOf(HttpConfig http)
{
    if (http.auth == HttpConfig::Auth::Authorization && http.authType.compare(QLatin1StringView("Token"), Qt::CaseInsensitive) == 0) {
        http.authType = QStringLiteral("Token token=");
    }
    return http;
}

class PagerdutyConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("pagerduty"); }
    Faces faces() const override { return PagerdutyFaces; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
            if (std::ranges::find(Fields, option.key(), &SettingField::key) == Fields.end()) {
                return fail(ErrorKind::Rejected, QStringLiteral("PagerDuty has no option of this name"), option.key());
            }
        }
        const auto address = addressOf(endpoint);
        if (!address) {
            return tl::unexpected(address.error());
        }
        const QString user = endpoint.options.value(User).trimmed();
        const bool isAddress = user.contains(u'@') && !user.contains(u' ') && !user.contains(u'\n');
        if (!user.isEmpty() && !isAddress) {
            return fail(ErrorKind::Rejected, QStringLiteral("This is not an e-mail address: ") + user, User);
        }
        pagerduty::Settings settings {signInOf(endpoint.http), *address, endpoint.id, user};
        return std::unique_ptr<Source>(std::make_unique<PagerdutySource>(endpoint, std::move(settings), deps));
    }
};

} // namespace

std::unique_ptr<Connector> makePagerdutyConnector()
{
    return std::make_unique<PagerdutyConnector>();
}

} // namespace quarterdeck
