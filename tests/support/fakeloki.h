#pragma once

#include "tests/support/logqlreader.h"
#include "tests/support/scriptedserver.h"

#include <QSet>

#include <functional>
#include <mutex>
#include <optional>

namespace quarterdeck {

/// A Grafana Loki in memory, on loopback, that answers as 3.4 does: limits over all streams, no order within an instant, its end left out, errors
/// as plain text, lists without data. Thread: any.
class FakeLoki {
public:
    using Fields = LogqlQuery::Fields;

    struct Line {
        Fields stream;
        qint64 nanos = 0;
        QByteArray text;
        Fields metadata;
    };
    /// What it allows.
    struct Limits {
        int entries = 5'000;
        qint64 rangeMs = 30LL * 86'400'000 + 3'600'000;
        QByteArray tenant;           ///< Set: questions without it are refused.
        bool knowsCategories = true; ///< False: as before 3.0, the fields of a line are labels of a stream of its own.
        bool listsAllSeries = true;  ///< False: as before 3.0, a list of all streams is refused.
        QStringList warnings;
    };
    /// In place of what it would answer; nothing: as usual.
    using Instead = std::function<std::optional<ScriptedReply>(const ScriptedRequest &)>;

    explicit FakeLoki(quint16 port = 0);

    QUrl url() const { return m_server.url(QString()); }
    /// What it answers to a request that came another way: through a gateway of the test.
    ScriptedReply answer(const ScriptedRequest &request);
    void push(const std::vector<Line> &lines);
    void setLimits(const Limits &limits);
    void setInstead(Instead instead);
    std::vector<ScriptedRequest> requests() const { return m_server.requests(); }
    void dropConnections() { m_server.dropConnections(true); }

private:
    struct Call;

    ScriptedReply queryRange(const Call &call) const;
    ScriptedReply lines(const Call &call, const LogqlQuery &query, qint64 from, qint64 to) const;
    ScriptedReply counts(const Call &call, const LogqlQuery &query, qint64 from, qint64 to) const;
    ScriptedReply list(const Call &call) const;

    mutable std::mutex m_mutex;
    std::vector<Line> m_lines;
    QSet<QByteArray> m_known;
    Limits m_limits;
    Instead m_instead;
    ScriptedServer m_server;
};

} // namespace quarterdeck
