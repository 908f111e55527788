#pragma once

#include <QString>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::alertmanager {

/// The text of these UTF-8 bytes.
inline QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

/// A text and the UTF-8 it was read from.
struct KeptText {
    std::string bytes;
    QString text;
};

/// Keeps one copy of the texts that come again and again in one reply: a hash map by their bytes. Once it is full it keeps what it has.
class TextCache {
public:
    TextCache();
    /// The one copy, which stays in its place; none of a text that is empty, very long or one too many.
    const KeptText *find(std::string_view bytes);
    /// Texts that it keeps.
    std::size_t size() const { return m_texts.size(); }

private:
    struct Slot {
        std::size_t hash = 0;
        const KeptText *kept = nullptr; ///< Null where the slot is free.
    };
    using Table = std::vector<Slot>;
    static Slot &place(Table &table, std::size_t hash, std::string_view bytes);
    void grow();

    const std::size_t m_seed;
    Table m_table;
    std::deque<KeptText> m_texts;
};

/// One place of an object that comes again and again, like the third label of each alert: it has the same name nearly always, often the
/// same text as the last time, and where its texts hardly ever repeat they are not worth looking up.
class TextColumn {
public:
    /// The name in this place. Valid until the next call.
    const QString &name(std::string_view bytes, TextCache &cache);
    /// The text in this place.
    QString text(std::string_view bytes, TextCache &cache);

private:
    std::string m_nameBytes;
    QString m_name;
    const KeptText *m_last = nullptr; ///< Of the cache.
    int m_asked = 0;
    int m_repeated = 0;
};

} // namespace quarterdeck::alertmanager
