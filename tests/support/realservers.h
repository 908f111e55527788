#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace quarterdeck {

/// A TCP port of 127.0.0.1 that nobody listens on right now.
quint16 freePort();

/// What plainHttp() got: status 0 where the connection failed.
struct PlainReply {
    int status = 0;
    QByteArray body;
};
/// One blocking request without our own client, for setting up and checking servers in tests.
PlainReply plainHttp(const QByteArray &method, const QUrl &url, const QByteArray &body = {}, const QByteArray &contentType = {});

/// A real server from a Debian package, on a free loopback port, with a folder of its own that goes with it.
/// Killed when destroyed. Thread: the test's.
class RealServer {
public:
    virtual ~RealServer();
    RealServer(const RealServer &) = delete;
    RealServer &operator=(const RealServer &) = delete;

    /// Starts and waits until it answers; false (with log()) when it did not within 20 s. A second start reuses port and folder.
    bool start();
    /// Ends it politely and waits.
    void stop();
    /// kill -9, and waits until it is gone.
    void kill();
    /// Freezes or thaws it (SIGSTOP, SIGCONT): a server that accepts connections and never answers.
    void setHung(bool hung);
    bool isRunning() const;
    quint16 port() const { return m_port; }
    /// http://127.0.0.1:<port>
    QUrl url() const;
    /// Its folder.
    QString folder() const { return m_folder.path(); }
    /// All it has printed, for the message of a failed test.
    QByteArray log();

protected:
    RealServer();
    virtual QString program() const = 0;
    virtual QStringList arguments() = 0;
    /// A path that answers 200 once it is ready.
    virtual QString readyPath() const = 0;
    /// Status that means ready.
    virtual bool isReady(const PlainReply &reply) const { return reply.status == 200; }
    void signalProcess(int number);
    bool write(const QString &name, const QByteArray &content) const;

private:
    QTemporaryDir m_folder;
    quint16 m_port;
    QProcess m_process;
    QByteArray m_log;
};

/// Prometheus, scraping and evaluating every second.
class RealPrometheus final : public RealServer {
public:
    static bool isInstalled();
    /// "127.0.0.1:9100", job name "scripted".
    void setTargets(const QStringList &hostPorts) { m_targets = hostPorts; }
    void setAlertmanagers(const QStringList &hostPorts) { m_alertmanagers = hostPorts; }
    /// A whole rule file.
    void setRules(const QByteArray &yaml) { m_rules = yaml; }
    void setInterval(const QByteArray &interval) { m_interval = interval; }

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;

    QStringList m_targets;
    QStringList m_alertmanagers;
    QByteArray m_rules;
    QByteArray m_interval = "1s";
};

/// Alertmanager; a member of a cluster when given a peer.
class RealAlertmanager final : public RealServer {
public:
    RealAlertmanager();
    static bool isInstalled();
    /// A whole alertmanager.yml instead of the plain one with two receivers and the inhibition of warnings by criticals of one service.
    void setConfig(const QByteArray &yaml) { m_config = yaml; }
    /// Joins the cluster of `peer`, which must not be started yet. Both then open a cluster port.
    void joinCluster(RealAlertmanager &peer);
    /// Posts alerts as Prometheus does: a JSON array for /api/v2/alerts. True on 200.
    bool post(const QByteArray &alerts) const;

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;

    QByteArray m_config;
    quint16 m_clusterPort = 0;
    quint16 m_peerPort = 0;
};

/// systemd-journal-remote: takes pushed entries and writes journal files.
class RealJournalRemote final : public RealServer {
public:
    static bool isInstalled();
    /// Where the journal files are: for RealJournalGateway.
    QString journalFolder() const;
    /// Pushes entries in export format. True on 202.
    bool push(const QByteArray &exportEntries) const;

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;
    bool isReady(const PlainReply &reply) const override { return reply.status != 0; }
};

/// systemd-journal-gatewayd over a folder of journal files.
class RealJournalGateway final : public RealServer {
public:
    explicit RealJournalGateway(QString journalFolder);
    static bool isInstalled();

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;

    QString m_journals;
};

/// clickhouse-server, with a database of its own.
class RealClickhouse final : public RealServer {
public:
    RealClickhouse();
    static bool isInstalled();
    /// Carries out a statement: its answer, or its error.
    PlainReply execute(const QByteArray &sql) const;

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;

    quint16 m_nativePort;
};

/// Writes entries in export format into a journal file without a server. `file` ends in ".journal". True when it worked.
bool writeJournal(const QString &file, const QByteArray &exportEntries);

} // namespace quarterdeck
