#pragma once

#include "app/demo/icingaclient.h"
#include "app/demo/scenario.h"

namespace quarterdeck::demo {

/// What the company's Icinga2 watches: a few hosts and checks of which some are well, some are not, one has never been checked, one is
/// acknowledged and one has a downtime; and the connections of the database, which run out in the scripted incident.
class IcingaStory {
public:
    /// Hosts and services in the language of Icinga2.
    static QByteArray objects();
    /// Tells what was found before `now`. `client` outlives this.
    IcingaStory(IcingaClient &client, UtcTime now);
    /// Tells what is found by now, all of it anew every half minute. Times that go up.
    void follow(const Scenario &scenario, UtcTime now);

private:
    void tellConnections(const Scenario &scenario, UtcTime now);

    IcingaClient &m_client;
    UtcTime m_toldAll;
    UtcTime m_toldConnections;
    int m_connections = 0; ///< The state told last.
};

} // namespace quarterdeck::demo
