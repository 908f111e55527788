#include "tests/fuzz/fuzz.h"

#include "app/sources/alertmanager/parse.h"

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzzBytes(data, size);
    const SourceId source = QStringLiteral("am");
    for (const auto &listing : {alertmanager::parseAlerts(body, source), alertmanager::parseGroups(body, source)}) {
        if (listing) {
            for (const Alert &alert : listing->items) {
                require(alert.key.isValid(), "every alert has an identity");
                require(alert.state != AlertState::Resolved, "a listed alert is open");
            }
        }
    }
    alertmanager::parseSilences(body, source);
    alertmanager::parseSilence(body, source);
    alertmanager::parseSilenceId(body);
    alertmanager::parseStatus(body);
    alertmanager::errorWords(body);
    return 0;
}
