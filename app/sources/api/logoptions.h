#pragma once

#include "app/core/result.h"
#include "app/sources/api/connector.h"
#include "app/sources/api/linefields.h"
#include "app/sources/api/tailplace.h"

namespace quarterdeck {

/// The options that every log server has.
struct LogOptions {
    LineFields fields;
    TailRules tail;
};

namespace logoption {
/// Their keys in config.yaml.
inline constexpr QLatin1StringView ServiceField("service_field"), LevelField("level_field"), TailEvery("tail_every"), TailOverlap("tail_overlap");

/// As the settings page shows them. `serviceHelp` and `levelHelp` name the defaults.
constexpr SettingField service(const char *help)
{
    return {ServiceField, QT_TRANSLATE_NOOP("Connector", "Service fields"), help, false};
}
constexpr SettingField level(const char *help)
{
    return {LevelField, QT_TRANSLATE_NOOP("Connector", "Level fields"), help, false};
}
constexpr SettingField every(const char *help)
{
    return {TailEvery, QT_TRANSLATE_NOOP("Connector", "Live tail interval"), help, false};
}
constexpr SettingField overlap(const char *help)
{
    return {TailOverlap, QT_TRANSLATE_NOOP("Connector", "Live tail overlap"), help, false};
}
} // namespace logoption

/// Takes one of these options; false where the key is none of them. Errors: Rejected, naming the key.
Result<bool> takeLogOption(LogOptions &options, const QString &key, const QString &value);

/// That a source has exactly one http or https URL without parameters. `what`: "A Loki". Errors: Rejected, naming the key.
Result<Done> checkOneUrl(const Endpoint &endpoint, const QString &what);

/// That an expression stands alone: other conditions would not be looked at. Errors: Rejected.
Result<Done> checkAlone(const LogQuery &query);

} // namespace quarterdeck
