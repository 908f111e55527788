#pragma once

#include "app/domain/logmerge.h"
#include "app/sources/api/logface.h"
#include "app/sources/api/metricface.h"
#include "app/sources/api/ruleface.h"
#include "tests/unit/sync/fakesources.h"

#include <QTimer>

#include <atomic>
#include <mutex>

namespace quarterdeck {

/// A metric and log source whose behaviour a test sets from another thread.
class FakeTelemetry final : public Source, public MetricFace, public LogFace, public RuleFace {
public:
    struct Script {
        std::atomic<bool> isDown {false};
        std::atomic<bool> isRefusing {false};
        std::atomic<bool> isWarning {false};
        std::atomic<int> probes {0};
        std::atomic<int> tails {0};
        std::atomic<int> ranges {0};
        std::atomic<int> queries {0};
        std::atomic<bool> isTailCancelled {false};
        QLatin1StringView language = PromQl; ///< Set before it is opened.
    };
    explicit FakeTelemetry(std::shared_ptr<Script> script, const QString &id = QStringLiteral("prom"))
        : m_script(std::move(script))
    {
        m_info.id = id;
        m_info.kind = QStringLiteral("fake");
        m_info.faces = Faces(Face::Metrics) | Face::Logs | Face::Rules;
        m_info.metricLanguage = m_script->language;
    }
    const SourceInfo &info() const override { return m_info; }
    MetricFace *metrics() override { return this; }
    LogFace *logs() override { return this; }
    RuleFace *rules() override { return this; }
    Async<BackendHealth> probe(CancelToken) override
    {
        ++m_script->probes;
        return answer(BackendHealth {});
    }
    Async<MetricAnswer> range(MetricQuery query, CancelToken) override
    {
        ++m_script->ranges;
        Series series;
        series.labels = Labels {{QStringLiteral("job"), QStringLiteral("a")}};
        for (qint64 ms = query.range.from.ms; ms < query.range.to.ms; ms += query.step.count()) {
            series.samples.push_back({ms, 1.5});
        }
        return answer(MetricAnswer {{series}, m_script->isWarning ? QStringList {QStringLiteral("a store did not answer")} : QStringList {}});
    }
    Async<MetricAnswer> instant(QString, UtcTime, CancelToken) override { return answer(MetricAnswer {}); }
    Async<std::vector<Labels>> series(QStringList, TimeRange, CancelToken) override
    {
        return answer(std::vector<Labels> {{{QStringLiteral("__name__"), QStringLiteral("up")}, {QStringLiteral("job"), m_info.id}},
            {{QStringLiteral("__name__"), QStringLiteral("up")}, {QStringLiteral("job"), QStringLiteral("all")}}});
    }
    Async<QStringList> labelValues(QString label, CancelToken) override
    {
        return answer(label == QLatin1StringView("__name__") ? QStringList {QStringLiteral("up"), QStringLiteral("own_") + m_info.id}
                                                             : QStringList {m_info.id});
    }
    Async<std::vector<RuleInfo>> rules(CancelToken) override
    {
        RuleInfo rule;
        rule.name = QStringLiteral("HighLatency");
        rule.expression = QStringLiteral("latency > 1");
        return answer(std::vector<RuleInfo> {rule});
    }
    Async<std::vector<Alert>> ruleAlerts(CancelToken) override { return answer(std::vector<Alert> {}); }
    Async<std::vector<TargetInfo>> targets(CancelToken) override
    {
        TargetInfo target;
        target.labels = Labels {{QStringLiteral("job"), QStringLiteral("node")}};
        return answer(std::vector<TargetInfo> {target});
    }
    Async<std::vector<MetricInfo>> metadata(CancelToken) override
    {
        return answer(std::vector<MetricInfo> {{QStringLiteral("up"), QStringLiteral("gauge"), QStringLiteral("Whether it is up"), {}}});
    }
    Async<LogPage> query(LogQuery query, CancelToken) override
    {
        ++m_script->queries;
        LogPage page;
        page.complete = query.range;
        page.lines = {line(query.range.from.ms + 1000, LogLevel::Error), line(query.range.from.ms + 61'000, LogLevel::Info)};
        return answer(page);
    }
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken) override
    {
        const qint64 from = query.range.from.ms;
        return answer(countLines({line(from + 1000, LogLevel::Error), line(from + 61'000, LogLevel::Info)}, query.range, buckets));
    }
    Async<Done> tail(LogQuery, TailSink sink, CancelToken cancel) override
    {
        const int nth = ++m_script->tails;
        const Reply<Done> reply;
        auto *timer = new QTimer(&m_context);
        QObject::connect(timer, &QTimer::timeout, timer, [this, timer, sink, cancel, reply, nth, sent = 0]() mutable {
            if (cancel.stop_requested()) {
                m_script->isTailCancelled = true;
                timer->deleteLater();
                reply.finish(fail(ErrorKind::Cancelled, QStringLiteral("cancelled")));
            } else if (nth == 1 && sent == 10) {
                timer->deleteLater();
                reply.finish(fail(ErrorKind::Offline, QStringLiteral("the line was cut")));
            } else {
                sink(std::vector<LogLine> {line(1'700'000'000'000 + nth * 100'000 + sent, LogLevel::Info)});
                ++sent;
            }
        });
        timer->start(5);
        return reply.future();
    }
    Async<QStringList> fieldValues(QString, CancelToken) override { return answer(QStringList {}); }

private:
    template <class T> Async<T> answer(T value)
    {
        if (m_script->isDown) {
            return ready<T>(tl::unexpected<Error>(errorOf(ErrorKind::Offline)));
        }
        if (m_script->isRefusing) {
            return ready<T>(tl::unexpected<Error>(errorOf(ErrorKind::Rejected)));
        }
        return ready<T>(std::move(value));
    }
    LogLine line(qint64 ms, LogLevel level) const
    {
        LogLine line;
        line.source = m_info.id;
        line.nanos = UtcTime {ms}.nanos();
        line.cursor = QString::number(ms);
        line.level = level;
        line.text = "line";
        return line;
    }

    std::shared_ptr<Script> m_script;
    QObject m_context;
    SourceInfo m_info;
};

} // namespace quarterdeck
