#include "tests/support/metricservers.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUdpSocket>

#include <pwd.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

const QString Python = QStringLiteral("/usr/bin/python3");
const QString PmproxyScript = QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/support/pmproxyserver.py");
const QString GraphiteScript = QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/support/graphiteserver.py");

QUrl at(const RealServer &server, const QString &path, const QString &query = {})
{
    QUrl url = server.url();
    url.setPath(path);
    url.setQuery(query);
    return url;
}

bool hasProgram(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty() || QFile::exists(QStringLiteral("/usr/sbin/") + program);
}

QByteArray ownName()
{
    const passwd *entry = getpwuid(geteuid());
    return entry != nullptr ? QByteArray(entry->pw_name) : QByteArray("root");
}

template <class A, class B> QJsonArray pairOf(const std::pair<A, B> &values)
{
    return {QJsonValue(values.first), QJsonValue(values.second)};
}

} // namespace

bool RealGraphite::isInstalled()
{
    return QFile::exists(QStringLiteral("/usr/lib/python3/dist-packages/graphite/wsgi.py"));
}

void RealGraphite::setSeries(const std::vector<WhisperSeries> &series)
{
    QJsonArray all;
    for (const WhisperSeries &one : series) {
        QJsonArray archives;
        for (const auto &archive : one.archives) {
            archives.append(pairOf(archive));
        }
        QJsonArray points;
        for (const auto &point : one.points) {
            points.append(pairOf(point));
        }
        all.append(QJsonObject {
            {QStringLiteral("name"), QString::fromUtf8(one.name)}, {QStringLiteral("archives"), archives}, {QStringLiteral("points"), points}});
    }
    write(QStringLiteral("series.json"), QJsonDocument(all).toJson());
}

QString RealGraphite::program() const
{
    return Python;
}

QStringList RealGraphite::arguments()
{
    return {GraphiteScript, folder(), QString::number(port())};
}

QString RealGraphite::readyPath() const
{
    return QStringLiteral("/version/");
}

RealInfluxdb::RealInfluxdb()
    : m_rpcPort(freePort())
{
}

bool RealInfluxdb::isInstalled()
{
    return hasProgram(QStringLiteral("influxd"));
}

bool RealInfluxdb::put(const QByteArray &lines) const
{
    return plainHttp("POST", at(*this, QStringLiteral("/write"), QStringLiteral("db=d&precision=s")), lines, "text/plain").status == 204;
}

PlainReply RealInfluxdb::execute(const QByteArray &statement) const
{
    return plainHttp("POST", at(*this, QStringLiteral("/query"), QStringLiteral("db=d")), "q=" + statement.toPercentEncoding(),
        "application/x-www-form-urlencoded");
}

QString RealInfluxdb::program() const
{
    return QStringLiteral("influxd");
}

QStringList RealInfluxdb::arguments()
{
    const QByteArray here = folder().toUtf8();
    write(QStringLiteral("influxdb.conf"),
        "reporting-disabled = true\nbind-address = \"127.0.0.1:" + QByteArray::number(m_rpcPort) + "\"\n[meta]\n  dir = \"" + here
            + "/meta\"\n[data]\n  dir = \"" + here + "/data\"\n  wal-dir = \"" + here + "/wal\"\n[http]\n  bind-address = \"127.0.0.1:"
            + QByteArray::number(port()) + "\"\n  max-row-limit = " + QByteArray::number(m_rowLimit) + "\n[monitor]\n  store-enabled = false\n");
    return {QStringLiteral("-config"), QStringLiteral("influxdb.conf")};
}

QString RealInfluxdb::readyPath() const
{
    return QStringLiteral("/ping");
}

RealNetdata::RealNetdata()
    : m_statsdPort(freePort())
{
}

bool RealNetdata::isInstalled()
{
    return hasProgram(QStringLiteral("netdata"));
}

void RealNetdata::send(const QByteArray &gauge, double value) const
{
    QUdpSocket socket;
    socket.writeDatagram(gauge + ':' + QByteArray::number(value) + "|g", QHostAddress::LocalHost, m_statsdPort);
}

QString RealNetdata::program() const
{
    return QStringLiteral("/usr/sbin/netdata");
}

