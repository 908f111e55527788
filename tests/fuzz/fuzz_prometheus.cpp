#include "tests/fuzz/fuzz.h"

#include "app/sources/prometheus/matrix.h"
#include "app/sources/prometheus/parse.h"
#include "app/sources/prometheus/units.h"

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzzBytes(data, size);
    if (const auto answer = prometheus::parseQuery(body)) {
        for (const Series &series : answer->series) {
            series.labels.fingerprint();
        }
    }
    prometheus::parseSeries(body);
    prometheus::parseTexts(body);
    prometheus::parseRules(body);
    prometheus::parseRuleAlerts(body, QStringLiteral("p"));
    prometheus::parseTargets(body);
    prometheus::parseMetadata(body);
    prometheus::parseBuildInfo(body);
    prometheus::parseError(body, 400);
    prometheus::unitOfExpression(QString::fromUtf8(body.left(1000)));
    return 0;
}
