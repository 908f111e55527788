#pragma once

#include "app/sources/files/scan.h"

#include <QFile>

namespace quarterdeck::files {

/// Finds places in a large file that is not packed by the times near a few of its bytes, without reading all of it. Thread: any.
class TimeSearch {
public:
    /// The file outlives it. `size`: so far it is looked at.
    TimeSearch(QFile &file, qint64 size, const ScanRules &rules);

    /// Whether the times found all over the file go forward, but for minutes. Only then are places found by time.
    bool isOrdered();
    /// A place at the start of a record, such that none before it is of `nanos` or later, unless it stands far out of order. 0 for none.
    qint64 before(qint64 nanos);
    /// A place after which none is before `nanos`, by the same rule. The size for none.
    qint64 after(qint64 nanos);
    /// The first place in [from, to) where a record starts that needs nothing of those before it; nothing where there is none.
    std::optional<qint64> safeStart(qint64 from, qint64 to);

private:
    struct Probe {
        qint64 at = 0;
        qint64 nanos = 0;
    };

    std::optional<Probe> probe(qint64 from, qint64 to);

    QFile &m_file;
    qint64 m_size = 0;
    ScanRules m_rules;
    logformat::Settler m_settler;
    std::optional<bool> m_isOrdered;
};

} // namespace quarterdeck::files
