#pragma once

#include "app/domain/logline.h"
#include "app/logformat/record.h"

namespace quarterdeck::files {

/// Which lines of a query are wanted, beside their time. Thread: any.
class LineFilter {
public:
    explicit LineFilter(const LogQuery &query);

    /// False where the bytes of a record rule it out already.
    bool mayMatch(const logformat::Record &record) const;
    /// Whether the line is wanted.
    bool matches(const LogLine &line) const;
    /// Whether bytes that lack the text can be passed over unread.
    bool hasPlainText() const { return !m_lower.isEmpty(); }
    /// Whether the text is somewhere in the bytes of many lines.
    bool holdsText(QByteArrayView bytes) const;
    /// True where the record alone decides, so that no line need be made of it.
    bool isByRecord() const { return m_service.isEmpty() && m_fields.empty(); }

private:
    QByteArray m_lower;   // of the text, where it is ASCII
    qsizetype m_rare = 0; // where in it the letter is that is rarest in logs
    QString m_text;
    std::vector<LogLevel> m_levels;
    std::vector<Label> m_fields;
    QString m_service;
};

} // namespace quarterdeck::files
