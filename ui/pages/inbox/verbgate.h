#pragma once

#include "app/domain/alert.h"
#include "app/domain/freshness.h"

#include <QObject>

namespace quarterdeck {

class AlertList;
class InboxActions;
class InboxFeed;

/// Switches off the verbs that would be refused for all that they are about, before anybody presses their key; the tooltip of each then
/// says why. Thread: main.
class VerbGate final : public QObject {
    Q_OBJECT

public:
    /// All three outlive it.
    VerbGate(InboxFeed &feed, InboxActions &actions, AlertList &list, QObject *parent);

private:
    /// What can be done to at least one of the alerts that a verb is about now, and what is known of one to which it cannot.
    struct Choice {
        VerbSet possible;
        ReadOnly why = ReadOnly::No;
        SourceId source; ///< Empty where nothing is chosen.
    };
    void decide();
    Choice choice() const;
    void add(Choice &choice, const Alert &alert) const;
    QString refusal(const Choice &choice) const;

    InboxFeed &m_feed;
    InboxActions &m_actions;
    AlertList &m_list;
};

} // namespace quarterdeck
