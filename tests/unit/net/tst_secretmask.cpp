#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "app/net/secretmask.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/net/secretforms.h"

#include <QTest>

using namespace quarterdeck;

/// Servers and proxies say back what they were sent; none of it reaches a screen, a log or a database.
class TestSecretMask : public QObject {
    Q_OBJECT

private slots:
    void everyFormIsBlanked()
    {
        for (const QByteArray &password : Passwords) {
            SecretMask mask;
            mask.addPair("ana", password);
            for (const auto &[name, encode] : encoders()) {
                const QByteArray form = encode(password);
                const QByteArray blanked = mask.blanked("before " + form + " after");
                const QByteArray what = password + " as " + name + ": " + blanked;
                QVERIFY2(blanked.startsWith("before ") && blanked.endsWith(" after"), what.constData());
                QVERIFY2(blanked.contains("***") && !blanked.contains(form), what.constData());
                QVERIFY2(!holds(blanked, password), what.constData());
            }
        }
    }

    /// A page in a string of JSON, a URL in a page, an answer of Go in an answer of Go.
    void formsWithinFormsAreBlanked()
    {
        for (const QByteArray &password : Passwords) {
            SecretMask mask;
            mask.addPair("ana", password);
            for (const auto &[outer, wrap] : encoders()) {
                if (QByteArray(outer).contains("base64") || qstrcmp(outer, "digits") == 0) {
                    continue;
                }
                for (const auto &[inner, encode] : encoders()) {
                    const QByteArray form = wrap(encode(password));
                    const QByteArray blanked = mask.blanked("<" + form + ">");
                    QVERIFY2(blanked.contains("***") && !blanked.contains(form),
                        (password + " as " + inner + " in " + outer + ": " + form + " -> " + blanked).constData());
                }
            }
        }
    }

    void otherTextStays()
    {
        SecretMask mask;
        mask.addPair("ana", "can&ary");
        const QByteArray text = OtherText;
        QCOMPARE(mask.blanked(text), text);
        QCOMPARE(SecretMask().blanked(text), text);
        QVERIFY(SecretMask().isEmpty());
        SecretMask none;
        none.addPair("ana", {});
        none.add({});
        QVERIFY(none.isEmpty());
    }

    void whatServersSayBackIsBlanked_data()
    {
        QTest::addColumn<QByteArray>("password");
        for (const QByteArray &password : Passwords) {
            QTest::newRow(password.toPercentEncoding().constData()) << password;
        }
    }
    void whatServersSayBackIsBlanked()
    {
        QFETCH(QByteArray, password);
        QByteArray said;
        ScriptedServer server([&said](const ScriptedRequest &) { return ScriptedReply::json(answerThatSays(said), 400); });
        auto secrets = std::make_shared<FixedSecrets>();
        secrets->secrets.insert(QStringLiteral("pw"), password);
        const SystemClock clock;
        HttpClient http(secrets, clock);
        HttpConfig config;
        config.auth = HttpConfig::Auth::Basic;
        config.username = QStringLiteral("ana");
        config.secret.keychain = QStringLiteral("pw");
        for (const auto &[name, encode] : encoders()) {
            said = QByteArray(name) == "as it is" ? json(password) : json(encode(password));
            HttpRequest request;
            request.url = server.url();
            const auto error = requireOk(await(http.send(config, request, {})), "application/json").error();
            QVERIFY2(error.what.contains(QStringLiteral("***")), qPrintable(QString::fromLatin1(name) + QStringLiteral(": ") + error.what));
            QVERIFY2(!holds(error.what.toUtf8(), password), qPrintable(error.what));
        }
    }
    void goodAnswersThatSayItBackAreBlanked_data() { whatServersSayBackIsBlanked_data(); }
    void goodAnswersThatSayItBackAreBlanked()
    {
        QFETCH(QByteArray, password);
        QByteArray said;
        // Far from the begin, so that only a part of the answer is looked through.
        const QByteArray data = QByteArray("{\"x\":\"").append(QByteArray(200'000, 'x')).append("\",\"y\":\"ca ar ry 19 20\",\"said\":\"");
        ScriptedServer server([&](const ScriptedRequest &) { return ScriptedReply::json(data + said + "\"}"); });
        auto secrets = std::make_shared<FixedSecrets>();
        secrets->secrets.insert(QStringLiteral("pw"), password);
        const SystemClock clock;
        HttpClient http(secrets, clock);
        HttpConfig config;
        config.auth = HttpConfig::Auth::Basic;
        config.username = QStringLiteral("ana");
        config.secret.keychain = QStringLiteral("pw");
        for (const auto &[name, encode] : encoders()) {
            said = QByteArray(name) == "as it is" ? json(password) : json(encode(password));
            HttpRequest request;
            request.url = server.url();
            const auto answer = requireOk(await(http.send(config, request, {})), "application/json");
            QVERIFY(answer);
            QVERIFY2(answer->body.startsWith(data) && answer->body.endsWith("\"}"), name);
            const QByteArray rest = answer->body.sliced(data.size()).chopped(2);
            QVERIFY2(rest.contains("***") && !holds(rest, password), rest.constData());
            // A field of a journal says its length before it.
            QCOMPARE(rest.size(), said.size());
        }
    }

    void aWordOfTheDataStays()
    {
        const QByteArray data = R"({"env":"production","team":"env-prod","x":"production"})";
        for (const char *word : {"production", "env-prod", "payments", "1"}) {
            SecretMask mask;
            mask.addPair("ana", word);
            QCOMPARE(mask.blankedInData(data), data);
        }
        SecretMask distinct;
        distinct.addPair("ana", "Pr0duction-1");
        QCOMPARE(distinct.blankedInData(data), data);
        QCOMPARE(distinct.blankedInData(R"(["Pr0duction-1","production"])"), QByteArray(R"(["************","production"])"));
        QCOMPARE(SecretMask().blankedInData(data), data);
        QCOMPARE(distinct.blankedInData({}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestSecretMask)
#include "tst_secretmask.moc"
