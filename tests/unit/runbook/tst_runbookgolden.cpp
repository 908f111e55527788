#include "app/runbook/runbook.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace quarterdeck;

namespace {

QJsonObject objectOf(const Step &step)
{
    QJsonObject object {
        {QStringLiteral("phase"), QString(phaseName(step.phase))}, {QStringLiteral("heading"), step.heading}, {QStringLiteral("text"), step.text}};
    QJsonArray commands;
    for (const CodeBlock &block : step.blocks) {
        for (const QString &command : block.commands) {
            commands.append(command);
        }
    }
    if (!commands.isEmpty()) {
        object.insert(QStringLiteral("commands"), commands);
    }
    return object;
}

} // namespace

/// tests/golden/runbook: one folder a case, in.md and the steps that a person would tick. QUARTERDECK_GOLDEN=write writes them anew, to be
/// read before they are kept.
class TestRunbookGolden : public QObject {
    Q_OBJECT

private slots:
    void everyCase_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir golden(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/golden/runbook"));
        for (const QString &name : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << golden.filePath(name);
        }
    }
    void everyCase()
    {
        QFETCH(const QString, folder);
        QFile in(folder + QStringLiteral("/in.md"));
        QVERIFY(in.open(QIODevice::ReadOnly));
        QJsonArray steps;
        for (const Step &step : deriveRunbook(in.readAll(), in.fileName()).steps) {
            steps.append(objectOf(step));
        }
        QFile kept(folder + QStringLiteral("/steps.json"));
        if (qEnvironmentVariable("QUARTERDECK_GOLDEN") == QLatin1String("write")) {
            QVERIFY(kept.open(QIODevice::WriteOnly));
            kept.write(QJsonDocument(steps).toJson());
            return;
        }
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray expected = QJsonDocument(QJsonDocument::fromJson(kept.readAll()).array()).toJson();
        const QByteArray got = QJsonDocument(steps).toJson();
        QVERIFY2(got == expected, got.constData());
    }
};

QTEST_GUILESS_MAIN(TestRunbookGolden)
#include "tst_runbookgolden.moc"
