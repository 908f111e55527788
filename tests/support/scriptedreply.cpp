#include "tests/support/scriptedserver.h"

#include <zlib.h>

#include <algorithm>

namespace quarterdeck {

namespace {

/// A gzip stream: `block` of zeros repeated, or one body. The flush after every block lets the compressed block be repeated as it is.
QByteArray deflated(const QByteArray &body, int flush, bool withGzipHead)
{
    z_stream stream {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, withGzipHead ? 15 + 16 : -15, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(body.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, flush);
    out.truncate(out.size() - qsizetype(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

QByteArray ScriptedRequest::path() const
{
    const qsizetype end = target.indexOf('?');
    return end < 0 ? target : target.first(end);
}

QByteArray ScriptedRequest::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.begin(), headers.end(), [name](const auto &entry) { return entry.first == name; });
    return it == headers.end() ? QByteArray() : it->second;
}

ScriptedReply ScriptedReply::json(QByteArray body, int status)
{
    ScriptedReply reply;
    reply.status = status;
    reply.contentType = "application/json";
    reply.body = std::move(body);
    return reply;
}

ScriptedReply ScriptedReply::text(QByteArray body, int status)
{
    ScriptedReply reply = json(std::move(body), status);
    reply.contentType = "text/plain; charset=utf-8";
    return reply;
}

ScriptedReply ScriptedReply::html(QByteArray body, int status)
{
    ScriptedReply reply = json(std::move(body), status);
    reply.contentType = "text/html; charset=utf-8";
    return reply;
}

ScriptedReply ScriptedReply::empty(int status)
{
    ScriptedReply reply;
    reply.status = status;
    return reply;
}

ScriptedReply ScriptedReply::redirect(int status, QByteArray location)
{
    ScriptedReply reply = html("<a href='elsewhere'>Moved</a>", status);
    reply.headers.emplace_back("Location", std::move(location));
    return reply;
}

ScriptedReply ScriptedReply::tooMany(QByteArray retryAfter)
{
    ScriptedReply reply = json("{\"error\":\"slow down\"}", 429);
    if (!retryAfter.isNull()) {
        reply.headers.emplace_back("Retry-After", std::move(retryAfter));
    }
    return reply;
}

ScriptedReply ScriptedReply::blackHole()
{
    ScriptedReply reply;
    reply.ending = Ending::Hang;
    reply.isSilent = true;
    return reply;
}

ScriptedReply ScriptedReply::reset()
{
    ScriptedReply reply;
    reply.ending = Ending::Reset;
    reply.isSilent = true;
    return reply;
}

ScriptedReply ScriptedReply::closeSilently()
{
    ScriptedReply reply;
    reply.ending = Ending::Close;
    reply.isSilent = true;
    return reply;
}

ScriptedReply ScriptedReply::truncated(QByteArray body, bool withLength)
{
    ScriptedReply reply = json(std::move(body));
    reply.ending = withLength ? Ending::Truncate : Ending::Close;
    return reply;
}

ScriptedReply ScriptedReply::slow(QByteArray body, Millis interval)
{
    ScriptedReply reply = json(std::move(body));
    reply.ending = Ending::Drip;
    reply.interval = interval;
    return reply;
}

ScriptedReply ScriptedReply::endless()
{
    ScriptedReply reply = json(QByteArray(65'536, ' '));
    reply.ending = Ending::Endless;
    return reply;
}

ScriptedReply ScriptedReply::gzipBomb(qint64 inflated)
{
    constexpr qint64 BlockSize = 1 << 20;
    const QByteArray block = deflated(QByteArray(BlockSize, '\0'), Z_FULL_FLUSH, false);
    ScriptedReply reply = json(QByteArray::fromHex("1f8b08000000000000ff"));
    for (qint64 done = 0; done < inflated; done += BlockSize) {
        reply.body += block;
    }
    // The check sum is of no matter: nobody should get this far.
    reply.body += deflated({}, Z_FINISH, false) + QByteArray(8, '\0');
    reply.headers.emplace_back("Content-Encoding", "gzip");
    return reply;
}

ScriptedReply ScriptedReply::gzip(const QByteArray &body, QByteArray contentType)
{
    ScriptedReply reply = json(deflated(body, Z_FINISH, true));
    reply.contentType = std::move(contentType);
    reply.headers.emplace_back("Content-Encoding", "gzip");
    return reply;
}

ScriptedReply ScriptedReply::badGzip()
{
    ScriptedReply reply = json("this is not gzip at all, whatever the header says");
    reply.headers.emplace_back("Content-Encoding", "gzip");
    return reply;
}

} // namespace quarterdeck
