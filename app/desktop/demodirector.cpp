#include "app/desktop/demodirector.h"

#include "app/core/clock.h"
#include "app/core/log.h"
#include "app/demo/demofiles.h"
#include "app/demo/history.h"
#include "app/demo/recording.h"
#include "app/store/store.h"

#include <QMap>

namespace quarterdeck {

namespace {

const SourceId PagingSource = QStringLiteral("alertmanager");
constexpr Millis RecordedStep {5000};

} // namespace

DemoDirector::DemoDirector(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_fleet(std::make_unique<DemoFleet>())
{
    connect(m_fleet.get(), &DemoFleet::phaseChanged, this, &DemoDirector::phaseChanged);
}

DemoDirector::~DemoDirector() = default;

void DemoDirector::start()
{
    const Result<Done> started = m_fleet->start();
    m_isLive = started.has_value();
    m_problem = DemoFleet::remark();
    if (!started) {
        m_problem = started.error().what;
        // The configuration is the same, its addresses lead nowhere: what is shown is the recording, and says how old it is.
        const Result<Done> written = demo::writeDemoFiles(m_fleet->folder(), {9, 9, 9, 9, 9}, demo::DemoKeys::random());
        if (!written) {
            m_problem = written.error().what;
        }
    }
}

QString DemoDirector::configFile() const
{
    return m_fleet->configFile();
}

QString DemoDirector::dataFolder() const
{
    return m_fleet->folder() + QStringLiteral("/quarterdeck");
}

void DemoDirector::attach(Store &store, const Config &config)
{
    m_store = &store;
    for (const Batch &batch : demo::loadHistory(PagingSource, m_clock.now())) {
        store.apply(batch);
    }
    if (!m_isLive) {
        playRecording(config);
        emit phaseChanged(QStringLiteral("recorded"));
        return;
    }
    connect(&store, &Reader::changed, this, [this](const ChangeSet &changes) {
        if (changes.runs) {
            watchSteps();
        }
    });
}

void DemoDirector::playRecording(const Config &config)
{
    const UtcTime now = m_clock.now();
    const demo::Recording recording = demo::recordIncident(now);
    QMap<SourceId, std::vector<Alert>> alerts;
    for (const Alert &alert : recording.alerts) {
        alerts[alert.key.source].push_back(alert);
    }
    for (auto one = alerts.cbegin(); one != alerts.cend(); ++one) {
        m_store->apply({one.key(), now, one.value(), {}, std::nullopt, std::nullopt});
    }
    LogQuery all;
    all.sources = QStringList {QStringLiteral("journal")};
    all.range = recording.range;
    m_store->putLogs(recording.lines, all);
    for (const Service &service : config.services) {
        for (const Panel &panel : service.panels) {
            Series series;
            series.unit = panel.unit;
            series.samples = demo::recordedSamples(service.name, panel.title, recording.range, RecordedStep, now);
            m_store->putSeries({{QStringLiteral("prometheus")}, panel.expression, recording.range, RecordedStep}, {series}, now);
        }
    }
}

void DemoDirector::watchSteps()
{
    if (m_isReading) {
        m_isChangedAgain = true;
        return;
    }
    m_isReading = true;
    then(m_store->runs(20), this, [this](const Result<std::vector<RunbookRun>> &runs) {
        m_isReading = false;
        if (runs) {
            for (const RunbookRun &run : *runs) {
                if (!run.runbook.contains(QLatin1StringView("CheckoutErrorBudgetBurn"))) {
                    continue;
                }
                for (const StepMark &mark : run.marks) {
                    if (mark.state != StepMark::State::Open) {
                        m_fleet->stepDone(mark.step);
                    }
                }
            }
        }
        if (m_isChangedAgain) {
            m_isChangedAgain = false;
            watchSteps();
        }
    });
}

} // namespace quarterdeck
