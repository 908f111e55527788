#include "app/demo/fleet.h"

#include "app/core/log.h"
#include "app/demo/icingaserver.h"
#include "app/demo/serverset.h"
#include "app/json/jsonreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <sys/prctl.h>

namespace quarterdeck {

namespace {

constexpr int StartTimeoutMs = 45'000;

QString hostProgram()
{
    const QString name = QStringLiteral("quarterdeck-demo");
    const QString beside = QCoreApplication::applicationDirPath();
    for (const QString &candidate : {
             beside + u'/' + name,
             beside + QStringLiteral("/../libexec/quarterdeck/") + name,
             beside + QStringLiteral("/../demo/") + name,
             beside + QStringLiteral("/../app/demo/") + name,
         }) {
        if (QFile::exists(candidate)) {
            return candidate;
        }
    }
    return {};
}

} // namespace

class DemoFleet::Private {
public:
    QTemporaryDir folder;
    QProcess host;
    QByteArray output;
    QString error;
    bool isReady = false;
};

DemoFleet::DemoFleet(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->host.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    d->host.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(&d->host, &QProcess::readyReadStandardOutput, this, [this] {
        d->output += d->host.readAllStandardOutput();
        for (qsizetype end = d->output.indexOf('\n'); end >= 0; end = d->output.indexOf('\n')) {
            const auto message = JsonDocument::parse(QByteArrayView(d->output).first(end));
            d->output.remove(0, end + 1);
            if (!message) {
                continue;
            }
            const JsonValue root = message->root();
            if (!root[u"ready"].isNull()) {
                d->isReady = true;
            }
            if (!root[u"error"].isNull()) {
                d->error = root[u"error"].stringOr({});
            }
            if (!root[u"phase"].isNull()) {
                emit phaseChanged(root[u"phase"].stringOr({}));
            }
        }
    });
}

DemoFleet::~DemoFleet()
{
    d->host.disconnect(this);
    // The end of its input tells the host to stop its servers and go.
    d->host.closeWriteChannel();
    if (d->host.state() != QProcess::NotRunning && !d->host.waitForFinished(5000)) {
        d->host.kill();
        d->host.waitForFinished(2000);
    }
}

QStringList DemoFleet::missingServers()
{
    return demo::ServerSet::missing();
}

QString DemoFleet::remark()
{
    const QStringList missing = demo::IcingaServer::missing();
    return missing.isEmpty()
        ? QString()
        : QStringLiteral("These programs are not installed: %1. The demo has no Icinga2.").arg(missing.join(QStringLiteral(", ")));
}

Result<Done> DemoFleet::start()
{
    const QStringList missing = missingServers();
    if (!missing.isEmpty()) {
        return fail(ErrorKind::Unsupported,
            QStringLiteral("These programs are not installed: %1. The demo needs them to run live.").arg(missing.join(QStringLiteral(", "))));
    }
    const QString program = hostProgram();
    if (program.isEmpty() || !d->folder.isValid()) {
        return fail(
            ErrorKind::Internal, program.isEmpty() ? QStringLiteral("quarterdeck-demo is missing beside quarterdeck") : d->folder.errorString());
    }
    d->host.start(program, {d->folder.path()});
    QElapsedTimer timer;
    timer.start();
    while (!d->isReady && d->error.isEmpty() && timer.elapsed() < StartTimeoutMs) {
        if (!d->host.waitForReadyRead(200) && d->host.state() == QProcess::NotRunning) {
            break;
        }
    }
    if (d->isReady) {
        return Done {};
    }
    return fail(ErrorKind::Internal, d->error.isEmpty() ? QStringLiteral("The demo's servers did not start") : d->error, d->folder.path());
}

QString DemoFleet::folder() const
{
    return d->folder.path();
}

QString DemoFleet::configFile() const
{
    return d->folder.path() + QStringLiteral("/config.yaml");
}

void DemoFleet::stepDone(const QString &stepText)
{
    QByteArray line = stepText.toUtf8();
    line.replace('\n', ' ');
    d->host.write("step " + line + '\n');
}

} // namespace quarterdeck
