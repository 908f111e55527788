#include "tests/fuzz/fuzz.h"

#include "app/core/time.h"

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzzBytes(data, size));
    if (const auto time = parseRfc3339(text)) {
        require(parseRfc3339(toRfc3339(*time)) == time, "a time that was read is read again");
    }
    if (const auto span = parseDuration(text)) {
        require(span->count() >= 0, "no duration is negative");
        require(parseDuration(formatDuration(*span)) == span, "a duration that was read is read again");
    }
    parseTimePoint(text, UtcTime {1'795'271'762'000});
    return 0;
}
