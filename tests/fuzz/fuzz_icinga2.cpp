#include "tests/fuzz/fuzz.h"

#include "app/sources/icinga2/acts.h"
#include "app/sources/icinga2/assemble.h"

using namespace quarterdeck;
using namespace quarterdeck::icinga2;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzzBytes(data, size);
    const QStringList vars {QStringLiteral("team"), QStringLiteral("service")};
    const auto listing = parseCheckables(body, vars);
    ServerState server {parseCounts(body).value_or(Counts {}), parseSwitches(body).value_or(Switches {}), parseCluster(body).value_or(Cluster {})};
    Answers answers {parseRights(body), listing, listing, parseComments(body), parseDowntimes(body), parseDependencies(body), server};
    FirstSeen firstSeen;
    if (const auto present = assemble(
            std::move(answers), Judge {QStringLiteral("icinga"), UtcTime {1'800'000'000'000}, Millis(600'000)}, firstSeen)) {
        for (const Alert &alert : present->snapshot.alerts) {
            require(alert.key.isValid(), "every alert has an identity");
            require(alert.state != AlertState::Resolved, "a listed alert is open");
            require(alert.links.size() <= 16, "links are bounded");
            require(ObjectRef::fromId(alert.key.id).id() == alert.key.id, "an identity names one object");
        }
        require(!present->snapshot.isWhole() || present->rights, "nothing is complete without knowing what may be seen");
    }
    HttpResponse response;
    response.status = size > 0 ? 200 + data[0] : 200;
    response.body = body;
    if (const auto results = actResults(response, 1)) {
        require(results->size() == 1, "one result for each name");
    }
    return 0;
}
