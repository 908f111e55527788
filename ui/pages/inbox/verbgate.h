#pragma once

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
    void decide();
    /// Of the alerts that a verb is about now: No where one of them can be acted on. `source`: whose it is that cannot.
    ReadOnly reason(SourceId &source) const;

    InboxFeed &m_feed;
    InboxActions &m_actions;
    AlertList &m_list;
};

} // namespace quarterdeck
