#pragma once

#include "app/core/result.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace quarterdeck::journal {

/// One field of an entry; the views live as long as the call they are handed to.
struct EntryField {
    QByteArrayView name;
    QByteArrayView value;
};

/// One journal entry. A field may stand in it more than once.
struct Entry {
    std::vector<EntryField> fields;

    /// The first value of a field; null where there is none.
    QByteArrayView value(QByteArrayView name) const;
    QByteArrayView cursor() const { return value("__CURSOR"); }
    /// Units: microseconds since the epoch; 0 where it is missing.
    qint64 realtime() const;
};

/// Reads the Journal Export Format piece by piece, keeping exact bytes.
/// Source: systemd.io/JOURNAL_EXPORT_FORMATS.
class ExportParser {
public:
    using EntryFn = std::function<void(const Entry &)>;

    /// Takes the next piece and calls `fn` for every entry it completes.
    /// Errors: BadPayload, once and for all; `where` is the byte position.
    Result<Done> feed(QByteArrayView bytes, const EntryFn &fn);
    /// True in the middle of an entry: at the end of a body it means that the body was cut off.
    bool isInsideEntry() const { return m_at < m_buffer.size() || !m_fields.empty(); }

private:
    struct Place {
        qsizetype name;
        qsizetype nameLength;
        qsizetype value;
        qsizetype valueLength;
    };
    enum class Step : quint8 { More, Field, EndOfEntry, Bad };
    Step next();
    void emitEntry(const EntryFn &fn);
    void dropRead();
    Result<Done> refuse(const char *why);

    QByteArray m_buffer;
    std::vector<Place> m_fields; ///< Of the entry being read.
    qsizetype m_at = 0;          ///< First byte not yet understood.
    qsizetype m_searched = 0;    ///< Bytes from m_at on that hold no line end.
    qint64 m_dropped = 0;        ///< Bytes before the buffer.
    const char *m_problem = nullptr;
};

} // namespace quarterdeck::journal
