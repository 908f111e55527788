#pragma once

#include "ui/pages/inbox/inboxcontroller.h"

namespace quarterdeck {

class AlertList;
class InboxActions;

/// Lets a person say which alerts are one incident and which are not. What they said is remembered, and can be undone. Thread: main.
class IncidentJoins final : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    IncidentJoins(const PageContext &context, InboxFeed &feed, InboxController &controller, InboxActions &actions, AlertList &list, QWidget *page);

private:
    using Pairs = std::vector<std::pair<AlertKey, AlertKey>>;
    void decide();
    void unite();
    void part();
    void store(const Pairs &pairs, bool areOne, const QString &sentence);
    /// The alert that stands for others, where that is all that is chosen, with each of them.
    Pairs joined() const;

    PageContext m_context;
    InboxFeed &m_feed;
    InboxController &m_controller;
    InboxActions &m_actions;
};

} // namespace quarterdeck
