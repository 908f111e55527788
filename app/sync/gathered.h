#pragma once

#include "app/core/endpoint.h"
#include "app/domain/freshness.h"

#include <algorithm>

namespace quarterdeck {

/// What all sources that were asked had to say.
template <class T> struct Gathered {
    std::vector<T> values;
    Dated<T> about;       ///< Everything but the value.
    bool hasHole = false; ///< Of one source nothing is there at all.
};

/// The error of a question that nobody answered: of one source its own, of several each with its name.
inline Error noneAnswered(const std::vector<SourceFailure> &failures)
{
    Error error = failures.front().error;
    if (failures.size() > 1) {
        QStringList all;
        for (const SourceFailure &failure : failures) {
            all.append(failure.source + QStringLiteral(": ") + failure.error.what);
        }
        error.what = all.join(QStringLiteral("; "));
    }
    return error;
}

/// Puts the parts of an answer together. It is live where every part is; as old as its oldest part.
/// Errors: Cancelled where one part was; that of all parts where none has a value.
template <class T> Result<Gathered<T>> gathered(const QStringList &asked, const std::vector<Result<Dated<T>>> &parts)
{
    Gathered<T> all;
    all.about.asked = asked;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const SourceId id = asked.value(qsizetype(i));
        if (!parts[i]) {
            if (parts[i].error().kind == ErrorKind::Cancelled) {
                return tl::unexpected<Error>(parts[i].error());
            }
            all.about.failures.push_back({id, parts[i].error(), {}});
            all.hasHole = true;
            continue;
        }
        const Dated<T> &part = *parts[i];
        all.values.push_back(part.value);
        const bool isOldest = !all.about.asOf.isValid() || (part.asOf.isValid() && part.asOf < all.about.asOf);
        all.about.asOf = isOldest ? part.asOf : all.about.asOf;
        for (const QString &warning : part.warnings) {
            all.about.warnings.append(warning);
            all.about.warnedBy.append(id);
        }
        if (!part.isLive) {
            all.about.failures.push_back({id, part.error.value_or(Error {}), part.asOf});
        }
    }
    if (all.values.empty()) {
        return tl::unexpected<Error>(noneAnswered(all.about.failures));
    }
    all.about.isLive = all.about.failures.empty();
    if (!all.about.isLive) {
        all.about.error = noneAnswered(all.about.failures);
        if (all.about.failures.size() == 1 && asked.size() > 1) {
            all.about.error->what.prepend(all.about.failures.front().source + QStringLiteral(": "));
        }
    }
    return all;
}

} // namespace quarterdeck
