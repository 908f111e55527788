#pragma once

#include "app/cli/clisession.h"
#include "app/domain/join.h"
#include "app/json/jsonreader.h"

namespace quarterdeck {

/// Which alerts tell one incident, as the window shows them.
class IncidentBook {
public:
    /// Of these alerts, by what people decided and what the sources take. Errors: those of the store.
    static Result<IncidentBook> read(CliSession &session, const std::vector<Alert> &alerts);

    /// The members "incident" (the id of the alert that stands for it, the same for all that tell it) and "joinedBy" (null for that one
    /// and for an alert that stands alone) of an open object.
    void write(JsonWriter &json, const AlertKey &alert) const;
    /// "pager:P1 and am:f1 are one incident (both name it alike)", one line each; nothing of what is not in the list.
    QStringList sentences(const std::vector<Alert> &alerts) const;

private:
    struct Place {
        AlertKey lead;
        JoinBy by = JoinBy::Sameness;
    };
    QHash<AlertKey, Place> m_places; ///< Of those that others stand for.
};

} // namespace quarterdeck
