#pragma once

#include "ui/pages/inbox/inboxcontroller.h"

namespace quarterdeck {

class ActSheet;
class AlertList;
class InboxActions;

/// The verbs that only some sources take: take back, snooze, resolve, reassign, escalate, ... Each is offered where a source of the context
/// takes it, can be used where the source of what is chosen does, and asks for what it needs. Thread: main.
class SourceVerbs final : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    SourceVerbs(const PageContext &context, InboxFeed &feed, InboxController &controller, InboxActions &actions, AlertList &list, QWidget *page);

private:
    void decide();
    void begin(Verb verb);
    void askAndSend(Verb verb, const std::vector<Alert> &alerts);
    void confirmAndSend(Verb verb, const std::vector<Alert> &alerts);
    void send(Verb verb, const std::vector<Alert> &alerts, const QString &text);
    std::vector<Alert> chosen(Verb verb) const;

    PageContext m_context;
    InboxFeed &m_feed;
    InboxController &m_controller;
    InboxActions &m_actions;
    QWidget *m_page;
};

} // namespace quarterdeck
