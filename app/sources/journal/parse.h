#pragma once

#include "app/domain/logline.h"
#include "app/sources/journal/exportparser.h"

#include <QSet>

namespace quarterdeck::journal {

/// How entries become lines.
struct LineRules {
    SourceId source;
    QStringList serviceFields; ///< The first that an entry has names its service.
};

/// Which entries count; checked on our side even where the server filters too.
struct EntryFilter {
    qint64 fromUsec = 0;
    qint64 toUsec = 0;         ///< 0: no end.
    std::vector<Label> fields; ///< As LogQuery::fields.
    /// Entries that match any of these are left out: another question for the same lines brings them.
    std::vector<std::vector<Label>> without {};
    QString text {};
    std::vector<LogLevel> levels {};
};

/// Turns entries into lines, sharing the texts that repeat.
class LineMaker {
public:
    explicit LineMaker(LineRules rules);
    LogLine line(const Entry &entry);

private:
    QString shared(QByteArrayView bytes);

    LineRules m_rules;
    QSet<QString> m_texts;
};

/// True where the entry is one that was asked for.
bool isWanted(const Entry &entry, const EntryFilter &filter);

/// A page of entries, read up to (not including) `stopCursor`.
struct ParsedPage {
    std::vector<LogLine> lines; ///< Those that were asked for, in journal order.
    int entries = 0;            ///< All that came before `stopCursor`.
    QByteArray firstCursor;
    QByteArray lastCursor;
    qint64 firstUsec = 0;
    qint64 newestUsec = 0;
};
/// Errors: BadPayload, also for a page that ends in the middle of an entry.
Result<ParsedPage> parsePage(QByteArrayView body, const LineRules &rules, const EntryFilter &filter, const QByteArray &stopCursor);

/// The values of GET /fields/NAME, sorted.
/// Errors: BadPayload.
Result<QStringList> parseFieldValues(QByteArrayView body, const QString &field);

/// The parts of GET /machine that are of use.
struct Machine {
    QString hostname;
    QString system;
    UtcTime oldest;
    UtcTime newest;
};
/// Errors: BadPayload.
Result<Machine> parseMachine(QByteArrayView body);

/// The name of a service as a unit or an identifier says it: without ".service".
QString serviceName(QStringView value);

} // namespace quarterdeck::journal
