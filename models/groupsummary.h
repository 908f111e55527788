#pragma once

#include "models/alertindex.h"

#include <vector>

namespace quarterdeck {

/// What the verbs of the inbox would act on, by the rules the verbs themselves follow.
struct VerbTargets {
    int acknowledge = 0;       ///< Alerts that can be acknowledged.
    bool isOneSilence = false; ///< So many, and all at one source, that one silence is offered instead.
    int silence = 0;           ///< Open alerts at `source`.
    int elsewhere = 0;         ///< Open alerts at other sources: a silence does not reach them.
    SourceId source;
    int alerts = 0;
    QString first; ///< Title of the first alert: its runbook is the one that opens.
};

/// True while it is open, not acknowledged, and nothing is on its way for it.
bool canAcknowledge(const Alert &alert);
/// `many`: from more alerts than this one silence is offered.
VerbTargets verbTargets(const std::vector<const Alert *> &alerts, int many);

/// What there is to say about a group beyond its header row. Thread: any one.
struct GroupSummary {
    struct Row {
        Severity severity = Severity::Unknown;
        int triggered = 0;
        int acknowledged = 0;
        int silenced = 0;
        int inDowntime = 0;
        int snoozed = 0;
        int inhibited = 0;
        int muted = 0;
        int unexplained = 0; ///< Suppressed, and the source does not say why.
        int resolved = 0;
    };
    struct Part {
        QString name;
        int count = 0;
        friend bool operator==(const Part &, const Part &) = default;
    };
    struct Moment {
        QString title;
        UtcTime since; ///< Invalid when no alert says when it began.
    };
    int total = 0;
    std::vector<Row> severities; ///< Those that occur, worst first.
    Moment oldest;               ///< By when they began.
    Moment newest;
    std::vector<Part> names; ///< Most frequent first, then by name.
    std::vector<Part> services;
    std::vector<Part> sources;
    int withoutService = 0;
    int onTheirWay = 0; ///< Alerts with an action that is queued, being sent or not confirmed.
    int conflicts = 0;  ///< Alerts with an action that waits for a person.
    Labels common;      ///< Labels that all of them carry with one value.
    VerbTargets verbs;
};

/// Alerts of a group that the index holds, in the order of the list.
std::vector<const Alert *> membersOf(const AlertIndex &index, const AlertGroup &group);
/// Costs one pass over the alerts.
GroupSummary summariseGroup(const std::vector<const Alert *> &alerts, int many);

} // namespace quarterdeck
