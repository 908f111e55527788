#pragma once

#include <QString>

namespace quarterdeck {

/// Why an entry of the outbox stands where it does, in the language of the window. Sentences of our own are stored in English and translated
/// here; the words of a server, and what an older version may have stored, come out as they are. Foreign parts are not yet plain.
QString outboxReason(const QString &detail);

} // namespace quarterdeck
