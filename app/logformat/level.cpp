#include "app/logformat/level.h"

#include "app/logformat/cursor.h"

#include <algorithm>
#include <array>

namespace quarterdeck::logformat {

namespace {

struct Word {
    QByteArrayView word; ///< In lower case where it has cases.
    LogLevel level;
};

// Beside those of logLevelFromName(): what PostgreSQL, MariaDB, Java in several languages, Python and others write.
constexpr std::array Words {Word {"error", LogLevel::Error}, Word {"err", LogLevel::Error}, Word {"fatal", LogLevel::Error},
    Word {"critical", LogLevel::Error}, Word {"crit", LogLevel::Error}, Word {"alert", LogLevel::Error}, Word {"emerg", LogLevel::Error},
    Word {"emergency", LogLevel::Error}, Word {"panic", LogLevel::Error}, Word {"severe", LogLevel::Error}, Word {"schwerwiegend", LogLevel::Error},
    Word {"grave", LogLevel::Error}, Word {"\xe4\xb8\xa5\xe9\x87\x8d", LogLevel::Error}, Word {"warning", LogLevel::Warning},
    Word {"warn", LogLevel::Warning}, Word {"warnung", LogLevel::Warning}, Word {"avertissement", LogLevel::Warning},
    Word {"advertencia", LogLevel::Warning}, Word {"\xe8\xad\xa6\xe5\x91\x8a", LogLevel::Warning}, Word {"info", LogLevel::Info},
    Word {"information", LogLevel::Info}, Word {"informationen", LogLevel::Info}, Word {"infos", LogLevel::Info},
    Word {"informaci\xc3\x93n", LogLevel::Info}, Word {"\xe4\xbf\xa1\xe6\x81\xaf", LogLevel::Info}, Word {"note", LogLevel::Info},
    Word {"notice", LogLevel::Info}, Word {"log", LogLevel::Info}, Word {"config", LogLevel::Info}, Word {"debug", LogLevel::Debug},
    Word {"trace", LogLevel::Debug}, Word {"fine", LogLevel::Debug}, Word {"finer", LogLevel::Debug}, Word {"finest", LogLevel::Debug},
    Word {"verbose", LogLevel::Debug}, Word {"debug1", LogLevel::Debug}, Word {"debug2", LogLevel::Debug}, Word {"debug3", LogLevel::Debug},
    Word {"debug4", LogLevel::Debug}, Word {"debug5", LogLevel::Debug}};

constexpr std::array Letters {Word {"I", LogLevel::Info}, Word {"N", LogLevel::Info}, Word {"W", LogLevel::Warning}, Word {"E", LogLevel::Error},
    Word {"F", LogLevel::Error}, Word {"C", LogLevel::Error}, Word {"D", LogLevel::Debug}, Word {"T", LogLevel::Debug}};

bool hasNoLowerCase(QByteArrayView word)
{
    return std::none_of(word.begin(), word.end(), isLower);
}

bool isKnown(QByteArrayView word)
{
    return word.size() > 1 && levelOfWord(word).has_value();
}

/// The level in one word of a line: in brackets, before a colon, or in capitals. Empty where it is none.
QByteArrayView levelIn(QByteArrayView word)
{
    QByteArrayView inner = word;
    const bool isBracketed = inner.size() > 2 && (inner.front() == '[' || inner.front() == '<' || inner.front() == '(');
    if (isBracketed) {
        inner = inner.sliced(1);
    }
    bool isMarked = isBracketed;
    while (!inner.isEmpty() && QByteArrayView("]>):,").contains(inner.back())) {
        isMarked = isMarked || inner.back() == ':';
        inner.chop(1);
    }
    if (isBracketed) {
        // "[core:notice]": the part after the colon.
        const qsizetype colon = inner.lastIndexOf(':');
        inner = colon >= 0 ? inner.sliced(colon + 1) : inner;
    }
    if (!isKnown(inner)) {
        return {};
    }
    return isMarked || hasNoLowerCase(inner) ? inner : QByteArrayView();
}

} // namespace

std::optional<LogLevel> levelOfWord(QByteArrayView word)
{
    if (word.size() == 1) {
        const auto *const letter = std::find_if(Letters.begin(), Letters.end(), [word](const Word &one) { return one.word == word; });
        return letter == Letters.end() ? std::nullopt : std::optional(letter->level);
    }
    const auto isSame = [word](const Word &one) {
        return one.word.size() == word.size()
            && std::equal(word.begin(), word.end(), one.word.begin(), [](char a, char b) { return (isUpper(a) ? char(a - 'A' + 'a') : a) == b; });
    };
    const auto *const found = std::find_if(Words.begin(), Words.end(), isSame);
    return found == Words.end() ? std::nullopt : std::optional(found->level);
}

QByteArrayView levelNearStart(QByteArrayView text)
{
    constexpr int MostWords = 5;
    constexpr qsizetype Furthest = 160;
    qsizetype at = 0;
    const qsizetype end = std::min(text.size(), Furthest);
    for (int words = 0; words < MostWords && at < end; ++words) {
        while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '|')) {
            ++at;
        }
        const qsizetype from = at;
        while (at < end && text[at] != ' ' && text[at] != '\t' && text[at] != '|') {
            ++at;
        }
        const QByteArrayView word = text.sliced(from, at - from);
        if (const QByteArrayView level = levelIn(word); !level.isEmpty()) {
            return level;
        }
        // "I | etcdmain: ...", the mark of capnslog.
        if (word.size() == 1 && text.sliced(at).startsWith(" | ") && levelOfWord(word)) {
            return word;
        }
    }
    return {};
}

} // namespace quarterdeck::logformat
