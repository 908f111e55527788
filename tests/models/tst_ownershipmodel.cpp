#include "app/ownership/facts.h"
#include "models/ownershiplistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quarterdeck;

namespace {

ServiceReview review(const char *service, const char *owner, const std::vector<std::pair<OwnershipCheck, CheckState>> &states)
{
    ServiceReview made {QString::fromLatin1(service), QString::fromLatin1(owner), {}};
    for (const OwnershipCheck check : ownershipChecks()) {
        CheckResult result;
        result.check = check;
        result.state = CheckState::Pass;
        for (const auto &[which, state] : states) {
            result.state = which == check ? state : result.state;
        }
        made.checks.push_back(result);
    }
    return made;
}

std::vector<ServiceReview> reviews()
{
    return {review("cart", "shop", {{OwnershipCheck::OnCallAhead, CheckState::Fail}, {OwnershipCheck::BusFactor, CheckState::Unknown}}),
        review("Billing", "", {{OwnershipCheck::OwnerNamed, CheckState::Fail}, {OwnershipCheck::OwnerKnown, CheckState::NotApplicable}}),
        review("search", "Shop", {{OwnershipCheck::RunbookForAlerts, CheckState::Fail}, {OwnershipCheck::SourcesAgree, CheckState::Fail}})};
}

} // namespace

/// The board of an ownership review as a model, and the facts that it rests on.
class TestOwnershipModel : public QObject {
    Q_OBJECT

    static QStringList shown(const OwnershipListModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names.append(model.index(row, 0).data().toString());
        }
        return names;
    }

private slots:
    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("services");
        const QString cart = QStringLiteral("cart");
        const QString billing = QStringLiteral("Billing");
        const QString search = QStringLiteral("search");
        QTest::newRow("nothing") << QString() << QStringList {billing, cart, search};
        QTest::newRow("a word") << QStringLiteral("AR") << QStringList {cart, search};
        QTest::newRow("an owner") << QStringLiteral("shop") << QStringList {cart, search};
        QTest::newRow("unowned") << QStringLiteral("is:unowned") << QStringList {billing};
        QTest::newRow("a team in any case") << QStringLiteral("team:SHOP") << QStringList {cart, search};
        QTest::newRow("gaps") << QStringLiteral("no:cover") << QStringList {cart};
        QTest::newRow("runbooks") << QStringLiteral("no:runbook") << QStringList {search};
        QTest::newRow("unknown") << QStringLiteral("is:unknown") << QStringList {cart};
        QTest::newRow("failing") << QStringLiteral("IS:failing team:shop") << QStringList {cart, search};
        QTest::newRow("none") << QStringLiteral("is:dangling") << QStringList();
    }
    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, services);
        OwnershipListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setReviews(reviews());
        const auto filter = OwnershipFilter::parse(text);
        QVERIFY(filter);
        model.setFilter(*filter);
        QCOMPARE(shown(model), services);
    }
    void whatIsNoFilterIsNamed()
    {
        for (const char *text : {"is:ownerless", "team:", "tier:1", "cart is:"}) {
            const auto filter = OwnershipFilter::parse(QString::fromLatin1(text));
            QVERIFY2(!filter, text);
            QVERIFY(QString::fromLatin1(text).contains(filter.error()));
        }
    }
    void sortsByShareAndByWhatIsWorst()
    {
        OwnershipListModel model;
        model.setReviews(reviews());
        model.sort(OwnershipListModel::PassedColumn, Qt::AscendingOrder);
        QCOMPARE(shown(model), (QStringList {QStringLiteral("search"), QStringLiteral("cart"), QStringLiteral("Billing")}));
        const int runbooks = OwnershipListModel::FirstCheckColumn + int(OwnershipCheck::RunbookForAlerts);
        model.sort(runbooks, Qt::AscendingOrder);
        QCOMPARE(shown(model).front(), QStringLiteral("search"));
        QCOMPARE(model.index(0, runbooks).data(OwnershipListModel::StateRole).toInt(), int(CheckState::Fail));
        QCOMPARE(model.index(0, 0).data(CountRole).toInt(), 9);
        QCOMPARE(model.index(0, 0).data(OwnershipListModel::DecidedRole).toInt(), 11);
    }
    // 500 services: a new review of the same ones moves nothing, and asks each row once.
    void aReviewOfTheSameServicesMovesNothing()
    {
        std::vector<ServiceReview> many;
        for (int i = 0; i < 500; ++i) {
            many.push_back(review(qPrintable(QStringLiteral("service-%1").arg(i)), "team", {}));
        }
        OwnershipListModel model;
        model.setReviews(many);
        int resets = 0;
        int changes = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&resets] { ++resets; });
        connect(&model, &QAbstractItemModel::dataChanged, this, [&changes] { ++changes; });
        many[7].checks[0].state = CheckState::Fail;
        model.setReviews(many);
        QCOMPARE(resets, 0);
        QCOMPARE(changes, 1);
        QCOMPARE(model.rowOf(QStringLiteral("service-7")) >= 0, true);
    }
    // A source that knows seconds covers 14 days that begin within one of them.
    void theDaysAheadEndAtAWholeMinute()
    {
        OwnershipFacts facts = factsAt(UtcTime {1'795'271'762'345}, 14);
        QCOMPARE(facts.ahead.to.ms % 60'000, 0);
        Service service;
        service.name = QStringLiteral("cart");
        facts.services = {service};
        facts.isOnCallWhole = true;
        OnCallPage page;
        page.covers = {UtcTime {facts.now.ms / 1000 * 1000}, UtcTime {facts.ahead.to.ms / 1000 * 1000}};
        page.policies = {{QStringLiteral("P"), QStringLiteral("Shop"), 1, {service.name}}};
        Shift shift;
        shift.policy = QStringLiteral("P");
        shift.person.name = QStringLiteral("Ana");
        page.shifts = {shift};
        Dated<std::vector<OnCallPage>> answer;
        answer.value = {page};
        addOnCall(facts, answer);
        QCOMPARE(int(stateOf(reviewOwnership(facts).front(), OwnershipCheck::OnCallAhead)), int(CheckState::Pass));
    }
};

QTEST_GUILESS_MAIN(TestOwnershipModel)
#include "tst_ownershipmodel.moc"
