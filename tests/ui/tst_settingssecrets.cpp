#include "tests/support/fakepage.h"
#include "ui/pages/settings/factory.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace quarterdeck;

namespace {

const QString Canary = QStringLiteral("c4n4ry&\"<s3cret>");
QStringList heardInTheLog;

void listen(QtMsgType, const QMessageLogContext &, const QString &message)
{
    heardInTheLog.append(message);
}

} // namespace

/// Secrets of the keyring on the settings page: how they stand, and how they get there and away.
class TestSettingsSecrets : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void open()
    {
        m_page.reset(makeSettingsPage()->create(m_fake->context(), nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
    }
    QString label(const char *name) const
    {
        const auto *found = m_page->findChild<QLabel *>(QLatin1StringView(name));
        return found == nullptr ? QStringLiteral("absent") : found->text();
    }
    QPushButton *button(const char *name) const { return m_page->findChild<QPushButton *>(QLatin1StringView(name)); }
    template <class T = QDialog> T *part(const char *name) const { return m_page->findChild<T *>(QLatin1StringView(name)); }
    QLineEdit *openDialog() const
    {
        QTest::mouseClick(button("secretStore_eu-am_eu"), Qt::LeftButton);
        auto *field = part<QLineEdit>("secretDialog.field");
        if (field != nullptr) {
            field->setFocus();
        }
        return field;
    }
    /// Everything that can be seen, hovered over or spoken.
    static QString everyWord()
    {
        QStringList words;
        for (QWidget *widget : QApplication::allWidgets()) {
            words << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription() << widget->windowTitle();
            if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget)) {
                words << spoken->text(QAccessible::Name) << spoken->text(QAccessible::Value) << spoken->text(QAccessible::Description);
            }
            if (auto *edit = qobject_cast<QLineEdit *>(widget)) {
                words << edit->displayText();
            }
            if (auto *text = qobject_cast<QLabel *>(widget)) {
                words << text->text();
            }
        }
        return words.join(u'\n');
    }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        m_fake->preferences.backendList = {{"eu-am", "alertmanager", {"https://am.example"}, "Bearer token from keychain:eu"},
            {"us-am", "alertmanager", {"https://us.example"}, "Bearer token from keychain:eu"},
            {"prom", "prometheus", {"http://localhost:9090"}, ""}};
        m_fake->sources.setStatus("eu-am", "alertmanager", Freshness::NeedsSignIn, m_fake->clock.now());
        m_fake->sources.setStatus("us-am", "alertmanager", Freshness::NeedsSignIn, m_fake->clock.now());
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Live, m_fake->clock.now());
        m_fake->secrets.bySource = {{"eu-am", {"eu"}}, {"us-am", {"eu"}}};
        heardInTheLog.clear();
    }
    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void saysHowEachStands_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("canStore");
        QTest::addColumn<bool>("canRemove");
        QTest::newRow("stored") << int(SecretState::Stored) << "keychain:eu: in the keyring" << true << true;
        QTest::newRow("missing") << int(SecretState::Missing) << "keychain:eu: not in the keyring" << true << false;
        QTest::newRow("locked") << int(SecretState::Locked) << "keychain:eu: keyring locked" << true << true;
        QTest::newRow("no keyring") << int(SecretState::NoKeyring)
                                    << "keychain:eu: no keyring; use a file or an environment variable in the configuration instead" << false
                                    << false;
    }
    void saysHowEachStands()
    {
        QFETCH(int, state);
        QFETCH(QString, words);
        QFETCH(bool, canStore);
        QFETCH(bool, canRemove);
        m_fake->secrets.forced = SecretState(state);
        open();
        QTRY_COMPARE(label("secretState_eu-am_eu"), words);
        QCOMPARE(button("secretStore_eu-am_eu")->isEnabled(), canStore);
        QCOMPARE(button("secretRemove_eu-am_eu")->isEnabled(), canRemove);
        QVERIFY(part<QWidget>("secret_prom_eu") == nullptr);
    }

    void storesWithEnterAndAsksEverySourceThatNeedsIt()
    {
        open();
        QTRY_COMPARE(label("secretState_us-am_eu"), QStringLiteral("keychain:eu: not in the keyring"));
        const QtMessageHandler before = qInstallMessageHandler(listen);
        QLineEdit *field = openDialog();
        QVERIFY(field != nullptr);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        auto *accept = part<QPushButton>("secretDialog.accept");
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(field, Canary);
        QVERIFY2(!everyWord().contains(Canary), "the secret can be seen");
        m_fake->secrets.answers.isHeld = true;
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(field->text(), QString());
        QVERIFY(!field->isUndoAvailable());
        QVERIFY(m_fake->sources.refreshed.isEmpty());
        m_fake->secrets.answers.release();
        QTRY_VERIFY(part("secretDialog") == nullptr);
        qInstallMessageHandler(before);
        QCOMPARE(m_fake->secrets.kept.value("eu"), Canary.toUtf8());
        QTRY_COMPARE(label("secretState_us-am_eu"), QStringLiteral("keychain:eu: in the keyring"));
        QTRY_COMPARE(label("secretState_eu-am_eu"), QStringLiteral("keychain:eu: in the keyring"));
        m_fake->sources.refreshed.sort();
        QCOMPARE(m_fake->sources.refreshed, QStringList({"eu-am", "us-am"}));
        QCOMPARE(m_fake->navigator.toasts, QStringList("The secret eu is in the keyring."));
        QVERIFY2(!everyWord().contains(Canary) && !heardInTheLog.join(u'\n').contains(Canary), "the secret can be seen");
    }

    void escapeStoresNothing()
    {
        open();
        QLineEdit *field = openDialog();
        QTest::keyClicks(field, Canary);
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(part("secretDialog") == nullptr);
        QVERIFY(m_fake->secrets.kept.isEmpty());
        QVERIFY(m_fake->sources.refreshed.isEmpty());
    }

    void aRefusalLeavesTheDialogOpenAndEmpty_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("locked") << int(ErrorKind::Unauthorized) << "The keyring is locked. Unlock it and try again.";
        QTest::newRow("absent") << int(ErrorKind::Unsupported)
                                << "There is no keyring on this desktop. Use a file or an environment variable in the configuration instead.";
        QTest::newRow("refusing") << int(ErrorKind::Storage) << "The keyring rejected the request: <b>no</b>";
        QTest::newRow("silent") << int(ErrorKind::Timeout) << "The keyring has not answered for 10 s. Unlock it and try again.";
        QTest::newRow("several lines") << int(ErrorKind::Rejected) << "A secret is one line of text of at most 64 KB. Keep any other in a file.";
    }
    void aRefusalLeavesTheDialogOpenAndEmpty()
    {
        QFETCH(int, kind);
        QFETCH(QString, words);
        m_fake->secrets.refusal = Error {ErrorKind(kind), QStringLiteral("<b>no</b>"), {}, 0, {}};
        open();
        QLineEdit *field = openDialog();
        QTest::keyClicks(field, Canary);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(label("secretDialog.says"), words);
        QCOMPARE(field->text(), QString());
        QVERIFY(field->isEnabled() && field->hasFocus());
        QVERIFY(m_fake->sources.refreshed.isEmpty() && m_fake->navigator.toasts.isEmpty());
        m_fake->secrets.refusal.reset();
        QTest::keyClicks(field, QStringLiteral("second"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(part("secretDialog") == nullptr);
        QCOMPARE(m_fake->secrets.kept.value("eu"), QByteArray("second"));
    }

    void removesAfterAsking()
    {
        m_fake->secrets.kept.insert("eu", "s");
        open();
        QTRY_VERIFY(button("secretRemove_eu-am_eu")->isEnabled());
        QTest::mouseClick(button("secretRemove_eu-am_eu"), Qt::LeftButton);
        auto *cancel = part<QPushButton>("confirmDialog.cancel");
        QVERIFY(cancel != nullptr);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(part("confirmDialog") == nullptr);
        QVERIFY(m_fake->secrets.kept.contains("eu"));
        QTest::mouseClick(button("secretRemove_eu-am_eu"), Qt::LeftButton);
        QTest::mouseClick(part<QPushButton>("confirmDialog.accept"), Qt::LeftButton);
        QTRY_COMPARE(label("secretState_eu-am_eu"), QStringLiteral("keychain:eu: not in the keyring"));
        QCOMPARE(m_fake->navigator.toasts, QStringList("The secret eu is no longer in the keyring."));
        QCOMPARE(m_fake->sources.refreshed.size(), 2);
    }

    void removedIsNotSaidOfWhatIsStillThere()
    {
        m_fake->secrets.kept.insert("eu", "s");
        m_fake->secrets.forced = SecretState::Locked;
        m_fake->secrets.refusal = Error {ErrorKind::Unauthorized, QStringLiteral("locked"), {}, 0, {}};
        open();
        QTRY_VERIFY(button("secretRemove_eu-am_eu")->isEnabled());
        QTest::mouseClick(button("secretRemove_eu-am_eu"), Qt::LeftButton);
        QTest::mouseClick(part<QPushButton>("confirmDialog.accept"), Qt::LeftButton);
        QTRY_COMPARE(label("secretState_eu-am_eu"), QStringLiteral("keychain:eu: keyring locked. The keyring is locked. Unlock it and try again."));
        QVERIFY(m_fake->navigator.toasts.isEmpty() && m_fake->sources.refreshed.isEmpty());
    }

    void looksAgainWhenTheWindowComesBack()
    {
        m_fake->secrets.forced = SecretState::Locked;
        open();
        QTRY_COMPARE(label("secretState_eu-am_eu"), QStringLiteral("keychain:eu: keyring locked"));
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        m_fake->secrets.forced = SecretState::Stored;
        m_page->activateWindow();
        QTRY_COMPARE(label("secretState_eu-am_eu"), QStringLiteral("keychain:eu: in the keyring"));
    }
};

QTEST_MAIN(TestSettingsSecrets)
#include "tst_settingssecrets.moc"
