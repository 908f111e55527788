#include "app/demo/serverset.h"

#include "app/core/log.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <csignal>
#include <sys/prctl.h>

namespace quarterdeck::demo {

namespace {

constexpr int StartTimeoutMs = 20'000;
constexpr int RetryMs = 60;
constexpr int AnswerMs = 1000;
const QString JournalRemote = QStringLiteral("/lib/systemd/systemd-journal-remote");
const QString JournalGateway = QStringLiteral("/lib/systemd/systemd-journal-gatewayd");

QString find(const QString &program)
{
    if (program.startsWith(u'/')) {
        return QFile::exists(program) ? program : QString();
    }
    return QStandardPaths::findExecutable(program);
}

} // namespace

ServerSet::ServerSet(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

ServerSet::~ServerSet()
{
    for (QProcess *process : m_processes) {
        process->terminate();
    }
    for (QProcess *process : m_processes) {
        if (!process->waitForFinished(1500)) {
            process->kill();
            process->waitForFinished(1000);
        }
    }
}

QStringList ServerSet::missing()
{
    QStringList names;
    for (const QString &program : {QStringLiteral("prometheus"), QStringLiteral("promtool"), QStringLiteral("prometheus-alertmanager"),
             QStringLiteral("systemd-socket-activate"), JournalRemote, JournalGateway}) {
        if (find(program).isEmpty()) {
            names.append(program.section(u'/', -1));
        }
    }
    return names;
}

Result<Done> ServerSet::reservePorts()
{
    std::array<QTcpServer, 4> probes;
    for (QTcpServer &probe : probes) {
        if (!probe.listen(QHostAddress::LocalHost, 0)) {
            return fail(ErrorKind::Internal, QStringLiteral("No free port on this machine for the demo: ") + probe.errorString());
        }
    }
    m_prometheusPort = probes.at(0).serverPort();
    m_alertmanagerPort = probes.at(1).serverPort();
    m_journalPort = probes.at(2).serverPort();
    m_icingaPort = probes.at(3).serverPort();
    return Done {};
}

QProcess *ServerSet::run(const QString &program, const QStringList &arguments)
{
    auto *process = new QProcess(this);
    process->setWorkingDirectory(m_folder);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardOutputFile(m_folder + u'/' + program.section(u'/', -1) + QStringLiteral(".log"));
    // A killed parent must not leave servers behind.
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->start(find(program), arguments);
    m_processes.push_back(process);
    return process;
}

Result<Done> ServerSet::importHistory(const QByteArray &openMetrics)
{
    const QString text = m_folder + QStringLiteral("/history.om");
    QFile file(text);
    if (!file.open(QIODevice::WriteOnly) || file.write(openMetrics) != openMetrics.size()) {
        return fail(ErrorKind::Storage, QStringLiteral("The demo cannot write to its folder: ") + file.errorString(), text);
    }
    file.close();
    QProcess tool;
    tool.start(find(QStringLiteral("promtool")),
        {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"), text,
            m_folder + QStringLiteral("/prometheus")});
    if (!tool.waitForFinished(StartTimeoutMs) || tool.exitCode() != 0) {
        return fail(ErrorKind::Internal,
            QStringLiteral("promtool could not import the demo's history: ") + QString::fromUtf8(tool.readAllStandardError()).right(300));
    }
    QFile::remove(text);
    return Done {};
}

Result<Done> ServerSet::startJournal()
{
    QDir(m_folder).mkpath(QStringLiteral("journal"));
    m_journalWriter = new QProcess(this);
    m_journalWriter->setProcessChannelMode(QProcess::MergedChannels);
    m_journalWriter->setStandardOutputFile(m_folder + QStringLiteral("/journal-remote.log"));
    m_journalWriter->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_journalWriter->start(JournalRemote, {QStringLiteral("-o"), m_folder + QStringLiteral("/journal/live.journal"), QStringLiteral("-")});
    m_processes.push_back(m_journalWriter);
    if (!m_journalWriter->waitForStarted(StartTimeoutMs)) {
        return fail(ErrorKind::Internal, QStringLiteral("systemd-journal-remote did not start: ") + m_journalWriter->errorString());
    }
    return Done {};
}

Result<Done> ServerSet::start()
{
    const QString loopback = QStringLiteral("127.0.0.1:%1");
    run(QStringLiteral("prometheus-alertmanager"),
        {QStringLiteral("--config.file=") + m_folder + QStringLiteral("/alertmanager.yml"),
            QStringLiteral("--storage.path=") + m_folder + QStringLiteral("/alertmanager"), QStringLiteral("--cluster.listen-address="),
            QStringLiteral("--web.listen-address=") + loopback.arg(m_alertmanagerPort)});
    run(QStringLiteral("systemd-socket-activate"),
        {QStringLiteral("-l"), loopback.arg(m_journalPort), JournalGateway, QStringLiteral("--directory=") + m_folder + QStringLiteral("/journal")});
    // An alert that fires while its Alertmanager is still starting would be sent again only after the resend delay.
    Result<Done> up = waitFor(m_alertmanagerPort, "/-/ready", QStringLiteral("Alertmanager"));
    if (up) {
        run(QStringLiteral("prometheus"),
            {QStringLiteral("--config.file=") + m_folder + QStringLiteral("/prometheus.yml"),
                QStringLiteral("--storage.tsdb.path=") + m_folder + QStringLiteral("/prometheus"), QStringLiteral("--rules.alert.resend-delay=5s"),
                QStringLiteral("--web.listen-address=") + loopback.arg(m_prometheusPort)});
        up = waitFor(m_prometheusPort, "/-/ready", QStringLiteral("Prometheus"));
    }
    if (up) {
        up = waitFor(m_journalPort, "/machine", QStringLiteral("systemd-journal-gatewayd"));
    }
    return up;
}

Result<Done> ServerSet::waitFor(quint16 port, const QByteArray &path, const QString &name)
{
    // The event loop goes on meanwhile: the simulated services must answer Prometheus from its first scrape.
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < StartTimeoutMs) {
        QTcpSocket socket;
        QEventLoop loop;
        QTimer pause;
        pause.setSingleShot(true);
        connect(&socket, &QTcpSocket::connected, &socket, [&socket, path] { socket.write("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n"); });
        connect(&socket, &QTcpSocket::readyRead, &loop, &QEventLoop::quit);
        connect(&socket, &QTcpSocket::errorOccurred, &pause, [&pause] { pause.start(RetryMs); });
        connect(&pause, &QTimer::timeout, &loop, &QEventLoop::quit);
        pause.start(AnswerMs);
        socket.connectToHost(QHostAddress::LocalHost, port);
        loop.exec();
        const QByteArray answer = socket.readAll();
        if (answer.startsWith("HTTP/1.") && answer.mid(9, 3) == "200") {
            return Done {};
        }
        if (!answer.isEmpty()) {
            // It answers, but is not ready yet.
            QTimer::singleShot(RetryMs, &loop, &QEventLoop::quit);
            loop.exec();
        }
    }
    return fail(ErrorKind::Timeout, name + QStringLiteral(" did not start within 20 seconds"), m_folder);
}

void ServerSet::writeJournal(const QByteArray &entries)
{
    if (m_journalWriter != nullptr && m_journalWriter->state() == QProcess::Running) {
        m_journalWriter->write(entries);
    } else {
        qCWarning(logDemo) << "the demo's journal writer is not running";
    }
}

} // namespace quarterdeck::demo
