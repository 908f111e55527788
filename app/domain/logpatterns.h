#pragma once

#include "app/domain/logline.h"

#include <QHash>

namespace quarterdeck {

/// Lines that differ in values only, as one text with "<*>" where they differ.
struct LogPattern {
    QString text;
    qint64 count = 0;
    qint64 before = 0;                  ///< Lines of an earlier time that are of it too.
    LogLevel worst = LogLevel::Unknown; ///< The gravest level of its lines.
    qint64 firstNanos = 0;
    qint64 lastNanos = 0;
    QByteArray example; ///< The newest of its lines, as received.
};

/// Sorts lines into patterns as they come, by the rules of Drain (He et al. 2017): words with digits are values; a line belongs to the pattern with
/// as many words, the same first ones, and most words alike. Looks at the first line of a record and at its first 64 words. At most 2,000 patterns.
class LogPatternBook {
public:
    /// The number of the pattern that the line is of; -1: none, because there are too many.
    int add(const LogLine &line);
    /// Counts a line of an earlier time, once all lines are added: it makes no pattern of its own.
    void addEarlier(const LogLine &line);
    /// Those with most lines first, then by text.
    std::vector<LogPattern> patterns() const;
    qint64 lines() const { return m_lines; }
    /// Lines of no pattern, because there were too many.
    qint64 others() const { return m_others; }

private:
    struct Entry {
        QStringList words;
        LogPattern pattern;
    };
    int find(const QStringList &words, const std::vector<int> &candidates) const;
    /// Leaves of the pattern what it has in common with these words.
    static void join(Entry &entry, const QStringList &words);

    std::vector<Entry> m_entries;
    QHash<QString, std::vector<int>> m_leaves; // Entries by number of words and first words.
    qint64 m_lines = 0;
    qint64 m_others = 0;
};

/// The words of a text, values masked as "<*>".
QStringList patternWords(QByteArrayView text);

} // namespace quarterdeck
