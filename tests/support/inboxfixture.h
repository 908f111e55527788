#pragma once

#include "tests/support/fakepage.h"

#include <cmath>

namespace quarterdeck {

/// A company's alerts for tests of the inbox: five groups, all states, one source by default live.
struct InboxFixture : FakePage {
    InboxFixture()
    {
        sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Live, clock.now());
        sources.setStatus(QStringLiteral("prom-eu"), QStringLiteral("prometheus"), Freshness::Live, clock.now());
        time.setUtc(true);
        preferences.current.author = QStringLiteral("Ana Ruiz");
        telemetry.asOf = clock.now();
    }

    /// One alert of am-eu; `minutes` before now.
    Alert make(const QString &name, const QString &summary, const QString &service, const QString &severity, int minutes)
    {
        Alert alert;
        alert.key = {QStringLiteral("am-eu"), QStringLiteral("f%1").arg(++m_count)};
        alert.labels = {{QStringLiteral("alertname"), name}, {QStringLiteral("severity"), severity},
            {QStringLiteral("cluster"), QStringLiteral("eu-1")},
            {QStringLiteral("instance"), QStringLiteral("%1-%2:9100").arg(service).arg(m_count)}};
        if (!service.isEmpty()) {
            alert.labels.insert(QStringLiteral("service"), service);
        }
        alert.annotations = {{QStringLiteral("summary"), summary}};
        deriveFields(alert);
        alert.service = service;
        alert.startsAt = clock.now() - Millis(60'000LL * minutes);
        alert.lastSeenAt = clock.now();
        alert.rawState = QStringLiteral("active");
        return alert;
    }

    void addService(const QString &name, const QString &owner, const QString &tier, const QStringList &dependents = {})
    {
        Service service;
        service.name = name;
        service.owner = owner;
        service.tier = tier;
        service.dependents = dependents;
        service.provenance = {{QStringLiteral("owner"), QStringLiteral("catalog-info.yaml")}};
        reader.serviceList.push_back(service);
    }

    /// What the picture of the page shows.
    void fill()
    {
        addService(QStringLiteral("checkout"), QStringLiteral("payments"), QStringLiteral("1"),
            {QStringLiteral("storefront"), QStringLiteral("mobile-api")});
        addService(QStringLiteral("node"), QStringLiteral("platform"), {});
        addService(QStringLiteral("search"), QStringLiteral("discovery"), QStringLiteral("2"));
        addService(QStringLiteral("identity"), QStringLiteral("accounts"), QStringLiteral("1"));
        auto &all = reader.alertList;
        const QString critical = QStringLiteral("critical");
        const QString warning = QStringLiteral("warning");
        all.push_back(make(QStringLiteral("CheckoutErrorBudgetBurn"),
            QStringLiteral("14.4× burn over 1 h: 2.1 % of requests fail; at this rate the 30-day budget is gone in 50 h"), QStringLiteral("checkout"),
            critical, 6));
        all.back().annotations.insert(QStringLiteral("runbook_url"), QStringLiteral("https://wiki.example/runbooks/checkout"));
        all.back().annotations.insert(QStringLiteral("description"), QStringLiteral("Checkout is failing."));
        all.back().runbookUrl = QStringLiteral("https://wiki.example/runbooks/checkout");
        all.back().generatorUrl = QStringLiteral("https://prom.example/graph?g0.expr=x");
        all.push_back(
            make(QStringLiteral("CheckoutLatencyHigh"), QStringLiteral("p99 2.8 s, threshold 1 s"), QStringLiteral("checkout"), critical, 5));
        all.push_back(make(QStringLiteral("DbPoolNearlyExhausted"), QStringLiteral("97 of 100 connections"), QStringLiteral("checkout"), warning, 8));
        all.back().state = AlertState::Acknowledged;
        all.back().holds = {{HoldKind::Acknowledgement, QStringLiteral("s-ack"), QStringLiteral("Ana Ruiz"), clock.now() + Millis(3'000'000)}};
        all.push_back(make(QStringLiteral("QueueBacklogGrowing"), QStringLiteral("12,400 and rising"), QStringLiteral("checkout"), warning, 4));
        all.push_back(make(QStringLiteral("PodRestarts"), QStringLiteral("3 in 10 min"), QStringLiteral("checkout"), warning, 3));
        for (int i = 0; i < 214; ++i) {
            all.push_back(
                make(QStringLiteral("NodeFilesystemSpaceFillingUp"), QStringLiteral("/var full in 4 h"), QStringLiteral("node"), warning, 30 + i));
        }
        all.push_back(make(QStringLiteral("IndexLagHigh"), QStringLiteral("41 s behind"), QStringLiteral("search"), warning, 52));
        all.back().state = AlertState::Suppressed;
        all.back().holds.set(HoldKind::Silence, {QStringLiteral("s-1")});
        all.push_back(
            make(QStringLiteral("ReplicaRebuilding"), QStringLiteral("shard 7, 62 %"), QStringLiteral("search"), QStringLiteral("info"), 70));
        all.push_back(make(QStringLiteral("TokenIssueLatency"), QStringLiteral("p95 420 ms"), QStringLiteral("identity"), warning, 18));
        all.push_back(make(QStringLiteral("CertificateExpiresSoon"), QStringLiteral("6 days left"), QStringLiteral("identity"), warning, 125));
        all.push_back(make(QStringLiteral("BackupMissing"), QStringLiteral("no backup for 26 h"), {}, warning, 300));
        for (int i = 0; i < 3; ++i) {
            all.push_back(make(QStringLiteral("PodRestarts"), {}, QStringLiteral("search"), warning, 40 + i));
            all.back().state = AlertState::Resolved;
            all.back().resolvedAt = clock.now() - Millis(60'000LL * (5 + i));
        }
        Silence silence;
        silence.source = QStringLiteral("am-eu");
        silence.id = QStringLiteral("s-1");
        silence.matchers = {{QStringLiteral("alertname"), QStringLiteral("IndexLagHigh"), false, true}};
        silence.endsAt = clock.now() + Millis(5'040'000);
        silence.createdBy = QStringLiteral("Bo");
        silence.comment = QStringLiteral("reindex running");
        Silence acknowledgement = silence;
        acknowledgement.id = QStringLiteral("s-ack");
        acknowledgement.kind = HoldKind::Acknowledgement;
        acknowledgement.matchers = exactMatchers(all[2].labels);
        reader.silenceList = {silence, acknowledgement};
        fillStory();
    }

    /// 10,000 alerts of 40 services.
    void fillMany(int count = 10'000)
    {
        for (int i = 0; i < count; ++i) {
            static const char *const Severities[] = {"critical", "warning", "warning", "info"};
            reader.alertList.push_back(
                make(QStringLiteral("Alert%1").arg(i % 23), QStringLiteral("value %1 above limit on instance %2").arg(i % 91).arg(i),
                    QStringLiteral("service-%1").arg(i % 40), QLatin1StringView(Severities[i % 4]), i % 600));
        }
    }

    /// What an attacker would put into labels.
    void fillHostile()
    {
        const QString markup = QStringLiteral("<img src='/dev/zero'><b>bold</b>&amp;<a href='file:///etc/passwd'>x</a>");
        const QString rtl = QStringLiteral("user\u202Egpj.exe \u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD \u200B\u2066x");
        const QString huge(4000, u'W');
        reader.alertList.push_back(make(markup, markup, markup, QStringLiteral("critical"), 3));
        reader.alertList.back().annotations.insert(QStringLiteral("link"), QStringLiteral("javascript:alert(1)"));
        reader.alertList.back().annotations.insert(QStringLiteral("good"), QStringLiteral("https://example.org/<b>"));
        reader.alertList.push_back(make(rtl, rtl, rtl, QStringLiteral("warning"), 4));
        reader.alertList.push_back(make(huge, huge, huge, QStringLiteral("weird"), 5));
        reader.alertList.push_back(
            make(QStringLiteral("\x1b[31mred\x1b[0m\x07"), QString(200, u'\n'), QStringLiteral("%s%n%1"), QStringLiteral("info"), 6));
        reader.alertList.push_back(make(QString(), QString(), QString(), QString(), 0));
        Alert &last = reader.alertList.back();
        last.startsAt = {};
        for (int i = 0; i < 200; ++i) {
            last.labels.insert(QStringLiteral("label_%1").arg(i), markup + QString::number(i));
        }
    }

private:
    void fillStory()
    {
        const Alert &first = reader.alertList.front();
        reader.historyOf[first.key] = {{1, first.key, HistoryEvent::Kind::Fired, first.startsAt, {}, {}}};
        reader.notesOf[first.key] = {{QUuid::createUuid(), first.key, QStringLiteral("Bo Lindqvist"),
            QStringLiteral("same spike on search, looks downstream"), first.startsAt + Millis(120'000), {}, false}};
        telemetry.expressions.insert(first.title, QStringLiteral("sum(rate(errors[5m])) / sum(rate(requests[5m])) > 14.4 * 0.0001"));
        Series series;
        series.unit = QStringLiteral("1");
        for (int i = -80; i < 24; ++i) {
            const double x = double(i) / 8;
            series.samples.push_back({first.startsAt.ms + i * 15'000LL, 0.0004 + 0.021 / (1 + std::exp(-x))});
        }
        telemetry.seriesList = {series};
        const char *const texts[] = {"pool: timed out waiting for connection", "POST /pay 500 in 5012 ms trace=7f3ac1", "retry 2/3 orders-db:5432"};
        for (int i = 0; i < 3; ++i) {
            LogLine line;
            line.service = QStringLiteral("checkout");
            line.nanos = (first.startsAt.ms - 1000 + i * 130) * 1'000'000LL;
            line.level = i < 2 ? LogLevel::Error : LogLevel::Warning;
            line.text = texts[i];
            line.cursor = QString::number(i);
            telemetry.lineList.push_back(line);
        }
    }
    int m_count = 0;
};

} // namespace quarterdeck
