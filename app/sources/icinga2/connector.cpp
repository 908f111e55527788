#include "app/sources/icinga2/connector.h"

#include "app/sources/api/address.h"
#include "app/sources/icinga2/icinga2source.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView CustomVars("custom_vars");
constexpr QLatin1StringView Sticky("sticky");
constexpr QLatin1StringView Persistent("persistent");
constexpr QLatin1StringView Notify("notify");
constexpr QLatin1StringView SettlingTime("settling_time");
constexpr QLatin1StringView DowntimeServices("downtime_services");
constexpr QLatin1StringView DowntimeChildren("downtime_children");

// Custom variables hold passwords and communities, too: only named ones are taken.
constexpr QLatin1StringView UsualVars("service,app,team,owner,cluster,environment,env");
// Most checks run every one to five minutes.
constexpr Millis DefaultSettling {600'000};

constexpr std::array Fields {
    SettingField {CustomVars, QT_TRANSLATE_NOOP("Connector", "Custom variables"),
        QT_TRANSLATE_NOOP("Connector",
            "Custom variables of hosts and services that become labels, comma-separated. Default: service,app,team,owner,cluster,environment,env"),
        false},
    SettingField {Sticky, QT_TRANSLATE_NOOP("Connector", "Sticky acknowledgements"),
        QT_TRANSLATE_NOOP("Connector", "true: an acknowledgement lasts until the problem is over, not only until its state changes. Default: false"),
        false},
    SettingField {Persistent, QT_TRANSLATE_NOOP("Connector", "Persistent comments"),
        QT_TRANSLATE_NOOP("Connector", "true: the comment of an acknowledgement stays when the problem is over. Default: false"), false},
    SettingField {Notify, QT_TRANSLATE_NOOP("Connector", "Notify about acknowledgements"),
        QT_TRANSLATE_NOOP("Connector", "true: Icinga2 notifies the contacts about an acknowledgement. Default: true"), false},
    SettingField {DowntimeServices, QT_TRANSLATE_NOOP("Connector", "Downtimes of services"),
        QT_TRANSLATE_NOOP("Connector", "true: a downtime of a host also covers all its services. Default: false"), false},
    SettingField {DowntimeChildren, QT_TRANSLATE_NOOP("Connector", "Downtimes of dependent hosts"),
        QT_TRANSLATE_NOOP("Connector",
            "What a downtime of a host means for the hosts that depend on it: none, triggered (they have one while it is in effect) or scheduled "
            "(they have one of their own). Default: none"),
        false},
    SettingField {SettlingTime, QT_TRANSLATE_NOOP("Connector", "Settling time"),
        QT_TRANSLATE_NOOP("Connector", "After Icinga2 restarts, problems it does not list are not treated as resolved for this long. Default: 10m"),
        false}};

Result<bool> flagOf(const Endpoint &endpoint, QLatin1StringView key, bool otherwise)
{
    const QString text = endpoint.options.value(key);
    if (text.isEmpty() || text == u"true" || text == u"false") {
        return text.isEmpty() ? otherwise : text == u"true";
    }
    return fail(ErrorKind::Rejected, QStringLiteral("This is neither true nor false: ") + text, key);
}

Result<icinga2::Style> styleOf(const Endpoint &endpoint)
{
    icinga2::Style style;
    for (const auto &[key, flag] : {std::pair {Sticky, &style.isSticky}, std::pair {Persistent, &style.isPersistent},
             std::pair {Notify, &style.doesNotify}, std::pair {DowntimeServices, &style.downtimeServices}}) {
        const auto value = flagOf(endpoint, key, *flag);
        if (!value) {
            return tl::unexpected(value.error());
        }
        *flag = *value;
    }
    constexpr std::array Children {QLatin1StringView("none"), QLatin1StringView("triggered"), QLatin1StringView("scheduled")};
    const QString children = endpoint.options.value(DowntimeChildren, Children.front());
    const auto known = std::ranges::find(Children, children);
    if (known == Children.end()) {
        return fail(ErrorKind::Rejected, QStringLiteral("This is neither none, triggered nor scheduled: ") + children, DowntimeChildren);
    }
    style.downtimeChildren = icinga2::Children(known - Children.begin());
    return style;
}

Result<QUrl> addressOf(const Endpoint &endpoint)
{
    if (endpoint.urls.size() != 1) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("An Icinga2 needs exactly one URL, such as https://icinga.example:5665; each master to poll is its own backend"),
            QStringLiteral("urls"));
    }
    return checkAddress(endpoint.urls.front()).map([&endpoint](Done) { return endpoint.urls.front(); });
}

class Icinga2Connector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("icinga2"); }
    KindHints hints() const override
    {
        return {QLatin1StringView("Icinga2"), QLatin1StringView("https://localhost:5665"), {QStringLiteral("Bearer")}, HttpConfig::Auth::Basic};
    }
    Faces faces() const override { return Icinga2Faces; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        const auto address = addressOf(endpoint);
        if (!address) {
            return tl::unexpected(address.error());
        }
        for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
            if (std::ranges::find(Fields, option.key(), &SettingField::key) == Fields.end()) {
                return fail(ErrorKind::Rejected, QStringLiteral("An Icinga2 has no option of this name"), option.key());
            }
        }
        const auto style = styleOf(endpoint);
        if (!style) {
            return tl::unexpected(style.error());
        }
        const QString span = endpoint.options.value(SettlingTime);
        const std::optional<Millis> settling = span.isEmpty() ? DefaultSettling : parseDuration(span);
        if (!settling || *settling > Millis(86'400'000)) {
            return fail(ErrorKind::Rejected, QStringLiteral("This is not a duration of at most a day: ") + span, SettlingTime);
        }
        QStringList vars;
        for (const QString &name : endpoint.options.value(CustomVars, UsualVars).split(u',', Qt::SkipEmptyParts)) {
            vars.append(name.trimmed());
        }
        icinga2::Settings settings {endpoint.http, icinga2::apiRoot(*address), endpoint.id, vars, *settling};
        return std::unique_ptr<Source>(std::make_unique<Icinga2Source>(endpoint, std::move(settings), *style, deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeIcinga2Connector()
{
    return std::make_unique<Icinga2Connector>();
}

} // namespace quarterdeck
