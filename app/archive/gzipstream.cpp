#include "app/archive/packedstream.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace quarterdeck {

namespace {

class GzipStream final : public PackedStream {
public:
    explicit GzipStream(std::unique_ptr<QFile> file)
        : PackedStream(std::move(file))
    {
        constexpr int GzipWindow = MAX_WBITS + 16;
        m_isReady = inflateInit2(&m_zlib, GzipWindow) == Z_OK;
    }
    Q_DISABLE_COPY_MOVE(GzipStream)
    ~GzipStream() override { inflateEnd(&m_zlib); }

protected:
    Result<Step> unpack(const Piece &piece) override
    {
        constexpr qsizetype Most = std::numeric_limits<uInt>::max();
        if (!m_isReady) {
            return damaged(QStringLiteral("there is no memory for it"));
        }
        if (m_isBetween && piece.inSize > 0) {
            // Zeros may fill up the last block of a tape or a disk.
            if (piece.in[0] == '\0') {
                const char *const end = std::find_if(piece.in, piece.in + piece.inSize, [](char c) { return c != '\0'; });
                return Step {end - piece.in, 0, true};
            }
            inflateReset(&m_zlib);
            m_isBetween = false;
        }
        // zlib only reads what it is given, its type says otherwise.
        m_zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.in));
        m_zlib.avail_in = uInt(std::min(piece.inSize, Most));
        m_zlib.next_out = reinterpret_cast<Bytef *>(piece.out);
        m_zlib.avail_out = uInt(std::min(piece.outSize, Most));
        const uInt in = m_zlib.avail_in;
        const uInt out = m_zlib.avail_out;
        const int code = inflate(&m_zlib, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
            return damaged(QString::fromLatin1(m_zlib.msg == nullptr ? "wrong data" : m_zlib.msg));
        }
        m_isBetween = code == Z_STREAM_END;
        return Step {qsizetype(in - m_zlib.avail_in), qsizetype(out - m_zlib.avail_out), m_isBetween};
    }

private:
    z_stream m_zlib {};
    bool m_isReady = false;
    bool m_isBetween = false; // a member has ended
};

} // namespace

Result<std::unique_ptr<ByteStream>> gzipStream(std::unique_ptr<QFile> file)
{
    return std::make_unique<GzipStream>(std::move(file));
}

} // namespace quarterdeck
