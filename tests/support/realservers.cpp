#include "tests/support/realservers.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <csignal>

namespace quarterdeck {

namespace {

constexpr auto JournalRemote = "/lib/systemd/systemd-journal-remote";
constexpr auto JournalGateway = "/lib/systemd/systemd-journal-gatewayd";

const QByteArray PlainAlertmanagerConfig = R"(route:
  receiver: default
  group_by: [alertname]
  routes:
    - receiver: db
      matchers: ['service="db"']
receivers:
  - name: default
  - name: db
inhibit_rules:
  - source_matchers: ['severity="critical"']
    target_matchers: ['severity="warning"']
    equal: [service]
)";

bool isOnPath(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

QString hostPort(quint16 port)
{
    return QStringLiteral("127.0.0.1:%1").arg(port);
}

bool isAnyThreadAwake(qint64 pid)
{
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(pid));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile stat(tasks.filePath(task + QStringLiteral("/stat")));
        // "pid (name) state ..."; the name may hold anything.
        const QByteArray line = stat.open(QIODevice::ReadOnly) ? stat.readAll() : QByteArray();
        if (!line.isEmpty() && line.mid(line.lastIndexOf(')') + 2, 1) != "T") {
            return true;
        }
    }
    return false;
}

QByteArray yamlList(const QStringList &items)
{
    QByteArray out = "[";
    for (const QString &item : items) {
        out += (out.size() > 1 ? ", '" : "'") + item.toUtf8() + '\'';
    }
    return out + ']';
}

} // namespace

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

