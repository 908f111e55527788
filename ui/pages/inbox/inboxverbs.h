#pragma once

#include "ui/pages/inbox/inboxcontroller.h"

namespace quarterdeck {

class AlertList;
class InboxActions;

/// Sets up what decides which verbs are on, and what the rarer ones do. All outlive `page`.
void installVerbs(const PageContext &context, InboxFeed &feed, InboxController &controller, InboxActions &actions, AlertList &list, QWidget *page);

} // namespace quarterdeck
