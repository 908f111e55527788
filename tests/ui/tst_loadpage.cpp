#include "tests/support/fakepage.h"
#include "ui/pages/load/explainpanel.h"
#include "ui/pages/load/factory.h"
#include "ui/pages/load/figuretable.h"

#include "app/kpi/load.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace quarterdeck;

namespace {

UtcTime timeOf(const QJsonValue &value)
{
    return parseRfc3339(value.toString()).value_or(UtcTime());
}

std::vector<Incident> workedExample(const QJsonObject &example)
{
    std::vector<Incident> incidents;
    for (const QJsonValue &value : example["incidents"].toArray()) {
        const QJsonObject object = value.toObject();
        Incident incident;
        incident.id = object["id"].toString();
        incident.fingerprint = incident.id;
        incident.title = QStringLiteral("Rule ") + object["service"].toString();
        incident.service = object["service"].toString();
        incident.user = object["user"].toString();
        incident.created = timeOf(object["created"]);
        if (object["ack"].isString()) {
            incident.acknowledged = timeOf(object["ack"]);
        }
        incident.resolved = timeOf(object["resolved"]);
        incident.isAutoResolved = object["auto"].toBool();
        incident.tag = object["tag"].toString();
        for (const QJsonValue &notify : object["notify"].toArray()) {
            incident.notifications.push_back({timeOf(notify.toArray()[0]), notify.toArray()[1].toString()});
        }
        incidents.push_back(incident);
    }
    return incidents;
}

class ZonedPreferences final : public Preferences {
public:
    using Preferences::Preferences;
    QMap<QString, QByteArray> zoneMap;
    PreferenceValues current;

    PreferenceValues values() const override { return current; }
    void setValues(const PreferenceValues &values) override { current = values; }
    std::vector<ConfiguredBackend> backends() const override { return {}; }
    QStringList warnings() const override { return {}; }
    QString configFile() const override { return {}; }
    QString dataFolder() const override { return {}; }
    QString cacheFolder() const override { return {}; }
    QMap<QString, QByteArray> zones() const override { return zoneMap; }
};

// Puts the texts of definitions in angle brackets.
class DefinitionTranslator final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "LoadDefinition") == 0 ? u'<' + QString::fromUtf8(source) + u'>' : QString();
    }
};

} // namespace

class TestLoadPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<ZonedPreferences> m_preferences;
    std::unique_ptr<Page> m_page;
    QJsonObject m_example;

    void open()
    {
        const FakePage &fake = *m_fake;
        PageContext context {m_fake->reader, m_fake->outbox, m_fake->sources, m_fake->telemetry, m_fake->onCall, m_fake->runLog, m_fake->library,
            *m_preferences, m_fake->secrets, m_fake->editor, m_fake->time, fake.clock, fake.theme, m_fake->navigator};
        m_page.reset(makeLoadPage()->create(context, nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    QString tile(const QString &name) const { return m_page->findChild<QAbstractButton *>(name)->accessibleName(); }
    QString label(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    QString csvValue(const QString &key) const
    {
        for (const QByteArray &row : m_page->exportCsv().split('\n')) {
            const QList<QByteArray> cells = row.split(',');
            if (cells.size() > 2 && cells[1] == key.toUtf8()) {
                return QString::fromUtf8(cells[2]);
            }
        }
        return {};
    }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        m_preferences = std::make_unique<ZonedPreferences>();
        QFile file(qEnvironmentVariable("QUARTERDECK_SHARED") + "/data/kpi-worked-example.json");
        m_example = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    void cleanup()
    {
        m_page.reset();
        m_preferences.reset();
        m_fake.reset();
    }

    void figuresAreThoseOfTheWorkedExample()
    {
        if (m_example.isEmpty()) {
            QSKIP("the worked example is absent");
        }
        const QJsonObject users = m_example["users"].toObject();
        for (auto it = users.begin(); it != users.end(); ++it) {
            m_preferences->zoneMap.insert(it.key(), it.value().toString().toUtf8());
        }
        m_preferences->current.author = QStringLiteral("ana");
        m_fake->reader.incidentList = workedExample(m_example);
        m_fake->clock.jumpTo(*parseRfc3339(u"2025-03-31T00:00:00Z"));
        open();
        m_page->show({"load", {}, {{"window", "7d"}}});
        QTRY_VERIFY(csvValue("incidents") == "10");
        LoadScope scope;
        scope.window = {*parseRfc3339(u"2025-03-24T00:00:00Z"), *parseRfc3339(u"2025-03-31T00:00:00Z")};
        ResponderZones zones = m_preferences->zoneMap;
        zones.insert(QString(), "UTC");
        const LoadReport report = computeLoad(m_fake->reader.incidentList, scope, zones, m_fake->clock.now());
        const QJsonObject expected = m_example["expected"].toObject();
        QCOMPARE(csvValue("mtta_median_s").toDouble(), report.timeToAcknowledge.median);
        QCOMPARE(csvValue("mtta_median_s").toDouble(), expected["mtta_median_s"].toDouble());
        QCOMPARE(csvValue("mtta_mean_s").toDouble(), expected["mtta_mean_s"].toDouble());
        QCOMPARE(csvValue("mtta_p90_s").toDouble(), expected["mtta_p90_nearest_rank_s"].toDouble());
        QCOMPARE(csvValue("mttr_median_s").toDouble(), expected["mttr_all_median_s"].toDouble());
        const QJsonObject hours = expected["interruptions_per_incident"].toObject();
        QCOMPARE(csvValue("interruptions.total").toInt(), hours["total"].toInt());
        QCOMPARE(csvValue("interruptions.sleep").toInt(), hours["sleep"].toInt());
        QCOMPARE(csvValue("interruptions.sleep").toInt(), report.interruptions.sleep);
        QVERIFY(tile("tileInterruptions").contains("9"));
        QVERIFY(tile("tileInterruptions").contains("2 business · 4 off-hours · 3 sleep"));
        QVERIFY(tile("tileAcknowledge").contains("3.5 min"));
        QVERIFY(tile("tileAcknowledge").contains("n 8"));
        QVERIFY(tile("tileShift").contains("2.2"));
        QVERIFY(tile("tileShift").contains("shifts with incidents"));
        QVERIFY(tile("tileNoise").contains("10 %"));
    }

    void anEmptyHistoryIsNotZeroLoad()
    {
        open();
        QTRY_VERIFY(m_page->findChild<QWidget *>("loadEmpty")->isVisible());
        QTRY_COMPARE(label("loadTitle"), QStringLiteral("No incidents recorded yet"));
        QVERIFY(!m_page->findChild<QWidget *>("tileInterruptions")->isVisible());
    }

    void aShortHistorySaysSo()
    {
        Incident incident;
        incident.id = QStringLiteral("1");
        incident.created = m_fake->clock.now() - Millis(86'400'000);
        incident.resolved = incident.created + Millis(60'000);
        incident.title = QStringLiteral("Rule");
        m_fake->reader.incidentList = {incident};
        open();
        QTRY_VERIFY(m_page->findChild<QLabel *>("staleSentence")->text().contains("History starts"));
        QVERIFY(tile("tileAcknowledge").contains("–"));
        // Nobody acknowledged it, and nobody knows whom it called: neither is 0.
        QCOMPARE(csvValue("mtta_n"), QStringLiteral("0"));
        QVERIFY(csvValue("mtta_mean_s").isEmpty() && csvValue("fairness_gini").isEmpty());
        QVERIFY(tile("tileShift").contains("who was paged is unknown"));
        QVERIFY(m_page->findChild<QLabel *>("staleSentence")->text().contains("without a responder"));
    }

    void everyFigureExplainsItself()
    {
        if (m_example.isEmpty()) {
            QSKIP("the worked example is absent");
        }
        m_fake->reader.incidentList = workedExample(m_example);
        m_fake->clock.jumpTo(*parseRfc3339(u"2025-03-31T00:00:00Z"));
        open();
        QTRY_VERIFY(!m_page->exportCsv().isEmpty());
        auto *panel = m_page->findChild<QWidget *>("loadExplain");
        for (const char *name : {"tileInterruptions", "tileShift", "tileAcknowledge", "tileResolve", "tileNoise"}) {
            auto *button = m_page->findChild<QAbstractButton *>(name);
            QVERIFY(button->focusPolicy() != Qt::NoFocus);
            panel->hide();
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            QTRY_VERIFY2(panel->isVisible(), name);
            QVERIFY(panel->accessibleDescription().contains("Definition: "));
            QVERIFY(panel->accessibleDescription().contains("Based on 10"));
        }
        panel->hide();
        auto *rules = m_page->findChild<QWidget *>("loadRules");
        rules->setFocus();
        QTest::keyClick(rules, Qt::Key_Return);
        QTRY_VERIFY(panel->isVisible());
    }

    void definitionsAreInTheLanguageOfTheWindow()
    {
        QFile file(QStringLiteral(QUARTERDECK_SOURCE_DIR "/translations/quarterdeck_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString texts = QString::fromUtf8(file.readAll()).section(QStringLiteral("<name>LoadDefinition</name>"), 1).section("</context>", 0, 0);
        DefinitionTranslator translator;
        QCoreApplication::installTranslator(&translator);
        ExplainPanel panel(m_fake->theme, nullptr);
        for (const KpiDefinition &definition : kpiDefinitions()) {
            panel.explain({definition.key}, {});
            for (const QString &text : {definition.title, definition.formula, definition.source, definition.worked}) {
                const QString source = text.toHtmlEscaped().replace(u'\'', QLatin1StringView("&apos;"));
                QVERIFY2(text.isEmpty() || panel.shownText().contains(u'<' + text + u'>'), qPrintable(text));
                QVERIFY2(text.isEmpty() || texts.contains(QStringLiteral("<source>%1</source>").arg(source)), qPrintable(text));
            }
        }
        QCoreApplication::removeTranslator(&translator);
    }

    void selectorsNarrowTheScope()
    {
        if (m_example.isEmpty()) {
            QSKIP("the worked example is absent");
        }
        m_fake->reader.incidentList = workedExample(m_example);
        m_fake->clock.jumpTo(*parseRfc3339(u"2025-03-31T00:00:00Z"));
        open();
        QTRY_COMPARE(csvValue("incidents"), QStringLiteral("10"));
        auto *service = m_page->findChild<QComboBox *>("loadService");
        QTRY_COMPARE(service->count(), 4);
        service->setCurrentIndex(service->findData("checkout"));
        emit service->activated(service->currentIndex());
        QTRY_COMPARE(csvValue("incidents"), QStringLiteral("3"));
        QCOMPARE(m_page->current().arguments.value("service"), QStringLiteral("checkout"));
        m_page->activateWindow();
        QTest::keyClick(m_page.get(), Qt::Key_1);
        QTRY_COMPARE(m_page->current().arguments.value("window"), QStringLiteral("7d"));
    }

    void anExplanationBelongsToTheScopeAndLeadsToItsIncidents()
    {
        const UtcTime now = m_fake->clock.now();
        const auto incident = [now](const char *id, const char *service, int minutesAgo, int ackAfter) {
            Incident made;
            made.id = QString::fromLatin1(id);
            made.fingerprint = QStringLiteral("am:") + QString::fromLatin1(id);
            made.title = QStringLiteral("Rule ") + QString::fromLatin1(id);
            made.service = QString::fromLatin1(service);
            made.created = now - Millis(minutesAgo * 60'000LL);
            made.acknowledged = made.created + Millis(ackAfter * 60'000LL);
            made.resolved = made.created + Millis(60 * 60'000LL);
            return made;
        };
        m_fake->reader.incidentList = {incident("a", "checkout", 300, 2), incident("b", "checkout", 200, 9), incident("c", "search", 100, 4)};
        open();
        QTRY_COMPARE(csvValue("incidents"), QStringLiteral("3"));
        auto *panel = m_page->findChild<QWidget *>("loadExplain");
        auto *behind = m_page->findChild<QLabel *>("explainBehind");
        auto *rows = m_page->findChild<FigureTable *>("explainIncidents");
        m_page->findChild<QAbstractButton *>("tileAcknowledge")->click();
        QTRY_COMPARE(rows->rowCount(), 3);
        QCOMPARE(rows->cellText(0, 0), QStringLiteral("Rule b"));
        QVERIFY(panel->accessibleDescription().contains("Based on 3"));
        // Another scope: the explanation follows.
        auto *service = m_page->findChild<QComboBox *>("loadService");
        QTRY_COMPARE(service->count(), 3);
        service->setCurrentIndex(service->findData("search"));
        emit service->activated(service->currentIndex());
        QTRY_COMPARE(rows->rowCount(), 1);
        QCOMPARE(rows->cellText(0, 0), QStringLiteral("Rule c"));
        QVERIFY(panel->isVisible());
        QVERIFY(panel->accessibleDescription().contains("Based on 1"));
        QVERIFY(panel->accessibleDescription().contains("search"));
        QVERIFY(behind->text().startsWith("1 incident"));
        // A row leads to the incident.
        emit rows->activated(0);
        QCOMPARE(m_fake->navigator.destinations.back().page, QStringLiteral("inbox"));
        QCOMPARE(m_fake->navigator.destinations.back().object, QStringLiteral("am:c"));
        // A scope without incidents: it closes.
        m_fake->reader.incidentList = {m_fake->reader.incidentList.front()};
        m_page->show({"load", {}, {{"window", "7d"}, {"service", "search"}}});
        QTRY_VERIFY(!panel->isVisible());
    }

    void anErrorOfTheStoreIsSaid()
    {
        m_fake->reader.answers.failure = Error {ErrorKind::Storage, QStringLiteral("The database is locked"), {}, 0, {}};
        open();
        QTRY_VERIFY(m_page->findChild<QWidget *>("loadEmpty")->isVisible());
        bool isSaid = false;
        QTRY_VERIFY([&] {
            for (const QLabel *label : m_page->findChild<QWidget *>("loadEmpty")->findChildren<QLabel *>()) {
                isSaid = isSaid || label->text().contains("locked");
            }
            return isSaid;
        }());
    }
};

QTEST_MAIN(TestLoadPage)
#include "tst_loadpage.moc"
