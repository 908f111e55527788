#pragma once

#include "app/core/async.h"
#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace quarterdeck {

/// A part of an answer that is missing.
struct AlertLack {
    enum class Part : quint8 {
        Alerts,   ///< Something may be open that is not in the page.
        Silences, ///< Everything open is there, but not all that keeps it quiet.
        Details,  ///< Nothing that counts: what there is to know all the same.
    };
    Part part = Part::Alerts;
    Error why;

    friend bool operator==(const AlertLack &, const AlertLack &) = default;
};

/// What one poll of a source of alerts yields.
struct AlertPage {
    enum class Coverage : quint8 {
        All,  ///< Everything open: absent means resolved.
        Part, ///< Absent means nothing.
    };
    std::vector<Alert> alerts; ///< Open ones, service not yet matched.
    std::vector<Silence> silences;
    Coverage covers = Coverage::Part; ///< All only where every member gave all its alerts.
    /// Set while a member has been started so lately that it may have forgotten alerts: absent means resolved only for what was seen
    /// since then.
    std::optional<UtcTime> heardSince;
    int membersLive = 0;
    int members = 1;
    std::vector<AlertLack> lacks; ///< Why this is not all there is, as it was found.

    /// Notes that a part is missing; without alerts it does not cover all.
    void lack(AlertLack::Part part, const Error &why)
    {
        lacks.push_back({part, why});
        covers = part == AlertLack::Part::Alerts ? Coverage::Part : covers;
    }
    /// Every member gave all its alerts.
    bool hasAllAlerts() const { return covers == Coverage::All; }
    /// Every member gave all its alerts and all its silences.
    bool isWhole() const { return hasAllAlerts() && std::ranges::count(lacks, AlertLack::Part::Silences, &AlertLack::part) == 0; }
    /// What is to be said first of what is missing: the first of the worst part. Null where nothing is.
    const Error *trouble() const
    {
        const auto worst = std::ranges::min_element(lacks, {}, &AlertLack::part);
        return worst == lacks.end() ? nullptr : &worst->why;
    }
};

/// The alerts of a source. Threads and cancelling as with Source.
class AlertFace {
public:
    virtual ~AlertFace() = default;
    /// The open alerts. Fails only when no member answered.
    virtual Async<AlertPage> read(CancelToken cancel) = 0;
    /// What it has learnt of its servers and is to know again when we are started anew: a short text that seldom changes; empty for nothing.
    virtual QString memory() const { return {}; }
    /// What memory() was when a poll was whole for the last time, and when that was; called before the first read().
    virtual void remember(const QString &memory, UtcTime lastOkAt)
    {
        Q_UNUSED(memory)
        Q_UNUSED(lastOkAt)
    }
    /// Calls `changed` when it hears that read() would say something else by now, as often as it hears it, until it is cancelled. It is a hint
    /// only: that nothing is heard says nothing, and a source that hears nothing of its own never calls.
    virtual void watch(std::function<void()> changed, CancelToken cancel)
    {
        Q_UNUSED(changed)
        Q_UNUSED(cancel)
    }
};

} // namespace quarterdeck
