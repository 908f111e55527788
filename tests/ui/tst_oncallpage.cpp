#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"
#include "ui/pages/oncall/factory.h"
#include "ui/pages/oncall/rotaboard.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace quarterdeck;

namespace {

constexpr Millis Hour {3'600'000};

} // namespace

/// The page of who is on call, by keyboard and mouse.
class TestOnCallPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void open()
    {
        m_fake->time.setUtc(true);
        m_page.reset(makeOncallPage()->create(m_fake->context(), nullptr));
        QVERIFY(showAndWait(*m_page, QSize(1270, 830)));
        m_page->show({QStringLiteral("oncall"), {}, {}});
    }
    void connectPager() const
    {
        SourceStatus status;
        status.id = QStringLiteral("pd");
        status.freshness = Freshness::Live;
        status.faces = Faces(Face::Alerts) | Face::OnCall;
        m_fake->sources.setStatus(status);
    }
    UtcTime now() const { return m_fake->clock.now(); } // 14:36:02 UTC on 21 November.
    TimeRange covered() const { return {now() - Hour, now() + Hour * 24 * 14}; }
    /// Ana for an hour, then nobody for two, then Ben.
    void tellGap() const
    {
        m_fake->onCall.tell(QStringLiteral("checkout"), covered(),
            {FakeOnCall::shift(QStringLiteral("Ana <b>"), {}, now() + Hour),
                FakeOnCall::shift(QStringLiteral("Ben"), now() + Hour * 3, now() + Hour * 24 * 20)});
    }
    template <class T> T *child(const char *name) const { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    QString cell(int row, int column) const { return child<QTableView>("oncallTable")->model()->index(row, column).data().toString(); }
    QString title() const { return child<QLabel>("oncallTitle")->text(); }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
    }
    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }
    void withoutASourceItSaysSo()
    {
        open();
        QVERIFY(child<QWidget>("oncallEmpty")->isVisible());
        QTest::mouseClick(child<QWidget>("oncallEmpty")->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(m_fake->navigator.destinations.back().page, QStringLiteral("settings"));
        QVERIFY(m_fake->onCall.asked.empty());
    }
    void nowNextAndTheGap()
    {
        connectPager();
        tellGap();
        open();
        QTRY_COMPARE(cell(0, 2), QStringLiteral("Ana <b>"));
        QCOMPARE(cell(0, 0), QStringLiteral("First aid"));
        QCOMPARE(cell(0, 3), QStringLiteral("15:36"));
        QCOMPARE(cell(0, 4), QStringLiteral("nobody"));
        QCOMPARE(title(), QStringLiteral("1 policy(s) have gaps in the next 14 days"));
        QCOMPARE(child<RotaBoard>("oncallBoard")->rowText(0),
            QStringLiteral("First aid: Ana <b> from 14:36 to 15:36; nobody from 15:36 to 17:36; Ben from 17:36 to 5 Dec 14:36"));
        takePicture(*m_page, QStringLiteral("oncall-gap"));
        // An hour later nobody is called: that is said before anything else.
        m_fake->clock.advance(Millis(Hour + Millis(60'000)));
        m_page->hide();
        m_page->setVisible(true);
        QTRY_COMPARE(title(), QStringLiteral("Nobody is on call for First aid"));
        QCOMPARE(cell(0, 2), QStringLiteral("nobody"));
    }
    void coveredIsOnlySaidOfAWholeAnswer()
    {
        connectPager();
        m_fake->onCall.tell(QStringLiteral("checkout"), covered(), {FakeOnCall::shift(QStringLiteral("Ana"), {}, {})});
        open();
        QTRY_COMPARE(title(), QStringLiteral("Every policy is covered for the next 14 days"));
        QVERIFY(!child<QWidget>("oncallStrip")->isVisible());
        QCOMPARE(cell(0, 3), QStringLiteral("always"));
        m_fake->onCall.told.failures = {
            {QStringLiteral("ics"), Error {ErrorKind::Offline, QStringLiteral("Cannot find rota.example."), {}, 0, std::nullopt}, {}}};
        m_fake->onCall.told.isLive = false;
        QTest::keyClick(child<QTableView>("oncallTable"), Qt::Key_R);
        QTRY_COMPARE(title(), QStringLiteral("Somebody is on call for every policy that is known"));
        QVERIFY(child<QWidget>("oncallStrip")->isVisible());
        QVERIFY(child<QWidget>("oncallStrip")->findChild<QLabel *>()->text().contains(QStringLiteral("ics: missing, Cannot find rota.example.")));
    }
    void aPersonIsFound()
    {
        connectPager();
        tellGap();
        open();
        QTRY_COMPARE(cell(0, 2), QStringLiteral("Ana <b>"));
        QTest::keyClick(child<QTableView>("oncallTable"), Qt::Key_Slash);
        auto *filter = child<QLineEdit>("oncallFilter");
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("ben"));
        const auto says = [this](const QString &words) {
            const auto labels = m_page->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&words](const QLabel *label) { return label->text() == words; });
        };
        QTRY_VERIFY(says(QStringLiteral("Ben is next on call from 17:36 (First aid)")));
        QTest::keyClick(child<QTableView>("oncallTable"), Qt::Key_T);
        auto *shifts = child<QTableView>("oncallShifts");
        QTRY_VERIFY(shifts->isVisible());
        QCOMPARE(shifts->model()->rowCount(), 1);
        QVERIFY(m_page->exportCsv().contains("Ben"));
        QCOMPARE(m_page->current().arguments.value(QStringLiteral("view")), QStringLiteral("shifts"));
        QTest::keyClicks(filter, QStringLiteral("zzz"));
        QTRY_VERIFY(child<QWidget>("oncallEmpty")->isVisible());
        m_page->show({QStringLiteral("oncall"), {}, {{QStringLiteral("filter"), QString()}, {QStringLiteral("view"), QString()}}});
        QVERIFY(child<RotaBoard>("oncallBoard")->isVisible());
    }
    void anErrorIsShownWithAWayOut()
    {
        connectPager();
        m_fake->onCall.answers.failure = Error {ErrorKind::Forbidden, QStringLiteral("No permission."), {}, 403, std::nullopt};
        open();
        QTRY_VERIFY(child<QWidget>("oncallEmpty")->findChild<QPushButton *>()->isVisible());
        m_fake->onCall.answers.failure.reset();
        tellGap();
        QTest::mouseClick(child<QWidget>("oncallEmpty")->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(cell(0, 2), QStringLiteral("Ana <b>"));
    }
    void theShiftIsHandedOver()
    {
        connectPager();
        tellGap();
        Alert alert;
        alert.key = {QStringLiteral("pd"), QStringLiteral("1")};
        alert.title = QStringLiteral("DiskFull");
        alert.severity = Severity::Critical;
        alert.startsAt = now() - Hour;
        m_fake->reader.alertList = {alert};
        open();
        QTRY_COMPARE(cell(0, 2), QStringLiteral("Ana <b>"));
        QTest::keyClick(child<QTableView>("oncallTable"), Qt::Key_H);
        auto *dialog = m_page->findChild<QDialog *>(QStringLiteral("oncall.handover"));
        QVERIFY(dialog != nullptr);
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("oncall.handover.text"));
        QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("DiskFull")));
        QVERIFY2(text->toPlainText().contains(QStringLiteral("Ana")), qPrintable(text->toPlainText()));
        takePicture(*dialog, QStringLiteral("oncall-handover"));
        auto *copy = dialog->findChild<QPushButton *>(QStringLiteral("oncall.handover.copy"));
        QTest::mouseClick(copy, Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("DiskFull")));
        // A source that is not up to date is a doubt, in the document too.
        m_fake->sources.setStatus(QStringLiteral("am"), QStringLiteral("alertmanager"), Freshness::Unreachable, {});
        auto *length = dialog->findChild<QComboBox *>(QStringLiteral("oncall.handover.length"));
        length->setCurrentIndex(0);
        emit length->activated(0);
        QTRY_VERIFY(copy->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("oncall.handover.remark"))->text().contains(QStringLiteral("am is not up to date")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("am is not up to date")));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_page->findChild<QDialog *>(QStringLiteral("oncall.handover")) == nullptr);
    }
};

QTEST_MAIN(TestOnCallPage)
#include "tst_oncallpage.moc"
