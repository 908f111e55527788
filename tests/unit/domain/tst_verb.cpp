#include "app/domain/verb.h"

#include <QTest>

using namespace quarterdeck;

/// The verbs by name, and sets of them.
class TestVerb : public QObject {
    Q_OBJECT

private slots:
    void everyVerbHasANameOfItsOwn()
    {
        QStringList names;
        for (int i = 0; i <= int(Verb::Maintain); ++i) {
            names << verbName(Verb(i));
            QCOMPARE(verbFromName(names.last()), Verb(i));
        }
        QCOMPARE(names.removeDuplicates(), 0);
        // As databases of the first version have them.
        QCOMPARE(names.mid(0, 4).join(u' '), QStringLiteral("acknowledge silence extend-silence expire-silence"));
        QVERIFY(!verbFromName(u"Acknowledge") && !verbFromName(u""));
    }

    void aSetHoldsWhatWasPutIn()
    {
        constexpr VerbSet Two {Verb::Acknowledge, Verb::CheckNow};
        QVERIFY(Two.has(Verb::Acknowledge) && Two.has(Verb::CheckNow) && !Two.has(Verb::Resolve));
        QCOMPARE(Two.with(Verb::Resolve).without(Verb::CheckNow), VerbSet(Verb::Resolve, Verb::Acknowledge));
        QCOMPARE(VerbSet::fromBits(Two.bits()), Two);
        QVERIFY(VerbSet::all().has(Verb::SetPriority) && !VerbSet().has(Verb::Acknowledge));
    }
};

QTEST_GUILESS_MAIN(TestVerb)
#include "tst_verb.moc"
