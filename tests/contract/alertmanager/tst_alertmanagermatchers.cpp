#include "tests/contract/alertmanager/alertmanagerbench.h"

#include <QProcess>

using namespace quarterdeck;

namespace {

QByteArray silenceBody(const QString &expression)
{
    const UtcTime now = SystemClock().now();
    JsonWriter json;
    json.beginObject().key(u"matchers").beginArray();
    json.beginObject().key(u"name").value(QStringLiteral("nobody")).key(u"value").value(QStringLiteral("has this"));
    json.key(u"isRegex").value(false).endObject();
    json.beginObject().key(u"name").value(QStringLiteral("service")).key(u"value").value(expression).key(u"isRegex").value(true).endObject();
    json.endArray().key(u"startsAt").value(toRfc3339(now)).key(u"endsAt").value(toRfc3339(now + Millis(3'600'000)));
    json.key(u"createdBy").value(QStringLiteral("ana")).key(u"comment").value(QStringLiteral("c"));
    return json.endObject().take();
}

} // namespace

/// Our reading of matchers and our regular expressions against those of the real server and of amtool.
class TestAlertmanagerMatchers : public AlertmanagerBench {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(startAlone(), log()); }
    void cleanupTestCase() { stop(); }

    void whatTheServerCompilesWeCompile()
    {
        QUrl url = m_server->url();
        url.setPath(QStringLiteral("/api/v2/silences"));
        QStringList different;
        for (const char *text :
            {"a)|(?:b", "(?P<n>x)", "\\C", "\\pL{1000}", "x{1001}", "x{1000}", "(x{100}){11}", "(?i)ABC", "[[:word:]]+", "\\Qa.b\\E", "a\\z", "a\\Z",
                "(?s)a.", "a**", "a{2}{3}", "\\x{10FFFF}", "a(?=b)", "a(?!b)", "(?<=a)b", "\\1", "(a)\\1", "\\p{Greek}", "\\p{Foo}", "(?m)^a$", "a$",
                "^a", "$a", "(", "[", "a]", "a{,2}", "a{2", "a\\", "(?#c)a", "(?x)a", "\\h", "a++", "(?>a)", "\\d", "\\e", "[a-", "[b-a]", "\\u00e4",
                "(?U)a", "(?i:a)b", "\\pN", "x*?", "(|a)", "a|", "\\Aa", "\\B", "\\8", "\\07", "*a", "(?-i)a", "\\Q\\C\\E"}) {
            const QString expression = QString::fromLatin1(text);
            const bool isTaken = plainHttp("POST", url, silenceBody(expression), "application/json").status == 200;
            if (isTaken != Pattern::compile(expression).has_value()) {
                different << expression + (isTaken ? QStringLiteral(": only the server takes it") : QStringLiteral(": only we take it"));
            }
        }
        QVERIFY2(different.isEmpty(), qPrintable(different.join(u'\n')));
    }

    void whatTheServerMatchesWeMatch()
    {
        const QStringList values {QStringLiteral("web-1"), QStringLiteral("WEB-1"), QStringLiteral("a\nb"), QStringLiteral("a.b"),
            QStringLiteral("axb"), QString::fromUtf8("S\u00fcd"), QStringLiteral("1")};
        std::vector<Posted> alerts;
        for (qsizetype i = 0; i < values.size(); ++i) {
            alerts.push_back({QStringLiteral("A%1").arg(i), values[i]});
        }
        QVERIFY(m_server->post(body(alerts)));
        const AlertPage all = snapshot();
        QCOMPARE(all.alerts.size(), std::size_t(values.size()));
        for (const char *text : {"service=~web-.", "service=~(?i)web-.", "service=~a.b", "service=~(?s)a.b", "service=~a\\.b", "service!~web.*",
                 "service=~web", "service=~web|1", "service=~S\\pLd", "service=~.*\\d$", "service=~(?m)^a$.*", "service!=1",
                 "missing=", "missing=~.*", "missing!=x", "service=~a|", "service=~\\Qa.b\\E"}) {
            const auto matcher = parseMatcher(QString::fromLatin1(text));
            QVERIFY2(matcher, text);
            QUrl url = m_server->url();
            url.setPath(QStringLiteral("/api/v2/alerts"));
            url.setQuery(QStringLiteral("filter=") + QString::fromLatin1(QUrl::toPercentEncoding(matcher->toString())), QUrl::StrictMode);
            const auto document = JsonDocument::parse(plainHttp("GET", url).body);
            QVERIFY2(document && document->root().isArray(), text);
            QSet<QString> theirs;
            document->root().each([&theirs](const QString &, const JsonValue &alert) { theirs.insert(alert[u"fingerprint"].string()); });
            QSet<QString> ours;
            for (const Alert &alert : all.alerts) {
                if (MatcherSet({*matcher}).matches(alert.labels)) {
                    ours.insert(alert.key.id);
                }
            }
            QVERIFY2(ours == theirs, text);
        }
    }

    // What we print is read by amtool as the same matcher.
    void amtoolReadsWhatWePrint()
    {
        const std::vector<Matcher> matchers {{QStringLiteral("job"), QStringLiteral("a b"), false, true},
            {QStringLiteral("job"), QStringLiteral("say \"hi\" \\ and,{more}"), false, true},
            {QStringLiteral("job"), QStringLiteral("a\\d+\\.b|c{2,3}"), true, true},
            {QStringLiteral("job"), QString::fromUtf8("S\u00fcd"), false, true}, {QStringLiteral("job"), QStringLiteral("two\nlines"), false, true}};
        for (const Matcher &matcher : matchers) {
            QProcess amtool;
            amtool.start(QStringLiteral("amtool"),
                {QStringLiteral("--alertmanager.url=") + m_server->url().toString(), QStringLiteral("silence"), QStringLiteral("add"),
                    QStringLiteral("--comment=c"), QStringLiteral("--author=ana"), matcher.toString()});
            QVERIFY(amtool.waitForFinished());
            QVERIFY2(amtool.exitCode() == 0, amtool.readAllStandardError());
            const QString id = QString::fromLatin1(amtool.readAllStandardOutput()).trimmed();
            const AlertPage present = snapshot();
            const auto at = std::ranges::find(present.silences, id, &Silence::id);
            QVERIFY(at != present.silences.end());
            QCOMPARE(at->matchers, std::vector<Matcher> {matcher});
        }
    }
};

QTEST_GUILESS_MAIN(TestAlertmanagerMatchers)
#include "tst_alertmanagermatchers.moc"
