#include "tests/contract/icinga2/icinga2bench.h"

#include "app/sources/icinga2/alerts.h"

using namespace quarterdeck;

/// What can be done to a real Icinga2 beside acknowledging and downtimes, and to which alerts.
class TestIcinga2Verbs : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { stop(); }

    void takesBackWhatWasSeen();
    void takesBackWithoutKnowingWhich();
    void nothingToTakeBack();
    void anotherAcknowledgementIsAConflict();
    void leavesANote();
    void noteIsReadBackByItsMarker();
    void notesOfOthersAreShown();
    void checksNow();
    void checkThatGoesWellIsDone();
    void checkElsewhereIsInDoubt();
    void halfAnExtensionIsNone();
    void downtimeOfAHostAlone();
    void downtimeOfServicesAndChildren_data();
    void downtimeOfServicesAndChildren();
    void whatARightLeavesOut();
    void linksAndCorrelation();
    void addresses_data();
    void addresses();

private:
    Outcome performed(const AlertAction &action) { return performedBy(*m_source, action); }
    Outcome performedBy(Source &source, const AlertAction &action)
    {
        const auto outcome = await(source.acts()->perform(action, {}, {}), Millis(40'000));
        if (!outcome) {
            qWarning("%s", qPrintable(toldOf(outcome)));
            return {Outcome::Is::Unknown};
        }
        return *outcome;
    }
    Outcome lookedBack(const AlertAction &action)
    {
        const auto outcome = await(m_source->acts()->readBack(action, {}, {}));
        if (!outcome || outcome->is == Outcome::Is::Unknown) {
            qWarning("%s", qPrintable(toldOf(outcome)));
        }
        return outcome ? *outcome : Outcome {Outcome::Is::Unknown};
    }
    AlertAction wish(const QString &id, Verb verb)
    {
        AlertAction action = actionOn(seen(id), verb);
        action.createdAt = m_clock.now();
        return action;
    }
    bool isAcknowledged(const QString &id) { return attribute("services", id, QStringLiteral("acknowledgement")) != QStringLiteral("0.000"); }
    bool acknowledge(const QByteArray &id, const QByteArray &author)
    {
        return act("acknowledge-problem", R"({"type":"Service","service":")" + id + R"(","author":")" + author + R"(","comment":"c"})").status == 200;
    }
};

void TestIcinga2Verbs::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    m_server.addUser("reader", R"("objects/query/*", "status/query", "events/*", "actions/add-comment", "actions/remove-acknowledgement")");
    m_server.configure("object Endpoint \"away\" { }\nobject Zone \"away\" { endpoints = [ \"away\" ]; parent = \"master\" }");
    m_server.configure("object Host \"far\" { check_command = \"dummy\"; zone = \"away\"; max_check_attempts = 3; check_interval = 1d }");
    for (const char *name : {"back", "note", "look", "rights"}) {
        m_server.addHost(QString::fromLatin1(name));
        for (const char *check : {"a", "b", "c", "d"}) {
            m_server.addService(QString::fromLatin1(name), QString::fromLatin1(check), "vars.dummy_state = 2; vars.dummy_text = \"looked\"");
        }
    }
    m_server.addService(QStringLiteral("look"), QStringLiteral("well"), "vars.dummy_state = 0");
    m_server.addHost(QStringLiteral("links"),
        "notes_url = \"https://wiki.example/$host.name$\"; action_url = \"'https://a.example/?h=$host.name$' 'https://b.example'\"");
    m_server.addHost(QStringLiteral("top"));
    m_server.addService(QStringLiteral("top"), QStringLiteral("disk"));
    m_server.addHost(QStringLiteral("below"));
    m_server.addService(QStringLiteral("below"), QStringLiteral("disk"));
    m_server.configure("object Dependency \"needs\" { parent_host_name = \"top\"; child_host_name = \"below\" }");
    QVERIFY2(start(), m_server.log().constData());
}

void TestIcinga2Verbs::takesBackWhatWasSeen()
{
    const QString id = QStringLiteral("back!a");
    QVERIFY(m_server.check(id, 2) && acknowledge("back!a", "cid"));
    AlertAction back = wish(id, Verb::Unacknowledge);
    back.silenceId = seen(id).acknowledgement().id;
    QVERIFY(back.silenceId.startsWith(QLatin1StringView("back!a!")));
    QCOMPARE(lookedBack(back).is, Outcome::Is::NotSent);
    const Outcome outcome = performed(back);
    QVERIFY2(outcome.is == Outcome::Is::Done, qPrintable(toldOf(outcome)));
    QVERIFY(!isAcknowledged(id));
    QCOMPARE(seen(id).state, AlertState::Triggered);
    QCOMPARE(lookedBack(back).is, Outcome::Is::Done);
    QCOMPARE(performed(back).is, Outcome::Is::AlreadySo);
}

void TestIcinga2Verbs::takesBackWithoutKnowingWhich()
{
    const QString id = QStringLiteral("back!b");
    QVERIFY(m_server.check(id, 2));
    // Both may have been wished for offline: the later one takes back what the earlier one of the same person made.
    const AlertAction back = wish(id, Verb::Unacknowledge);
    QTest::qWait(2'000);
    QCOMPARE(performed(wish(id, Verb::Acknowledge)).is, Outcome::Is::Done);
    QVERIFY(isAcknowledged(id));
    QCOMPARE(performed(back).is, Outcome::Is::Done);
    QVERIFY(!isAcknowledged(id));
}

void TestIcinga2Verbs::nothingToTakeBack()
{
    const QString id = QStringLiteral("back!c");
    QVERIFY(m_server.check(id, 2));
    const AlertAction back = wish(id, Verb::Unacknowledge);
    const Outcome none = performed(back);
    QVERIFY2(none.is == Outcome::Is::AlreadySo, qPrintable(toldOf(none)));
    QCOMPARE(none.reason.code, ReasonCode::NotHeld);
    // Where the problem is over its acknowledgement is, too.
    QVERIFY(m_server.check(id, 0));
    const Outcome over = performed(back);
    QVERIFY2(over.is == Outcome::Is::AlreadySo, qPrintable(toldOf(over)));
    QCOMPARE(over.reason.code, ReasonCode::NotHeld);
}

void TestIcinga2Verbs::anotherAcknowledgementIsAConflict()
{
    const QString id = QStringLiteral("back!d");
    QVERIFY(m_server.check(id, 2) && acknowledge("back!d", "cid"));
    AlertAction seenFirst = wish(id, Verb::Unacknowledge);
    const AlertAction unknown = seenFirst;
    seenFirst.silenceId = seen(id).acknowledgement().id;
    QTest::qWait(2'000);
    QCOMPARE(act("remove-acknowledgement", R"({"type":"Service","service":"back!d"})").status, 200);
    QVERIFY(acknowledge("back!d", "dan"));
    for (const AlertAction &action : {seenFirst, unknown}) {
        const Outcome outcome = performed(action);
        QVERIFY2(outcome.is == Outcome::Is::Conflict, qPrintable(toldOf(outcome)));
        QCOMPARE(outcome.reason, Reason {ReasonCode::Acknowledged}.with(reasonpart::By, QStringLiteral("dan")));
        QVERIFY(isAcknowledged(id));
    }
}

void TestIcinga2Verbs::leavesANote()
{
    const QString id = QStringLiteral("note!a");
    QVERIFY(m_server.check(id, 2));
    AlertAction note = wish(id, Verb::Note);
    note.comment = QStringLiteral("the disk is on its way, \"tomorrow\"\nä服");
    const Outcome outcome = performed(note);
    QVERIFY2(outcome.is == Outcome::Is::Done, qPrintable(toldOf(outcome)));
    QCOMPARE(attribute("comments", outcome.madeId, QStringLiteral("text")), note.comment + u' ' + silenceMarker(note.id));
    QCOMPARE(attribute("comments", outcome.madeId, QStringLiteral("author")), QStringLiteral("ana"));
    QCOMPARE(seen(id).annotations.value(u"comments"), QStringLiteral("ana: ") + note.comment);
    // The same wish again has nothing left to do.
    QCOMPARE(performed(note).madeId, outcome.madeId);
    QCOMPARE(seen(id).annotations.value(u"comments"), QStringLiteral("ana: ") + note.comment);
    // It is a note, and keeps nothing quiet.
    QCOMPARE(seen(id).state, AlertState::Triggered);
    note.id = QUuid::createUuid();
    note.comment = QStringLiteral(" ");
    QCOMPARE(performed(note).is, Outcome::Is::Refused);
    // The server has a word for it that looks like a failure of its own.
    QCOMPARE(act("add-comment", R"({"type":"Service","service":"note!d","author":"cid","comment":""})").status, 500);
    note.comment = QStringLiteral("late");
    QVERIFY(m_server.check(id, 0));
    const Outcome over = performed(note);
    QVERIFY2(over.is == Outcome::Is::Conflict, qPrintable(toldOf(over)));
    QCOMPARE(over.reason.code, ReasonCode::Gone);
}

void TestIcinga2Verbs::noteIsReadBackByItsMarker()
{
    const QString id = QStringLiteral("note!b");
    QVERIFY(m_server.check(id, 2));
    AlertAction note = wish(id, Verb::Note);
    QCOMPARE(lookedBack(note).is, Outcome::Is::NotSent);
    const QByteArray text = "looking " + silenceMarker(note.id).toLatin1();
    QCOMPARE(act("add-comment", R"({"type":"Service","service":"note!b","author":"ana","comment":")" + text + "\"}").status, 200);
    QCOMPARE(lookedBack(note).is, Outcome::Is::Done);
    QCOMPARE(performed(note).is, Outcome::Is::Done);
    QCOMPARE(seen(id).annotations.value(u"comments").count(QLatin1StringView("looking")), 1);
}

void TestIcinga2Verbs::notesOfOthersAreShown()
{
    const QString id = QStringLiteral("note!c");
    QVERIFY(m_server.check(id, 2) && acknowledge("note!c", "cid"));
    for (int i = 0; i < 7; ++i) {
        const QByteArray body = R"({"type":"Service","service":"note!c","author":"dan","comment":"no. )" + QByteArray::number(i) + "\"}";
        QCOMPARE(act("add-comment", body).status, 200);
        QTest::qWait(5);
    }
    // The newest five; that of the acknowledgement is its own affair.
    const QStringList lines = seen(id).annotations.value(u"comments").split(u'\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.front(), QStringLiteral("dan: no. 6"));
    QCOMPARE(lines.back(), QStringLiteral("dan: no. 2"));
}

void TestIcinga2Verbs::checksNow()
{
    const QString id = QStringLiteral("look!a");
    QVERIFY(m_server.check(id, 1, QStringLiteral("as told")));
    const Alert before = seen(id);
    AlertAction look = wish(id, Verb::CheckNow);
    QCOMPARE(lookedBack(look).is, Outcome::Is::NotSent);
    // Its active checks are off: it is looked at all the same, by force.
    const Outcome outcome = performed(look);
    QVERIFY2(outcome.is == Outcome::Is::Done, qPrintable(toldOf(outcome)));
    const Alert after = seen(id);
    QVERIFY(after.updatedAt > before.updatedAt);
    QCOMPARE(after.annotations.value(u"output"), QStringLiteral("looked"));
    QCOMPARE(lookedBack(look).is, Outcome::Is::Done);
    // Once more is once more.
    look.id = QUuid::createUuid();
    QCOMPARE(performed(look).is, Outcome::Is::Done);
    QVERIFY(seen(id).updatedAt > after.updatedAt);
    QVERIFY(m_server.check(id, 0));
    QCOMPARE(performed(look).is, Outcome::Is::Conflict);
}

void TestIcinga2Verbs::checkThatGoesWellIsDone()
{
    const QString id = QStringLiteral("look!well");
    QVERIFY(m_server.check(id, 2));
    const AlertAction look = wish(id, Verb::CheckNow);
    const Outcome outcome = performed(look);
    QVERIFY2(outcome.is == Outcome::Is::Done, qPrintable(toldOf(outcome)));
    QVERIFY(!seen(id).key.isValid());
    QCOMPARE(lookedBack(look).is, Outcome::Is::Done);
}

void TestIcinga2Verbs::checkElsewhereIsInDoubt()
{
    // It is checked by somebody who is not there: the server says yes, and nothing comes of it.
    const QString id = QStringLiteral("far");
    QVERIFY(m_server.check(id, 1));
    const AlertAction look = wish(id, Verb::CheckNow);
    const Outcome outcome = performed(look);
    QVERIFY2(outcome.is == Outcome::Is::Unknown, qPrintable(toldOf(outcome)));
    QCOMPARE(lookedBack(look).is, Outcome::Is::NotSent);
    QCOMPARE(attribute("hosts", id, QStringLiteral("force_next_check")), QStringLiteral("true"));
}

void TestIcinga2Verbs::halfAnExtensionIsNone()
{
    const QString id = QStringLiteral("back!d");
    QVERIFY(m_server.check(id, 2));
    AlertAction longer = actionOn(performed(wish(id, Verb::Silence)).madeId, Verb::ExtendSilence);
    longer.until = m_clock.now() + Millis(20'000'000);
    // It was cut off with the longer one made and the shorter one not ended: that would keep quiet what somebody wants to hear again.
    const auto seconds = [](UtcTime time) { return QByteArray::number(time.ms / 1000); };
    QCOMPARE(act("schedule-downtime",
                 R"({"type":"Service","service":"back!d","author":"ben","comment":"c )" + silenceMarker(longer.id).toUtf8() + R"(","start_time":)"
                     + seconds(m_clock.now() - Millis(60'000)) + ",\"end_time\":" + seconds(longer.until) + '}')
                 .status,
        200);
    QCOMPARE(lookedBack(longer).is, Outcome::Is::NotSent);
    const Outcome extended = performed(longer);
    QVERIFY2(extended.is == Outcome::Is::Done && extended.reason.isEmpty(), qPrintable(toldOf(extended)));
    QCOMPARE(seen(id).mutes(), QStringList {extended.madeId});
    QCOMPARE(lookedBack(longer).is, Outcome::Is::Done);
    QCOMPARE(performed(actionOn(extended.madeId, Verb::ExpireSilence)).is, Outcome::Is::Done);
    QTRY_VERIFY(snapshot().silences.empty());
}

void TestIcinga2Verbs::downtimeOfAHostAlone()
{
    QVERIFY(m_server.check(QStringLiteral("top"), 1) && m_server.check(QStringLiteral("top!disk"), 2));
    const Outcome made = performed(wish(QStringLiteral("top"), Verb::Silence));
    QVERIFY2(made.is == Outcome::Is::Done, qPrintable(toldOf(made)));
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
    QCOMPARE(performed(actionOn(made.madeId, Verb::ExpireSilence)).is, Outcome::Is::Done);
    QTRY_VERIFY(snapshot().silences.empty());
}

void TestIcinga2Verbs::downtimeOfServicesAndChildren_data()
{
    QTest::addColumn<QString>("children");
    QTest::addColumn<QStringList>("objects");
    QTest::newRow("none") << QStringLiteral("none") << QStringList {QStringLiteral("top"), QStringLiteral("top!disk")};
    const QStringList all {QStringLiteral("below"), QStringLiteral("below!disk"), QStringLiteral("top"), QStringLiteral("top!disk")};
    QTest::newRow("triggered") << QStringLiteral("triggered") << all;
    QTest::newRow("scheduled") << QStringLiteral("scheduled") << all;
}

void TestIcinga2Verbs::downtimeOfServicesAndChildren()
{
    QFETCH(QString, children);
    QFETCH(QStringList, objects);
    const auto source = open(
        QStringLiteral("root"), {{QStringLiteral("downtime_services"), QStringLiteral("true")}, {QStringLiteral("downtime_children"), children}});
    for (const char *id : {"top", "below"}) {
        QVERIFY(m_server.check(QString::fromLatin1(id), 1));
    }
    const auto covered = [this] {
        QStringList ids;
        for (const Silence &silence : snapshot().silences) {
            ids.append(silence.id.left(silence.id.lastIndexOf(u'!')));
        }
        ids.sort();
        return ids;
    };
    const AlertAction silence = wish(QStringLiteral("top"), Verb::Silence);
    const Outcome made = performedBy(*source, silence);
    QVERIFY2(made.is == Outcome::Is::Done, qPrintable(toldOf(made)));
    QVERIFY2(made.madeId.startsWith(QLatin1StringView("top!")) && made.madeId.count(u'!') == 1, qPrintable(made.madeId));
    QTRY_COMPARE(covered(), objects);
    QCOMPARE(performedBy(*source, silence).madeId, made.madeId);
    QCOMPARE(covered(), objects);
    // A longer one takes the place of all of them.
    const Outcome longer = performedBy(*source, actionOn(made.madeId, Verb::ExtendSilence));
    QVERIFY2(longer.is == Outcome::Is::Done && longer.reason.isEmpty(), qPrintable(toldOf(longer)));
    QTRY_COMPARE(covered(), objects);
    QVERIFY(std::ranges::all_of(snapshot().silences, [this](const Silence &one) { return one.endsAt > m_clock.now() + Millis(7'000'000); }));
    QCOMPARE(performedBy(*source, actionOn(longer.madeId, Verb::ExpireSilence)).is, Outcome::Is::Done);
    QTRY_COMPARE(covered(), QStringList {});
}

void TestIcinga2Verbs::whatARightLeavesOut()
{
    const QString id = QStringLiteral("rights!a");
    QVERIFY(m_server.check(id, 2));
    QCOMPARE(seen(id).can, m_source->info().verbs);
    const auto source = open(QStringLiteral("reader"));
    const AlertPage all = snapshot(*source);
    const VerbSet can = of(all, id)->can;
    QCOMPARE(can, VerbSet(Verb::Note, Verb::Unacknowledge, Verb::ExpireSilence));
    AlertAction wish = actionOn(*of(all, id), Verb::CheckNow);
    const auto refused = await(source->acts()->perform(wish, {}, {}));
    QVERIFY2(isOutcome(refused, Outcome::Is::Refused), qPrintable(toldOf(refused)));
    QVERIFY2(refused->reason.text().contains(QLatin1StringView("actions/reschedule-check")), qPrintable(toldOf(refused)));
    wish.verb = Verb::Snooze;
    const auto unknown = await(source->acts()->perform(wish, {}, {}));
    QVERIFY2(isOutcome(unknown, Outcome::Is::Refused), qPrintable(toldOf(unknown)));
    QCOMPARE(unknown->reason.code, ReasonCode::NotOffered);
    wish.verb = Verb::Note;
    QVERIFY(isOutcome(await(source->acts()->perform(wish, {}, {})), Outcome::Is::Done));
}

void TestIcinga2Verbs::linksAndCorrelation()
{
    QVERIFY(m_server.check(QStringLiteral("links"), 1) && m_server.check(QStringLiteral("rights!a"), 2));
    const Alert alert = seen(QStringLiteral("links"));
    const std::vector<Link> links {{QStringLiteral("notes_url"), QStringLiteral("https://wiki.example/links")},
        {QStringLiteral("action_url"), QStringLiteral("https://a.example/?h=links")},
        {QStringLiteral("action_url"), QStringLiteral("https://b.example")}};
    QCOMPARE(alert.links, links);
    QCOMPARE(alert.generatorUrl, QStringLiteral("https://a.example/?h=links"));
    QCOMPARE(alert.runbookUrl, QStringLiteral("https://wiki.example/links"));
    QCOMPARE(alert.correlation, QStringLiteral("links"));
    QCOMPARE(seen(QStringLiteral("rights!a")).correlation, QStringLiteral("rights!a"));
    QVERIFY(seen(QStringLiteral("rights!a")).links.empty());
}

void TestIcinga2Verbs::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("addresses");
    const auto row = [](const char *text, const QStringList &addresses) { QTest::newRow(text) << QString::fromLatin1(text) << addresses; };
    const QString a = QStringLiteral("https://a");
    const QString b = QStringLiteral("https://b");
    row("", {});
    row("  ", {});
    row("https://a", {a});
    row(" https://a ", {a});
    row("https://a https://b", {QStringLiteral("https://a https://b")});
    row("'https://a'", {a});
    row("'https://a' 'https://b'", {a, b});
    row("'https://a','' 'https://b", {a, b});
    row("'", {});
    row("''", {});
}

void TestIcinga2Verbs::addresses()
{
    QFETCH(QString, text);
    QFETCH(QStringList, addresses);
    QCOMPARE(icinga2::addressesIn(text), addresses);
}

QTEST_GUILESS_MAIN(TestIcinga2Verbs)
#include "tst_icinga2verbs.moc"
