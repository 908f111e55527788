#include "tests/cli/clibench.h"

#include <QDateTime>
#include <QDir>

#include <algorithm>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

// Enough to stand in one another's way; CONTRIBUTING.md says how to have more.
int writersWanted()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("QUARTERDECK_WRITERS", &isNumber);
    return isNumber ? wanted : 30;
}

/// One run of qdeck that acknowledges, silences or notes.
struct Writer {
    enum class Does : quint8 { Ack, Silence, Note };
    QString name;
    Does does = Does::Ack;
    std::unique_ptr<QProcess> process;
    QByteArray out {};
    QByteArray err {};
};

} // namespace

/// Many runs of qdeck at once that acknowledge, silence and note on one data folder: nothing that was said to be stored is lost, nothing is
/// there twice, nothing that was refused is there at all.
class TestQdeckCrowd : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_server.start(), m_server.log());
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, poll_interval: 1s, settling_time: 0s, url: '" + m_server.url().toEncoded()
                + "'}\n");
    }
    void init()
    {
        QDir(m_b.data()).removeRecursively();
        m_round = QByteArray("r") + QByteArray::number(++m_rounds);
        QJsonArray alerts;
        for (int i = -1; i < writersWanted(); ++i) {
            const QString name = i < 0 ? QString::fromLatin1(m_round) + QStringLiteral("-noted") : nameOf(i);
            const QString since = QDateTime::currentDateTimeUtc().addSecs(-60).toString(Qt::ISODate);
            alerts.append(
                QJsonObject {{QStringLiteral("labels"), QJsonObject {{QStringLiteral("alertname"), name}}}, {QStringLiteral("startsAt"), since}});
        }
        QVERIFY(m_server.post(QJsonDocument(alerts).toJson()));
        m_ids.clear();
        for (const QJsonValue &alert : m_b.json(words("alerts")).items()) {
            m_ids.insert(alert[QLatin1String("title")].toString(), alert[QLatin1String("id")].toString());
        }
        QVERIFY(m_ids.size() > writersWanted());
    }
    void theyTakeTurns()
    {
        const std::vector<Writer> all = ended(started());
        compare(all);
    }
    void aRunningSyncTakesAll()
    {
        QProcess sync;
        sync.setProcessEnvironment(m_b.environment);
        sync.start(CliBench::program(), words("sync --config") << m_b.config() << QStringLiteral("--data-dir") << m_b.data());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_b.data() + QStringLiteral("/run/sync.sock")), 60'000);
        const std::vector<Writer> all = ended(started());
        for (const Writer &writer : all) {
            // Confirmed, or stored and not sent yet: nobody is refused.
            const int code = writer.process->exitCode();
            QVERIFY2(code == 0 || code == 3, QByteArray::number(code) + writer.err);
        }
        sync.terminate();
        QVERIFY(sync.waitForFinished(60'000));
        compare(all);
    }

private:
    QString nameOf(int i) const { return QString::fromLatin1(m_round) + QStringLiteral("-%1").arg(i); }
    std::vector<Writer> started() const
    {
        std::vector<Writer> all;
        for (int i = 0; i < writersWanted(); ++i) {
            Writer writer {nameOf(i), Writer::Does(i % 3), std::make_unique<QProcess>()};
            QStringList line = writer.does == Writer::Does::Ack ? words("ack") << m_ids.value(writer.name)
                : writer.does == Writer::Does::Silence
                ? words("silence --yes --source am --for 1h --matcher") << QStringLiteral("only=") + writer.name
                : words("note --text") << writer.name << m_ids.value(notedAlert());
            line << QStringLiteral("--json") << QStringLiteral("--config") << m_b.config() << QStringLiteral("--data-dir") << m_b.data();
            writer.process->setProcessEnvironment(m_b.environment);
            writer.process->start(CliBench::program(), line);
            all.push_back(std::move(writer));
        }
        return all;
    }
    static std::vector<Writer> ended(std::vector<Writer> all)
    {
        for (Writer &writer : all) {
            if (!writer.process->waitForFinished(280'000)) {
                qWarning("%s did not end", qPrintable(writer.name));
            }
            writer.out = writer.process->readAllStandardOutput();
            writer.err = writer.process->readAllStandardError();
        }
        return all;
    }
    QString notedAlert() const { return QString::fromLatin1(m_round) + QStringLiteral("-noted"); }
    /// The silences that the server holds in force, by what their first matcher wants.
    QHash<QString, int> inForce() const
    {
        QHash<QString, int> counts;
        const QUrl url = m_server.url().resolved(QUrl(QStringLiteral("/api/v2/silences")));
        for (const QJsonValue &silence : QJsonDocument::fromJson(plainHttp("GET", url).body).array()) {
            if (silence[QLatin1String("status")][QLatin1String("state")].toString() == u"active") {
                ++counts[silence[QLatin1String("matchers")][0][QLatin1String("value")].toString()];
            }
        }
        return counts;
    }
    void compare(const std::vector<Writer> &all)
    {
        // What was stored and not yet confirmed goes out now.
        QCOMPARE(m_b.run(words("sync --once")).code, 0);
        const QHash<QString, int> silences = inForce();
        QHash<QString, int> notes;
        for (const QJsonValue &note : m_b.json(words("show") << m_ids.value(notedAlert())).item().value(QLatin1String("notes")).toArray()) {
            ++notes[note[QLatin1String("text")].toString()];
        }
        int stored = 0;
        int acts = 0;
        for (const Writer &writer : all) {
            const int code = writer.process->exitCode();
            // On a machine that is slow enough one waits in vain: then it says for whom.
            const bool isNamed = code == 1 && writer.err.contains("Another qdeck (process ");
            QVERIFY2(code == 0 || code == 3 || isNamed, QByteArray::number(code) + writer.err + writer.out);
            const int there = (writer.does == Writer::Does::Note ? notes : silences).value(writer.name);
            QVERIFY2(there == (isNamed ? 0 : 1), qPrintable(QStringLiteral("%1 is there %2 times, exit %3").arg(writer.name).arg(there).arg(code)));
            stored += there;
            acts += writer.does == Writer::Does::Note ? 0 : there;
        }
        qInfo("%d of %d were stored", stored, int(all.size()));
        QVERIFY(stored > 0);
        const QJsonArray entries = m_b.json(words("outbox --cached")).items();
        QCOMPARE(int(entries.size()), acts);
        QVERIFY(std::all_of(
            entries.begin(), entries.end(), [](const QJsonValue &entry) { return entry[QLatin1String("state")].toString() == u"confirmed"; }));
    }

    RealAlertmanager m_server;
    CliBench m_b;
    QByteArray m_round;
    int m_rounds = 0;
    QHash<QString, QString> m_ids;
};

QTEST_GUILESS_MAIN(TestQdeckCrowd)
#include "tst_qdeckcrowd.moc"
