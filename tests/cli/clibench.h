#pragma once

#include "tests/support/realservers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace quarterdeck {

/// What one run of the real program said.
struct CliRun {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray items() const { return json().value(QLatin1String("items")).toArray(); }
    QJsonObject item(int index = 0) const { return items().at(index).toObject(); }
    QString field(const char *name, int index = 0) const { return item(index).value(QLatin1String(name)).toString(); }
};

/// Runs the built qdeck with a configuration and a data folder of its own.
struct CliBench {
    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    static QString program() { return QStringLiteral(QUARTERDECK_BUILD_DIR "/app/cli/qdeck"); }
    QString config() const { return folder.filePath(QStringLiteral("config.yaml")); }
    QString data() const { return folder.filePath(QStringLiteral("data")); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    CliRun bare(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program(), arguments);
        CliRun run;
        if (!process.waitForFinished(60'000)) {
            process.kill();
            process.waitForFinished();
            return run;
        }
        run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }
    CliRun run(const QStringList &arguments) const
    {
        return bare(arguments + QStringList {QStringLiteral("--config"), config(), QStringLiteral("--data-dir"), data()});
    }
    CliRun json(const QStringList &arguments) const { return run(arguments + QStringList {QStringLiteral("--json")}); }
};

} // namespace quarterdeck
