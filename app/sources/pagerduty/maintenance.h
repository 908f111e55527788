#pragma once

#include "app/domain/outcome.h"
#include "app/domain/silence.h"
#include "app/sources/pagerduty/present.h"

namespace quarterdeck::pagerduty {

/// What a window can be told: to begin, and to end before its time.
constexpr VerbSet WindowVerbs {Verb::Maintain, Verb::ExpireSilence};

/// The answer to windowsRequest(). Errors: BadPayload.
Result<Page<MaintenanceWindow>> parseWindows(QByteArrayView body);
/// {"maintenance_window":{...}}. Errors: BadPayload.
Result<MaintenanceWindow> parseWindow(QByteArrayView body);
/// The silence that a window is for us: of the alerts of its services, and of none that is open.
Silence silenceOf(const MaintenanceWindow &window, const SourceId &source, UtcTime now);

/// What is needed to decide about one window, read just now.
struct WindowPresent {
    std::optional<Incident> incident; ///< Of Maintain: whose service it is about.
    Person author;                    ///< In whose name is acted.
    std::vector<MaintenanceWindow> windows;
};

/// What is to be done about a window. Exactly one is set.
struct WindowPlan {
    std::optional<Outcome> outcome;
    std::optional<HttpRequest> request;
};

/// Decides about an action of WindowVerbs.
WindowPlan planWindow(const QUrl &root, const AlertAction &action, const WindowPresent &present, UtcTime now);
/// What a read after an action was sent says of it: in force as wished, or nothing where it left no trace.
std::optional<Outcome> windowTrace(const AlertAction &action, const WindowPresent &present, UtcTime now);

} // namespace quarterdeck::pagerduty
