#include "app/domain/logpatterns.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype MostWords = 64;
constexpr qsizetype MostBytes = 2'000;
constexpr std::size_t MostPatterns = 2'000;
constexpr qsizetype FirstWords = 2;
constexpr double AlikeEnough = 0.5;
const QString Value = QStringLiteral("<*>");

bool isOfValue(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u':' || c == u'-' || c == u'_' || c == u'/' || c == u'+' || c == u'%' || c == u'@';
}

// Each run of letters and digits with a digit in it is a value; what encloses it stays: "[pid=12]" is "[pid=<*>]".
QString masked(const QString &word)
{
    QString out;
    for (qsizetype at = 0; at < word.size();) {
        qsizetype end = at;
        bool hasDigit = false;
        while (end < word.size() && isOfValue(word.at(end))) {
            hasDigit = hasDigit || word.at(end).isDigit();
            ++end;
        }
        if (end == at) {
            out += word.at(at++);
            continue;
        }
        out += hasDigit ? Value : word.mid(at, end - at);
        at = end;
    }
    return out;
}

bool isValue(const QString &word)
{
    return word.contains(Value);
}

// Lines of one leaf begin alike; a first word that is a value tells nothing.
QString leafOf(const QStringList &words)
{
    QStringList key {QString::number(words.size())};
    for (const QString &word : words.first(std::min(FirstWords, words.size()))) {
        key.append(isValue(word) ? Value : word);
    }
    return key.join(u' ');
}

bool isGraver(LogLevel one, LogLevel other)
{
    return other == LogLevel::Unknown ? one != LogLevel::Unknown : one < other;
}

} // namespace

QStringList patternWords(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\n');
    const QString line = QString::fromUtf8(text.first(std::min(end < 0 ? text.size() : end, MostBytes)));
    QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
    const bool isCut = words.size() > MostWords;
    words = isCut ? words.first(MostWords) : words;
    std::transform(words.begin(), words.end(), words.begin(), masked);
    if (isCut) {
        words.append(QStringLiteral("…"));
    }
    return words;
}

int LogPatternBook::find(const QStringList &words, const std::vector<int> &candidates) const
{
    int best = -1;
    double mostAlike = AlikeEnough;
    for (const int candidate : candidates) {
        const QStringList &known = m_entries[std::size_t(candidate)].words;
        qsizetype alike = 0;
        for (qsizetype i = 0; i < words.size(); ++i) {
            alike += words.at(i) == known.at(i) || (known.at(i) == Value && isValue(words.at(i))) ? 1 : 0;
        }
        const double share = words.isEmpty() ? 1 : double(alike) / double(words.size());
        if (share >= mostAlike) {
            best = share > mostAlike || best < 0 ? candidate : best;
            mostAlike = share;
        }
    }
    return best;
}

void LogPatternBook::join(Entry &entry, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (entry.words.at(i) != words.at(i)) {
            entry.words[i] = Value;
        }
    }
}

int LogPatternBook::add(const LogLine &line)
{
    ++m_lines;
    const QStringList words = patternWords(line.text);
    std::vector<int> &leaf = m_leaves[leafOf(words)];
    int place = find(words, leaf);
    if (place < 0 && m_entries.size() >= MostPatterns) {
        ++m_others;
        return -1;
    }
    if (place < 0) {
        place = int(m_entries.size());
        m_entries.push_back({words, {}});
        m_entries.back().pattern.firstNanos = line.nanos;
        m_entries.back().pattern.lastNanos = line.nanos;
        leaf.push_back(place);
    }
    Entry &entry = m_entries[std::size_t(place)];
    join(entry, words);
    LogPattern &pattern = entry.pattern;
    ++pattern.count;
    pattern.worst = isGraver(line.level, pattern.worst) ? line.level : pattern.worst;
    pattern.firstNanos = std::min(pattern.firstNanos, line.nanos);
    if (line.nanos >= pattern.lastNanos) {
        pattern.lastNanos = line.nanos;
        pattern.example = line.text;
    }
    return place;
}

void LogPatternBook::addEarlier(const LogLine &line)
{
    const QStringList words = patternWords(line.text);
    const auto leaf = m_leaves.constFind(leafOf(words));
    const int place = leaf == m_leaves.constEnd() ? -1 : find(words, *leaf);
    if (place >= 0) {
        join(m_entries[std::size_t(place)], words);
        ++m_entries[std::size_t(place)].pattern.before;
    }
}

std::vector<LogPattern> LogPatternBook::patterns() const
{
    std::vector<LogPattern> all;
    for (const Entry &entry : m_entries) {
        all.push_back(entry.pattern);
        all.back().text = entry.words.join(u' ');
    }
    std::ranges::sort(all, [](const LogPattern &a, const LogPattern &b) { return a.count != b.count ? a.count > b.count : a.text < b.text; });
    return all;
}

} // namespace quarterdeck
