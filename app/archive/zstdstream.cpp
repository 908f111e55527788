#include "app/archive/packedstream.h"

#include <zstd.h>

namespace quarterdeck {

namespace {

class ZstdStream final : public PackedStream {
public:
    explicit ZstdStream(std::unique_ptr<QFile> file)
        : PackedStream(std::move(file))
        , m_zstd(ZSTD_createDStream(), ZSTD_freeDStream)
    {
        // A window of 128 MB, as the program zstd takes without being asked for more.
        constexpr int LargestWindow = 27;
        ZSTD_DCtx_setParameter(m_zstd.get(), ZSTD_d_windowLogMax, LargestWindow);
    }

protected:
    Result<Step> unpack(const Piece &piece) override
    {
        ZSTD_inBuffer in {piece.in, std::size_t(piece.inSize), 0};
        ZSTD_outBuffer out {piece.out, std::size_t(piece.outSize), 0};
        const std::size_t left = ZSTD_decompressStream(m_zstd.get(), &out, &in);
        if (ZSTD_isError(left) != 0) {
            return damaged(QString::fromLatin1(ZSTD_getErrorName(left)));
        }
        return Step {qsizetype(in.pos), qsizetype(out.pos), left == 0};
    }

private:
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> m_zstd;
};

} // namespace

Result<std::unique_ptr<ByteStream>> zstdStream(std::unique_ptr<QFile> file)
{
    return std::make_unique<ZstdStream>(std::move(file));
}

} // namespace quarterdeck
