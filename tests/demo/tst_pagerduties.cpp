#include "app/demo/pagerstory.h"
#include "app/sources/api/oncallface.h"
#include "app/sources/api/timelineface.h"
#include "replaybench.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::demo;

/// What the played PagerDuty tells of the past, and of who is on call.
class TestPagerDuties : public QObject {
    Q_OBJECT

private slots:
    void theTimelineTellsTheStory();
    void somebodyIsAlwaysOnCall();
};

void TestPagerDuties::theTimelineTellsTheStory()
{
    ReplayBench b;
    const PagerStory story(b.account, b.now());
    const auto page = await(b.open(b.url())->timeline()->read(TimelineCursor {}, {}));
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(!page->lack && !page->hasMore);
    const auto tells = [&page](HistoryEvent::Kind kind, const char *who, const char *detail) {
        return std::ranges::any_of(page->events, [&](const SourceEvent &event) {
            return event.what.kind == kind && event.what.who == QLatin1StringView(who)
                && event.what.detail.left(qsizetype(qstrlen(detail))) == QLatin1StringView(detail);
        });
    };
    QVERIFY(tells(HistoryEvent::Kind::Notified, "Chi Tanaka", "push"));
    QVERIFY(tells(HistoryEvent::Kind::Acknowledged, "Bo Lindqvist", ""));
    QVERIFY(tells(HistoryEvent::Kind::SourceNote, "Bo Lindqvist", "Restarted by hand"));
    QVERIFY(tells(HistoryEvent::Kind::Snoozed, "Marek Dvorak", "20"));
}

void TestPagerDuties::somebodyIsAlwaysOnCall()
{
    ReplayBench b;
    const TimeRange asked {b.now(), b.now() + Millis(14LL * 86'400'000)};
    const auto page = await(b.open(b.url())->onCall()->read(asked, {}));
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY2(page->lacks.empty(), qPrintable(lackTexts(*page).join(u' ')));
    QCOMPARE(page->policies.size(), std::size_t(1));
    QVERIFY(pages(page->policies.front(), QStringLiteral("orders-db")));
    const std::vector<Duty> duties = dutiesAt(*page, b.now(), asked);
    QCOMPARE(duties.size(), std::size_t(3));
    for (const Duty &duty : duties) {
        QVERIFY(!duty.now.empty() && duty.gaps.empty());
    }
    QVERIFY(duties[0].next.front().name != duties[0].now.front().name);
    QCOMPARE(duties[2].now.front().name, QStringLiteral("Ana Ferrer"));
}

QTEST_GUILESS_MAIN(TestPagerDuties)
#include "tst_pagerduties.moc"
