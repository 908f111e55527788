#include "app/sync/arrivals.h"

#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

/// New alerts are told in bundles.
class TestArrivals : public QObject {
    Q_OBJECT

private slots:
    void stormIsToldOnce()
    {
        Arrivals arrivals(nullptr, Millis(300));
        QSignalSpy told(&arrivals, &Arrivals::told);
        std::vector<Alert> many(200, Alert());
        for (int i = 0; i < 20; ++i) {
            arrivals.add(many);
        }
        QCOMPARE(told.size(), 1);
        const auto totalOf = [&told](
                                 int i) { return told[i][0].value<std::vector<Alert>>().size() + told[i][1].value<std::vector<AlertKey>>().size(); };
        QCOMPARE(totalOf(0), std::size_t(200));
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(totalOf(1), std::size_t(19 * 200));
        QVERIFY(told[1][0].value<std::vector<Alert>>().size() <= 50);
        QTest::qWait(700);
        QCOMPARE(told.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
