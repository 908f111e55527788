#pragma once

#include <QByteArray>

namespace quarterdeck {

/// 256 bits that nobody can guess, in base64url: a verifier of RFC 7636, section 4.1, or a state of RFC 6749. Thread: any.
QByteArray unguessable();
/// The S256 challenge of a verifier: RFC 7636, section 4.2.
QByteArray challengeOf(const QByteArray &verifier);

} // namespace quarterdeck
