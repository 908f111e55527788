#include "app/sources/journal/connector.h"

#include "app/sources/api/address.h"
#include "app/sources/journal/journalsource.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView ServiceField("service_field");
constexpr QLatin1StringView TailCheck("tail_check");

constexpr std::array Fields {SettingField {ServiceField, QT_TRANSLATE_NOOP("Connector", "Service fields"),
                                 QT_TRANSLATE_NOOP("Connector",
                                     "Journal fields that identify the service of a line, comma-separated. Default: SYSLOG_IDENTIFIER,_SYSTEMD_UNIT"),
                                 false},
    SettingField {TailCheck, QT_TRANSLATE_NOOP("Connector", "Tail check interval"),
        QT_TRANSLATE_NOOP("Connector", "A live tail without new lines for this long is checked. Default: 10s"), false}};

Result<JournalOptions> optionsOf(const Endpoint &endpoint)
{
    JournalOptions options;
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        if (option.key() == ServiceField) {
            options.serviceFields.clear();
            for (const QString &part : option.value().split(u',')) {
                if (!journal::isFieldName(part.trimmed())) {
                    return fail(ErrorKind::Rejected, QStringLiteral("This is not the name of a journal field: ") + part.trimmed(), ServiceField);
                }
                options.serviceFields.append(part.trimmed());
            }
        } else if (option.key() == TailCheck) {
            const auto span = parseDuration(option.value());
            if (!span || *span < Millis(100)) {
                return fail(ErrorKind::Rejected, QStringLiteral("This is not a duration of at least 100ms: ") + option.value(), TailCheck);
            }
            options.follow.check = *span;
        } else {
            return fail(ErrorKind::Rejected, QStringLiteral("A journal has no option of this name"), option.key());
        }
    }
    return options;
}

class JournalConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("journal"); }
    KindHints hints() const override { return {QLatin1StringView("systemd journal"), QLatin1StringView("http://localhost:19531")}; }
    Faces faces() const override { return Face::Logs; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (endpoint.urls.size() != 1) {
            return fail(
                ErrorKind::Rejected, QStringLiteral("A journal has exactly one URL: several machines are several sources"), QStringLiteral("urls"));
        }
        if (const auto checked = checkAddress(endpoint.urls.front()); !checked) {
            return tl::unexpected(checked.error());
        }
        auto options = optionsOf(endpoint);
        if (!options) {
            return tl::unexpected(options.error());
        }
        return std::unique_ptr<Source>(std::make_unique<JournalSource>(endpoint, std::move(*options), deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeJournalConnector()
{
    return std::make_unique<JournalConnector>();
}

} // namespace quarterdeck
