#include "tests/fuzz/fuzz.h"

#include "app/json/jsonreader.h"

using namespace quarterdeck;

namespace {

void walk(const JsonValue &value, int depth)
{
    require(depth <= 64, "no document is deeper than 64 levels");
    value.stringOr({});
    value.integerOr(0);
    value.numberOr(0);
    value.booleanOr(false);
    value.utf8();
    value.each([depth](const QString &, const JsonValue &member) { walk(member, depth + 1); });
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzzBytes(data, size);
    const auto document = JsonDocument::parse(bytes);
    if (!document) {
        require(document.error().kind == ErrorKind::BadPayload, "what is not JSON is a bad payload");
        return 0;
    }
    walk(document->root(), 0);
    document->root()[u"status"].string();
    document->root()[u"data"].at(0).integer();
    document->verdict();
    JsonWriter writer;
    const QByteArray written = writer.value(QString::fromUtf8(bytes)).take();
    require(JsonDocument::parse(written).has_value(), "what we write can be read again");
    return 0;
}
