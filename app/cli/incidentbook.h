#pragma once

#include "app/cli/clisession.h"
#include "app/domain/join.h"
#include "app/json/jsonreader.h"

#include <span>

namespace quarterdeck {

/// Which alerts tell one incident, as the window shows them.
class IncidentBook {
public:
    /// Another alert of an incident, and why it is one with `with`, which is nearer to the alert that was asked about, or that one itself.
    struct Other {
        AlertKey key;
        AlertKey with;
        JoinBy by = JoinBy::Sameness;
        QString why; ///< "both name it alike", "ana said so".
    };

    /// Of these alerts, by what people decided and what the sources take. Errors: those of the store.
    static Result<IncidentBook> read(CliSession &session, const std::vector<Alert> &alerts);

    /// The members "incident" (the id of the alert that stands for it, the same for all that tell it), "joinedBy" and "joinedWith" (the alert that
    /// this is true of; both null for the one that stands for it and for an alert that stands alone) of an open object.
    void write(JsonWriter &json, const AlertKey &alert) const;
    /// "pager:P1 and am:f1 are one incident (both name it alike)", one line each; nothing of what is not in the list.
    QStringList sentences(std::span<const Alert *const> alerts) const;
    /// The others of the incident that an alert tells, those next to it first.
    std::vector<Other> others(const AlertKey &alert) const;

private:
    struct Place {
        AlertKey lead;
        AlertKey with;
        JoinBy by = JoinBy::Sameness;
    };
    QString why(const AlertKey &one, const AlertKey &other, JoinBy by) const;

    QHash<AlertKey, Place> m_places; ///< Of those that others stand for.
    std::vector<JoinDecision> m_decisions;
};

} // namespace quarterdeck
