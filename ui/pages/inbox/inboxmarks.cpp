#include "ui/pages/inbox/alertlist.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/inboxwords.h"

#include <algorithm>

// What the verbs of the inbox are about: the marked alerts, else those under the cursor.
namespace quarterdeck {

void InboxPage::toggleMark()
{
    AlertModel &model = m_feed.alerts();
    const int row = m_list->currentRow();
    if (model.headerAt(row) != nullptr) {
        const std::vector<Alert> members = model.alertsAt(row);
        const bool areAllMarked = std::all_of(
            members.begin(), members.end(), [&model](const Alert &alert) { return model.alerts().item(model.alerts().slotOf(alert.key)).isMarked; });
        model.setMarked(row, !areAllMarked);
    } else {
        model.setMarked(row, !model.index(row, 0).data(IsMarkedRole).toBool());
        m_list->step(1);
    }
}

void InboxPage::toggleAllMarks()
{
    AlertModel &alerts = m_feed.alerts();
    const int before = alerts.alerts().totals().marked;
    alerts.setAllMarked(true);
    if (alerts.alerts().totals().marked == before) {
        alerts.setAllMarked(false);
    }
}

InboxController::Targets InboxPage::targets() const
{
    const AlertModel &model = m_feed.alerts();
    if (model.alerts().totals().marked > 0) {
        return {model.alerts().marked(), false, {}};
    }
    const int row = m_list->currentRow();
    const AlertGroup *group = model.headerAt(row);
    return {model.alertsAt(row), group != nullptr, group == nullptr ? QString() : inboxwords::groupTitle(*group)};
}

} // namespace quarterdeck
