#pragma once

#include <QString>

namespace quarterdeck {

/// What the name of a header or parameter says of its value: "X-Api-Key" and "token" are secrets. An identity that a sign-in proxy passes on
/// is none, though it is called X-Auth-Request-Email.
bool isSecretName(const QString &name);

} // namespace quarterdeck
