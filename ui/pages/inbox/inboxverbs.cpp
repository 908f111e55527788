#include "ui/pages/inbox/inboxverbs.h"

#include "ui/pages/inbox/incidentjoins.h"
#include "ui/pages/inbox/sourceverbs.h"
#include "ui/pages/inbox/verbgate.h"

namespace quarterdeck {

void installVerbs(const PageContext &context, InboxFeed &feed, InboxController &controller, InboxActions &actions, AlertList &list, QWidget *page)
{
    new VerbGate(feed, actions, list, page);
    new SourceVerbs(context, feed, controller, actions, list, page);
    new IncidentJoins(context, feed, controller, actions, list, page);
}

} // namespace quarterdeck
