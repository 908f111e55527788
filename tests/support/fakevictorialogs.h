#pragma once

#include "tests/support/logsqlreader.h"
#include "tests/support/scriptedserver.h"

#include <functional>
#include <mutex>
#include <optional>

namespace quarterdeck {

/// A VictoriaLogs in memory, on loopback, that answers as 1.26 and newer do: rows in any order, the end of a range included and rounded up to the
/// unit it is written to, rows that are alike kept, no type where there is no row, errors as plain text. Thread: any.
class FakeVictorialogs {
public:
    using Fields = LogsqlQuery::Fields;

    struct Row {
        qint64 nanos = 0;
        QString text;
        Fields fields; ///< "service", "level", ...
    };
    struct Traits {
        QByteArray version = "v1.54.0"; ///< Empty: before 1.40, which does not say it.
        bool countsAfterPipes = true;   ///< False: before 1.30.
        QByteArray account;             ///< Set: questions for another one find nothing.
        QByteArray brokenOff;           ///< Words that end each answer with rows.
    };
    using Instead = std::function<std::optional<ScriptedReply>(const ScriptedRequest &)>;

    FakeVictorialogs();

    QUrl url() const { return m_server.url(QString()); }
    /// What it answers to a request that came another way: through a gateway of the test.
    ScriptedReply answer(const ScriptedRequest &request);
    void push(const std::vector<Row> &rows);
    void setTraits(const Traits &traits);
    void setInstead(Instead instead);
    std::vector<ScriptedRequest> requests() const { return m_server.requests(); }

private:
    struct Call;

    std::vector<const Row *> found(const Call &call, const LogsqlQuery &query) const;
    ScriptedReply rows(const Call &call, const LogsqlQuery &query) const;
    ScriptedReply hits(const Call &call, const LogsqlQuery &query) const;
    ScriptedReply values(const Call &call, const LogsqlQuery &query) const;

    mutable std::mutex m_mutex;
    std::vector<Row> m_rows;
    Traits m_traits;
    Instead m_instead;
    ScriptedServer m_server;
};

} // namespace quarterdeck
