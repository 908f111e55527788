#pragma once

#include "app/sources/alertmanager/merge.h"
#include "app/sources/alertmanager/plainalerts.h"

#include <QSet>

namespace quarterdeck::alertmanager {

/// Takes those silences off an alert for which `isNone(id)`; one that nothing else keeps quiet is heard then.
template <class F> void unsilence(Alert &alert, F isNone)
{
    const bool isTakenOff = alert.holds.removeIf([&isNone](const Hold &hold) { return hold.kind == HoldKind::Silence && isNone(hold.id); });
    if (isTakenOff && !alert.holds.has(HoldKind::Silence)) {
        alert.rawState = alert.holds.has(HoldKind::Inhibition) ? alert.rawState : QStringLiteral("active");
        judgeState(alert);
    }
}

/// Silences that never reached a member: what it lists as active it notifies of, whatever the others keep quiet. Pure.
class Disputes {
public:
    /// Finds the silences that are older than the minute in which members exchange all they know, and that a whole list lacks.
    /// The lists of silences must still be in `answers`.
    Disputes(const std::vector<MemberAnswer> &answers, UtcTime now);
    /// Takes them off the alerts that a member without them lists as active. `answers` are those of before.
    void judge(std::vector<MemberAnswer> &answers);
    /// Words for it, where that changed an alert.
    std::optional<Error> remark() const;

private:
    struct Witness {
        std::size_t place; ///< In the order of the members.
        QString name;
        QSet<QString> lacked; ///< Ids of silences.
        QSet<QString> active; ///< Fingerprints.
    };
    bool isDisputed(const Alert &alert, const QString &id);

    std::vector<Witness> m_witnesses;
    QString m_silence;
    QString m_member;
};

} // namespace quarterdeck::alertmanager
