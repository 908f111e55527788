#include "tests/support/icinga2server.h"

#include "tests/support/realservers.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslSocket>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

const QByteArray PlainConfig = R"(const NodeName = "master"
const PluginDir = "/nonexistent"
include <itl>
object CheckerComponent "checker" { }
object Endpoint NodeName { }
object Zone "master" { endpoints = [ NodeName ] }
object ApiUser "root" { password = "secret"; permissions = [ "*" ] }
)";

QString daemonProgram()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("icinga2"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("icinga2"), {QStringLiteral("/usr/sbin")}) : found;
}

/// What the servers of Debian run as is not ours: ours runs as whoever runs the test.
QStringList identity()
{
    const passwd *user = getpwuid(getuid());
    const group *ours = getgrgid(getgid());
    return {QStringLiteral("-DRunAsUser=") + QString::fromLocal8Bit(user != nullptr ? user->pw_name : "nobody"),
        QStringLiteral("-DRunAsGroup=") + QString::fromLocal8Bit(ours != nullptr ? ours->gr_name : "nogroup")};
}

/// True where the whole of an answer is there. The server ends its side of TLS and waits for ours, so its going is no sign.
bool isWhole(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const QByteArray head = answer.left(std::max<qsizetype>(end, 0)).toLower();
    const qsizetype length = head.indexOf("content-length:");
    if (end < 0 || length < 0) {
        return false;
    }
    const qsizetype from = length + qsizetype(std::size("content-length:")) - 1;
    return answer.size() - end - 4 >= head.mid(from, head.indexOf('\r', from) - from).trimmed().toLongLong();
}

} // namespace

Icinga2Server::Icinga2Server()
    : m_port(freePort())
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // It is three processes: they end together, and with the test.
    m_process.setChildProcessModifier([] {
        setsid();
        prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
}

Icinga2Server::~Icinga2Server()
{
    kill();
}

bool Icinga2Server::isInstalled()
{
    return !daemonProgram().isEmpty() && !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty();
}

QByteArray Icinga2Server::quoted(const QString &text)
{
    QByteArray out = text.toUtf8();
    out.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    return '"' + out + '"';
}

void Icinga2Server::addHost(const QString &name, const QByteArray &more)
{
    configure("object Host " + quoted(name) + " { check_command = \"dummy\"; enable_active_checks = false; max_check_attempts = 3; " + more + " }");
}

void Icinga2Server::addService(const QString &host, const QString &name, const QByteArray &more)
{
    configure("object Service " + quoted(name) + " { host_name = " + quoted(host)
        + "; check_command = \"dummy\"; enable_active_checks = false; max_check_attempts = 3; " + more + " }");
}

void Icinga2Server::addUser(const QByteArray &name, const QByteArray &permissions)
{
    configure("object ApiUser \"" + name + "\" { password = \"secret\"; permissions = [ " + permissions + " ] }");
}

QUrl Icinga2Server::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
}

QByteArray Icinga2Server::log()
{
    if (m_process.isOpen()) {
        m_log += m_process.readAll();
    }
    return m_log;
}

bool Icinga2Server::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool Icinga2Server::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool isDone = process.waitForStarted(5000) && process.waitForFinished(20'000) && process.exitCode() == 0;
    if (!isDone) {
        m_log += process.readAll();
    }
    return isDone;
}

bool Icinga2Server::makeCertificates()
{
    if (QFile::exists(caFile())) {
        return true;
    }
    const QString openssl = QStringLiteral("openssl");
    const QStringList key {QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    return write(QStringLiteral("names"), "subjectAltName=DNS:master,DNS:localhost,IP:127.0.0.1\n")
        && run(openssl, words("req -x509 -keyout ca.key -out data/certs/ca.crt -days 30 -subj /CN=Test") + key)
        && run(openssl, words("req -keyout data/certs/master.key -out master.csr -subj /CN=master") + key)
        && run(openssl,
            words("x509 -req -in master.csr -CA data/certs/ca.crt -CAkey ca.key -CAcreateserial -out data/certs/master.crt -days 30 -extfile names"));
}

bool Icinga2Server::start()
{
    kill();
    const QDir folder(m_folder.path());
    for (const char *name : {"data/certs", "log", "cache", "spool", "run"}) {
        folder.mkpath(QString::fromLatin1(name));
    }
    const QByteArray listener = "object ApiListener \"api\" { bind_host = \"127.0.0.1\"; bind_port = " + QByteArray::number(m_port) + " }\n";
    if (!makeCertificates() || !write(QStringLiteral("icinga2.conf"), PlainConfig + listener + m_objects)) {
        return false;
    }
    const auto place = [&folder](const char *name, const char *path) {
        return QStringLiteral("-D%1=%2").arg(QLatin1StringView(name), folder.filePath(QString::fromLatin1(path)));
    };
    m_process.setWorkingDirectory(m_folder.path());
    m_process.start(daemonProgram(),
        QStringList {QStringLiteral("daemon"), QStringLiteral("-x"), QStringLiteral("warning"), QStringLiteral("-c"), QStringLiteral("icinga2.conf"),
            place("ConfigDir", "."), place("DataDir", "data"), place("LogDir", "log"), place("CacheDir", "cache"), place("SpoolDir", "spool"),
            place("InitRunDir", "run"), place("PidPath", "run/icinga2.pid")}
            + identity());
    const QDeadlineTimer deadline(20'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        if (request("GET", "/v1").status == 200) {
            return true;
        }
        m_process.waitForFinished(50);
        log();
    }
    return false;
}

