#include "app/desktop/languages.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"
#include "ui/pages/settings/factory.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace quarterdeck;

namespace {

const QString Canary = QStringLiteral("c4n4ry&\"<s3cret>");

} // namespace

/// Sources that are added, changed and removed on the settings page: what is asked, what is refused, and where the secret goes.
class TestSourceSheet : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void open()
    {
        m_page.reset(makeSettingsPage()->create(m_fake->context(), nullptr));
        QVERIFY(showAndWait(*m_page, {1270, 830}));
        m_page->activateWindow();
    }
    template <class T = QWidget> T *part(const char *name) const { return m_page->findChild<T *>(QLatin1StringView(name)); }
    QString label(const char *name) const
    {
        const auto *found = part<QLabel>(name);
        return found == nullptr ? QStringLiteral("absent") : found->text();
    }
    void openSheet()
    {
        m_page->setFocus();
        QTest::keyClick(m_page.get(), Qt::Key_A);
        QVERIFY(part("sourceSheet") != nullptr);
        part("sourceSheet")->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), part("sourceSheet"));
    }
    void type(const char *name, const QString &text) const
    {
        auto *line = part<QLineEdit>(name);
        QVERIFY2(line != nullptr && line->isVisible(), name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QCoreApplication::processEvents();
    }
    void choose(const char *name, const QString &text) const
    {
        auto *box = part<QComboBox>(name);
        QVERIFY2(box != nullptr && box->findText(text) >= 0, qPrintable(text));
        box->setFocus();
        while (box->currentText() != text) {
            QTest::keyClick(box, box->currentIndex() < box->findText(text) ? Qt::Key_Down : Qt::Key_Up);
        }
        // The keyring is asked for what is chosen.
        QCoreApplication::processEvents();
    }
    void press(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        setStage(m_fake->theme, Theme::Scheme::Light);
        m_fake->preferences.backendList = {{"eu-am", "alertmanager", {"https://am.example.test"}, "basic, ana with the password from keychain:eu"}};
        m_fake->sources.setStatus("eu-am", "alertmanager", Freshness::Live, m_fake->clock.now());
        Endpoint eu;
        eu.id = QStringLiteral("eu-am");
        eu.kind = QStringLiteral("alertmanager");
        eu.urls = {QUrl(QStringLiteral("https://am.example.test"))};
        eu.http.auth = HttpConfig::Auth::Basic;
        eu.http.username = QStringLiteral("ana");
        eu.http.secret.keychain = QStringLiteral("eu");
        eu.http.headers = {{QStringLiteral("X-Scope"), QStringLiteral("eu"), {}}};
        eu.options.insert(QStringLiteral("settling_time"), QStringLiteral("2m"));
        m_fake->editor.held.insert(eu.id, eu);
    }
    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void addedByTheKeyboardAlone()
    {
        open();
        openSheet();
        QCOMPARE(QApplication::focusWidget(), part("sourceKind"));
        QTest::keyClick(part("sourceKind"), Qt::Key_Down);
        QCOMPARE(part<QLineEdit>("sourceName")->text(), QStringLiteral("prometheus"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), part("sourceName"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), "http://a.example.test http://b.example.test");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_fake->editor.saved.size(), std::size_t(1));
        const auto &[name, saved] = m_fake->editor.saved.front();
        QCOMPARE(name, QString());
        QCOMPARE(saved.id, QStringLiteral("prometheus"));
        QCOMPARE(saved.kind, QStringLiteral("prometheus"));
        QCOMPARE(saved.urls.size(), std::size_t(2));
        QVERIFY(saved.http == HttpConfig());
        QTRY_VERIFY(part("sourceSheet") == nullptr);
    }

    void whatIsWrongStandsAtItsField()
    {
        open();
        openSheet();
        choose("sourceSignIn", "User and password");
        type("sourceName", "eu-am");
        press("sourceSave");
        QCOMPARE(label("sourceNameProblem"), QStringLiteral("There is already a source with this name."));
        QCOMPARE(label("sourceAddressesProblem"), QStringLiteral("Enter an address, such as http://localhost:9093."));
        QCOMPARE(label("sourceUserProblem"), QStringLiteral("Enter the user name."));
        QCOMPARE(label("sourceSecretProblem"), QStringLiteral("Enter the secret."));
        QCOMPARE(QApplication::focusWidget(), part("sourceName"));
        QVERIFY(part("sourceName")->accessibleDescription().contains("already"));
        type("sourceName", "a:b");
        type("sourceAddresses", "ftp://x.example.test");
        press("sourceTest");
        QCOMPARE(label("sourceNameProblem"), QStringLiteral("A name cannot contain a colon or a slash."));
        QVERIFY(label("sourceAddressesProblem").startsWith(QStringLiteral("“ftp://x.example.test” is not an address")));
        type("sourceName", "am");
        type("sourceAddresses", "https://me:hunter2@x.example.test");
        press("sourceTest");
        QCOMPARE(label("sourceAddressesProblem"), QStringLiteral("An address must not hold a user name or password; enter them below."));
        type("sourceAddresses", "https://x.example.test/?api_key=hunter2");
        press("sourceTest");
        QCOMPARE(label("sourceAddressesProblem"), QStringLiteral("An address must not hold a secret, such as a token; enter it below."));
        QCOMPARE(label("sourceNameProblem"), QString());
        QVERIFY(m_fake->editor.tested.empty() && m_fake->editor.saved.empty());
        // What only the kind knows stands at the setting, too.
        type("sourceAddresses", "http://x.example.test");
        choose("sourceSignIn", "None");
        m_fake->editor.problem = SourceProblem {QStringLiteral("settling_time"), QStringLiteral("This is not a duration: x")};
        press("sourceSave");
        QCOMPARE(label("sourceSetting_settling_timeProblem"), QStringLiteral("This is not a duration: x."));
        QCOMPARE(QApplication::focusWidget(), part("sourceSetting_settling_time"));
        m_fake->editor.problem = SourceProblem {{}, QStringLiteral("It cannot be opened")};
        press("sourceSave");
        QCOMPARE(label("sourceSays"), QStringLiteral("It cannot be opened."));
        QVERIFY(m_fake->editor.saved.empty());
    }

    void aPasswordInAnAddressIsShownNowhere()
    {
        open();
        openSheet();
        type("sourceAddresses", "https//me:hunter2@x.example.test");
        press("sourceTest");
        QVERIFY(!label("sourceAddressesProblem").isEmpty());
        for (const QLabel *one : m_page->findChildren<QLabel *>()) {
            QVERIFY2(!one->text().contains("hunter2"), qPrintable(one->text()));
        }
    }

    void testedBeforeItIsSaved()
    {
        m_fake->editor.report.sentences = {"It rejects the token."};
        m_fake->editor.answers.isHeld = true;
        open();
        openSheet();
        type("sourceAddresses", "http://x.example.test");
        choose("sourceSignIn", "Bearer token");
        type("sourceSecret", Canary);
        QTest::keyClick(part("sourceSecret"), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(label("sourceSays"), QStringLiteral("Testing…"));
        QVERIFY(!part("sourceTest")->isEnabled());
        QCOMPARE(m_fake->editor.tested.size(), std::size_t(1));
        QCOMPARE(m_fake->editor.tested.front().second, Canary.toUtf8());
        QCOMPARE(m_fake->editor.tested.front().first.http.secret.keychain, QStringLiteral("alertmanager"));
        m_fake->editor.answers.release();
        QTRY_COMPARE(label("sourceSays"), QStringLiteral("The test failed.\nIt rejects the token."));
        // Nothing was kept anywhere, and what was found is forgotten with what it was found for.
        QVERIFY(m_fake->editor.saved.empty() && m_fake->secrets.kept.isEmpty());
        m_fake->editor.report.isOk = true;
        m_fake->editor.report.sentences = {"2 of 2 members answer."};
        press("sourceTest");
        QTRY_COMPARE(label("sourceSays"), QStringLiteral("The test passed.\n2 of 2 members answer."));
        type("sourceAddresses", "http://y.example.test");
        QVERIFY(!part("sourceSays")->isVisible());
        // An answer that comes after a change is about something else.
        m_fake->editor.answers.isHeld = true;
        press("sourceTest");
        type("sourceAddresses", "http://z.example.test");
        m_fake->editor.answers.release();
        QTest::qWait(50);
        QVERIFY(!part("sourceSays")->isVisible() && part("sourceTest")->isEnabled());
    }

    void theSecretGoesIntoTheKeyringAlone()
    {
        open();
        openSheet();
        type("sourceAddresses", "http://x.example.test");
        choose("sourceSignIn", "Bearer token");
        QCOMPARE(part<QLineEdit>("sourceSecret")->echoMode(), QLineEdit::Password);
        type("sourceSecret", Canary);
        m_fake->secrets.answers.isHeld = true;
        press("sourceSave");
        QCOMPARE(label("sourceSays"), QStringLiteral("Waiting for the keyring…"));
        QVERIFY(m_fake->editor.saved.empty());
        m_fake->secrets.answers.release();
        QTRY_VERIFY(part("sourceSheet") == nullptr);
        QCOMPARE(m_fake->secrets.kept.value("alertmanager"), Canary.toUtf8());
        const Endpoint &saved = m_fake->editor.saved.front().second;
        QCOMPARE(int(saved.http.auth), int(HttpConfig::Auth::Authorization));
        QCOMPARE(saved.http.secret.keychain, QStringLiteral("alertmanager"));
    }

    void withoutAKeyringAFileIsAskedFor()
    {
        QTemporaryDir folder;
        m_fake->preferences.config = folder.filePath("config.yaml");
        QFile token(folder.filePath("token"));
        QVERIFY(token.open(QIODevice::WriteOnly) && token.write("t0ken") > 0);
        token.close();
        m_fake->secrets.forced = SecretState::NoKeyring;
        open();
        openSheet();
        choose("sourceKind", "PagerDuty");
        // It says where it is by itself, and always wants a key.
        QCOMPARE(part<QComboBox>("sourceSignIn")->currentText(), QStringLiteral("API key"));
        press("sourceSave");
        QCOMPARE(label("sourceSecretProblem"), QStringLiteral("There is no keyring to store it in."));
        QCOMPARE(label("sourceAddressesProblem"), QString());
        choose("sourceSecretPlace", "In a file that only you can read");
        QVERIFY(!part("sourceSecret")->isVisible());
        type("sourceSecretFile", "nothing");
        press("sourceSave");
        QCOMPARE(label("sourceSecretFileProblem"), QStringLiteral("This file does not exist or cannot be read."));
        type("sourceSecretFile", "token");
        press("sourceSave");
        QTRY_VERIFY(part("sourceSheet") == nullptr);
        const Endpoint &saved = m_fake->editor.saved.front().second;
        QCOMPARE(saved.http.secret.file, folder.filePath("token"));
        QCOMPARE(saved.http.authType, QStringLiteral("Token"));
        QVERIFY(saved.urls.empty());
    }

    void aRefusedSecretSavesNothing()
    {
        m_fake->secrets.refusal = Error {ErrorKind::Unauthorized, {}, {}, 0, {}};
        open();
        openSheet();
        type("sourceAddresses", "http://x.example.test");
        choose("sourceSignIn", "Bearer token");
        type("sourceSecret", Canary);
        press("sourceSave");
        QTRY_COMPARE(label("sourceSecretProblem"), QStringLiteral("The keyring is locked. Unlock it and try again."));
        QVERIFY(m_fake->editor.saved.empty());
        QVERIFY(part("sourceSecret")->hasFocus());
    }

    void aChangeKeepsWhatIsNotAsked()
    {
        m_fake->secrets.kept.insert("eu", "old");
        open();
        press("sourceChange_eu-am");
        QVERIFY(part("sourceSheet") != nullptr);
        QVERIFY(!part("sourceKind")->isEnabled());
        QCOMPARE(part<QLineEdit>("sourceUser")->text(), QStringLiteral("ana"));
        QCOMPARE(part<QLineEdit>("sourceSetting_settling_time")->text(), QStringLiteral("2m"));
        type("sourceAddresses", "https://am2.example.test");
        // The keyring holds its password already.
        QTest::keyClick(part("sourceAddresses"), Qt::Key_Return);
        QTRY_VERIFY(part("sourceSheet") == nullptr);
        Endpoint wanted = m_fake->editor.held.value("eu-am");
        wanted.urls = {QUrl(QStringLiteral("https://am2.example.test"))};
        QCOMPARE(m_fake->editor.saved.front().first, QStringLiteral("eu-am"));
        QCOMPARE(m_fake->editor.saved.front().second, wanted);
        QCOMPARE(m_fake->secrets.kept.value("eu"), QByteArray("old"));
    }

    void aFileThatCannotBeChangedIsSaid()
    {
        m_fake->editor.refusal = Error {ErrorKind::Rejected, QStringLiteral("it is written with an anchor"), QStringLiteral("config.yaml:12"), 0, {}};
        m_fake->secrets.kept.insert("eu", "old");
        open();
        press("sourceChange_eu-am");
        QCOMPARE(label("settingsSourceProblem"), QStringLiteral("config.yaml:12: it is written with an anchor."));
        QVERIFY(part("sourceSheet") == nullptr);
        m_fake->editor.refusal.reset();
        press("sourceChange_eu-am");
        QVERIFY(!part("settingsSourceProblem")->isVisible());
        QCoreApplication::processEvents();
        m_fake->editor.refusal = Error {ErrorKind::Conflict, QStringLiteral("The file was changed"), QStringLiteral("config.yaml"), 0, {}};
        press("sourceSave");
        QCOMPARE(label("sourceSays"), QStringLiteral("config.yaml: The file was changed."));
        QVERIFY(part("sourceSheet")->isVisible());
        QTest::keyClick(part("sourceSheet"), Qt::Key_Escape);
        QTRY_VERIFY(part("sourceSheet") == nullptr);
    }

    void removedAfterOneQuestion()
    {
        m_fake->secrets.bySource = {{"eu-am", {"eu"}}};
        open();
        press("sourceRemove_eu-am");
        QVERIFY(part("confirmDialog") != nullptr);
        press("confirmDialog.cancel");
        QTRY_VERIFY(part("confirmDialog") == nullptr);
        QVERIFY(m_fake->editor.removed.isEmpty());
        press("sourceRemove_eu-am");
        QTest::keyClick(part("confirmDialog"), Qt::Key_Return);
        QCOMPARE(m_fake->editor.removed, QStringList("eu-am"));
    }

    void nothingConnectedOffersToAdd()
    {
        m_fake->preferences.backendList.clear();
        m_fake->sources.statusList.clear();
        open();
        auto *empty = part("settingsNoSources");
        QVERIFY(empty->isVisible());
        QTest::mouseClick(empty->findChild<QPushButton *>("emptyButton"), Qt::LeftButton);
        QVERIFY(part("sourceSheet") != nullptr);
    }

    void theDemoIsNotEdited()
    {
        m_fake->editor.isOwn = false;
        open();
        QVERIFY(!part("sourceChange_eu-am")->isVisible() && !part("sourceRemove_eu-am")->isVisible());
        QVERIFY(!part<QAction>("addSource")->isEnabled());
    }

    void verbsOpenAndReadTheFile()
    {
        open();
        QTest::keyClick(m_page.get(), Qt::Key_O);
        QCOMPARE(m_fake->navigator.opened, QStringList(m_fake->preferences.config));
        QTest::keyClick(m_page.get(), Qt::Key_R);
        QCOMPARE(m_fake->editor.readings, 1);
    }

    void everyFieldHasANameAndCanBeReached()
    {
        open();
        openSheet();
        choose("sourceSignIn", "User and password");
        QWidget *sheet = part("sourceSheet");
        QCOMPARE(namelessWidgets(*sheet), QStringList());
        QCOMPARE(tinyTargets(*sheet), QStringList());
        QCOMPARE(keyboardTraps(*sheet), QStringList());
    }

    // The last: other languages stay.
    void pictures_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QString>("language");
        QTest::newRow("dark") << int(Theme::Scheme::Dark) << "en";
        QTest::newRow("light") << int(Theme::Scheme::Light) << "en";
        QTest::newRow("contrast") << int(Theme::Scheme::HighContrastDark) << "en";
        QTest::newRow("german") << int(Theme::Scheme::Light) << "de";
        // What a window of 1024 x 700 leaves to a page.
        QTest::newRow("small") << int(Theme::Scheme::Light) << "de";
        QTest::newRow("chinese") << int(Theme::Scheme::Dark) << "zh_CN";
    }
    void pictures()
    {
        QFETCH(int, scheme);
        QFETCH(QString, language);
        installLanguage(*qApp, language);
        setStage(m_fake->theme, Theme::Scheme(scheme));
        open();
        const QString tag = QLatin1StringView(QTest::currentDataTag());
        if (tag == u"small") {
            m_page->resize(848, 626);
            QCoreApplication::processEvents();
        }
        takePicture(*m_page, QStringLiteral("settings-sources-") + tag);
        part<QAction>("addSource")->trigger();
        part<QComboBox>("sourceSignIn")->setCurrentIndex(1);
        part<QLineEdit>("sourceAddresses")->setText(QStringLiteral("ftp://am.example.test"));
        QCoreApplication::processEvents();
        press("sourceSave");
        QCoreApplication::processEvents();
        QVERIFY(colourCount(part("sourceSheet")->grab().toImage()) > 8);
        takePicture(*part("sourceSheet"), QStringLiteral("source-sheet-") + tag);
    }
};

QTEST_MAIN(TestSourceSheet)
#include "tst_sourcesheet.moc"
