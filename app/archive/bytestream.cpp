#include "app/archive/bytestream.h"

#include "app/archive/packedstream.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestMark = 6;

class PlainStream final : public ByteStream {
public:
    explicit PlainStream(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }

    Result<qsizetype> read(char *into, qsizetype most) override
    {
        const qint64 got = m_file->read(into, most);
        if (got < 0) {
            return fail(ErrorKind::Rejected, QStringLiteral("The file cannot be read: %1").arg(m_file->errorString()), m_file->fileName());
        }
        return qsizetype(got);
    }

private:
    std::unique_ptr<QFile> m_file;
};

} // namespace

Packing packingOf(QByteArrayView start)
{
    if (start.startsWith("\x1f\x8b")) {
        return Packing::Gzip;
    }
    if (start.startsWith("\x28\xb5\x2f\xfd")) {
        return Packing::Zstd;
    }
    if (start.startsWith(QByteArrayView("\xfd"
                                        "7zXZ\0",
            LongestMark))) {
        return Packing::Xz;
    }
    return start.startsWith("BZh") ? Packing::Bzip2 : Packing::None;
}

QLatin1StringView packingName(Packing packing)
{
    constexpr std::array Names {
        QLatin1StringView("nothing"), QLatin1StringView("gzip"), QLatin1StringView("zstd"), QLatin1StringView("xz"), QLatin1StringView("bzip2")};
    return Names.at(std::size_t(packing));
}

Result<std::unique_ptr<ByteStream>> byteStreamOf(std::unique_ptr<QFile> file)
{
    const QByteArray start = file->peek(LongestMark);
    switch (packingOf(start)) {
    case Packing::None:
        return std::make_unique<PlainStream>(std::move(file));
    case Packing::Gzip:
        return gzipStream(std::move(file));
    case Packing::Zstd:
        return zstdStream(std::move(file));
    case Packing::Xz:
        return xzStream(std::move(file));
    case Packing::Bzip2:
        break;
    }
    return fail(
        ErrorKind::Unsupported, QStringLiteral("Files packed by bzip2 are not read: unpack it, or pack it by gzip, zstd or xz"), file->fileName());
}

} // namespace quarterdeck
