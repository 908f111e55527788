#pragma once

#include "app/bootstrap/engine.h"
#include "tests/support/passon.h"
#include "tests/support/realservers.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace quarterdeck {

/// A whole engine over a configuration of sources of one kind at given addresses: "am0", "am1" ...
struct EngineBench {
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Engine> engine;
    QStringList urls;
    QByteArray kind = "alertmanager";
    QByteArray settings; ///< More of each source: ", sticky: true".
    QByteArray extra;
    QByteArray interval = "1s";
    QByteArray settling; ///< Empty: the default.

    EngineOptions options() const
    {
        EngineOptions options;
        options.configFile = folder.filePath(QStringLiteral("config.yaml"));
        options.dataDir = folder.filePath(QStringLiteral("data"));
        options.useKeyring = false;
        return options;
    }
    void writeConfig()
    {
        QByteArray yaml = "version: 1\ncontexts:\n- {name: test, backends: [";
        for (qsizetype i = 0; i < urls.size(); ++i) {
            yaml += (i > 0 ? ", am" : "am") + QByteArray::number(i);
        }
        yaml += "]}\nbackends:\n";
        for (qsizetype i = 0; i < urls.size(); ++i) {
            yaml += "- {name: am" + QByteArray::number(i) + ", type: " + kind + ", urls: ['" + urls[i].toUtf8() + "'], poll_interval: " + interval
                + (settling.isEmpty() ? QByteArray() : ", settling_time: " + settling) + settings + "}\n";
        }
        QFile file(options().configFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(yaml + extra);
    }
    /// The path of a file that holds a secret and that nobody else may read.
    QByteArray secretFile(const QByteArray &secret) const
    {
        QFile file(folder.filePath(QStringLiteral("secret")));
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(secret) != secret.size()) {
            qFatal("The secret cannot be written");
        }
        return file.fileName().toUtf8();
    }
    bool open()
    {
        writeConfig();
        auto made = Engine::create(options(), clock);
        if (!made) {
            qWarning() << made.error().what << made.error().where;
            return false;
        }
        engine = std::move(*made);
        return true;
    }
    template <class T> static Result<T> wait(const Async<T> &future, int limitMs = 20'000)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, limitMs) || future.resultCount() == 0) {
            return fail(ErrorKind::Timeout, QStringLiteral("never finished"));
        }
        return future.result();
    }
    std::vector<Alert> alerts()
    {
        auto all = wait(engine->store().alerts()).value_or(std::vector<Alert> {});
        std::erase_if(all, [](const Alert &alert) { return !alert.isOpen(); });
        return all;
    }
    SourceStatus status(const QString &id = QStringLiteral("am0")) const
    {
        for (const SourceStatus &status : engine->sync().statuses()) {
            if (status.id == id) {
                return status;
            }
        }
        return {};
    }
    std::vector<OutboxEntry> outbox() { return wait(engine->store().entries()).value_or(std::vector<OutboxEntry> {}); }
    /// The entry of that action; one without an id where it is not there.
    OutboxEntry entryOf(const AlertAction &action)
    {
        for (const OutboxEntry &entry : outbox()) {
            if (entry.action.id == action.id) {
                return entry;
            }
        }
        return {};
    }
    /// True where nothing is open any more.
    bool isDelivered()
    {
        const auto left = wait(engine->store().undelivered());
        return left && left->empty();
    }
    AlertAction wish(const Alert &alert, Verb verb) const
    {
        AlertAction action;
        action.id = QUuid::createUuid();
        action.verb = verb;
        action.source = alert.key.source;
        action.alert = alert.key;
        action.alertTitle = alert.title;
        action.expectedStart = alert.startsAt;
        action.matchers = exactMatchers(alert.labels);
        action.duration = Millis(3'600'000);
        action.author = QStringLiteral("test");
        action.createdAt = clock.now();
        return action;
    }
    AlertAction acknowledgement(const Alert &alert) const { return wish(alert, Verb::Acknowledge); }
};

/// Alerts as Prometheus posts them, since a fixed instant; they fire until `endsAt`.
inline QByteArray alertsJson(int count, const QByteArray &prefix = "Alert", const QByteArray &endsAt = "2036-01-01T00:00:00Z")
{
    QByteArray json = "[";
    for (int i = 0; i < count; ++i) {
        json += (i > 0 ? "," : "") + QByteArray(R"({"labels":{"alertname":")") + prefix + QByteArray::number(i)
            + R"(","service":"checkout","severity":"critical"},"annotations":{"summary":"s"},"startsAt":"2026-01-01T00:00:00Z","endsAt":")" + endsAt
            + "\"}";
    }
    return json + "]";
}

} // namespace quarterdeck
