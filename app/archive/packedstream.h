#pragma once

#include "app/archive/bytestream.h"

namespace quarterdeck {

/// A packed file, read piece by piece. Its bytes are unpacked by what derives from it.
class PackedStream : public ByteStream {
public:
    explicit PackedStream(std::unique_ptr<QFile> file);
    Result<qsizetype> read(char *into, qsizetype most) final;

protected:
    /// Packed bytes in, unpacked bytes out.
    struct Piece {
        const char *in = nullptr;
        qsizetype inSize = 0;
        char *out = nullptr;
        qsizetype outSize = 0;
        bool isLast = false; ///< No more packed bytes will come.
    };
    /// What became of a piece.
    struct Step {
        qsizetype taken = 0;
        qsizetype made = 0;
        bool isMemberEnd = false; ///< The next bytes begin another member.
    };
    /// Errors: BadPayload for what is damaged.
    virtual Result<Step> unpack(const Piece &piece) = 0;
    tl::unexpected<Error> damaged(const QString &why) const;

private:
    bool fill();

    std::unique_ptr<QFile> m_file;
    QByteArray m_packed;
    qsizetype m_at = 0;
    bool m_isAtEnd = false;    // of the packed file
    bool m_isInMember = false; // a member has begun and is not ended
};

/// Each reads all members of its kind. Errors: as byteStreamOf().
Result<std::unique_ptr<ByteStream>> gzipStream(std::unique_ptr<QFile> file);
Result<std::unique_ptr<ByteStream>> zstdStream(std::unique_ptr<QFile> file);
Result<std::unique_ptr<ByteStream>> xzStream(std::unique_ptr<QFile> file);

} // namespace quarterdeck
