#include "app/runbook/runbook.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace quarterdeck;

namespace {

// kpi.md 7.1 counts these files; "_index.md" and pictures are no runbooks.
QStringList runbooksBelow(const QString &folder)
{
    QStringList out;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString name = it.fileName();
        const bool isMarkdown = name.endsWith(QLatin1StringView(".md")) || name.endsWith(QLatin1StringView(".md.erb")) || !name.contains(u'.');
        if (isMarkdown && !name.startsWith(u'_') && !name.startsWith(QLatin1StringView("LICEN")) && name != u"README.md") {
            out.append(path);
        }
    }
    out.sort();
    return out;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRunbookCorpus : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_data = qEnvironmentVariable("QUARTERDECK_SHARED") + QStringLiteral("/data");
        if (!QFile::exists(m_data + QStringLiteral("/runbooks-prometheus-operator"))) {
            QSKIP("the public runbooks are absent");
        }
    }

    void everyPublicRunbookHasSteps_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("count");
        QTest::newRow("prometheus-operator") << QStringLiteral("/runbooks-prometheus-operator/content/runbooks") << 109;
        QTest::newRow("govuk") << QStringLiteral("/runbooks-govuk/source") << 15;
    }

    void everyPublicRunbookHasSteps()
    {
        QFETCH(QString, folder);
        QFETCH(int, count);
        const QStringList files = runbooksBelow(m_data + folder);
        QCOMPARE(int(files.size()), count);
        int whole = 0;
        for (const QString &path : files) {
            const QByteArray bytes = contents(path);
            const Runbook runbook = deriveRunbook(bytes, path);
            QVERIFY2(!runbook.steps.empty(), qPrintable(path));
            whole += int(runbook.derivedFrom == u"whole");
            int last = 0;
            QSet<QString> ids;
            for (const Step &step : runbook.steps) {
                QVERIFY2(step.line >= last, qPrintable(path));
                QVERIFY2(!step.text.trimmed().isEmpty(), qPrintable(path));
                QVERIFY2(!ids.contains(step.id), qPrintable(path));
                ids.insert(step.id);
                last = step.line;
            }
        }
        // A runbook that only yields "Read the runbook" is the exception.
        QVERIFY2(whole * 20 <= count, qPrintable(QString::number(whole)));
    }

    void prometheusOperatorCounts()
    {
        int frontMatter = 0;
        int tasks = 0;
        int noExtension = 0;
        for (const QString &path : runbooksBelow(m_data + QStringLiteral("/runbooks-prometheus-operator/content/runbooks"))) {
            const QByteArray bytes = contents(path);
            frontMatter += int(bytes.startsWith("---"));
            noExtension += int(!path.endsWith(QLatin1StringView(".md")));
            const Runbook runbook = deriveRunbook(bytes, path);
            tasks += int(runbook.derivedFrom == u"tasks");
            if (bytes.startsWith("---")) {
                QVERIFY2(!runbook.title.isEmpty() && !runbook.title.contains(QLatin1StringView("---")), qPrintable(path));
            }
            const bool hasTodo = bytes.contains("TODO");
            const bool warns = runbook.warnings.join(u' ').contains(QLatin1StringView("TODO"));
            QVERIFY2(hasTodo == warns, qPrintable(path));
        }
        QCOMPARE(frontMatter, 100);
        QCOMPARE(tasks, 0);
        QCOMPARE(noExtension, 1);
    }

    // Each shell fence under Diagnosis or Mitigation must be reachable from the checklist.
    void noCommandIsLost()
    {
        int shell = 0;
        int query = 0;
        for (const QString &path : runbooksBelow(m_data + QStringLiteral("/runbooks-prometheus-operator/content/runbooks"))) {
            const Runbook runbook = deriveRunbook(contents(path), path);
            for (const Step &step : runbook.steps) {
                for (const CodeBlock &block : step.blocks) {
                    shell += int(block.kind == CodeBlock::Kind::Shell);
                    query += int(block.kind == CodeBlock::Kind::Query);
                }
            }
        }
        // Counted in the files: 66 fences, 42 shell, 6 console, 14 promql (one of them under Impact), 3 txt.
        QVERIFY2(shell >= 44, qPrintable(QString::number(shell)));
        QVERIFY2(query >= 13, qPrintable(QString::number(query)));
    }

    void knownFile()
    {
        const QString path = m_data + QStringLiteral("/runbooks-prometheus-operator/content/runbooks/node/NodeFilesystemSpaceFillingUp.md");
        const Runbook runbook = deriveRunbook(contents(path), path);
        QCOMPARE(runbook.title, QStringLiteral("Node Filesystem Space Filling Up"));
        QVERIFY(std::any_of(runbook.steps.begin(), runbook.steps.end(), [](const Step &s) { return s.phase == Step::Phase::Check; }));
        QVERIFY(std::none_of(runbook.steps.begin(), runbook.steps.end(), [](const Step &s) { return s.phase == Step::Phase::Impact; }));
    }

    void govukOwner()
    {
        for (const QString &path : runbooksBelow(m_data + QStringLiteral("/runbooks-govuk/source"))) {
            const QByteArray bytes = contents(path);
            const Runbook runbook = deriveRunbook(bytes, path);
            QCOMPARE(!runbook.owner.isEmpty(), bytes.contains("\nowner_slack:"));
            QCOMPARE(runbook.hasTemplates, bytes.contains("<%"));
        }
    }

private:
    QString m_data;
};

QTEST_GUILESS_MAIN(TestRunbookCorpus)
#include "tst_runbookcorpus.moc"
