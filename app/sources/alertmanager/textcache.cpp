#include "app/sources/alertmanager/textcache.h"

#include <QHashFunctions>

#include <utility>

namespace quarterdeck::alertmanager {

namespace {

constexpr std::size_t FirstSlots = 256;
constexpr std::size_t MostTexts = 32'768;
constexpr std::size_t LongestShared = 1024;
// Even a thousand texts that come in turn have repeated by then.
constexpr int Trial = 2048;
constexpr int WorthOneIn = 8;

} // namespace

TextCache::TextCache()
    : m_table(FirstSlots)
{
}

QString TextCache::operator()(std::string_view bytes)
{
    if (bytes.empty() || bytes.size() > LongestShared) {
        return toText(bytes);
    }
    const std::size_t hash = qHashBits(bytes.data(), bytes.size(), std::size_t(QHashSeed::globalSeed()));
    Slot *slot = &place(m_table, hash, bytes);
    if (!slot->text.isNull()) {
        return slot->text;
    }
    if (m_used == MostTexts) {
        return toText(bytes);
    }
    if (++m_used * 2 > m_table.size()) {
        grow();
        slot = &place(m_table, hash, bytes);
    }
    *slot = {hash, bytes, toText(bytes)};
    return slot->text;
}

/// Where the text is, or the free slot where it belongs: at most half of them are ever taken.
TextCache::Slot &TextCache::place(Table &table, std::size_t hash, std::string_view bytes)
{
    const std::size_t mask = table.size() - 1;
    std::size_t at = hash & mask;
    while (!table[at].text.isNull() && (table[at].hash != hash || table[at].bytes != bytes)) {
        at = (at + 1) & mask;
    }
    return table[at];
}

void TextCache::grow()
{
    Table larger(m_table.size() * 4);
    for (Slot &slot : m_table) {
        if (!slot.text.isNull()) {
            place(larger, slot.hash, slot.bytes) = std::move(slot);
        }
    }
    m_table = std::move(larger);
}

const QString &TextColumn::name(std::string_view bytes, TextCache &cache)
{
    if (m_nameBytes != bytes || m_name.isNull()) {
        m_nameBytes = bytes;
        m_name = cache(bytes);
        m_asked = 0;
        m_repeated = 0;
    }
    return m_name;
}

QString TextColumn::text(std::string_view bytes, TextCache &cache)
{
    if (m_lastBytes == bytes && !m_last.isNull()) {
        return m_last;
    }
    if (m_asked >= Trial && m_repeated * WorthOneIn < m_asked) {
        return toText(bytes);
    }
    const std::size_t before = cache.size();
    m_lastBytes = bytes;
    m_last = cache(bytes);
    ++m_asked;
    m_repeated += cache.size() == before ? 1 : 0;
    return m_last;
}

} // namespace quarterdeck::alertmanager
