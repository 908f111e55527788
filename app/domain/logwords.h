#pragma once

#include "app/core/result.h"
#include "app/domain/logline.h"

namespace quarterdeck {

/// What a person typed to find log lines, understood.
struct LogWords {
    QString service;
    std::vector<LogLevel> levels;
    std::vector<Label> fields;
    QString text;
    QStringList notes; ///< What was taken for something else than it may have been meant as, in sentences.

    friend bool operator==(const LogWords &, const LogWords &) = default;
};

/// Reads words like `service=checkout level=error _HOSTNAME=web-1 out of memory`. `service`, `level` and names in capitals are fields;
/// `text=` takes the rest of its argument as it is; what stands in double quotes is always text, and so is everything else, `status=500`
/// included, which a note then says. Pure.
/// Errors: Rejected, with the possible words, for a level that is none, a service that is named twice and a misspelt field.
Result<LogWords> parseLogWords(const QStringList &arguments);

} // namespace quarterdeck
