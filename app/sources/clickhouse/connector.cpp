#include "app/sources/clickhouse/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/clickhouse/clickhousesource.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView TableOption("table"), TimeField("time_field"), TimeUnit("time_unit"), MessageField("message_field");

constexpr std::array Fields {
    SettingField {TableOption, QT_TRANSLATE_NOOP("Connector", "Table"),
        QT_TRANSLATE_NOOP("Connector", "Table with a row for each line, with its database: logs.lines. Default: otel_logs"), false},
    SettingField {TimeField, QT_TRANSLATE_NOOP("Connector", "Time field"),
        QT_TRANSLATE_NOOP("Connector", "Column with the time of a line. Default: Timestamp"), false},
    SettingField {TimeUnit, QT_TRANSLATE_NOOP("Connector", "Time unit"),
        QT_TRANSLATE_NOOP("Connector", "Unit of a time that is a number: s, ms, us or ns since 1970. Default: ns"), false},
    SettingField {MessageField, QT_TRANSLATE_NOOP("Connector", "Message fields"),
        QT_TRANSLATE_NOOP("Connector", "Column with the text of a line. Default: Body"), false},
    logoption::service(QT_TRANSLATE_NOOP(
        "Connector", "Columns that identify the service of a line, comma-separated; the first that is not empty counts. Default: ServiceName")),
    logoption::level(QT_TRANSLATE_NOOP("Connector", "Columns that hold the level of a line, comma-separated. Default: SeverityText")),
    logoption::every(QT_TRANSLATE_NOOP("Connector", "How often a live tail asks for new lines. Default: 1s")),
    logoption::overlap(QT_TRANSLATE_NOOP("Connector", "How far each question of a live tail goes back for late lines. Default: 5s")),
};

Result<qint64> unitOf(const QString &value)
{
    static const QMap<QString, qint64> Units {
        {QStringLiteral("s"), 1'000'000'000}, {QStringLiteral("ms"), 1'000'000}, {QStringLiteral("us"), 1'000}, {QStringLiteral("ns"), 1}};
    if (!Units.contains(value)) {
        return fail(ErrorKind::Rejected, QStringLiteral("A unit of time is s, ms, us or ns, not ") + value, TimeUnit);
    }
    return Units.value(value);
}

Result<bool> takeOwnOption(ClickhouseOptions &options, const QString &key, const QString &value)
{
    if (key == TimeUnit) {
        return unitOf(value).map([&options](qint64 unit) {
            options.table.unitNanos = unit;
            return true;
        });
    }
    const QMap<QString, QString *> places {
        {TableOption, &options.table.name}, {TimeField, &options.table.time}, {MessageField, &options.table.message}};
    if (!places.contains(key)) {
        return takeLogOption(options.log, key, value);
    }
    if (value.trimmed().isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A name is missing"), key);
    }
    *places.value(key) = value.trimmed();
    return true;
}

Result<ClickhouseOptions> optionsOf(const Endpoint &endpoint)
{
    ClickhouseOptions options;
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        const auto taken = takeOwnOption(options, option.key(), option.value());
        if (!taken) {
            return tl::unexpected(taken.error());
        }
        if (!*taken) {
            return fail(ErrorKind::Rejected, QStringLiteral("A ClickHouse has no option of this name"), option.key());
        }
    }
    options.table.fields = options.log.fields;
    return options;
}

class ClickhouseConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("clickhouse"); }
    KindHints hints() const override
    {
        return {QLatin1StringView("ClickHouse"), QLatin1StringView("http://localhost:8123"), {QStringLiteral("Bearer")}, HttpConfig::Auth::Basic};
    }
    Faces faces() const override { return Face::Logs; }
    std::span<const SettingField> fields() const override { return Fields; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("A ClickHouse")); !checked) {
            return tl::unexpected(checked.error());
        }
        auto options = optionsOf(endpoint);
        if (!options) {
            return tl::unexpected(options.error());
        }
        return std::unique_ptr<Source>(std::make_unique<ClickhouseSource>(endpoint, std::move(*options), deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeClickhouseConnector()
{
    return std::make_unique<ClickhouseConnector>();
}

} // namespace quarterdeck
