#include "app/net/secretmask.h"

#include "app/net/escapes.h"

#include <algorithm>
#include <cstring>

namespace quarterdeck {

namespace {

constexpr int DeepestNesting = 3;
// Shorter pieces of base64 are found in any text.
constexpr qsizetype ShortestPacked = 6;

bool isOfBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("+/-_=", c) != nullptr;
}

/// The part of base64 that these bytes alone decide when they begin `shift` bytes into a group of three.
QByteArray packed(const QByteArray &bytes, qsizetype shift)
{
    const QByteArray all = (QByteArray(shift, '\0') + bytes).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype first = (shift * 8 + 5) / 6;
    const qsizetype end = (shift + bytes.size()) * 8 / 6;
    return all.mid(first, end - first);
}

} // namespace

/// Where the needles stand in one text, as it is and unescaped.
class SecretSearch {
public:
    SecretSearch(const std::vector<SecretMask::Needle> &needles, const QByteArray &text)
        : m_needles(needles)
        , m_hits(text.size(), '\0')
    {
        MappedText whole {text, {}};
        whole.from.resize(std::size_t(text.size()) + 1);
        for (std::size_t i = 0; i < whole.from.size(); ++i) {
            whole.from[i] = qsizetype(i);
        }
        look(whole, 0);
    }
    /// A mark for each byte of the text: not 0 where it belongs to a secret.
    const QByteArray &hits() const { return m_hits; }

private:
    void look(const MappedText &text, int depth)
    {
        for (const SecretMask::Needle &needle : m_needles) {
            for (qsizetype at = text.bytes.indexOf(needle.bytes); at >= 0; at = text.bytes.indexOf(needle.bytes, at + 1)) {
                qsizetype end = at + needle.bytes.size();
                for (int more = 0; needle.isPacked && more < 3 && end < text.bytes.size() && isOfBase64(text.bytes[end]); ++more) {
                    ++end;
                }
                const qsizetype from = text.from[std::size_t(at)];
                std::memset(m_hits.data() + from, 1, std::size_t(text.from[std::size_t(end)] - from));
            }
        }
        if (depth == DeepestNesting) {
            return;
        }
        for (const Escapes escapes : {Escapes::Json, Escapes::Url, Escapes::Form, Escapes::Html}) {
            if (const auto plain = unescaped(text, escapes)) {
                look(*plain, depth + 1);
            }
        }
    }

    const std::vector<SecretMask::Needle> &m_needles;
    QByteArray m_hits;
};

void SecretMask::addNeedle(const QByteArray &bytes, bool isPacked)
{
    const auto isKnown = [&bytes](const Needle &needle) { return needle.bytes == bytes; };
    if (!bytes.isEmpty() && std::none_of(m_needles.begin(), m_needles.end(), isKnown)) {
        m_needles.push_back({bytes, isPacked});
    }
}

void SecretMask::add(const QByteArray &secret)
{
    addNeedle(secret, false);
    for (qsizetype shift = 0; shift < 3; ++shift) {
        QByteArray needle = packed(secret, shift);
        if (needle.size() < ShortestPacked) {
            continue;
        }
        addNeedle(needle, true);
        addNeedle(needle.replace('+', '-').replace('/', '_'), true);
    }
}

void SecretMask::addPair(const QByteArray &name, const QByteArray &secret)
{
    if (secret.isEmpty()) {
        return;
    }
    QByteArray pair = (name + ':' + secret).toBase64(QByteArray::OmitTrailingEquals);
    addNeedle(pair, true);
    addNeedle(pair.replace('+', '-').replace('/', '_'), true);
    add(secret);
}

QByteArray SecretMask::blanked(const QByteArray &text) const
{
    if (isEmpty() || text.isEmpty()) {
        return text;
    }
    const QByteArray hits = SecretSearch(m_needles, text).hits();
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && (hits[end] != 0) == (hits[at] != 0)) {
            ++end;
        }
        out += hits[at] != 0 ? QByteArray("***") : text.mid(at, end - at);
        at = end;
    }
    return out;
}

QString SecretMask::blanked(const QString &text) const
{
    return isEmpty() ? text : QString::fromUtf8(blanked(text.toUtf8()));
}

} // namespace quarterdeck
