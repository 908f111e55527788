#pragma once

#include "app/archive/bytestream.h"

namespace quarterdeck::files {

/// A stretch of an opened file that is not packed. Thread: any, one at a time for all of one file.
class PieceStream final : public ByteStream {
public:
    /// The file outlives it. Units: bytes, [from, to).
    PieceStream(QFile &file, qint64 from, qint64 to)
        : m_file(file)
        , m_at(from)
        , m_to(to)
    {
    }

    Result<qsizetype> read(char *into, qsizetype most) override
    {
        const qint64 size = std::min<qint64>(most, m_to - m_at);
        const qint64 got = size <= 0 ? 0 : !m_file.seek(m_at) ? -1 : m_file.read(into, size);
        if (got < 0) {
            return fail(ErrorKind::Rejected, QStringLiteral("The file cannot be read: %1").arg(m_file.errorString()), m_file.fileName());
        }
        m_at += got;
        return qsizetype(got);
    }

private:
    QFile &m_file;
    qint64 m_at = 0;
    qint64 m_to = 0;
};

} // namespace quarterdeck::files
