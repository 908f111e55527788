#include "app/sources/alertmanager/sharedreading.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace quarterdeck;
using alertmanager::Reading;
using alertmanager::SharedReading;

namespace {

Reading wholeReading()
{
    Reading reading;
    reading.snapshot.covers = AlertPage::Coverage::All;
    reading.snapshot.membersLive = 1;
    return reading;
}

const Outcome Made {Outcome::Is::Done, {}, QStringLiteral("silence")};

} // namespace

/// Which acknowledgements may be decided by the reading of another one.
class TestSharedReading : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_clock = std::make_unique<FakeClock>(UtcTime {1'700'000'000'000});
        m_shared = std::make_unique<SharedReading>(*m_clock);
    }
    void oneForThoseThatWereWishedForBefore()
    {
        const AlertAction first = wish(QStringLiteral("1"));
        const AlertAction second = wish(QStringLiteral("2"));
        m_clock->advance(Millis(10));
        read(first);
        QVERIFY(m_shared->forAction(second));
        // What was wished for since then asks for what is since then.
        QVERIFY(!m_shared->forAction(wish(QStringLiteral("3"))));
        AlertAction undated = second;
        undated.createdAt = {};
        QVERIFY(!m_shared->forAction(undated));
        m_clock->advance(Millis(1'001));
        QVERIFY(!m_shared->forAction(second));
    }
    void nothingThatWasWrittenAboutSince()
    {
        const AlertAction first = wish(QStringLiteral("1"));
        const AlertAction again = wish(QStringLiteral("1"));
        const AlertAction other = wish(QStringLiteral("2"));
        AlertAction equal = wish(QStringLiteral("3"));
        equal.matchers = first.matchers;
        m_clock->advance(Millis(10));
        m_shared->begin(first);
        const Millis asked = m_shared->ask();
        m_clock->advance(Millis(5));
        m_shared->keep(wholeReading(), asked);
        // On its way or done: the reading does not hold it.
        QVERIFY(!m_shared->forAction(again) && !m_shared->forAction(equal));
        m_shared->end(first, Made);
        QVERIFY(!m_shared->forAction(again) && !m_shared->forAction(equal));
        QVERIFY(m_shared->forAction(other));
    }
    void nothingThatWasTriedBefore()
    {
        const AlertAction first = wish(QStringLiteral("1"));
        const AlertAction tried = wish(QStringLiteral("2"));
        const AlertAction looked = wish(QStringLiteral("3"));
        m_shared->begin(tried);
        m_shared->end(tried, Outcome {Outcome::Is::Unknown});
        m_shared->looksFor(looked);
        m_clock->advance(Millis(10));
        read(first);
        // Either may have landed since.
        QVERIFY(!m_shared->forAction(tried) && !m_shared->forAction(looked));
    }
    void otherWritesAndTroubleEndIt()
    {
        const AlertAction waiting = wish(QStringLiteral("9"));
        AlertAction silence = wish(QStringLiteral("2"));
        silence.verb = Verb::Silence;
        m_clock->advance(Millis(10));
        read(wish(QStringLiteral("1")));
        QVERIFY(m_shared->forAction(waiting) && !m_shared->forAction(silence));
        m_shared->begin(silence);
        QVERIFY(!m_shared->forAction(waiting));
        for (const Outcome::Is is : {Outcome::Is::Unknown, Outcome::Is::NotSent}) {
            const AlertAction failing = wish(QStringLiteral("3"));
            read(wish(QStringLiteral("1")));
            QVERIFY(m_shared->forAction(waiting));
            m_shared->begin(failing);
            m_shared->end(failing, Outcome {is});
            QVERIFY(!m_shared->forAction(waiting));
        }
    }
    void onlyWhatIsWholeAndFast()
    {
        const AlertAction waiting = wish(QStringLiteral("9"));
        m_clock->advance(Millis(10));
        Millis asked = m_shared->ask();
        Reading part = wholeReading();
        part.snapshot.covers = AlertPage::Coverage::Part;
        m_shared->keep(part, asked);
        QVERIFY(!m_shared->forAction(waiting));
        // Two that cross: the answer to the older question is not taken for the newer.
        asked = m_shared->ask();
        m_clock->advance(Millis(1));
        (void)m_shared->ask();
        m_shared->keep(wholeReading(), asked);
        QVERIFY(!m_shared->forAction(waiting));
        QVERIFY(!m_shared->isWorthwhile());
        read(wish(QStringLiteral("1")));
        QVERIFY(m_shared->isWorthwhile());
        asked = m_shared->ask();
        m_clock->advance(Millis(400));
        m_shared->keep(wholeReading(), asked);
        QVERIFY(!m_shared->forAction(waiting) && !m_shared->isWorthwhile());
    }

private:
    AlertAction wish(const QString &alert) const
    {
        AlertAction action;
        action.id = QUuid::createUuid();
        action.source = QStringLiteral("am");
        action.alert = {action.source, alert};
        action.matchers = {{QStringLiteral("alertname"), alert}};
        action.createdAt = m_clock->now();
        return action;
    }
    /// Everything is read for this one, which is then done.
    void read(const AlertAction &action)
    {
        m_shared->begin(action);
        m_shared->keep(wholeReading(), m_shared->ask());
        m_shared->end(action, Made);
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<SharedReading> m_shared;
};

QTEST_GUILESS_MAIN(TestSharedReading)
#include "tst_sharedreading.moc"
