#pragma once

#include "app/cli/clisession.h"
#include "app/domain/quiet.h"

#include <QHash>

namespace quarterdeck {

/// The stored silences and alerts, found by id: who keeps an alert quiet, until when and why.
class QuietBook {
public:
    QuietBook(const std::vector<Silence> &silences, const std::vector<Alert> &alerts);

    /// Everything that keeps this alert quiet.
    std::vector<QuietReason> reasons(const Alert &alert) const;
    /// End of its acknowledgement or last silence; invalid where it is not known.
    UtcTime until(const Alert &alert) const;

private:
    QHash<QString, Silence> m_silences; // "source:id"
    QHash<AlertKey, Alert> m_inhibitors;
};

/// "triggered", "silenced", "inhibited", "muted", ...: the state in one word.
QString stateWord(const Alert &alert);
/// "2 open · 30 silenced until 23:51 · 1 inhibited": what is silenced is not open.
QString countSentence(const QuietCount &count, UtcTime now);
/// The same of a list that shows some states only: "2 triggered · 30 silenced until 23:51". What was not asked for is not spoken of.
QString shownSentence(const QuietCount &count, UtcTime now);
/// "23:51" today, else "2026-12-20 23:51", in the local zone.
QString shortMoment(UtcTime at, UtcTime now);

} // namespace quarterdeck