void Icinga2Server::signalGroup(int number) const
{
    if (const qint64 pid = m_process.processId(); pid > 0) {
        ::kill(-pid_t(pid), number);
    }
}

void Icinga2Server::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        m_process.waitForFinished(20'000);
    }
    kill();
}

void Icinga2Server::kill()
{
    signalGroup(SIGKILL);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.waitForFinished(5000);
    }
    log();
}

void Icinga2Server::forget()
{
    QFile::remove(m_folder.filePath(QStringLiteral("data/icinga2.state")));
}

Icinga2Server::Reply Icinga2Server::send(const QByteArray &head, const QByteArray &body) const
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    if (!socket.waitForEncrypted(2000)) {
        return {};
    }
    socket.write(head + body);
    QByteArray answer;
    const QDeadlineTimer deadline(30'000);
    while (!isWhole(answer) && socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        socket.waitForReadyRead(200);
        answer += socket.readAll();
    }
    socket.abort();
    const qsizetype space = answer.indexOf(' ');
    const qsizetype end = answer.indexOf("\r\n\r\n");
    if (space < 0 || end < 0) {
        return {};
    }
    return {answer.mid(space + 1, 3).toInt(), answer.mid(end + 4)};
}

Icinga2Server::Reply Icinga2Server::request(
    const QByteArray &method, const QByteArray &path, const QByteArray &body, const QByteArray &user, const QByteArray &accept) const
{
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Basic "
        + (user + ":secret").toBase64() + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!accept.isEmpty()) {
        head += "Accept: " + accept + "\r\n";
    }
    return send(head + "\r\n", body);
}

Icinga2Server::Reply Icinga2Server::query(const QByteArray &path, const QByteArray &body, const QByteArray &user) const
{
    const QByteArray head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Basic "
        + (user + ":secret").toBase64()
        + "\r\nAccept: application/json\r\nX-HTTP-Method-Override: GET\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    return send(head, body);
}

QByteArray Icinga2Server::stream(const QByteArray &body, int milliseconds, const std::function<void()> &meanwhile) const
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    if (!socket.waitForEncrypted(5000)) {
        return {};
    }
    socket.write("POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + QByteArray("root:secret").toBase64()
        + "\r\nAccept: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.waitForBytesWritten(1000);
    socket.waitForReadyRead(500);
    meanwhile();
    QByteArray sent;
    const QDeadlineTimer deadline(milliseconds);
    while (socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        socket.waitForReadyRead(100);
        sent += socket.readAll();
    }
    return sent;
}

bool Icinga2Server::check(const QString &id, int state, const QString &output, const QByteArray &performanceData) const
{
    const bool isHost = !id.contains(u'!');
    QJsonObject result {{QStringLiteral("type"), isHost ? QStringLiteral("Host") : QStringLiteral("Service")},
        {isHost ? QStringLiteral("hosts") : QStringLiteral("services"), QJsonArray {id}}, {QStringLiteral("exit_status"), state},
        {QStringLiteral("plugin_output"), output}};
    if (!performanceData.isEmpty()) {
        result.insert(QStringLiteral("performance_data"), QString::fromUtf8(performanceData));
    }
    return request("POST", "/v1/actions/process-check-result", QJsonDocument(result).toJson(QJsonDocument::Compact)).status == 200;
}

} // namespace quarterdeck
