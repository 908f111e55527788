#include "app/net/secretmask.h"

#include "app/net/escapes.h"

#include <algorithm>
#include <cstring>

namespace quarterdeck {

namespace {

constexpr int DeepestNesting = 3;
// Shorter pieces of base64 are found in any text.
constexpr qsizetype ShortestPacked = 6;
// The digits of a shorter one are found in any number.
constexpr qsizetype ShortestInDigits = 6;

bool isOfBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("+/-_=", c) != nullptr;
}

bool isAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether text that equals it can only be it: long and of three sorts of characters, or with one that a word never has.
bool isDistinctive(const QByteArray &secret)
{
    constexpr qsizetype ShortestDistinct = 8;
    constexpr qsizetype ShortestOdd = 6;
    bool hasLower = false;
    bool hasUpper = false;
    bool hasDigit = false;
    bool hasOther = false;
    bool hasOdd = false;
    for (const char c : secret) {
        hasLower |= c >= 'a' && c <= 'z';
        hasUpper |= c >= 'A' && c <= 'Z';
        hasDigit |= c >= '0' && c <= '9';
        hasOther |= !isAlnum(c);
        hasOdd |= !isAlnum(c) && std::strchr("-_.:/@ ", c) == nullptr;
    }
    return (hasOdd && secret.size() >= ShortestOdd)
        || (secret.size() >= ShortestDistinct && int(hasLower) + int(hasUpper) + int(hasDigit) + int(hasOther) >= 3);
}

QByteArray longestRun(const QByteArray &bytes)
{
    QByteArray longest;
    for (qsizetype from = 0; from < bytes.size(); ++from) {
        qsizetype end = from;
        while (end < bytes.size() && isAlnum(bytes[end])) {
            ++end;
        }
        if (end - from > longest.size()) {
            longest = bytes.mid(from, end - from);
        }
        from = end;
    }
    return longest;
}

/// The part of base64 that these bytes alone decide when they begin `shift` bytes into a group of three.
QByteArray packed(const QByteArray &bytes, qsizetype shift)
{
    const QByteArray all = (QByteArray(shift, '\0') + bytes).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype first = (shift * 8 + 5) / 6;
    const qsizetype end = (shift + bytes.size()) * 8 / 6;
    return all.mid(first, end - first);
}

/// What else a string of JSON escapes than what it has to.
enum class Caution : quint8 { None, Html, BeyondAscii };

/// As a string of JSON holds it; Go is cautious of HTML, others of what is no ASCII.
QByteArray jsonEscaped(const QByteArray &secret, Caution caution)
{
    QString escaped;
    for (const QChar c : QString::fromUtf8(secret)) {
        const bool isHtml = caution == Caution::Html && QStringView(u"&<>").contains(c);
        const bool isBeyond = caution == Caution::BeyondAscii && c.unicode() >= 0x80;
        if (c == u'"' || c == u'\\') {
            escaped += u'\\';
            escaped += c;
        } else if (c == u'\t') {
            escaped += QStringLiteral("\\t");
        } else if (isHtml || isBeyond) {
            escaped += QStringLiteral("\\u") + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        } else {
            escaped += c;
        }
    }
    return escaped.toUtf8();
}

/// How a letter or a digit begins where every character is escaped.
std::vector<QByteArray> escapesOf(char c)
{
    const QByteArray hex = QByteArray(1, c).toHex();
    const QByteArray number = QByteArray::number(int(uchar(c)));
    return {'%' + hex, '%' + hex.toUpper(), "#" + number, "#0" + number, "#x" + hex, "#x" + hex.toUpper(), "#X" + hex.toUpper(), "u00" + hex,
        "u00" + hex.toUpper()};
}

/// Where any of the runs begins, in one pass; in order.
std::vector<qsizetype> placesOf(const std::vector<QByteArray> &runs, const QByteArray &data)
{
    const auto pairAt = [](const QByteArray &bytes, qsizetype at) { return std::size_t(uchar(bytes[at])) << 8 | uchar(bytes[at + 1]); };
    std::vector<bool> isBegin(std::size_t(1) << 16, false);
    for (const QByteArray &run : runs) {
        isBegin[pairAt(run, 0)] = true;
    }
    std::vector<qsizetype> places;
    for (qsizetype at = 0; at + 1 < data.size(); ++at) {
        if (isBegin[pairAt(data, at)]) {
            const QByteArrayView rest = QByteArrayView(data).sliced(at);
            if (std::ranges::any_of(runs, [rest](const QByteArray &run) { return rest.startsWith(run); })) {
                places.push_back(at);
            }
        }
    }
    return places;
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

void SecretMask::addNeedle(const QByteArray &bytes, bool isPacked, bool isDistinct)
{
    const auto isKnown = [&bytes](const Needle &needle) { return needle.bytes == bytes; };
    if (!bytes.isEmpty() && std::none_of(m_needles.begin(), m_needles.end(), isKnown)) {
        m_needles.push_back({bytes, isPacked, isDistinct, longestRun(bytes)});
    }
}

void SecretMask::add(const QByteArray &secret)
{
    const bool isDistinct = isDistinctive(secret);
    addNeedle(secret, false, isDistinct);
    if (secret.size() >= ShortestInDigits) {
        addNeedle(secret.toHex(), false, isDistinct);
        addNeedle(secret.toHex().toUpper(), false, isDistinct);
    }
    // What is packed may be an object of JSON that holds it.
    for (const QByteArray &form :
        {secret, jsonEscaped(secret, Caution::None), jsonEscaped(secret, Caution::Html), jsonEscaped(secret, Caution::BeyondAscii)}) {
        for (qsizetype shift = 0; shift < 3; ++shift) {
            QByteArray needle = packed(form, shift);
            if (needle.size() < ShortestPacked) {
                continue;
            }
            addNeedle(needle, true, isDistinct);
            addNeedle(needle.replace('+', '-').replace('/', '_'), true, isDistinct);
        }
    }
}

void SecretMask::addPair(const QByteArray &name, const QByteArray &secret)
{
    if (secret.isEmpty()) {
        return;
    }
    QByteArray pair = (name + ':' + secret).toBase64(QByteArray::OmitTrailingEquals);
    const bool isDistinct = isDistinctive(secret);
    addNeedle(pair, true, isDistinct);
    addNeedle(pair.replace('+', '-').replace('/', '_'), true, isDistinct);
    add(secret);
}

QByteArray SecretMask::blanked(const QByteArray &text) const
{
    return isEmpty() || text.isEmpty() ? text : blanked(text, false);
}

QByteArray SecretMask::blanked(const QByteArray &text, bool keepsLength) const
{
    const QByteArray hits = SecretSearch(m_needles, text).hits();
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && (hits[end] != 0) == (hits[at] != 0)) {
            ++end;
        }
        out += hits[at] == 0 ? text.mid(at, end - at) : QByteArray(keepsLength ? end - at : 3, '*');
        at = end;
    }
    return out;
}

