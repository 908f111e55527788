#pragma once

#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <functional>
#include <vector>

namespace quarterdeck {

/// One reason why an alert is quiet: a hold, filled up with what is known of the silence or alert that it names. Texts are foreign.
struct QuietReason : Hold {
    QString name {};  ///< Matchers of the silence, title of the inhibiting alert, or name of the interval; empty where it is not known.
    QString why {};   ///< Comment of the silence, or summary of the inhibiting alert.
    UtcTime since {}; ///< Of a silence, downtime or acknowledgement; invalid where it is not known.
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

/// Which silences run on where an alert is to stay hidden for longer: those that hide it, and its acknowledgement where that is one of them.
/// `acknowledgesBySilence`: at its source an acknowledgement is a silence; where not, it has no end to move, and is named only where nothing else is.
QStringList extensible(const Alert &alert, bool acknowledgesBySilence);

/// Alerts that are not resolved, each counted once: by who is at it, else by what keeps it quiet.
struct QuietCount {
    int open = 0;         ///< Nobody is at it, and nothing keeps it quiet: they wait for somebody.
    int acknowledged = 0; ///< Somebody is at it, whatever else keeps it quiet.
    int silenced = 0;
    int inDowntime = 0;
    int snoozed = 0;
    int inhibited = 0;
    int muted = 0;         ///< By a time interval, for every receiver.
    int unexplained = 0;   ///< Suppressed, and the source does not say why.
    UtcTime silencedUntil; ///< The first end of a silence of those counted; invalid where none is known.
    bool isOneEnd = true;  ///< All of them end then.

    /// Neither resolved nor acknowledged, and they do not page.
    int quiet() const { return silenced + inDowntime + snoozed + inhibited + muted + unexplained; }
    /// Every one that is not resolved.
    int all() const { return open + acknowledged + quiet(); }
    /// Counts one alert; a resolved one not at all. `until`: end of its last silence, invalid where it is not known.
    void add(const Alert &alert, UtcTime until);
    /// Adds what was counted elsewhere.
    void add(const QuietCount &other);
};

} // namespace quarterdeck
