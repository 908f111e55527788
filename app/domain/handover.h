#pragma once

#include "app/domain/incident.h"
#include "app/domain/quiet.h"

namespace quarterdeck {

/// What a shift leaves to the next one. Texts are foreign.
struct Handover {
    /// A quiet alert that pages again in the next shift, unless somebody does something about it.
    struct Returning {
        Alert alert;
        QuietReason reason; ///< What keeps it quiet until then.
        UtcTime at;
    };
    /// A rule that kept the shift busy.
    struct Noisy {
        QString title;
        QString service;
        int incidents = 0;
        int unattended = 0; ///< Over without anybody having acknowledged them.
    };

    TimeRange shift; ///< That ends.
    TimeRange next;
    std::vector<Alert> open;          ///< Nobody is at them; the worst first, then the oldest.
    std::vector<Alert> acknowledged;  ///< Somebody is at them, and they are not over; in the same order.
    std::vector<Returning> returning; ///< By when.
    std::vector<Silence> ending;      ///< Silences, downtimes and maintenance that end in the next shift, by when.
    int incidents = 0;                ///< Begun in the shift,
    int resolved = 0;                 ///< and over by its end.
    std::vector<Noisy> noisy;         ///< Those with two incidents or more, the busiest first.
};

/// Puts a hand-over together, all of it as of the end of the shift. `incidents`: of the shift, from the local history.
Handover handoverOf(
    TimeRange shift, TimeRange next, const std::vector<Alert> &alerts, const std::vector<Silence> &silences, const std::vector<Incident> &incidents);

} // namespace quarterdeck
