#include "app/net/gunzip.h"

// So that its input may be constant.
#define ZLIB_CONST
#include <zlib.h>

#include <vector>

namespace quarterdeck {

namespace {

// 15 bits of window, as every packer writes, and gzip alone.
constexpr int OnlyGzip = 15 + 16;
constexpr std::size_t PieceSize = 64 * 1024;

} // namespace

class Gunzip::Private {
public:
    z_stream stream {};
    bool isReady = false;
    bool isWithinMember = false;
    bool hasMember = false;
    std::vector<unsigned char> piece = std::vector<unsigned char>(PieceSize);
};

Gunzip::Gunzip()
    : d(std::make_unique<Private>())
{
    d->isReady = inflateInit2(&d->stream, OnlyGzip) == Z_OK;
}

Gunzip::~Gunzip()
{
    inflateEnd(&d->stream);
}

Gunzip::Outcome Gunzip::take(QByteArrayView bytes, const std::function<bool(QByteArrayView)> &out)
{
    if (!d->isReady) {
        return Outcome::Bad;
    }
    d->stream.next_in = reinterpret_cast<const unsigned char *>(bytes.data());
    d->stream.avail_in = uInt(bytes.size());
    bool isMoreWaiting = false;
    while (d->stream.avail_in > 0 || isMoreWaiting) {
        d->isWithinMember = true;
        d->stream.next_out = d->piece.data();
        d->stream.avail_out = uInt(d->piece.size());
        const int result = inflate(&d->stream, Z_NO_FLUSH);
        const auto made = qsizetype(d->piece.size() - d->stream.avail_out);
        if (result != Z_OK && result != Z_STREAM_END && !(result == Z_BUF_ERROR && made == 0 && d->stream.avail_in == 0)) {
            return Outcome::Bad;
        }
        if (made > 0 && !out(QByteArrayView(d->piece.data(), made))) {
            return Outcome::Stopped;
        }
        isMoreWaiting = d->stream.avail_out == 0;
        if (result == Z_STREAM_END) {
            d->isWithinMember = false;
            d->hasMember = true;
            isMoreWaiting = false;
            if (inflateReset(&d->stream) != Z_OK) {
                return Outcome::Bad;
            }
        }
    }
    return Outcome::Good;
}

bool Gunzip::isWhole() const
{
    return d->hasMember && !d->isWithinMember;
}

} // namespace quarterdeck
