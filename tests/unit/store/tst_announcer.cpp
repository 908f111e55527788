// Many alerts are told in parts, one each turn of the event loop: in their order, each once, and whoever waits for the end hears of it last.
#include "app/store/announcer.h"

#include <QTest>

using namespace quarterdeck;

namespace {

ChangeSet changesOf(const QString &name, int count, Pending pending = Pending::None)
{
    ChangeSet changes;
    for (int i = 0; i < count; ++i) {
        Alert alert;
        alert.key = {QStringLiteral("am"), name + QString::number(i)};
        alert.pending = pending;
        changes.changedAlerts.push_back(alert);
    }
    return changes;
}

} // namespace

class TestAnnouncer : public QObject {
    Q_OBJECT

private slots:
    void manyAreToldInPartsInTheirOrder()
    {
        Announcer announcer;
        std::vector<ChangeSet> told;
        connect(&announcer, &Announcer::due, this, [&](const ChangeSet &changes) { told.push_back(changes); });
        bool isOver = false;
        ChangeSet changes = changesOf(QStringLiteral("a"), 3 * Part + 7);
        changes.removedAlerts.push_back({QStringLiteral("am"), QStringLiteral("old")});
        changes.outbox = true;
        announcer.announce(std::move(changes), true);
        announcer.whenTold([&] { isOver = true; });
        QTRY_VERIFY(isOver);
        QCOMPARE(told.size(), std::size_t(4));
        QStringList ids;
        for (const ChangeSet &one : told) {
            QVERIFY(one.changedAlerts.size() <= AnnouncedAtOnce);
            for (const Alert &alert : one.changedAlerts) {
                ids.append(alert.key.id);
            }
        }
        QCOMPARE(ids.size(), qsizetype(3 * Part + 7));
        QCOMPARE(ids.first(), QStringLiteral("a0"));
        QCOMPARE(ids.last(), QStringLiteral("a%1").arg(3 * Part + 6));
        // What a person waits for does not wait for the alerts; what is gone comes after what is new.
        QVERIFY(told.front().outbox && !told.back().outbox);
        QVERIFY(told.front().removedAlerts.empty() && told.back().removedAlerts.size() == 1);
    }

    void whatComesBetweenPartsIsNeitherLostNorOvertaken()
    {
        Announcer announcer;
        QHash<AlertKey, Pending> shown;
        bool isOver = false;
        bool hasActed = false;
        connect(&announcer, &Announcer::due, this, [&](const ChangeSet &changes) {
            for (const Alert &alert : changes.changedAlerts) {
                shown.insert(alert.key, alert.pending);
            }
            if (!std::exchange(hasActed, true)) {
                // Of one that was told, and of one that waits to be.
                ChangeSet act = changesOf(QStringLiteral("a"), 1, Pending::Queued);
                act.changedAlerts.push_back(act.changedAlerts.front());
                act.changedAlerts.back().key.id = QStringLiteral("a%1").arg(3 * Part - 1);
                announcer.announce(std::move(act), true);
                announcer.whenTold([&] { isOver = true; });
            }
        });
        announcer.announce(changesOf(QStringLiteral("a"), 3 * Part), true);
        QTRY_VERIFY(isOver);
        QCOMPARE(shown.size(), qsizetype(3 * Part));
        QCOMPARE(shown.value({QStringLiteral("am"), QStringLiteral("a0")}), Pending::Queued);
        QCOMPARE(shown.value({QStringLiteral("am"), QStringLiteral("a%1").arg(3 * Part - 1)}), Pending::Queued);
    }

private:
    static constexpr int Part = int(AnnouncedAtOnce);
};

QTEST_GUILESS_MAIN(TestAnnouncer)
#include "tst_announcer.moc"
