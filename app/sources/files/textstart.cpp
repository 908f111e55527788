#include "app/sources/files/textstart.h"

#include <QFile>

#include <algorithm>
#include <array>

#include <unistd.h>

namespace quarterdeck::files {

namespace {

constexpr std::size_t LookedAt = 512;
/// So many NULs that are written, and no hole, are passed over.
constexpr qint64 MostNuls = 256LL * 1024 * 1024;
constexpr std::size_t Piece = 64 * 1024;

/// The first byte that is no NUL; the end where there is none.
qint64 firstByte(int handle)
{
    const off_t data = ::lseek(handle, 0, SEEK_DATA);
    std::array<char, Piece> bytes;
    qint64 at = std::max<qint64>(0, data);
    for (const qint64 most = at + MostNuls; at < most;) {
        const ssize_t got = ::pread(handle, bytes.data(), bytes.size(), at);
        if (got <= 0) {
            break;
        }
        const auto *const end = bytes.data() + got;
        const auto *const found = std::find_if(bytes.cbegin(), bytes.cbegin() + got, [](char c) { return c != '\0'; });
        at += found - bytes.data();
        if (found != end) {
            break;
        }
    }
    return at;
}

} // namespace

Result<qint64> textStart(const QFile &file)
{
    const int handle = file.handle();
    std::array<char, LookedAt> bytes;
    const auto look = [&](qint64 at) {
        const ssize_t got = ::pread(handle, bytes.data(), bytes.size(), at);
        return QByteArrayView(bytes.data(), std::max<ssize_t>(0, got));
    };
    qint64 start = 0;
    QByteArrayView first = look(start);
    if (first.startsWith('\0')) {
        const off_t place = ::lseek(handle, 0, SEEK_CUR);
        start = firstByte(handle);
        ::lseek(handle, place, SEEK_SET);
        first = look(start);
    }
    if (first.startsWith("\xFF\xFE") || first.startsWith("\xFE\xFF")) {
        return fail(ErrorKind::BadPayload, QStringLiteral("This file is in UTF-16, which is not read"), file.fileName());
    }
    // Behind NULs only what can be nothing but text counts as such.
    const auto isOfNoText = [start](char c) {
        return c == '\0' || (start > 0 && c > 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\x1b');
    };
    if (std::ranges::any_of(first, isOfNoText)) {
        return fail(ErrorKind::BadPayload, QStringLiteral("This file is not text"), file.fileName());
    }
    return start;
}

} // namespace quarterdeck::files
