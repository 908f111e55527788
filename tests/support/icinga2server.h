#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

namespace quarterdeck {

/// The daemon of icinga2 on a free loopback port, with a folder, an authority and certificates of its own. Nothing is checked by plugins:
/// results are handed in. ApiUsers all have the password "secret"; "root" may do everything. Killed when destroyed. Thread: the test's.
class Icinga2Server {
public:
    /// What request() got: status 0 where the connection failed.
    struct Reply {
        int status = 0;
        QByteArray body;
    };

    Icinga2Server();
    ~Icinga2Server();
    Icinga2Server(const Icinga2Server &) = delete;
    Icinga2Server &operator=(const Icinga2Server &) = delete;

    static bool isInstalled();
    /// Adds to the configuration of the next start, in the language of Icinga2.
    void configure(const QByteArray &objects) { m_objects += objects + '\n'; }
    /// A host that is only checked passively. `more`: further attributes.
    void addHost(const QString &name, const QByteArray &more = {});
    void addService(const QString &host, const QString &name, const QByteArray &more = {});
    /// `permissions` in the language of Icinga2: "\"objects/query/*\"".
    void addUser(const QByteArray &name, const QByteArray &permissions);
    /// A text as the configuration writes it, in quotation marks.
    static QByteArray quoted(const QString &text);

    /// Starts and waits until it answers; false (with log()) when it did not within 20 s. A second start reuses port and folder.
    bool start();
    /// Ends it politely, so that it writes its state, and waits.
    void stop();
    /// kill -9 for all its processes, and waits.
    void kill();
    /// Throws away what it knows of past checks.
    void forget();

    QUrl url() const;
    /// The certificate of its authority.
    QString caFile() const { return m_folder.filePath(QStringLiteral("data/certs/ca.crt")); }
    QByteArray log();

    /// One blocking request without our own client. `path` from "/v1" on.
    Reply request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, const QByteArray &user = "root",
        const QByteArray &accept = "application/json") const;
    /// POST with X-HTTP-Method-Override: GET.
    Reply query(const QByteArray &path, const QByteArray &body = "{}", const QByteArray &user = "root") const;
    /// What POST /v1/events with this body sends within so many milliseconds, head included; `meanwhile` is called once it has begun.
    QByteArray stream(const QByteArray &body, int milliseconds, const std::function<void()> &meanwhile) const;
    /// Hands in one result: "host" (0 up, 1 down) or "host!service" (0 to 3). True where it was taken.
    bool check(const QString &id, int state, const QString &output = QStringLiteral("as told"), const QByteArray &performanceData = {}) const;

private:
    Reply send(const QByteArray &head, const QByteArray &body) const;
    bool makeCertificates();
    bool run(const QString &program, const QStringList &arguments);
    bool write(const QString &name, const QByteArray &content) const;
    void signalGroup(int number) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_objects;
    QByteArray m_log;
    quint16 m_port;
};

} // namespace quarterdeck