QStringList RealNetdata::arguments()
{
    const QByteArray here = folder().toUtf8();
    for (const char *name : {"cache", "config", "health", "lib", "log", "none", "web"}) {
        QDir(folder()).mkdir(QLatin1StringView(name));
    }
    write(QStringLiteral("netdata.conf"),
        "[global]\n  run as user = " + ownName() + "\n  hostname = probe\n[directories]\n  config = " + here + "/config\n  stock config = " + here
            + "/none\n  log = " + here + "/log\n  cache = " + here + "/cache\n  lib = " + here + "/lib\n  web = " + here + "/web\n  plugins = " + here
            + "/none\n  health config = " + here + "/health\n  stock health config = " + here
            + "/none\n[db]\n  mode = ram\n[web]\n  bind to = 127.0.0.1\n  default port = " + QByteArray::number(port())
            + "\n[plugins]\n  diskspace = no\n  cgroups = no\n  tc = no\n  idlejitter = no\n  timex = no\n  profile = no\n"
              "  enable running new plugins = no\n[statsd]\n  bind to = udp:127.0.0.1:"
            + QByteArray::number(m_statsdPort) + "\n[ml]\n  enabled = no\n[health]\n  enabled = no\n");
    return {QStringLiteral("-D"), QStringLiteral("-c"), QStringLiteral("netdata.conf")};
}

QString RealNetdata::readyPath() const
{
    return QStringLiteral("/api/v1/info");
}

RealPmproxy::RealPmproxy()
    : m_redisPort(freePort())
{
}

bool RealPmproxy::isInstalled()
{
    return QFile::exists(QStringLiteral("/usr/lib/pcp/bin/pmproxy")) && hasProgram(QStringLiteral("pmseries"))
        && hasProgram(QStringLiteral("redis-server")) && QFile::exists(QStringLiteral("/usr/lib/python3/dist-packages/pcp/pmi.py"));
}

void RealPmproxy::setMetrics(const std::vector<PcpMetric> &metrics)
{
    QJsonArray all;
    for (const PcpMetric &metric : metrics) {
        QJsonArray units;
        for (const int unit : metric.units) {
            units.append(unit);
        }
        QJsonArray instances;
        for (const QByteArray &instance : metric.instances) {
            instances.append(QString::fromUtf8(instance));
        }
        QJsonArray points;
        for (const auto &[ms, values] : metric.points) {
            QJsonArray row;
            for (const std::optional<double> &value : values) {
                row.append(value ? QJsonValue(*value) : QJsonValue());
            }
            points.append(QJsonArray {ms, row});
        }
        all.append(QJsonObject {{QStringLiteral("name"), QString::fromUtf8(metric.name)}, {QStringLiteral("type"), QString::fromUtf8(metric.type)},
            {QStringLiteral("counter"), metric.isCounter}, {QStringLiteral("units"), units}, {QStringLiteral("instances"), instances},
            {QStringLiteral("points"), points}});
    }
    write(QStringLiteral("metrics.json"), QJsonDocument(all).toJson());
}

QString RealPmproxy::program() const
{
    return Python;
}

QStringList RealPmproxy::arguments()
{
    return {PmproxyScript, folder(), QString::number(port()), QString::number(m_redisPort)};
}

QString RealPmproxy::readyPath() const
{
    return QStringLiteral("/series/ping");
}

bool RealVictoriaMetrics::isInstalled()
{
    return hasProgram(QStringLiteral("victoria-metrics"));
}

bool RealVictoriaMetrics::put(const QByteArray &text) const
{
    return load(QStringLiteral("/api/v1/import/prometheus"), text);
}

bool RealVictoriaMetrics::putJson(const QByteArray &lines) const
{
    return load(QStringLiteral("/api/v1/import"), lines);
}

bool RealVictoriaMetrics::load(const QString &path, const QByteArray &body) const
{
    const bool isTaken = plainHttp("POST", at(*this, path), body, "text/plain").status == 204;
    return plainHttp("GET", at(*this, QStringLiteral("/internal/force_flush"))).status == 200 && isTaken;
}

QString RealVictoriaMetrics::program() const
{
    return QStringLiteral("victoria-metrics");
}

QStringList RealVictoriaMetrics::arguments()
{
    return {QStringLiteral("-httpListenAddr=127.0.0.1:%1").arg(port()), QStringLiteral("-storageDataPath=") + folder() + QStringLiteral("/data"),
        QStringLiteral("-retentionPeriod=100y"), QStringLiteral("-search.latencyOffset=0s"), QStringLiteral("-search.maxUniqueTimeseries=50")};
}

QString RealVictoriaMetrics::readyPath() const
{
    return QStringLiteral("/health");
}

} // namespace quarterdeck
