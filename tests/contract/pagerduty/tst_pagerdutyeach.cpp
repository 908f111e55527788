#include "togetherbench.h"

#include <QTest>

using namespace quarterdeck;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Many wishes that need a request each, or one and a note each.
class TestPagerdutyEach : public QObject {
    Q_OBJECT

private slots:
    void init() { m_t = std::make_unique<TogetherBench>(); }
    void snoozesTogether();
    void notesTogether();
    void leavesWhatWasWrittenWithMany();
    void callsForHelpTogether();
    void howManyGoTogether();
    void aPauseIsForQuestionsToo();
    void aPauseBetweenTwoIsForTheRest();
    void oneBadAnswerIsAboutOne();

private:
    std::unique_ptr<TogetherBench> m_t;
};

void TestPagerdutyEach::snoozesTogether()
{
    m_t->prepare(30, Verb::Snooze);
    m_t->b.change(m_t->ids[4], "acknowledged");
    m_t->b.change(m_t->ids[5], "resolved");
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(outcomes[5].is, Outcome::Is::Conflict);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 29);
    QCOMPARE(m_t->puts(), 1);
    QCOMPARE(m_t->b.server.count("GET /users/me"), 1);
    // Who it is, a page, the resolved one, the acknowledgement and 29 of their own.
    QVERIFY2(m_t->b.server.requests().size() <= 33, qPrintable(QString::number(m_t->b.server.requests().size())));
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::AlreadySo), 29);
    m_t->actions.resize(1);
    m_t->actions[0].duration = Millis(8LL * 86'400'000);
    QCOMPARE(m_t->performed(*source)[0].reason.code, ReasonCode::SnoozeTooLong);
}

void TestPagerdutyEach::notesTogether()
{
    m_t->prepare(10, Verb::Note);
    for (AlertAction &action : m_t->actions) {
        action.comment = S("looking");
    }
    const auto source = m_t->b.open();
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 10);
    // A look for each and the note itself, beside who it is and one page.
    QVERIFY2(m_t->b.server.requests().size() <= 22, qPrintable(QString::number(m_t->b.server.requests().size())));
    const auto again = m_t->performed(*source);
    QCOMPARE(m_t->countOf(again, Outcome::Is::Done), 10);
    QCOMPARE(again[3].reason.code, ReasonCode::LandedBefore);
    for (std::size_t i = 0; i < 10; ++i) {
        QCOMPARE(m_t->b.notesOf(m_t->ids[qsizetype(i)]), QStringList {S("looking ") + silenceMarker(m_t->actions[i].id)});
    }
}

void TestPagerdutyEach::leavesWhatWasWrittenWithMany()
{
    m_t->prepare(10);
    for (AlertAction &action : m_t->actions) {
        action.comment = S("on it");
        action.duration = {};
    }
    m_t->b.server.before([this](const ScriptedRequest &request, PagerdutyAccount &) {
        const bool isBad = request.method == "POST" && request.path().contains(m_t->ids[6].toUtf8());
        return isBad ? std::optional(PagerdutyServer::no(403, 2010, S("Access Denied"))) : std::nullopt;
    });
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 10);
    QCOMPARE(m_t->puts(), 1);
    for (qsizetype i = 0; i < 10; ++i) {
        QCOMPARE(m_t->b.notesOf(m_t->ids[i]).size(), i == 6 ? 0 : 1);
        QCOMPARE(outcomes[std::size_t(i)].reason.code, i == 6 ? ReasonCode::CommentLost : ReasonCode::None);
    }
}

void TestPagerdutyEach::callsForHelpTogether()
{
    m_t->prepare(5, Verb::AddResponder);
    for (AlertAction &action : m_t->actions) {
        action.people = QStringList {S("Ben Brandt")};
        action.comment = S("please look");
    }
    const auto source = m_t->b.open();
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 5);
    for (AlertAction &action : m_t->actions) {
        action.verb = Verb::CancelResponder;
    }
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 5);
}

