#pragma once

#include "app/domain/alert.h"

namespace quarterdeck {

/// What a field of an alert is for those who store and compare alerts.
enum class FieldUse : quint8 {
    Key,      ///< Which alert it is.
    Lasting,  ///< The same in two polls unless the alert has changed.
    Shared,   ///< Lasting, and of few values: many alerts have one text.
    Column,   ///< Lasting, and stored in a column of its own.
    Rolling,  ///< New in each poll.
    Observed, ///< What we saw of it or did to it, not what its source says.
};

/// The one list of the fields of an alert: calls `visit(name, field, use)` for each, in the order in which they are stored. The names of all
/// fields stand in one binding, so that one that is added and forgotten here does not compile.
template <class A, class F> void visitFields(A &alert, F &&visit)
{
    auto &[key, title, summary, severity, state, rawState, service, team, cluster, labels, annotations, startsAt, updatedAt, endsAt, lastSeenAt,
        resolvedAt, holds, generatorUrl, runbookUrl, assigned, links, correlation, can, pending]
        = alert;
    visit("key", key, FieldUse::Key);
    visit("title", title, FieldUse::Shared);
    visit("summary", summary, FieldUse::Lasting);
    visit("severity", severity, FieldUse::Lasting);
    visit("rawState", rawState, FieldUse::Shared);
    visit("service", service, FieldUse::Shared);
    visit("team", team, FieldUse::Shared);
    visit("cluster", cluster, FieldUse::Shared);
    visit("labels", labels, FieldUse::Lasting);
    visit("annotations", annotations, FieldUse::Lasting);
    visit("startsAt", startsAt, FieldUse::Lasting);
    visit("updatedAt", updatedAt, FieldUse::Rolling);
    visit("endsAt", endsAt, FieldUse::Rolling);
    visit("holds", holds, FieldUse::Lasting);
    visit("generatorUrl", generatorUrl, FieldUse::Lasting);
    visit("runbookUrl", runbookUrl, FieldUse::Shared);
    visit("assigned", assigned, FieldUse::Lasting);
    visit("correlation", correlation, FieldUse::Lasting);
    visit("can", can, FieldUse::Lasting);
    visit("links", links, FieldUse::Lasting);
    visit("state", state, FieldUse::Column);
    visit("lastSeenAt", lastSeenAt, FieldUse::Observed);
    visit("resolvedAt", resolvedAt, FieldUse::Observed);
    visit("pending", pending, FieldUse::Observed);
}

} // namespace quarterdeck