PlainReply plainHttp(const QByteArray &method, const QUrl &url, const QByteArray &body, const QByteArray &contentType)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(url.port(80)));
    if (!socket.waitForConnected(2000)) {
        return {};
    }
    // HTTP/1.0: no chunks, and the end of the connection is the end of the body.
    QByteArray request = method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.0\r\nHost: 127.0.0.1\r\n";
    if (!contentType.isEmpty()) {
        request += "Content-Type: " + contentType + "\r\n";
    }
    if (!body.isEmpty() || method == "POST") {
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    socket.write(request + "\r\n" + body);
    QByteArray answer;
    const QDeadlineTimer deadline(30'000);
    while (socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        socket.waitForReadyRead(200);
        answer += socket.readAll();
    }
    answer += socket.readAll();
    const qsizetype space = answer.indexOf(' ');
    const qsizetype head = answer.indexOf("\r\n\r\n");
    if (space < 0 || head < 0) {
        return {};
    }
    return {answer.mid(space + 1, 3).toInt(), answer.mid(head + 4)};
}

RealServer::RealServer()
    : m_port(freePort())
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

RealServer::~RealServer()
{
    kill();
}

QUrl RealServer::url() const
{
    return QUrl(QStringLiteral("http://") + hostPort(m_port));
}

bool RealServer::isRunning() const
{
    return m_process.state() == QProcess::Running;
}

QByteArray RealServer::log()
{
    if (m_process.isOpen()) {
        m_log += m_process.readAll();
    }
    return m_log;
}

bool RealServer::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

void RealServer::signalProcess(int number)
{
    if (const qint64 pid = m_process.processId(); pid > 0) {
        ::kill(pid_t(pid), number);
    }
}

bool RealServer::start()
{
    kill();
    m_process.setWorkingDirectory(m_folder.path());
    m_process.start(program(), arguments());
    if (!m_process.waitForStarted(5000)) {
        m_log += m_process.errorString().toUtf8();
        return false;
    }
    QUrl probe = url();
    probe.setPath(readyPath());
    const QDeadlineTimer deadline(20'000);
    while (!deadline.hasExpired() && isRunning()) {
        if (isReady(plainHttp("GET", probe))) {
            return true;
        }
        m_process.waitForFinished(50);
        log();
    }
    return false;
}

void RealServer::stop()
{
    signalProcess(SIGTERM);
    if (isRunning() && !m_process.waitForFinished(10'000)) {
        kill();
    }
    log();
}

void RealServer::kill()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    log();
}

void RealServer::setHung(bool hung)
{
    signalProcess(hung ? SIGSTOP : SIGCONT);
    // A busy machine stops the threads one by one, and one that still runs may answer.
    const QDeadlineTimer deadline(5000);
    while (hung && isAnyThreadAwake(m_process.processId()) && !deadline.hasExpired()) {
        QThread::msleep(1);
    }
}

bool RealPrometheus::isInstalled()
{
    return isOnPath(QStringLiteral("prometheus"));
}

QString RealPrometheus::program() const
{
    return QStringLiteral("prometheus");
}

QString RealPrometheus::readyPath() const
{
    return QStringLiteral("/-/ready");
}

QStringList RealPrometheus::arguments()
{
    QByteArray config = "global:\n  scrape_interval: " + m_interval + "\n  evaluation_interval: " + m_interval + '\n';
    if (!m_rules.isEmpty()) {
        write(QStringLiteral("rules.yml"), m_rules);
        config += "rule_files: [rules.yml]\n";
    }
    if (!m_alertmanagers.isEmpty()) {
        config += "alerting:\n  alertmanagers:\n    - static_configs: [{targets: " + yamlList(m_alertmanagers) + "}]\n";
    }
    if (!m_targets.isEmpty()) {
        config += "scrape_configs:\n  - job_name: scripted\n    scrape_timeout: " + m_interval
            + "\n    static_configs: [{targets: " + yamlList(m_targets) + "}]\n";
    }
    write(QStringLiteral("prometheus.yml"), config);
    return {QStringLiteral("--config.file=prometheus.yml"), QStringLiteral("--storage.tsdb.path=data"),
        QStringLiteral("--web.listen-address=") + hostPort(port()), QStringLiteral("--web.enable-lifecycle"),
        QStringLiteral("--web.enable-remote-write-receiver"), QStringLiteral("--log.level=warn")};
}

RealAlertmanager::RealAlertmanager()
    : m_config(PlainAlertmanagerConfig)
{
}

bool RealAlertmanager::isInstalled()
{
    return isOnPath(QStringLiteral("prometheus-alertmanager"));
}

void RealAlertmanager::joinCluster(RealAlertmanager &peer)
{
    if (peer.m_clusterPort == 0) {
        peer.m_clusterPort = freePort();
    }
    m_clusterPort = freePort();
    m_peerPort = peer.m_clusterPort;
}

bool RealAlertmanager::post(const QByteArray &alerts) const
{
    QUrl target = url();
    target.setPath(QStringLiteral("/api/v2/alerts"));
    return plainHttp("POST", target, alerts, "application/json").status == 200;
}

QString RealAlertmanager::program() const
{
    return QStringLiteral("prometheus-alertmanager");
}

QString RealAlertmanager::readyPath() const
{
    return QStringLiteral("/-/ready");
}

QStringList RealAlertmanager::arguments()
{
    write(QStringLiteral("alertmanager.yml"), m_config);
    QStringList arguments {QStringLiteral("--config.file=alertmanager.yml"), QStringLiteral("--storage.path=data"),
        QStringLiteral("--web.listen-address=") + hostPort(port()), QStringLiteral("--log.level=warn"),
        QStringLiteral("--cluster.listen-address=") + (m_clusterPort != 0 ? hostPort(m_clusterPort) : QString())};
    if (m_clusterPort != 0) {
        arguments << QStringLiteral("--cluster.gossip-interval=50ms") << QStringLiteral("--cluster.settle-timeout=1s")
                  << QStringLiteral("--cluster.pushpull-interval=2s");
    }
    if (m_peerPort != 0) {
        arguments << QStringLiteral("--cluster.peer=") + hostPort(m_peerPort);
    }
    return arguments;
}

RealClickhouse::RealClickhouse()
    : m_nativePort(freePort())
{
}

bool RealClickhouse::isInstalled()
{
    return QFile::exists(QStringLiteral("/usr/sbin/clickhouse-server"));
}

PlainReply RealClickhouse::execute(const QByteArray &sql) const
{
    return plainHttp("POST", url(), sql, "text/plain");
}

QString RealClickhouse::program() const
{
    return QStringLiteral("/usr/sbin/clickhouse-server");
}

QString RealClickhouse::readyPath() const
{
    return QStringLiteral("/ping");
}

QStringList RealClickhouse::arguments()
{
    const QByteArray here = folder().toUtf8();
    write(QStringLiteral("users.xml"),
        "<yandex><profiles><default/></profiles><users><default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile>"
        "<quota>default</quota></default></users><quotas><default/></quotas></yandex>");
    write(QStringLiteral("config.xml"),
        "<yandex><logger><level>warning</level><console>1</console></logger><listen_host>127.0.0.1</listen_host><http_port>"
            + QByteArray::number(port()) + "</http_port><tcp_port>" + QByteArray::number(m_nativePort) + "</tcp_port><path>" + here
            + "/data/</path><tmp_path>" + here
            + "/tmp/</tmp_path><users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default"
              "</default_database><mark_cache_size>67108864</mark_cache_size></yandex>");
    return {QStringLiteral("--config-file=") + folder() + QStringLiteral("/config.xml")};
}

bool RealJournalRemote::isInstalled()
{
    return QFile::exists(QLatin1StringView(JournalRemote));
}

QString RealJournalRemote::journalFolder() const
{
    return folder() + QStringLiteral("/journal");
}

bool RealJournalRemote::push(const QByteArray &exportEntries) const
{
    QUrl target = url();
    target.setPath(QStringLiteral("/upload"));
    return plainHttp("POST", target, exportEntries, "application/vnd.fdo.journal").status == 202;
}

QString RealJournalRemote::program() const
{
    return QLatin1StringView(JournalRemote);
}

QString RealJournalRemote::readyPath() const
{
    return QStringLiteral("/");
}

QStringList RealJournalRemote::arguments()
{
    QDir().mkpath(journalFolder());
    return {QStringLiteral("--listen-http=") + hostPort(port()), QStringLiteral("--split-mode=none"), QStringLiteral("-o"),
        journalFolder() + QStringLiteral("/remote.journal")};
}

RealJournalGateway::RealJournalGateway(QString journalFolder)
    : m_journals(std::move(journalFolder))
{
}

bool RealJournalGateway::isInstalled()
{
    return QFile::exists(QLatin1StringView(JournalGateway)) && isOnPath(QStringLiteral("systemd-socket-activate"));
}

QString RealJournalGateway::program() const
{
    return QStringLiteral("systemd-socket-activate");
}

QString RealJournalGateway::readyPath() const
{
    return QStringLiteral("/machine");
}

QStringList RealJournalGateway::arguments()
{
    return {QStringLiteral("-l"), hostPort(port()), QLatin1StringView(JournalGateway), QStringLiteral("--directory=") + m_journals};
}

bool writeJournal(const QString &file, const QByteArray &exportEntries)
{
    QProcess process;
    process.start(QLatin1StringView(JournalRemote), {QStringLiteral("-o"), file, QStringLiteral("-")});
    if (!process.waitForStarted(5000)) {
        return false;
    }
    process.write(exportEntries);
    process.closeWriteChannel();
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace quarterdeck
