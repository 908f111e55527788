#include "app/desktop/welcome.h"
#include "tests/support/keyringsession.h"
#include "tests/support/realservers.h"
#include "tests/support/tlsgate.h"
#include "tests/support/uistage.h"
#include "tests/support/windowbench.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

using namespace quarterdeck;

namespace {

const QString GateToken = QStringLiteral("t0k3n-of-the-gate");
const QByteArray Mine = "# Ours.\nversion: 1   # the only one\ncurrent-context: home\ncontexts:\n- name: home   # all of it\n  backends: []\n"
                        "backends: []\n\n# Who owns what.\nservices:\n- {name: checkout, owner: payments}\n";
constexpr char OneAlert[] = R"([{"labels":{"alertname":"CheckoutBurns","severity":"critical"}}])";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

} // namespace

/// Sources that are added, tested, changed and removed in the window, against a real Alertmanager behind TLS and a token.
class TestSourceChanges : public QObject {
    Q_OBJECT

    std::unique_ptr<RealAlertmanager> m_server;
    std::unique_ptr<TlsGate> m_gate;
    std::unique_ptr<WindowBench> m_b;

    template <class T = QWidget> T *part(const char *name) const { return m_b->find<T>(name); }
    QString label(const char *name) const
    {
        const auto *found = part<QLabel>(name);
        return found == nullptr ? QStringLiteral("absent") : found->text();
    }
    void press(const char *name) const
    {
        auto *button = part<QPushButton>(name);
        QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const char *name, const QString &text) const
    {
        auto *line = part<QLineEdit>(name);
        QVERIFY2(line != nullptr, name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void choose(const char *name, const QString &text) const
    {
        auto *box = part<QComboBox>(name);
        QVERIFY2(box != nullptr && box->findText(text) >= 0, qPrintable(text));
        box->setCurrentIndex(box->findText(text));
    }
    QString tokenFile() const { return m_b->folder.filePath(QStringLiteral("token")); }
    /// Types the gate into the open sheet.
    void typeGate() const
    {
        choose("sourceKind", QStringLiteral("Alertmanager"));
        type("sourceAddresses", m_gate->url());
        choose("sourceSignIn", QStringLiteral("Bearer token"));
        choose("sourceSecretPlace", QStringLiteral("In a file that only you can read"));
        type("sourceSecretFile", tokenFile());
        type("sourceAuthority", m_gate->authority());
        type("sourceSetting_settling_time", QStringLiteral("1s"));
    }
    bool isLive(const QString &id) const { return m_b->status(id).freshness == Freshness::Live; }
    QByteArray config() const { return contentOf(m_b->config()); }

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled() || QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty()) {
            QSKIP("prometheus-alertmanager or openssl is not installed");
        }
        m_server = std::make_unique<RealAlertmanager>();
        QVERIFY2(m_server->start(), m_server->log());
        QVERIFY(m_server->post(OneAlert));
        m_gate = std::make_unique<TlsGate>(m_server->url(), GateToken);
        QVERIFY(m_gate->isThere());
    }
    void init()
    {
        m_b = std::make_unique<WindowBench>();
        QVERIFY(m_b->write(QStringLiteral("token"), GateToken.toUtf8() + '\n'));
        QVERIFY(QFile::setPermissions(tokenFile(), QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    }
    void cleanup() { m_b.reset(); }

    void theFirstSourceIsAddedFromTheEmptyWindow()
    {
        const QString configs = m_b->folder.filePath(QStringLiteral("config"));
        qputenv("QUARTERDECK_CONFIG_DIR", configs.toUtf8());
        DesktopOptions options;
        options.dataDir = m_b->data();
        QVERIFY(m_b->open(options));
        QVERIFY(part("welcome") != nullptr);
        takePicture(m_b->window(), QStringLiteral("first-start"));
        press("welcome.add");
        QVERIFY(part("sourceSheet") != nullptr);
        typeGate();
        press("sourceTest");
        QTRY_VERIFY2_WITH_TIMEOUT(label("sourceSays").startsWith("The test passed."), qPrintable(label("sourceSays")), 20'000);
        QVERIFY(!QFile::exists(configs + "/config.yaml"));
        takePicture(*part("sourceSheet"), QStringLiteral("first-source"));
        const QWidget *before = &m_b->window();
        press("sourceSave");
        QTRY_VERIFY(part("sourceSheet") == nullptr && &m_b->window() != before);
        qunsetenv("QUARTERDECK_CONFIG_DIR");
        QVERIFY(part("welcome") == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(isLive("alertmanager"), 20'000);
        QTRY_COMPARE(m_b->openAlerts().size(), std::size_t(1));
        const auto read = loadConfig(configs + "/config.yaml");
        QVERIFY(read);
        QCOMPARE(read->warnings, QStringList());
        QCOMPARE(read->context().name, QStringLiteral("default"));
        QVERIFY(!contentOf(configs + "/config.yaml").contains(GateToken.toUtf8()));
        QCOMPARE(m_b->window().currentPageId(), QStringLiteral("settings"));
    }

    void aFileThatIsNamedAndMissingIsWhereTheFirstSourceGoes()
    {
        DesktopOptions options;
        options.configFile = m_b->folder.filePath(QStringLiteral("new/mine.yaml"));
        options.dataDir = m_b->data();
        QVERIFY(m_b->open(options));
        QVERIFY(part("welcome") != nullptr);
        QStringList words;
        for (const auto *one : part("welcome")->findChildren<QLabel *>()) {
            words << one->text();
        }
        QVERIFY2(words.join(u' ').contains(options.configFile), qPrintable(words.join(u'|')));
        QVERIFY(!QFile::exists(options.configFile));
        press("welcome.add");
        typeGate();
        press("sourceSave");
        QTRY_VERIFY(QFile::exists(options.configFile) && part("sourceSheet") == nullptr);
        QVERIFY(part("welcome") == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(isLive("alertmanager"), 20'000);
    }

    void addedChangedRemovedAndUndone()
    {
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), Mine));
        QVERIFY(m_b->open());
        m_b->window().go({QStringLiteral("settings"), {}, {}});
        part<QAction>("addSource")->trigger();
        typeGate();
        type("sourceName", QStringLiteral("gate"));
        press("sourceSave");
        QTRY_VERIFY(part("sourceSheet") == nullptr && config() != Mine);
        const QByteArray added = config();
        const QByteArray line = "{name: gate, type: alertmanager, url: '" + m_gate->url().toUtf8()
            + "', settling_time: 1s, authorization: {credentials_file: " + tokenFile().toUtf8()
            + "}, tls_config: {ca_file: " + m_gate->authority().toUtf8() + "}}";
        QCOMPARE(QString::fromUtf8(added),
            QString::fromUtf8(
                QByteArray(Mine).replace("  backends: []", "  backends: [gate]").replace("\nbackends: []", "\nbackends: [" + line + "]")));
        QCOMPARE(contentOf(m_b->config() + ".bak"), Mine);
        QTRY_VERIFY_WITH_TIMEOUT(isLive("gate"), 20'000);
        QTRY_COMPARE(m_b->openAlerts().size(), std::size_t(1));

        takePicture(m_b->window(), QStringLiteral("source-added"));
        // Changed: another name, which the context follows.
        press("sourceChange_gate");
        type("sourceName", QStringLiteral("eu"));
        type("sourceSetting_settling_time", QStringLiteral("2s"));
        press("sourceSave");
        QTRY_VERIFY(config() != added);
        QCOMPARE(config(),
            QByteArray(added).replace("[gate]", "[eu]").replace("name: gate", "name: eu").replace("settling_time: 1s", "settling_time: 2s"));
        QTRY_VERIFY_WITH_TIMEOUT(isLive("eu"), 20'000);
        QVERIFY(m_b->status("gate").id.isEmpty());

        // Removed after one question, and undone by the key.
        const QByteArray changed = config();
        press("sourceRemove_eu");
        takePicture(*part("confirmDialog"), QStringLiteral("source-remove"));
        press("confirmDialog.accept");
        QTRY_COMPARE(config(), Mine);
        QTRY_VERIFY(m_b->desktop->engine().endpoints().empty());
        QTRY_VERIFY(label("toastSentence").contains("The source eu was removed."));
        // Also when the message has gone, which was what offered it.
        part<QWidget>("toast")->hide();
        QVERIFY(!part<QWidget>("toast")->isVisible());
        QTest::keyClick(m_b->window().windowHandle(), Qt::Key_U);
        QTRY_COMPARE(config(), changed);
        QTRY_COMPARE(label("toastSentence"), QStringLiteral("Undone: the source eu is back."));
        QTRY_VERIFY_WITH_TIMEOUT(isLive("eu"), 20'000);
        // What was done before that is named and asked about first.
        QTest::keyClick(m_b->window().windowHandle(), Qt::Key_U);
        QTRY_VERIFY(part("confirmDialog") != nullptr);
        QCOMPARE(config(), changed);
        press("confirmDialog.accept");
        QTRY_COMPARE(config(), added);
        QTRY_COMPARE(label("toastSentence"), QStringLiteral("Undone: the source eu is as it was before the change."));
    }

    void theTestSaysWhatIsWrong_data()
    {
        QTest::addColumn<bool>("hasAuthority");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown authority") << false << GateToken.toUtf8() << "certificate";
        QTest::newRow("wrong token") << true << QByteArray("wrong") << "401";
    }
    void theTestSaysWhatIsWrong()
    {
        QFETCH(bool, hasAuthority);
        QFETCH(QByteArray, token);
        QFETCH(QString, words);
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), Mine));
        QVERIFY(m_b->write(QStringLiteral("token"), token));
        QVERIFY(m_b->open());
        m_b->window().go({QStringLiteral("settings"), {}, {}});
        part<QAction>("addSource")->trigger();
        typeGate();
        if (!hasAuthority) {
            part<QLineEdit>("sourceAuthority")->clear();
        }
        press("sourceTest");
        QTRY_VERIFY_WITH_TIMEOUT(label("sourceSays").startsWith("The test failed."), 20'000);
        QVERIFY2(label("sourceSays").contains(words), qPrintable(label("sourceSays")));
        QTest::keyClick(part("sourceSheet"), Qt::Key_Escape);
        QTRY_VERIFY(part("sourceSheet") == nullptr);
        QCOMPARE(config(), Mine);
        QVERIFY(!QFile::exists(m_b->config() + ".bak"));
    }

    void theSecretGoesIntoTheKeyring()
    {
        if (isInSession()) {
            return;
        }
        if (!hasTools()) {
            QSKIP("dbus-run-session, gnome-keyring-daemon or gdbus absent");
        }
        QTemporaryDir home;
        QByteArray output;
        const int failures = runInSession(QStringLiteral("insideKeyring"), unlockedKeyring(), home.path(), output);
        QVERIFY2(failures == 0, output.constData());
    }
    void insideKeyring()
    {
        if (!isInSession()) {
            return;
        }
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), Mine));
        QVERIFY(m_b->open());
        m_b->window().go({QStringLiteral("settings"), {}, {}});
        part<QAction>("addSource")->trigger();
        typeGate();
        choose("sourceSecretPlace", QStringLiteral("In the keyring of this desktop"));
        // The token that is typed is the one that is tried; nothing is stored for that.
        type("sourceSecret", QStringLiteral("wrong"));
        press("sourceTest");
        QTRY_VERIFY_WITH_TIMEOUT(label("sourceSays").startsWith("The test failed."), 20'000);
        type("sourceSecret", GateToken);
        press("sourceTest");
        QTRY_VERIFY2_WITH_TIMEOUT(label("sourceSays").startsWith("The test passed."), qPrintable(label("sourceSays")), 20'000);
        press("sourceSave");
        QTRY_VERIFY_WITH_TIMEOUT(config() != Mine, 20'000);
        QVERIFY(config().contains("authorization: {credentials_ref: 'keychain:alertmanager'}"));
        QVERIFY(!config().contains(GateToken.toUtf8()));
        QTRY_VERIFY_WITH_TIMEOUT(isLive("alertmanager"), 20'000);
        QTRY_COMPARE(label("secretState_alertmanager_alertmanager"), QStringLiteral("keychain:alertmanager: in the keyring"));
    }

    void aFileThatChangedMeanwhileIsLeftAlone()
    {
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), Mine));
        QVERIFY(m_b->open());
        m_b->window().go({QStringLiteral("settings"), {}, {}});
        part<QAction>("addSource")->trigger();
        typeGate();
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), Mine + "# more\n"));
        press("sourceSave");
        QVERIFY2(label("sourceSays").contains("Another program has changed the file"), qPrintable(label("sourceSays")));
        QCOMPARE(config(), Mine + "# more\n");
    }

