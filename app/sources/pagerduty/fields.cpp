#include "app/sources/pagerduty/fields.h"

namespace quarterdeck::pagerduty {

Result<JsonDocument> documentWith(QByteArrayView body, QStringView list)
{
    auto document = JsonDocument::parse(body);
    if (document && !document->root()[list].isArray()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The server did not answer with a list of %1").arg(list), u'/' + list.toString());
    }
    return document;
}

Result<bool> hasMore(const JsonDocument &document)
{
    const JsonValue more = document.root()[u"more"];
    return more.isBoolean()
        ? Result<bool>(more.boolean())
        : fail(ErrorKind::BadPayload, QStringLiteral("The server does not say whether this is the whole list"), QStringLiteral("/more"));
}

} // namespace quarterdeck::pagerduty