void TestPagerdutyEach::howManyGoTogether()
{
    m_t->prepare(1);
    const auto source = m_t->b.open();
    AlertAction action = m_t->actions.front();
    // A comment becomes a note, and each incident has its own.
    action.comment = S("looking");
    QCOMPARE(source->acts()->mostTogether(action), 10);
    action.verb = Verb::Resolve;
    QCOMPARE(source->acts()->mostTogether(action), 250);
    for (const Verb verb : {Verb::Snooze, Verb::Note, Verb::AddResponder}) {
        action.verb = verb;
        QCOMPARE(source->acts()->mostTogether(action), 10);
    }
    action.comment.clear();
    for (const Verb verb : {Verb::Escalate, Verb::Merge, Verb::SetPriority}) {
        action.verb = verb;
        QCOMPARE(source->acts()->mostTogether(action), 250);
    }
}

void TestPagerdutyEach::aPauseIsForQuestionsToo()
{
    m_t->prepare(2);
    bool isLimited = true;
    m_t->b.server.before([&isLimited](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        if (request.method != "PUT" || !isLimited) {
            return std::nullopt;
        }
        ScriptedReply reply = PagerdutyServer::no(429, 2020, S("Rate Limit Exceeded"));
        reply.headers = {{"retry-after", "1"}};
        return reply;
    });
    const auto source = m_t->b.open();
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::NotSent), 2);
    const std::size_t before = m_t->b.server.requests().size();
    const auto page = await(source->alerts()->read({}));
    QVERIFY(!page && page.error().kind == ErrorKind::RateLimited && page.error().retryAfter);
    QVERIFY(*page.error().retryAfter > Millis(0) && *page.error().retryAfter <= Millis(1'000));
    const auto again = m_t->performed(*source);
    QVERIFY2(again[1].is == Outcome::Is::NotSent && again[1].hindrance == Outcome::Hindrance::Access, qPrintable(toldOf(again[1])));
    QCOMPARE(m_t->b.server.requests().size(), before);
    isLimited = false;
    QTRY_VERIFY(await(source->alerts()->read({})));
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 2);
}

void TestPagerdutyEach::aPauseBetweenTwoIsForTheRest()
{
    m_t->prepare(6, Verb::Snooze);
    int snoozes = 0;
    m_t->b.server.before([&snoozes](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        if (request.method != "POST" || ++snoozes != 3) {
            return std::nullopt;
        }
        ScriptedReply reply = PagerdutyServer::no(429, 2020, S("Rate Limit Exceeded"));
        reply.headers = {{"retry-after", "20"}};
        return reply;
    });
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 2);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::NotSent), 4);
    QVERIFY(outcomes[5].hindrance == Outcome::Hindrance::Access && outcomes[5].retryAfter == Millis(20'000));
    QCOMPARE(snoozes, 3);
}

void TestPagerdutyEach::oneBadAnswerIsAboutOne()
{
    m_t->prepare(6, Verb::Snooze);
    m_t->b.server.before([this](const ScriptedRequest &request, PagerdutyAccount &) {
        const bool isBad = request.method == "POST" && request.path().contains(m_t->ids[2].toUtf8());
        return isBad ? std::optional(ScriptedReply::html("<html>Oops</html>", 502)) : std::nullopt;
    });
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(outcomes[2].is, Outcome::Is::Unknown);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 5);
    // A line that breaks is broken for all.
    init();
    m_t->prepare(6, Verb::Snooze);
    m_t->b.server.before([this](const ScriptedRequest &request, PagerdutyAccount &) {
        const bool isBad = request.method == "POST" && request.path().contains(m_t->ids[2].toUtf8());
        return isBad ? std::optional(ScriptedReply::reset()) : std::nullopt;
    });
    const auto other = m_t->b.open();
    const auto cut = m_t->performed(*other);
    QCOMPARE(cut[2].is, Outcome::Is::Unknown);
    QCOMPARE(m_t->countOf(cut, Outcome::Is::Done), 2);
    QCOMPARE(m_t->countOf(cut, Outcome::Is::NotSent), 3);
}

QTEST_GUILESS_MAIN(TestPagerdutyEach)
#include "tst_pagerdutyeach.moc"
