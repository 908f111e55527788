#include "app/net/pkce.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace quarterdeck;

/// The proof key of RFC 7636.
class TestPkce : public QObject {
    Q_OBJECT

private slots:
    void hashesTheWorkedValue()
    {
        // RFC 7636, appendix B.
        QCOMPARE(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }
    void aVerifierIsLongOfTheAlphabetAndNeverTheSame()
    {
        // Section 4.1: 43 to 128 of these.
        const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._~-]{43,128}$"));
        QSet<QByteArray> all;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray verifier = unguessable();
            QVERIFY2(allowed.match(QString::fromLatin1(verifier)).hasMatch(), verifier);
            all.insert(verifier);
        }
        QCOMPARE(all.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestPkce)
#include "tst_pkce.moc"
