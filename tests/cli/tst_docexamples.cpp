#include "tests/cli/clibench.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

using namespace quarterdeck;

namespace {

QString readSource(const char *name)
{
    QFile file(QStringLiteral(QUARTERDECK_SOURCE_DIR "/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The words of a command line as a shell reads it: '...' and "..." keep blanks.
QStringList shellWords(const QString &line)
{
    static const QRegularExpression Word(QStringLiteral("((?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+)"));
    QStringList words;
    for (auto found = Word.globalMatch(line); found.hasNext();) {
        words.append(found.next().captured(1).remove(u'\'').remove(u'"'));
    }
    return words;
}

QStringList readmeExamples()
{
    static const QRegularExpression Code(QStringLiteral("`(qdeck [^`]*)`"));
    QStringList lines;
    for (auto found = Code.globalMatch(readSource("README.md")); found.hasNext();) {
        // What is read from a file needs a keyring: tst_qdeckconfig has one.
        if (const QString line = found.next().captured(1); !line.contains(u'<')) {
            lines.append(line);
        }
    }
    return lines;
}

QStringList manExamples()
{
    const QString block = readSource("installer/man/qdeck.1").section(QStringLiteral(".SH EXAMPLES"), 1).section(QStringLiteral(".EE"), 0, 0);
    QStringList lines;
    for (QString line : block.split(u'\n')) {
        line.replace(QLatin1StringView("\\-"), QLatin1StringView("-")).replace(QLatin1StringView("\\(aq"), QLatin1StringView("'"));
        if (line.startsWith(QLatin1StringView("qdeck "))) {
            lines.append(line);
        }
    }
    return lines;
}

} // namespace

/// Every example of README and of the manual page, against real servers: it does what it says, and ends with 0.
class TestDocExamples : public QObject {
    Q_OBJECT

    RealAlertmanager m_alertmanager;
    RealPrometheus m_prometheus;
    QTemporaryDir m_journals;
    std::unique_ptr<RealJournalGateway> m_gateway;
    CliBench m_b;
    QString m_alert;
    QString m_silence;

    QStringList argumentsOf(const QString &line) const
    {
        QStringList words = shellWords(line).mid(1);
        const bool endsSilences = words.first() == QLatin1StringView("unsilence");
        for (QString &word : words) {
            if (word == QLatin1StringView("ID") || word == QLatin1StringView("ALERT") || word.startsWith(QLatin1StringView("am:0a"))) {
                word = endsSilences ? m_silence : m_alert;
            } else if (word == QLatin1StringView("FILE")) {
                word = m_b.folder.filePath(QStringLiteral("runbooks/disk.md"));
            }
        }
        return words;
    }
    // One that goes on until it is ended.
    void runUntilEnded(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessEnvironment(m_b.environment);
        process.start(
            CliBench::program(), arguments + QStringList {QStringLiteral("--config"), m_b.config(), QStringLiteral("--data-dir"), m_b.data()});
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0, 30'000);
        process.terminate();
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 0);
    }

    // The configuration of README, with the addresses of the servers here.
    void writeConfig()
    {
        QString yaml = readSource("README.md").section(QStringLiteral("```yaml\n"), 1).section(QStringLiteral("```"), 0, 0);
        QVERIFY(yaml.contains(QLatin1StringView("backends: [prom, am, logs]")));
        static const QRegularExpression Backend(QStringLiteral("^- \\{name: (?:prom|am|logs), type:.*\\n"), QRegularExpression::MultilineOption);
        static const QRegularExpression Elsewhere(QStringLiteral("^(?:catalog|includes):.*\\n"), QRegularExpression::MultilineOption);
        yaml.remove(Backend).remove(Elsewhere);
        yaml.replace(QLatin1StringView("~/src/runbooks"), m_b.folder.filePath(QStringLiteral("runbooks")));
        yaml.replace(QLatin1StringView("\nbackends:\n"),
            QStringLiteral(
                "\nbackends:\n- {name: prom, type: prometheus, url: '%1'}\n- {name: am, type: alertmanager, settling_time: 0s, url: '%2'}\n"
                "- {name: logs, type: journal, url: '%3'}\n")
                .arg(m_prometheus.url().toString(), m_alertmanager.url().toString(), m_gateway->url().toString()));
        m_b.write(QStringLiteral("config.yaml"), yaml.toUtf8());
        const CliRun check = m_b.run({QStringLiteral("config"), QStringLiteral("check")});
        QVERIFY2(check.code == 0, check.out + check.err);
        QVERIFY2(check.out.contains("0 warnings, 0 errors"), check.out);
    }

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled() || !RealPrometheus::isInstalled() || !RealJournalGateway::isInstalled()) {
            QSKIP("prometheus, prometheus-alertmanager or systemd-journal-remote is not installed");
        }
        QVERIFY2(m_alertmanager.start(), m_alertmanager.log());
        m_prometheus.setTargets({QStringLiteral("127.0.0.1:%1").arg(m_prometheus.port())});
        QVERIFY2(m_prometheus.start(), m_prometheus.log());
        const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
        QVERIFY(writeJournal(m_journals.filePath(QStringLiteral("x.journal")),
            "__REALTIME_TIMESTAMP=" + QByteArray::number(now - 1'000'000) + "\n__MONOTONIC_TIMESTAMP=1\n_BOOT_ID=11111111111111111111111111111111\n"
                + "_HOSTNAME=node1\nPRIORITY=3\nSYSLOG_IDENTIFIER=checkout\nMESSAGE=checkout failed\n\n"));
        m_gateway = std::make_unique<RealJournalGateway>(m_journals.path());
        QVERIFY2(m_gateway->start(), m_gateway->log());
        for (const QByteArray service : {"checkout", "orders-db", "search"}) {
            QVERIFY(m_alertmanager.post(R"([{"labels":{"alertname":"Errors","severity":"critical","service":")" + service
                + R"("},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00Z"}])"));
        }
        QVERIFY(QDir(m_b.folder.path()).mkpath(QStringLiteral("runbooks")));
        m_b.write(QStringLiteral("runbooks/disk.md"), "# Disk full\n\n- [ ] Look at it\n");
        writeConfig();
        QTRY_COMPARE_WITH_TIMEOUT(m_b.json({QStringLiteral("alerts")}).items().size(), 3, 40'000);
        m_alert = m_b.json({QStringLiteral("alerts"), QStringLiteral("--service"), QStringLiteral("checkout")}).field("id");
    }
    void examplesWork_data()
    {
        QTest::addColumn<QString>("line");
        QStringList lines = readmeExamples();
        QVERIFY2(lines.size() >= 10, qPrintable(lines.join(u'\n')));
        const QStringList manual = manExamples();
        QVERIFY2(manual.size() >= 6, qPrintable(manual.join(u'\n')));
        lines += manual;
        lines.removeDuplicates();
        for (const QString &line : lines) {
            QTest::newRow(qPrintable(line)) << line;
        }
    }
    void examplesWork()
    {
        QFETCH(QString, line);
        const QStringList arguments = argumentsOf(line);
        if (arguments.contains(QStringLiteral("--watch"))) {
            runUntilEnded(arguments);
            return;
        }
        // What was done to the alert by the examples before is undone, so that each stands for itself.
        if (arguments.first() == QLatin1StringView("unsilence") && m_silence.isEmpty()) {
            m_silence = m_b.json({QStringLiteral("silence"), QStringLiteral("service=checkout")}).field("silence");
        }
        const CliRun run = arguments.contains(QStringLiteral("--help")) ? m_b.bare(arguments) : m_b.run(arguments);
        QVERIFY2(run.code == 0, run.out + run.err);
        QVERIFY(!run.out.isEmpty());
        if (arguments.first() == QLatin1StringView("silence")) {
            m_silence = m_b.json({QStringLiteral("outbox")}).field("silence");
            QVERIFY(!m_silence.isEmpty());
        } else if (arguments.first() == QLatin1StringView("unsilence")) {
            m_silence.clear();
        }
    }
};

QTEST_GUILESS_MAIN(TestDocExamples)
#include "tst_docexamples.moc"
