#include "app/json/jsonstream.h"

#include <QIODevice>

#include <string>

namespace quarterdeck {

namespace {

constexpr qint64 ChunkSize = 1024 * 1024;
constexpr std::size_t LargestPart = 16 * 1024 * 1024;
constexpr int End = -1;

bool isBlank(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The bytes of a device one at a time.
class Bytes {
public:
    explicit Bytes(QIODevice &device)
        : m_device(device)
    {
    }
    /// The next byte, or End.
    int peek()
    {
        if (m_at == m_chunk.size()) {
            m_before += m_at;
            m_at = 0;
            m_chunk = m_device.read(ChunkSize);
        }
        return m_at < m_chunk.size() ? int(quint8(m_chunk.at(m_at))) : End;
    }
    int take()
    {
        const int c = peek();
        m_at += c == End ? 0 : 1;
        return c;
    }
    int peekBeyondBlanks()
    {
        while (isBlank(peek())) {
            ++m_at;
        }
        return peek();
    }
    qint64 position() const { return m_before + m_at; }

private:
    QIODevice &m_device;
    QByteArray m_chunk;
    qsizetype m_at = 0;
    qint64 m_before = 0;
};

/// Finds where the pieces begin and end; what is inside them is left to JsonDocument.
class Splitter {
public:
    Splitter(QIODevice &device, const std::function<Result<Done>(const JsonPart &)> &part)
        : m_bytes(device)
        , m_part(part)
    {
    }

    Result<Done> run()
    {
        skipMark();
        if (m_bytes.peekBeyondBlanks() != '{') {
            return mistake();
        }
        m_bytes.take();
        for (bool isFirst = true; m_bytes.peekBeyondBlanks() != '}' || !isFirst; isFirst = false) {
            if (const auto read = member(isFirst); !read) {
                return read;
            }
            if (m_bytes.peekBeyondBlanks() == '}') {
                break;
            }
        }
        m_bytes.take();
        return m_bytes.peekBeyondBlanks() == End ? Result<Done>(Done {}) : mistake();
    }

private:
    // The byte order mark that some editors write.
    void skipMark()
    {
        if (m_bytes.peek() == 0xef) {
            m_bytes.take();
            m_bytes.take();
            m_bytes.take();
        }
    }

    Result<Done> mistake() { return mistakeAt(m_bytes.position(), m_bytes.peek() == End); }

    static Result<Done> mistakeAt(qint64 at, bool isEnd)
    {
        return fail(ErrorKind::BadPayload,
            isEnd ? QStringLiteral("The file ends in the middle of a value: it was cut off after %1 bytes.").arg(at)
                  : QStringLiteral("The file is not JSON: the mistake is at byte %1.").arg(at),
            QStringLiteral("byte %1").arg(at));
    }

    Result<Done> comma(bool isFirst)
    {
        if (!isFirst && m_bytes.peekBeyondBlanks() != ',') {
            return mistake();
        }
        if (!isFirst) {
            m_bytes.take();
        }
        return Done {};
    }

    Result<Done> member(bool isFirst)
    {
        if (const auto parted = comma(isFirst); !parted) {
            return parted;
        }
        if (m_bytes.peekBeyondBlanks() != '"') {
            return mistake();
        }
        JsonPart part;
        if (const auto read = document(part); !read) {
            return read;
        }
        part.member = part.document.root().string();
        if (m_bytes.peekBeyondBlanks() != ':') {
            return mistake();
        }
        m_bytes.take();
        return m_bytes.peekBeyondBlanks() == '[' ? elements(part) : whole(part);
    }

    Result<Done> elements(JsonPart &part)
    {
        m_bytes.take();
        while (m_bytes.peekBeyondBlanks() != ']') {
            if (const auto parted = comma(part.index < 0); !parted) {
                return parted;
            }
            ++part.index;
            if (const auto read = whole(part); !read) {
                return read;
            }
        }
        m_bytes.take();
        return Done {};
    }

    Result<Done> whole(JsonPart &part)
    {
        const auto read = document(part);
        return read ? m_part(part) : read;
    }

    Result<Done> document(JsonPart &part)
    {
        m_bytes.peekBeyondBlanks();
        const qint64 start = m_bytes.position();
        if (!takeValue()) {
            return mistake();
        }
        if (m_value.size() > LargestPart) {
            return fail(ErrorKind::BadPayload, QStringLiteral("One value of the file is longer than 16 MB."), QStringLiteral("byte %1").arg(start));
        }
        auto parsed = JsonDocument::parse(QByteArrayView(m_value.data(), qsizetype(m_value.size())));
        if (!parsed) {
            return parsed.error().byte ? mistakeAt(start + *parsed.error().byte, false) : tl::unexpected(parsed.error());
        }
        part.document = std::move(*parsed);
        return Done {};
    }

    // Up to the end of one value; false where there is none, or no end.
    bool takeValue()
    {
        m_value.clear();
        int depth = 0;
        while (m_value.size() <= LargestPart) {
            const int c = m_bytes.peek();
            const bool isScalarOver = depth == 0 && (c == ',' || c == ']' || c == '}' || c == ':' || isBlank(c) || c == End);
            if (isScalarOver || c == End) {
                return depth == 0 && !m_value.empty();
            }
            m_value.push_back(char(m_bytes.take()));
            if (c == '"' && !takeText()) {
                return false;
            }
            depth += int(c == '{' || c == '[') - int(c == '}' || c == ']');
            if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
                return true;
            }
        }
        return true;
    }

    bool takeText()
    {
        for (bool isEscaped = false; m_value.size() <= LargestPart;) {
            const int c = m_bytes.take();
            if (c == End) {
                return false;
            }
            m_value.push_back(char(c));
            if (c == '"' && !isEscaped) {
                return true;
            }
            isEscaped = c == '\\' && !isEscaped;
        }
        return true;
    }

    Bytes m_bytes;
    const std::function<Result<Done>(const JsonPart &)> &m_part;
    std::string m_value;
};

} // namespace

QString JsonPart::pointer(const JsonValue &value) const
{
    QString name = member;
    name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return index < 0 ? u'/' + name + value.pointer() : QStringLiteral("/%1/%2%3").arg(name).arg(index).arg(value.pointer());
}

Result<Done> readJsonParts(QIODevice &device, const std::function<Result<Done>(const JsonPart &)> &part)
{
    return Splitter(device, part).run();
}

} // namespace quarterdeck
