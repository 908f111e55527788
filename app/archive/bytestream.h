#pragma once

#include "app/core/result.h"

#include <QByteArrayView>
#include <QFile>

#include <memory>

namespace quarterdeck {

/// How the bytes of a file are packed.
enum class Packing : quint8 { None, Gzip, Zstd, Xz, Bzip2 };

/// By the first bytes of a file, six of them at most.
Packing packingOf(QByteArrayView start);
/// For a message: "gzip".
QLatin1StringView packingName(Packing packing);

/// The bytes of a file from its start, unpacked where they are packed. Thread: any, one at a time.
class ByteStream {
public:
    virtual ~ByteStream() = default;
    /// Puts at most `most` bytes at `into`; yields how many, none at the end.
    /// Errors: BadPayload for what is damaged or cut off, Rejected where the disk fails; what came before stands.
    virtual Result<qsizetype> read(char *into, qsizetype most) = 0;
};

/// The stream of an opened file, from its start. All members of a packed file are read, one after the other.
/// Errors: Unsupported for a packing that is not read here, Rejected where the disk fails.
Result<std::unique_ptr<ByteStream>> byteStreamOf(std::unique_ptr<QFile> file);

} // namespace quarterdeck
