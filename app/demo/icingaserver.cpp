#include "app/demo/icingaserver.h"

#include "app/core/regularfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace quarterdeck::demo {

namespace {

constexpr int StartTimeoutMs = 20'000;
constexpr int RetryMs = 100;
constexpr int ToolTimeoutMs = 10'000;
constexpr qsizetype LongestCertificate = 64 * 1024;
const QString OpenSsl = QStringLiteral("openssl");
const QString Authority = QStringLiteral("data/certs/ca.crt");

QString daemonProgram()
{
    // Debian keeps it where only administrators look.
    const QString found = QStandardPaths::findExecutable(QStringLiteral("icinga2"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("icinga2"), {QStringLiteral("/usr/sbin")}) : found;
}

QByteArray configOf(quint16 port, const QByteArray &password)
{
    return "const NodeName = \"master\"\nconst PluginDir = \"/nonexistent\"\ninclude <itl>\nobject CheckerComponent \"checker\" { }\n"
           "object Endpoint NodeName { }\nobject Zone \"master\" { endpoints = [ NodeName ] }\n"
           "object ApiListener \"api\" { bind_host = \"127.0.0.1\"; bind_port = "
        + QByteArray::number(port) + " }\nobject ApiUser \"quarterdeck\" { password = \"" + password + "\"; permissions = [ \"*\" ] }\n";
}

/// It is to run as who started it, not as the user that a package has made for it.
QStringList identity()
{
    const passwd *user = getpwuid(getuid());
    const group *ours = getgrgid(getgid());
    return {QStringLiteral("-DRunAsUser=") + QString::fromLocal8Bit(user != nullptr ? user->pw_name : "nobody"),
        QStringLiteral("-DRunAsGroup=") + QString::fromLocal8Bit(ours != nullptr ? ours->gr_name : "nogroup")};
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

IcingaServer::IcingaServer(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_process.setWorkingDirectory(m_folder);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder + QStringLiteral("/icinga2.log"));
    // The first of its processes ends the others when it is asked to; killed, it would leave them behind.
    m_process.setChildProcessModifier([] {
        ::setsid();
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
}

IcingaServer::~IcingaServer()
{
    m_client.reset();
    if (const qint64 pid = m_process.processId(); pid > 0) {
        ::kill(-pid_t(pid), SIGKILL);
        m_process.waitForFinished(2000);
    }
}

QStringList IcingaServer::missing()
{
    QStringList names;
    if (daemonProgram().isEmpty()) {
        names.append(QStringLiteral("icinga2"));
    }
    if (QStandardPaths::findExecutable(OpenSsl).isEmpty()) {
        names.append(OpenSsl);
    }
    return names;
}

Result<Done> IcingaServer::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(bytes) != bytes.size()) {
        return fail(ErrorKind::Storage, QStringLiteral("The demo cannot write to its folder: ") + file.errorString(), file.fileName());
    }
    return Done {};
}

Result<Done> IcingaServer::makeCertificates() const
{
    const QStringList key = words("-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes");
    for (const QStringList &arguments :
        {words("req -x509 -keyout ca.key -out data/certs/ca.crt -days 30 -subj /CN=quarterdeck-demo") + key,
            words("req -keyout data/certs/master.key -out master.csr -subj /CN=master") + key,
            words(
                "x509 -req -in master.csr -CA data/certs/ca.crt -CAkey ca.key -CAcreateserial -out data/certs/master.crt -days 30 -extfile names")}) {
        QProcess tool;
        tool.setWorkingDirectory(m_folder);
        tool.start(OpenSsl, arguments);
        if (!tool.waitForFinished(ToolTimeoutMs) || tool.exitCode() != 0) {
            return fail(ErrorKind::Internal,
                QStringLiteral("openssl could not make certificates: ") + QString::fromUtf8(tool.readAllStandardError()).right(300));
        }
    }
    return Done {};
}

Result<Done> IcingaServer::prepare(quint16 port, const QByteArray &password, const QByteArray &objects)
{
    for (const char *name : {"data/certs", "log", "cache", "spool", "run"}) {
        QDir(m_folder).mkpath(QString::fromLatin1(name));
    }
    return write(QStringLiteral("names"), "subjectAltName=DNS:master,DNS:localhost,IP:127.0.0.1\n")
        .and_then([&](Done) { return makeCertificates(); })
        .and_then([&](Done) { return write(QStringLiteral("icinga2.conf"), configOf(port, password) + objects); })
        .and_then([&](Done) { return readRegularFile(m_folder + u'/' + Authority, LongestCertificate); })
        .map([&](const QByteArray &authority) {
            m_client = std::make_unique<IcingaClient>(port, QSslCertificate(authority), password);
            return Done {};
        });
}

void IcingaServer::start()
{
    const auto place = [this](const char *name, const char *path) {
        return QStringLiteral("-D%1=%2/%3").arg(QLatin1StringView(name), m_folder, QLatin1StringView(path));
    };
    m_process.start(daemonProgram(),
        words("daemon -x warning -c icinga2.conf")
            + QStringList {place("ConfigDir", "."), place("DataDir", "data"), place("LogDir", "log"), place("CacheDir", "cache"),
                place("SpoolDir", "spool"), place("InitRunDir", "run"), place("PidPath", "run/icinga2.pid")}
            + identity());
}

Result<Done> IcingaServer::waitUntilUp()
{
    QElapsedTimer timer;
    timer.start();
    bool isUp = false;
    while (!isUp && timer.elapsed() < StartTimeoutMs && m_process.state() != QProcess::NotRunning) {
        QEventLoop loop;
        m_client->greet([&](int status) {
            isUp = status == 200;
            QTimer::singleShot(isUp ? 0 : RetryMs, &loop, &QEventLoop::quit);
        });
        loop.exec();
    }
    return isUp ? Result<Done>(Done {}) : fail(ErrorKind::Timeout, QStringLiteral("Icinga2 did not start within 20 seconds"), m_folder);
}

} // namespace quarterdeck::demo
