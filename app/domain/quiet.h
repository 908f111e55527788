#pragma once

#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <functional>
#include <vector>

namespace quarterdeck {

/// One reason why an alert is quiet: a hold, filled up with what is known of the silence or alert that it names. Texts are foreign.
struct QuietReason : Hold {
    QString name {}; ///< Matchers of the silence, title of the inhibiting alert, or name of the interval; empty where it is not known.
    QString why {};  ///< Comment of the silence, or summary of the inhibiting alert.
    friend bool operator==(const QuietReason &, const QuietReason &) = default;
};

/// Where the silences and alerts are found that an alert names by id. Both answer nothing where it is not known.
struct QuietSources {
    std::function<const Silence *(const SourceId &source, const QString &id)> silence;
    std::function<const Alert *(const AlertKey &key)> alert;
};

/// Everything that keeps an alert quiet, what a person did first; empty where nothing does, and for a resolved one.
std::vector<QuietReason> quietReasons(const Alert &alert, const QuietSources &known);

/// Why an alert counts as quiet, in one word; nothing where it is triggered or resolved. What a person did goes before what the source did.
std::optional<HoldKind> quietKind(const Alert &alert);

/// Open alerts by what keeps them quiet.
struct QuietCount {
    int open = 0;         ///< Triggered or acknowledged: they wait for somebody, or somebody is at it.
    int acknowledged = 0; ///< Of the open ones.
    int silenced = 0;     ///< By a silence or a downtime.
    int snoozed = 0;
    int inhibited = 0;
    int muted = 0;         ///< By a time interval, for every receiver.
    int unexplained = 0;   ///< Suppressed, and the source does not say why.
    UtcTime silencedUntil; ///< The first end of a silence of those counted; invalid where none is known.
    bool isOneEnd = true;  ///< All of them end then.

    /// Open ones that do not page.
    int quiet() const { return silenced + snoozed + inhibited + muted + unexplained; }
    /// Counts one alert; a resolved one not at all. `until`: end of its last silence, invalid where it is not known.
    void add(const Alert &alert, UtcTime until);
    /// Adds what was counted elsewhere.
    void add(const QuietCount &other);
};

} // namespace quarterdeck
