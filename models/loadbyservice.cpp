#include "models/loadbyservice.h"

namespace quarterdeck {

QHash<QString, int> loadByService(const std::vector<Incident> &incidents, TimeRange window, const ResponderZones &zones, UtcTime now)
{
    QHash<QString, std::vector<Incident>> groups;
    for (const Incident &incident : incidents) {
        if (!incident.service.isEmpty()) {
            groups[incident.service.toLower()].push_back(incident);
        }
    }
    QHash<QString, int> loads;
    LoadScope scope;
    scope.window = window;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        loads.insert(it.key(), computeLoad(it.value(), scope, zones, now).interruptions.total());
    }
    return loads;
}

} // namespace quarterdeck
