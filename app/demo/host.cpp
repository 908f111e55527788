#include "app/demo/host.h"

#include "app/core/log.h"
#include "app/json/jsonreader.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace quarterdeck::demo {

namespace {

constexpr Millis CalmBefore {20'000};
constexpr Millis MetricHistory {75 * 60'000};
constexpr Millis LogHistory {70 * 60'000};
constexpr double HistoryDensity = 0.25;

} // namespace

Host::Host(QString folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_simulation(Scenario::calm(), clock.now() - MetricHistory)
    , m_logs(20251)
    , m_exporter([this](const QString &service) { return m_simulation.scrape(service, m_clock.now()); })
    , m_keys(DemoKeys::random())
    , m_pager(m_account, m_keys.pager, clock)
    , m_pagerStory(m_account, clock.now())
    , m_servers(m_folder)
{
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &Host::tick);
    auto *commands = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(commands, &QSocketNotifier::activated, this, &Host::readCommands);
}

void Host::tell(const char *key, const QString &value)
{
    JsonWriter json;
    json.beginObject().key(QString::fromLatin1(key)).value(value).endObject();
    const QByteArray line = json.take() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

QByteArray Host::pastLines(UtcTime until)
{
    QByteArray past;
    const Scenario calm = Scenario::calm();
    for (UtcTime at = until - LogHistory; at < until; at = at + Millis(1000)) {
        past += m_logs.second(calm, at, HistoryDensity);
    }
    return past;
}

void Host::prepareIcinga()
{
    if (!IcingaServer::missing().isEmpty()) {
        return;
    }
    m_icinga = std::make_unique<IcingaServer>(m_folder + QStringLiteral("/icinga2"));
    if (const auto ready = m_icinga->prepare(m_servers.icingaPort(), m_keys.icinga, IcingaStory::objects()); !ready) {
        qCWarning(logDemo) << "the demo goes on without Icinga2:" << ready.error().what;
        m_icinga.reset();
        return;
    }
    m_icinga->start();
}

void Host::beginIcinga()
{
    if (m_icinga == nullptr) {
        return;
    }
    if (const auto up = m_icinga->waitUntilUp(); !up) {
        // The window is told by the source itself, which does not answer.
        qCWarning(logDemo) << "the demo goes on without Icinga2:" << up.error().what;
        return;
    }
    m_icingaStory = std::make_unique<IcingaStory>(m_icinga->client(), m_clock.now());
}

bool Host::start()
{
    if (!m_exporter.listen() || !m_pager.listen()) {
        tell("error", QStringLiteral("No free port on this machine for the demo"));
        return false;
    }
    Result<Done> done = m_servers.reservePorts();
    if (done) {
        prepareIcinga();
        const quint16 icinga = m_icinga == nullptr ? quint16(0) : m_servers.icingaPort();
        done = writeDemoFiles(m_folder,
            {m_exporter.port(), m_servers.prometheusPort(), m_servers.alertmanagerPort(), m_servers.journalPort(), m_pager.port(), icinga}, m_keys);
    }
    const UtcTime begin = m_clock.now();
    if (done) {
        done = m_servers.importHistory(m_simulation.backfill({begin - MetricHistory, begin}));
    }
    if (done) {
        done = m_servers.startJournal();
    }
    if (done) {
        m_servers.writeJournal(pastLines(begin));
        m_lastTick = begin;
        m_timer.start();
        beginIcinga();
        done = m_servers.start();
    }
    if (!done) {
        tell("error", done.error().what);
        return false;
    }
    // The script starts when the company is there to be looked at, not while servers were starting.
    m_simulation.scenario() = Scenario(m_clock.now(), CalmBefore);
    tell("ready", QStringLiteral("true"));
    tell("phase", phaseName(Phase::Calm));
    return true;
}

void Host::tick()
{
    const UtcTime now = m_clock.now();
    const qint64 lastSecond = m_lastTick.ms / 1000;
    m_lastTick = now;
    for (qint64 second = lastSecond + 1; second <= now.ms / 1000; ++second) {
        m_servers.writeJournal(m_logs.second(m_simulation.scenario(), UtcTime {second * 1000}, 1.0));
    }
    m_pagerStory.follow(m_simulation.scenario(), now);
    if (m_icingaStory != nullptr) {
        m_icingaStory->follow(m_simulation.scenario(), now);
    }
    const Phase phase = m_simulation.scenario().phase(now);
    if (phase != m_lastPhase) {
        m_lastPhase = phase;
        tell("phase", phaseName(phase));
    }
}

void Host::readCommands()
{
    char buffer[4096];
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got <= 0) {
        QCoreApplication::quit();
        return;
    }
    m_input.append(buffer, qsizetype(got));
    for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
        const QByteArray line = m_input.left(end);
        m_input.remove(0, end + 1);
        if (line.startsWith("step ")) {
            m_simulation.scenario().stepDone(QString::fromUtf8(line.mid(5)), m_clock.now());
        }
    }
}

} // namespace quarterdeck::demo
