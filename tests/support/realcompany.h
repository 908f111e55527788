#pragma once

#include "tests/support/realservers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace quarterdeck {

/// A small company behind three real servers: checkout burns its error budget, orders-db pays for it, both log, and Prometheus has
/// four charts of each.
class RealCompany {
public:
    RealPrometheus prometheus;
    RealAlertmanager alertmanager;
    QTemporaryDir journals;
    std::unique_ptr<RealJournalGateway> gateway;

    static bool isInstalled()
    {
        return RealPrometheus::isInstalled() && RealAlertmanager::isInstalled() && RealJournalGateway::isInstalled()
            && RealJournalRemote::isInstalled();
    }
    bool start()
    {
        gateway = std::make_unique<RealJournalGateway>(journals.path());
        prometheus.setAlertmanagers({QStringLiteral("127.0.0.1:%1").arg(alertmanager.port())});
        prometheus.setTargets({QStringLiteral("127.0.0.1:%1").arg(prometheus.port())});
        prometheus.setRules("groups:\n- name: test\n  rules:\n"
                            "  - {alert: CheckoutBurns, expr: vector(7) > 5, labels: {service: checkout, severity: critical, team: payments}, "
                            "annotations: {summary: 'Seven of a hundred payments fail'}}\n"
                            "  - {alert: PoolExhausted, expr: vector(97) > 90, labels: {service: orders-db, severity: warning}}\n");
        return writeJournal(journals.filePath(QStringLiteral("x.journal")), lines()) && alertmanager.start() && prometheus.start()
            && gateway->start();
    }
    QByteArray log() { return prometheus.log() + alertmanager.log() + (gateway ? gateway->log() : QByteArray()); }
    /// A config.yaml for all of it; runbooks are expected in "runbooks" beside it.
    QByteArray config() const
    {
        const auto backend = [](const char *name, const char *type, const QUrl &url) {
            return QByteArray("- {name: ") + name + ", type: " + type + ", url: '" + url.toEncoded() + "', poll_interval: 1s}\n";
        };
        QByteArray yaml = "version: 1\ncurrent-context: test\ncontexts:\n- {name: test, backends: [prom, am, journal]}\nbackends:\n"
            + backend("prom", "prometheus", prometheus.url()) + "- {name: am, type: alertmanager, poll_interval: 1s, settling_time: 0s, url: '"
            + alertmanager.url().toEncoded() + "'}\n" + backend("journal", "journal", gateway->url()) + "runbooks: [runbooks]\nservices:\n";
        const auto service = [](const char *name, const char *rest) {
            QByteArray text = QByteArray("- name: ") + name + "\n" + rest + "  panels:\n";
            for (const char *panel : {"Requests|vector(120)|{req}/s", "Errors|vector(0.07)|1", "Latency|time() % 60|s", "Scrapes|up|1"}) {
                const QList<QByteArray> parts = QByteArray(panel).split('|');
                text += "  - {title: " + parts[0] + ", expr: '" + parts[1] + "', unit: '" + parts[2] + "'}\n";
            }
            return text;
        };
        return yaml + service("checkout", "  owner: payments\n  tier: '1'\n  depends_on: [orders-db]\n") + service("orders-db", "  owner: platform\n")
            + service("quiet", "  owner: platform\n");
    }
    static QByteArray runbook()
    {
        return "---\ntitle: Checkout burns\nalerts: [CheckoutBurns]\n---\n# Checkout burns\n\n## Diagnosis\n\n- [ ] Look for a deploy\n"
               "- [ ] Look at the pool\n\n## Mitigation\n\n- [ ] Roll back\n";
    }
    /// What Alertmanager itself says.
    QJsonArray alerts() const { return get(QStringLiteral("/api/v2/alerts")); }
    QJsonArray silences() const { return get(QStringLiteral("/api/v2/silences")); }
    int activeSilences() const
    {
        int count = 0;
        for (const QJsonValue &silence : silences()) {
            count += silence.toObject().value(QLatin1String("status")).toObject().value(QLatin1String("state")).toString() == QLatin1String("active");
        }
        return count;
    }

private:
    QJsonArray get(const QString &path) const
    {
        QUrl url = alertmanager.url();
        url.setPath(path);
        return QJsonDocument::fromJson(plainHttp("GET", url).body).array();
    }
    static QByteArray lines()
    {
        QByteArray out;
        const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
        for (int i = 0; i < 120; ++i) {
            const qint64 at = now - qint64(120 - i) * 10'000'000;
            for (const char *service : {"checkout", "orders-db"}) {
                out += "__REALTIME_TIMESTAMP=" + QByteArray::number(at + (service[0] == 'c' ? 0 : 1))
                    + "\n__MONOTONIC_TIMESTAMP=" + QByteArray::number(at % 1'000'000'000'000)
                    + "\n_BOOT_ID=11111111111111111111111111111111\n_HOSTNAME=node1\nPRIORITY=" + (i % 5 == 0 ? "3" : "6")
                    + "\nSYSLOG_IDENTIFIER=" + service + "\nMESSAGE=" + service + " says line " + QByteArray::number(i) + "\n\n";
            }
        }
        return out;
    }
};

} // namespace quarterdeck
