#include "tests/fuzz/fuzz.h"

#include "app/domain/matcher.h"
#include "app/domain/silence.h"

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzzBytes(data, size));
    if (const auto matcher = parseMatcher(text)) {
        const auto again = parseMatcher(matcher->toString());
        require(matcher->toString().size() > 4096 || (again && *again == *matcher), "a matcher that was read is read again");
        const MatcherSet set({*matcher});
        set.matches({{matcher->name, matcher->value}});
        set.matches({{matcher->name, text.left(200)}});
        if (!matcher->isRegex) {
            require(set.matches({{matcher->name, matcher->value}}) == matcher->isEqual, "a literal matches itself");
        }
    }
    commentText(text);
    return 0;
}
