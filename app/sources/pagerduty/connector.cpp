#include "app/sources/pagerduty/connector.h"

#include "app/core/text.h"
#include "app/sources/api/address.h"
#include "app/sources/pagerduty/pagerdutysource.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView Region("region");
constexpr QLatin1StringView User("user");
constexpr qsizetype MostOfRegion = 80;

constexpr std::array Fields {SettingField {Region, QT_TRANSLATE_NOOP("Connector", "Service region"),
                                 QT_TRANSLATE_NOOP("Connector", "us or eu: where the account is hosted. Not together with a URL"), false},
    SettingField {User, QT_TRANSLATE_NOOP("Connector", "User"),
        QT_TRANSLATE_NOOP("Connector",
            "E-mail address of the PagerDuty user to act as. Needed for an API key of the account; a user's own key already identifies the user"),
        false}};

// From here on the region is its URL, however it was said.
Result<Done> takeRegion(Endpoint &endpoint)
{
    const QString region = endpoint.options.value(Region).trimmed().toLower();
    if (!region.isEmpty() && !endpoint.urls.empty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A region says the URL: keep one of region and url"), Region);
    }
    if (endpoint.urls.empty()) {
        const QUrl url = pagerduty::regionUrl(region.isEmpty() ? QStringLiteral("us") : region);
        if (!url.isValid()) {
            return fail(ErrorKind::Rejected, QStringLiteral("A region is us or eu, not ") + text::plain(region, MostOfRegion), Region);
        }
        endpoint.urls.push_back(url);
    }
    endpoint.options.remove(Region);
    return Done {};
}

// Only of the service region us is it published where people sign in.
void takeSignIn(const Endpoint &endpoint, OAuth2Config &oauth2)
{
    const QUrl us = pagerduty::regionUrl(u"us");
    if (oauth2.isByPerson() && oauth2.authorizeUrl.isEmpty() && oauth2.tokenUrl.isEmpty() && endpoint.urls.front().host() == us.host()) {
        oauth2.authorizeUrl = QUrl(QStringLiteral("https://identity.pagerduty.com/oauth/authorize"));
        oauth2.tokenUrl = QUrl(QStringLiteral("https://identity.pagerduty.com/oauth/token"));
    }
}

Result<QUrl> addressOf(const Endpoint &endpoint)
{
    const QUrl &url = endpoint.urls.front();
    if (endpoint.urls.size() > 1) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("PagerDuty needs one URL, such as https://api.pagerduty.com or https://api.eu.pagerduty.com; each account is a backend "
                           "of its own"),
            QStringLiteral("urls"));
    }
    return checkAddress(url).map([&url](Done) { return url.adjusted(QUrl::RemoveFragment); });
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
    KindHints hints() const override
    {
        return {QLatin1StringView("PagerDuty"), QLatin1StringView("https://api.pagerduty.com"), {QStringLiteral("Token"), QStringLiteral("Bearer")},
            HttpConfig::Auth::Authorization};
    }
    Faces faces() const override { return PagerdutyFaces; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<Done> complete(Endpoint &endpoint) const override
    {
        return takeRegion(endpoint).map([&endpoint](Done done) {
            if (endpoint.http.oauth2) {
                takeSignIn(endpoint, *endpoint.http.oauth2);
            }
            return done;
        });
    }

    Result<std::unique_ptr<Source>> open(const Endpoint &given, const SourceDeps &deps) const override
    {
        Endpoint endpoint = given;
        if (const auto completed = complete(endpoint); !completed) {
            return tl::unexpected(completed.error());
        }
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
