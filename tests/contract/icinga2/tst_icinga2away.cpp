#include "app/sources/icinga2/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace quarterdeck;

/// An Icinga2 that refuses connections.
class TestIcinga2Away : public QObject {
    Q_OBJECT

private slots:
    void whoCannotLookHasNotMissedIt()
    {
        auto server = std::make_unique<ScriptedServer>([](const ScriptedRequest &) { return ScriptedReply::text("no", 503); });
        const auto source = m_bench.open(*makeIcinga2Connector(), ContractBench::endpoint({server->url()}));
        server.reset();
        AlertAction action;
        action.id = QUuid::createUuid();
        action.source = QStringLiteral("src");
        action.alert = {action.source, QStringLiteral("web!http")};
        action.author = QStringLiteral("ana");
        const auto look = await(source->acts()->readBack(action, {}, {}));
        QVERIFY2(isOutcome(look, Outcome::Is::Unknown), qPrintable(toldOf(look)));
        // What was not sent yet is in no doubt.
        const auto tried = await(source->acts()->perform(action, {}, {}));
        QVERIFY2(isOutcome(tried, Outcome::Is::NotSent), qPrintable(toldOf(tried)));
    }

private:
    ContractBench m_bench;
};

QTEST_GUILESS_MAIN(TestIcinga2Away)
#include "tst_icinga2away.moc"
