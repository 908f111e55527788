#include "app/sync/servicerules.h"

#include <QTest>

using namespace quarterdeck;

namespace {

Alert labelled(std::initializer_list<Label> labels)
{
    Alert alert;
    alert.labels = Labels(labels);
    deriveFields(alert);
    return alert;
}

const Label ServiceLabel {QStringLiteral("service"), QStringLiteral("Checkout")};
const Label AppLabel {QStringLiteral("app"), QStringLiteral("db")};
const Label JobLabel {QStringLiteral("job"), QStringLiteral("node")};

} // namespace

class TestServiceRules : public QObject {
    Q_OBJECT

private slots:
    void labelsInOrder()
    {
        const ServiceRules rules(QStringLiteral("service"));
        QCOMPARE(rules.serviceOf(Labels {ServiceLabel, AppLabel, JobLabel}), QStringLiteral("Checkout"));
        QCOMPARE(rules.serviceOf(Labels {AppLabel, JobLabel}), QStringLiteral("db"));
        QCOMPARE(rules.serviceOf(Labels {JobLabel}), QStringLiteral("node"));
        QCOMPARE(rules.serviceOf(Labels {}), QString());
        QCOMPARE(ServiceRules(QStringLiteral("job")).serviceOf(Labels {ServiceLabel, JobLabel}), QStringLiteral("node"));
        QCOMPARE(rules.serviceOf(Labels {{QStringLiteral("service"), QString(100'000, u'x')}}), QString());
    }
    void teamFallsBackToOwner()
    {
        ServiceRules rules;
        Service known;
        known.name = QStringLiteral("checkout");
        known.owner = QStringLiteral("payments");
        rules.setServices({known});
        Alert silent = labelled({ServiceLabel});
        rules.assign(silent);
        QCOMPARE(silent.team, QStringLiteral("payments"));
        // One spelling for one service, or a list would show it twice.
        QCOMPARE(silent.service, QStringLiteral("checkout"));
        Alert loud = labelled({ServiceLabel, {QStringLiteral("team"), QStringLiteral("web")}});
        rules.assign(loud);
        QCOMPARE(loud.team, QStringLiteral("web"));
    }
    void anAliasNamesItsServiceWhereNoneIsCalledSo()
    {
        ServiceRules rules;
        Service payments;
        payments.name = QStringLiteral("Payments");
        payments.aliases = {QStringLiteral("node"), QStringLiteral("db")};
        Service database;
        database.name = QStringLiteral("DB");
        rules.setServices({payments, database});
        QCOMPARE(rules.serviceOf(Labels {JobLabel}), QStringLiteral("Payments"));
        QCOMPARE(rules.serviceOf(Labels {AppLabel}), QStringLiteral("DB"));
    }
    void oneServiceWhateverItsCase()
    {
        const ServiceRules rules;
        Discovery discovery;
        QVERIFY(discovery.saw(labelled({ServiceLabel}), rules));
        QVERIFY(!discovery.saw(labelled({{QStringLiteral("service"), QStringLiteral("CHECKOUT")}}), rules));
        QCOMPARE(discovery.services().size(), std::size_t(1));
        QCOMPARE(discovery.services().front().name, QStringLiteral("Checkout"));
    }
    void discoversOnceWithTheReason()
    {
        const ServiceRules rules;
        Discovery discovery;
        QVERIFY(discovery.saw(labelled({AppLabel, {QStringLiteral("alertname"), QStringLiteral("Down")}}), rules));
        QVERIFY(!discovery.saw(labelled({AppLabel}), rules));
        QVERIFY(discovery.saw(labelled({AppLabel, {QStringLiteral("team"), QStringLiteral("data")}}), rules));
        TargetInfo target;
        target.labels = Labels {JobLabel};
        QVERIFY(discovery.saw(target, rules));
        QVERIFY(!discovery.saw(target, rules));
        QCOMPARE(discovery.services().size(), std::size_t(2));
        QCOMPARE(discovery.services().front().owner, QStringLiteral("data"));
        QCOMPARE(discovery.services().front().provenance.front().source, QStringLiteral("label app of alert Down"));
    }
};

QTEST_GUILESS_MAIN(TestServiceRules)
#include "tst_servicerules.moc"
