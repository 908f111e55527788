#include "app/archive/packedstream.h"

namespace quarterdeck {

namespace {

constexpr qint64 PackedPiece = 65'536;

} // namespace

PackedStream::PackedStream(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
{
}

bool PackedStream::fill()
{
    if (m_at < m_packed.size() || m_isAtEnd) {
        return true;
    }
    m_packed.resize(PackedPiece);
    const qint64 got = m_file->read(m_packed.data(), PackedPiece);
    m_packed.resize(std::max<qint64>(0, got));
    m_at = 0;
    m_isAtEnd = got == 0;
    return got >= 0;
}

Result<qsizetype> PackedStream::read(char *into, qsizetype most)
{
    qsizetype made = 0;
    while (made == 0) {
        if (!fill()) {
            return fail(ErrorKind::Rejected, QStringLiteral("The file cannot be read: %1").arg(m_file->errorString()), m_file->fileName());
        }
        if (m_isAtEnd && !m_isInMember) {
            return 0;
        }
        const auto step = unpack({m_packed.constData() + m_at, m_packed.size() - m_at, into, most, m_isAtEnd});
        if (!step) {
            return tl::unexpected(step.error());
        }
        m_isInMember = !step->isMemberEnd;
        m_at += step->taken;
        made = step->made;
        if (made == 0 && ((m_isAtEnd && m_isInMember) || (!m_isAtEnd && step->taken == 0))) {
            return damaged(QStringLiteral("it ends in the middle"));
        }
    }
    return made;
}

tl::unexpected<Error> PackedStream::damaged(const QString &why) const
{
    return fail(ErrorKind::BadPayload, QStringLiteral("The packed file is damaged: %1").arg(why), m_file->fileName());
}

} // namespace quarterdeck
