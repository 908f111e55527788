#include "tests/fuzz/fuzz.h"

#include "app/sources/pagerduty/alerts.h"
#include "app/sources/pagerduty/changes.h"
#include "app/sources/pagerduty/maintenance.h"
#include "app/sources/pagerduty/parse.h"

using namespace quarterdeck;
using namespace quarterdeck::pagerduty;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzzBytes(data, size);
    if (const auto page = parseIncidents(body)) {
        require(page->served >= qsizetype(page->items.size()), "no more is read than was served");
        require(page->problem || page->served == qsizetype(page->items.size()), "what cannot be read is said");
        for (const Incident &incident : page->items) {
            require(!incident.self.id.isEmpty(), "an incident without an id cannot be told from another");
            const Alert alert = alertOf(incident, size % 2 == 0, QStringLiteral("pager"));
            require(alert.key.isValid(), "every alert has an identity");
        }
    }
    (void)parseIncident(body);
    (void)parseLogEntries(body);
    (void)parseNotes(body);
    (void)parseUsers(body);
    (void)parseMe(body);
    (void)parsePriorities(body);
    (void)parseLogPage(body);
    (void)parseNote(body);
    (void)parseChanges(body);
    if (const auto windows = parseWindows(body)) {
        require(windows->problem || windows->served == qsizetype(windows->items.size()), "what cannot be read is said");
        for (const MaintenanceWindow &window : windows->items) {
            require(silenceOf(window, QStringLiteral("pager"), {}).kind == HoldKind::Maintenance, "a window hides nothing");
        }
    }
    return 0;
}
