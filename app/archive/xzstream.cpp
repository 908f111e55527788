#include "app/archive/packedstream.h"

#include <lzma.h>

namespace quarterdeck {

namespace {

QString xzProblem(lzma_ret code)
{
    switch (code) {
    case LZMA_MEM_ERROR:
        return QStringLiteral("there is no memory for it");
    case LZMA_MEMLIMIT_ERROR:
        return QStringLiteral("it needs more than 256 MB of memory");
    case LZMA_FORMAT_ERROR:
        return QStringLiteral("what follows is not xz");
    case LZMA_BUF_ERROR:
        return QStringLiteral("it ends in the middle");
    default:
        return QStringLiteral("wrong data");
    }
}

class XzStream final : public PackedStream {
public:
    explicit XzStream(std::unique_ptr<QFile> file)
        : PackedStream(std::move(file))
    {
        constexpr quint64 MostMemory = 256ULL * 1024 * 1024;
        m_start = lzma_stream_decoder(&m_xz, MostMemory, LZMA_CONCATENATED);
    }
    Q_DISABLE_COPY_MOVE(XzStream)
    ~XzStream() override { lzma_end(&m_xz); }

protected:
    Result<Step> unpack(const Piece &piece) override
    {
        if (m_start != LZMA_OK) {
            return damaged(xzProblem(m_start));
        }
        m_xz.next_in = reinterpret_cast<const uint8_t *>(piece.in);
        m_xz.avail_in = std::size_t(piece.inSize);
        m_xz.next_out = reinterpret_cast<uint8_t *>(piece.out);
        m_xz.avail_out = std::size_t(piece.outSize);
        const lzma_ret code = lzma_code(&m_xz, piece.isLast ? LZMA_FINISH : LZMA_RUN);
        if (code != LZMA_OK && code != LZMA_STREAM_END) {
            return damaged(xzProblem(code));
        }
        return Step {piece.inSize - qsizetype(m_xz.avail_in), piece.outSize - qsizetype(m_xz.avail_out), code == LZMA_STREAM_END};
    }

private:
    lzma_stream m_xz = LZMA_STREAM_INIT;
    lzma_ret m_start = LZMA_OK;
};

} // namespace

Result<std::unique_ptr<ByteStream>> xzStream(std::unique_ptr<QFile> file)
{
    return std::make_unique<XzStream>(std::move(file));
}

} // namespace quarterdeck
