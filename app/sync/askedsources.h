#pragma once

#include "app/core/clock.h"
#include "app/domain/freshness.h"
#include "app/sync/opensource.h"

#include <vector>

namespace quarterdeck {

/// One source that a question is for; without `open` only the cache can answer.
struct AskedSource {
    SourceId id;
    OpenSource *open = nullptr;
    Error why {};
};

/// Which sources a question is for, those included that could not be opened: their part of the answer is missing. Thread: io.
class AskedSources {
public:
    /// Both outlive it.
    AskedSources(std::vector<OpenSource> &sources, const Clock &clock);

    /// A source that could not be opened.
    void addMissing(const SourceStatus &status);
    /// Those with this face, of the named ones where any are named; never none: where nobody could answer, one without a name says so.
    std::vector<AskedSource> of(Face face, const QStringList &wanted = {}) const;
    /// Notes that a source has answered.
    static void worked(OpenSource &source);
    /// Notes that a question failed: it may be worth asking the source how it is.
    void complained(OpenSource &source, const Error &error) const;

private:
    struct Missing {
        SourceId id;
        Faces faces;
        Error why;
    };

    std::vector<OpenSource> &m_sources;
    std::vector<Missing> m_missing;
    const Clock &m_clock;
};

/// The names of those that are asked.
QStringList namesOf(const std::vector<AskedSource> &asked);

/// Whether a question that failed so is not to be answered out of the cache: one that was refused, or taken back.
bool isFinal(const Error &why);

/// What the cache has, with why it is not live; where it has nothing, that is the error.
template <class T> Result<Dated<T>> notLive(const Result<Dated<T>> &cached, const Error &why)
{
    if (!cached) {
        return tl::unexpected<Error>(why);
    }
    Dated<T> dated = *cached;
    dated.isLive = false;
    dated.error = why;
    return dated;
}

} // namespace quarterdeck
