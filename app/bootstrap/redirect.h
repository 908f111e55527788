#pragma once

#include "app/core/result.h"
#include "app/core/secret.h"

#include <QByteArray>

namespace quarterdeck {

/// The path that a browser is sent back to.
inline constexpr char RedirectPath[] = "/callback";

/// What a sign-in page says through the browser: RFC 6749, sections 4.1.2 and 4.1.2.1.
struct Redirect {
    QByteArray state;
    Secret code;
    QString error; ///< One of the standard's codes, plain; empty for none.
    QString words; ///< What the server says beside, plain.
};

/// Reads the target of a request: "/callback?code=...&state=...". Errors: NotFound for another path; Rejected where a parameter comes twice.
Result<Redirect> readRedirect(const QByteArray &target);
/// The code. Errors: Rejected, in words, where the sign-in was refused or says nothing.
Result<Secret> codeOf(const Redirect &redirect);

} // namespace quarterdeck