QString SecretMask::blanked(const QString &text) const
{
    return isEmpty() ? text : QString::fromUtf8(blanked(text.toUtf8()));
}

QByteArray SecretMask::blankedInData(QByteArray data) const
{
    // Further from its run than this no secret reaches, however it is escaped; a window of text around each run is looked through.
    constexpr qsizetype Reach = 4'096;
    constexpr qsizetype LongestWindow = 1024 * 1024;
    SecretMask distinct;
    std::vector<QByteArray> runs;
    bool isAnywhere = false;
    for (const Needle &needle : m_needles) {
        if (!needle.isDistinct) {
            continue;
        }
        distinct.m_needles.push_back(needle);
        isAnywhere = isAnywhere || needle.run.size() < 2;
        if (needle.run.size() >= 2) {
            runs.push_back(needle.run);
            const std::vector<QByteArray> escapes = escapesOf(needle.run.front());
            runs.insert(runs.end(), escapes.begin(), escapes.end());
        }
    }
    std::vector<qsizetype> places = placesOf(runs, data);
    for (qsizetype at = 0; isAnywhere && at < data.size(); at += Reach) {
        places.push_back(at);
    }
    if (places.empty()) {
        return data;
    }
    std::ranges::sort(places);
    QByteArray out;
    qsizetype done = 0;
    for (std::size_t i = 0; i < places.size();) {
        const qsizetype from = std::max(done, places[i] - Reach);
        qsizetype end = places[i] + Reach;
        while (i < places.size() && places[i] < end && end - from < LongestWindow) {
            end = places[i++] + Reach;
        }
        end = std::min(end, data.size());
        out += QByteArrayView(data).sliced(done, from - done);
        out += distinct.blanked(data.mid(from, end - from), true);
        done = end;
    }
    return out + data.mid(done);
}

} // namespace quarterdeck
