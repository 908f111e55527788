#include "app/bootstrap/ipcclient.h"
#include "app/bootstrap/ipcserver.h"
#include "tests/faults/enginebench.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QThreadPool>

using namespace quarterdeck;

namespace {

/// Asks from another thread, as another process does, while the event loop of the window runs.
Result<IpcReply> ask(const QString &folder, const IpcRequest &request)
{
    const Reply<IpcReply> reply;
    QThreadPool::globalInstance()->start([=] { reply.finish(askWindow(folder, request)); });
    return EngineBench::wait(reply.future());
}

AlertAction someAction()
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = Verb::Silence;
    action.source = QStringLiteral("am0");
    action.alert = {QStringLiteral("am0"), QStringLiteral("x")};
    action.alertTitle = QString::fromUtf8("Größe \"quoted\"\n");
    action.expectedStart = {1'700'000'000'123};
    action.matchers = {{QStringLiteral("a"), QStringLiteral("b|c"), true, false}};
    action.duration = Millis(60'000);
    action.createdAt = {1'700'000'000'456};
    action.people = {QStringLiteral("ana@example.org"), QStringLiteral("Ben Ek")};
    action.subject = QStringLiteral("P1");
    return action;
}

} // namespace

class TestIpc : public QObject {
    Q_OBJECT

private slots:
    void messagesSurviveTheTrip()
    {
        IpcRequest request;
        request.verb = IpcRequest::Verb::Enqueue;
        request.actions = {someAction(), someAction()};
        request.validFor = Millis(600'000);
        const auto back = ipc::decodeRequest(ipc::encode(request));
        QVERIFY(back);
        QCOMPARE(*back, request);
        for (const auto verb : {IpcRequest::Verb::Withdraw, IpcRequest::Verb::Resend, IpcRequest::Verb::RemoveNote}) {
            IpcRequest decision;
            decision.verb = verb;
            decision.entry = QUuid::createUuid();
            const auto decided = ipc::decodeRequest(ipc::encode(decision));
            QVERIFY(decided);
            QCOMPARE(*decided, decision);
        }
        const IpcReply reply {false, QStringLiteral("full"), {QStringLiteral("a")}};
        QCOMPARE(*ipc::decodeReply(ipc::encode(reply)), reply);
    }
    void junkIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("unknown verb") << QByteArray(R"({"verb":"format-disk"})");
        QTest::newRow("link missing") << QByteArray(R"({"verb":"open-link"})");
        QTest::newRow("actions missing") << QByteArray(R"({"verb":"enqueue","validFor":1})");
        QTest::newRow("bad action") << QByteArray(R"({"verb":"enqueue","validFor":1,"actions":[{"id":"x"}]})");
        QTest::newRow("entry missing") << QByteArray(R"({"verb":"withdraw"})");
        QTest::newRow("no entry") << QByteArray(R"({"verb":"resend","entry":"all"})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void junkIsRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!ipc::decodeRequest(json));
    }
    void framesAreBounded()
    {
        QVERIFY(!ipc::frame(QByteArray(ipc::FrameLimit + 1, 'x')));
        QByteArray buffer = *ipc::frame("one") + *ipc::frame("two");
        QCOMPARE(**ipc::unframe(buffer), QByteArray("one"));
        QCOMPARE(**ipc::unframe(buffer), QByteArray("two"));
        QVERIFY(!*ipc::unframe(buffer));
        QByteArray huge("\xff\xff\xff\xff");
        QVERIFY(!ipc::unframe(huge));
    }
    void windowTakesWritesOfOthers()
    {
        EngineBench b;
        QVERIFY(b.open());
        IpcServer server(*b.engine);
        const auto listening = server.listen();
        QVERIFY2(listening, listening ? "" : qPrintable(listening.error().what));
        const QString folder = b.engine->folders().runtime;
        QCOMPARE(int(QFileInfo(folder).permissions() & 0x077), 0);
        QSignalSpy raised(&server, &IpcServer::raiseRequested);
        QSignalSpy opened(&server, &IpcServer::openLinkRequested);
        QVERIFY(ask(folder, {})->isOk);
        QCOMPARE(raised.size(), 1);
        IpcRequest link;
        link.verb = IpcRequest::Verb::OpenLink;
        link.link = QStringLiteral("quarterdeck://service/checkout");
        QVERIFY(ask(folder, link)->isOk);
        QCOMPARE(opened.first().first().toString(), link.link);
        IpcRequest write;
        write.verb = IpcRequest::Verb::Enqueue;
        write.actions = {someAction()};
        write.validFor = Millis(600'000);
        const auto stored = ask(folder, write);
        QVERIFY(stored && stored->isOk);
        QCOMPARE(b.outbox().size(), std::size_t(1));
        QCOMPARE(b.outbox().front().action.matchers, write.actions.front().matchers);
        IpcRequest note;
        note.verb = IpcRequest::Verb::AddNote;
        note.note.alert = write.actions.front().alert;
        note.note.author = QStringLiteral("ana");
        note.note.text = QStringLiteral("seen");
        QVERIFY(ask(folder, note)->isOk);
        QCOMPARE(EngineBench::wait(b.engine->store().notes(note.note.alert))->size(), std::size_t(1));
        IpcRequest join;
        join.verb = IpcRequest::Verb::DecideJoin;
        join.join = {note.note.alert, {QStringLiteral("pager"), QStringLiteral("P:1")}, false, QStringLiteral("ana"), {}};
        QCOMPARE(*ipc::decodeRequest(ipc::encode(join)), join);
        QVERIFY(ask(folder, join)->isOk);
        const auto decided = EngineBench::wait(b.engine->store().joins());
        QCOMPARE(decided->size(), std::size_t(1));
        QVERIFY(decided->front().at.isValid() && !decided->front().areOne && decided->front().other == join.join.other);
        join.join.other.id.clear();
        QVERIFY(!ipc::decodeRequest(ipc::encode(join)));
    }
    void secondEngineReadsOnly()
    {
        EngineBench b;
        QVERIFY(b.open());
        QVERIFY(!b.engine->store().report().isReadOnly);
        auto second = Engine::create(b.options(), b.clock);
        QVERIFY(second);
        QVERIFY((*second)->store().report().isReadOnly);
        IpcServer first(*b.engine);
        QVERIFY(first.listen());
        IpcServer other(**second);
        QVERIFY(!other.listen());
    }
    void junkOnTheSocketHarmsNothing()
    {
        EngineBench b;
        QVERIFY(b.open());
        IpcServer server(*b.engine);
        QVERIFY(server.listen());
        const QString path = ipc::socketPath(b.engine->folders().runtime);
        for (int i = 0; i < 100; ++i) {
            QLocalSocket socket;
            socket.connectToServer(path);
            socket.write(QByteArray(200'000, char(i)));
            socket.flush();
            QTest::qWait(1);
        }
        QTRY_VERIFY(ask(b.engine->folders().runtime, {}).has_value());
    }
    void nobodyListens()
    {
        QTemporaryDir folder;
        QCOMPARE(askWindow(folder.path(), {}).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestIpc)
#include "tst_ipc.moc"
