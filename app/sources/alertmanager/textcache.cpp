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
    : m_seed(std::size_t(QHashSeed::globalSeed()))
    , m_table(FirstSlots)
{
}

const KeptText *TextCache::find(std::string_view bytes)
{
    if (bytes.empty() || bytes.size() > LongestShared) {
        return nullptr;
    }
    const std::size_t hash = qHashBits(bytes.data(), bytes.size(), m_seed);
    Slot *slot = &place(m_table, hash, bytes);
    if (slot->kept != nullptr || m_texts.size() == MostTexts) {
        return slot->kept;
    }
    const KeptText &kept = m_texts.emplace_back(KeptText {std::string(bytes), toText(bytes)});
    if (m_texts.size() * 2 > m_table.size()) {
        grow();
        slot = &place(m_table, hash, bytes);
    }
    *slot = {hash, &kept};
    return &kept;
}

/// Where the text is, or the free slot where it belongs: at most half of them are ever taken.
TextCache::Slot &TextCache::place(Table &table, std::size_t hash, std::string_view bytes)
{
    const std::size_t mask = table.size() - 1;
    std::size_t at = hash & mask;
    while (table[at].kept != nullptr && (table[at].hash != hash || table[at].kept->bytes != bytes)) {
        at = (at + 1) & mask;
    }
    return table[at];
}

void TextCache::grow()
{
    Table larger(m_table.size() * 4);
    for (const Slot &slot : m_table) {
        if (slot.kept != nullptr) {
            place(larger, slot.hash, slot.kept->bytes) = slot;
        }
    }
    m_table = std::move(larger);
}

const QString &TextColumn::name(std::string_view bytes, TextCache &cache)
{
    if (m_nameBytes != bytes || m_name.isNull()) {
        const KeptText *kept = cache.find(bytes);
        m_nameBytes = bytes;
        m_name = kept != nullptr ? kept->text : toText(bytes);
        m_asked = 0;
        m_repeated = 0;
    }
    return m_name;
}

QString TextColumn::text(std::string_view bytes, TextCache &cache)
{
    if (m_last != nullptr && m_last->bytes == bytes) {
        return m_last->text;
    }
    if (m_asked >= Trial && m_repeated * WorthOneIn < m_asked) {
        return toText(bytes);
    }
    const std::size_t before = cache.size();
    const KeptText *kept = cache.find(bytes);
    ++m_asked;
    m_repeated += cache.size() == before ? 1 : 0;
    if (kept == nullptr) {
        return toText(bytes);
    }
    m_last = kept;
    return kept->text;
}

} // namespace quarterdeck::alertmanager
