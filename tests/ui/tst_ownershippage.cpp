#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"
#include "ui/pages/ownership/factory.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace quarterdeck;

namespace {

constexpr Millis Day {86'400'000};

} // namespace

/// The board of ownership, by keyboard and mouse.
class TestOwnershipPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void addServices() const
    {
        Service cart;
        cart.name = QStringLiteral("cart");
        cart.owner = QStringLiteral("shop");
        cart.isOwnerKnown = true;
        cart.tier = QStringLiteral("1");
        cart.dependsOn = QStringList {QStringLiteral("mial <b>")};
        Service billing;
        billing.name = QStringLiteral("billing");
        m_fake->reader.serviceList = {cart, billing};
        SourceStatus status;
        status.id = QStringLiteral("pd");
        status.freshness = Freshness::Live;
        status.faces = Faces(Face::Alerts) | Face::OnCall;
        m_fake->sources.setStatus(status);
        const UtcTime now = m_fake->clock.now();
        m_fake->onCall.tell(cart.name, {now - Day, now + Day * 15}, {FakeOnCall::shift(QStringLiteral("Ana"), {}, now + Day)});
    }
    void open(const QString &service = QStringLiteral("cart"))
    {
        m_fake->time.setUtc(true);
        m_page.reset(makeOwnershipPage()->create(m_fake->context(), nullptr));
        QVERIFY(showAndWait(*m_page, QSize(1270, 830)));
        m_page->show({QStringLiteral("ownership"), service, {}});
    }
    template <class T> T *child(const char *name) const { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    QTableView *table() const { return child<QTableView>("ownershipTable"); }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&words](const QLabel *label) { return label->text().contains(words); });
    }

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
    void everyCheckHasItsEvidence()
    {
        addServices();
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(child<QLabel>("ownershipTitle")->text(), QStringLiteral("1 service(s) without an owner that is known"));
        QTRY_VERIFY(says(QStringLiteral("fails: mial <b>")));
        QVERIFY(says(QStringLiteral("Correct these names, or add the services")));
        QVERIFY(says(QStringLiteral("fails: nobody from 22 Nov 14:36 to 5 Dec 14:36")));
        QVERIFY(says(QStringLiteral("passes: Ana")));
        // Without a history nobody knows who takes the incidents: neither passed nor failed.
        QVERIFY(child<QWidget>("ownershipStrip")->isVisible());
        QVERIFY(says(QStringLiteral("there is no local history yet")));
        takePicture(*m_page, QStringLiteral("ownership"));
        QVERIFY(m_page->exportCsv().contains("cart"));
        QTest::keyClick(table(), Qt::Key_S);
        QCOMPARE(m_fake->navigator.destinations.back().object, QStringLiteral("cart"));
        QTest::keyClick(table(), Qt::Key_C);
        QCOMPARE(m_fake->navigator.destinations.back().page, QStringLiteral("oncall"));
    }
    void theFirstServiceIsChosenWhereNobodyChose()
    {
        addServices();
        open({});
        QTRY_VERIFY(table()->currentIndex().isValid());
        QVERIFY(!says(QStringLiteral("Choose a service")));
    }
    void chipsAndWordsFilter()
    {
        addServices();
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        auto *unowned = child<QAbstractButton>("ownershipChip0");
        QTest::mouseClick(unowned, Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("billing"));
        QCOMPARE(table()->model()->index(0, 1).data().toString(), QStringLiteral("no owner"));
        QTest::mouseClick(unowned, Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTest::keyClick(table(), Qt::Key_Slash);
        auto *filter = child<QLineEdit>("ownershipFilter");
        QTest::keyClicks(filter, QStringLiteral("is:ownerless"));
        // What is not understood changes nothing, and is said.
        QTRY_VERIFY(says(QStringLiteral("No such filter “is:ownerless”")));
        QCOMPARE(table()->model()->rowCount(), 2);
        filter->selectAll();
        QTest::keyClicks(filter, QStringLiteral("zzz"));
        QTRY_VERIFY(child<QWidget>("ownershipEmpty")->isVisible());
        QTest::mouseClick(child<QWidget>("ownershipEmpty")->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
    }
    void aSourceThatIsSilentIsNamed()
    {
        addServices();
        m_fake->sources.setStatus(QStringLiteral("am"), QStringLiteral("alertmanager"), Freshness::Unreachable, {});
        m_fake->onCall.answers.failure = Error {ErrorKind::Forbidden, QStringLiteral("No permission."), {}, 403, std::nullopt};
        open();
        QTRY_VERIFY(says(QStringLiteral("not up to date: am")));
        QVERIFY(says(QStringLiteral("who is on call is not known: No permission.")));
        QVERIFY(!says(QStringLiteral("passes: Ana")));
    }
    void aReviewThatFailsLeavesTheOldOneWithItsAge()
    {
        addServices();
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_fake->clock.advance(Millis(7'200'000));
        m_fake->reader.answers.failure = Error {ErrorKind::Storage, QStringLiteral("The disk is full."), {}, 0, std::nullopt};
        QTest::keyClick(table(), Qt::Key_R);
        QTRY_VERIFY(says(QStringLiteral("This review is of 2 h ago, and there is no newer one: The disk is full.")));
        QCOMPARE(table()->model()->rowCount(), 2);
    }
    void theChosenServiceStaysChosen()
    {
        addServices();
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        const int billing = table()->model()->index(0, 0).data().toString() == u"billing" ? 0 : 1;
        table()->setCurrentIndex(table()->model()->index(billing, 0));
        Service another;
        another.name = QStringLiteral("another");
        m_fake->reader.serviceList.push_back(another);
        QTest::keyClick(table(), Qt::Key_R);
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("billing"));
        // Whoever goes on looking gets a new review by and by.
        m_fake->clock.advance(Millis(301'000));
        m_page->hide();
        m_page->setVisible(true);
        QTRY_VERIFY(says(QStringLiteral("REVIEWED 0 S AGO")));
    }
    void nothingAndErrors()
    {
        open();
        QTRY_VERIFY(says(QStringLiteral("No services yet.")));
        m_fake->reader.answers.failure = Error {ErrorKind::Storage, QStringLiteral("The disk is full."), {}, 0, std::nullopt};
        QTest::keyClick(m_page.get(), Qt::Key_R);
        QTRY_VERIFY(says(QStringLiteral("Ownership cannot be reviewed.")));
    }
};

QTEST_MAIN(TestOwnershipPage)
#include "tst_ownershippage.moc"
