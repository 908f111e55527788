#include "app/core/clock.h"
#include "app/net/gunzip.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace quarterdeck;

namespace {

const QByteArray Plain = R"([{"fingerprint":"a","labels":{"alertname":"A"},"status":{"state":"active"}}])";

QByteArray packed(const QByteArray &plain)
{
    return ScriptedReply::gzip(plain, "application/json").body;
}

/// What comes out when the bytes arrive in pieces of this size; nothing where it is bad or not whole.
std::optional<QByteArray> unpacked(QByteArrayView bytes, qsizetype piece)
{
    Gunzip gunzip;
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const auto outcome = gunzip.take(bytes.sliced(at).first(std::min(piece, bytes.size() - at)), [&out](QByteArrayView plain) {
            out.append(plain);
            return true;
        });
        if (outcome != Gunzip::Outcome::Good) {
            return std::nullopt;
        }
    }
    return gunzip.isWhole() ? std::optional(out) : std::nullopt;
}

} // namespace

/// A packed body counts only when it came to its very end: libcurl itself asks for neither checksum nor length.
class TestGunzip : public QObject {
    Q_OBJECT

private slots:
    void unpacksInAnyPieces()
    {
        QByteArray large;
        for (int i = 0; i < 60'000; ++i) {
            large += QByteArray::number(i * 7919);
        }
        for (const QByteArray &plain : {Plain, large, QByteArray()}) {
            for (const qsizetype piece : {1, 7, 4096, 10'000'000}) {
                QCOMPARE(unpacked(packed(plain), piece), std::optional(plain));
            }
        }
        // Members in a row are one body.
        QCOMPARE(unpacked(packed(Plain) + packed("x"), 5), std::optional(Plain + "x"));
        // Nothing at all lacks its end like anything else.
        QCOMPARE(unpacked({}, 1), std::nullopt);
    }

    void noPrefixIsWhole()
    {
        const QByteArray body = packed(Plain);
        for (qsizetype size = 1; size < body.size(); ++size) {
            QVERIFY2(!unpacked(body.first(size), 11), qPrintable(QString::number(size)));
        }
    }

    void damageIsSeen()
    {
        const QByteArray body = packed(Plain);
        for (qsizetype at = body.size() - 8; at < body.size(); ++at) {
            QByteArray damaged = body;
            damaged[at] = char(damaged[at] ^ 1);
            QVERIFY2(!unpacked(damaged, 1000), qPrintable(QString::number(at)));
        }
        QVERIFY(!unpacked(body + "rest", 1000));
        QVERIFY(!unpacked(Plain, 1000));
    }

    void canBeStopped()
    {
        Gunzip gunzip;
        QCOMPARE(gunzip.take(packed(Plain), [](QByteArrayView) { return false; }), Gunzip::Outcome::Stopped);
    }

    /// A proxy that cut the body and then said how long the rest is: no framing tells, plain or packed.
    void noCutAnswerIsTakenForWhole()
    {
        QByteArray sent;
        ScriptedServer server([&sent](const ScriptedRequest &) {
            ScriptedReply reply = ScriptedReply::json(sent);
            reply.headers.push_back({"Content-Encoding", "gzip"});
            return reply;
        });
        const SystemClock clock;
        HttpClient http(std::make_shared<FixedSecrets>(), clock);
        const QByteArray body = packed(Plain);
        const auto ask = [&] {
            HttpRequest request;
            request.url = server.url();
            return await(http.send({}, request, {}));
        };
        for (qsizetype size = 1; size <= body.size(); ++size) {
            sent = body.first(size);
            const auto answer = ask();
            QVERIFY2(answer.has_value() == (size == body.size()), qPrintable(QString::number(size)));
            QVERIFY(!answer || answer->body == Plain);
            QVERIFY(answer || answer.error().kind == ErrorKind::Offline);
        }
    }

    void otherPackingIsRefused()
    {
        ScriptedServer server([](const ScriptedRequest &request) {
            ScriptedReply reply = ScriptedReply::json("[]");
            reply.headers.push_back({request.path().mid(1), "br"});
            return reply;
        });
        const SystemClock clock;
        HttpClient http(std::make_shared<FixedSecrets>(), clock);
        HttpRequest request;
        request.url = server.url(QStringLiteral("/Content-Encoding"));
        const auto answer = await(http.send({}, request, {}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::BadPayload);
        request.url = server.url(QStringLiteral("/Other-Header"));
        QVERIFY(await(http.send({}, request, {})));
    }
};

QTEST_GUILESS_MAIN(TestGunzip)
#include "tst_gunzip.moc"
