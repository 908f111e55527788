#include "app/sources/api/address.h"

namespace quarterdeck {

Result<Done> checkAddress(const QUrl &url)
{
    const QString key = QStringLiteral("urls");
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https")) {
        return fail(ErrorKind::Rejected, QStringLiteral("This is not an http or https URL: ") + url.toDisplayString(), key);
    }
    if (url.hasQuery()) {
        return fail(ErrorKind::Rejected, QStringLiteral("The URL takes no parameters: anything after the question mark has no effect"), key);
    }
    return Done {};
}

} // namespace quarterdeck
