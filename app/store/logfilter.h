#pragma once

#include "app/domain/logline.h"

#include <QMap>
#include <QStringList>

namespace quarterdeck {

/// The conditions of a LogQuery, as cached lines are tried by them.
class LogFilter {
public:
    explicit LogFilter(const LogQuery &query);
    /// `known`: fields that a line is known to have although the source did not send them along.
    bool matches(const LogLine &line, const Labels &known) const;
    /// The condition on the text alone, for a line that is not read in full yet. `utf8`: its text.
    bool matchesText(QByteArrayView utf8) const;
    /// True where every line that passes `narrower` passes this one too, and can be told by what is stored.
    bool covers(const LogFilter &narrower) const;
    /// Fields that every line of an answer to this query has.
    Labels implied() const;
    /// The conditions as stored beside a covered stretch.
    QByteArray packed() const;
    static LogFilter unpacked(QByteArrayView bytes);
    /// An FTS5 expression that finds at least every line with the text; empty when only reading all lines does.
    QString expression() const;

private:
    LogFilter() = default;
    void setText(const QString &text);

    QMap<QString, QStringList> m_fields; ///< Alternatives by name, sorted.
    QString m_service;
    QString m_text;
    QByteArray m_plainText; ///< In lower case, where it is ASCII alone; else empty.
    std::vector<LogLevel> m_levels;
};

} // namespace quarterdeck