    void whatCannotBeChangedIsSaidBeforeAnythingIsTyped()
    {
        const QByteArray shared = "version: 1\nbackends:\n- &am\n  name: am\n  type: alertmanager\n  url: '" + m_server->url().toEncoded() + "'\n";
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), shared));
        QVERIFY(m_b->open());
        m_b->window().go({QStringLiteral("settings"), {}, {}});
        press("sourceChange_am");
        QVERIFY(part("sourceSheet") == nullptr);
        QVERIFY2(
            label("settingsSourceProblem").contains("config.yaml:3: the source \"am\" uses an anchor"), qPrintable(label("settingsSourceProblem")));
        press("sourceRemove_am");
        press("confirmDialog.accept");
        QVERIFY(label("settingsSourceProblem").contains("uses an anchor"));
        QCOMPARE(config(), shared);
    }

    void whatIsWrittenByHandIsReadAgain()
    {
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), Mine));
        QVERIFY(m_b->open());
        m_b->window().go({QStringLiteral("settings"), {}, {}});
        QVERIFY(m_b->write(QStringLiteral("config.yaml"), Mine + "backends: ["));
        part<QAction>("readConfiguration")->trigger();
        QVERIFY2(label("settingsSourceProblem").contains("config.yaml:"), qPrintable(label("settingsSourceProblem")));
        const QByteArray more = "backends:\n- {name: by-hand, type: alertmanager, url: '" + m_server->url().toEncoded() + "', settling_time: 1s}\n";
        QVERIFY(m_b->write(
            QStringLiteral("config.yaml"), QByteArray(Mine).replace("  backends: []", "  backends: [by-hand]").replace("backends: []\n", more)));
        part<QAction>("readConfiguration")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isLive("by-hand"), 20'000);
    }
};

QTEST_MAIN(TestSourceChanges)
#include "tst_sourcechanges.moc"
