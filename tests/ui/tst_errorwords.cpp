#include "ui/widgets/errorwords.h"

#include "tests/support/uistage.h"
#include "ui/widgets/freshnesslabel.h"

#include <QTranslator>

using namespace quarterdeck;

namespace {

/// Answers for one text of one context by its meaning, as a catalogue does.
class OneCatalogue final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *meaning, int) const override
    {
        const bool isOurs = QByteArrayView(context) == "ErrorWords" && QByteArrayView(source) == "%1" && meaning != nullptr;
        return isOurs ? QString::fromUtf8(QByteArrayView(meaning).first(QByteArrayView(meaning).indexOf('.'))) + QStringLiteral(": „%1“") : QString();
    }
};

Error errorOf(ErrorKind kind, const QString &what)
{
    return {kind, what, {}, 0, std::nullopt};
}

} // namespace

/// What went wrong is said in the language of the window; what was found stays as it is, in quotes.
class TestErrorWords : public QObject {
    Q_OBJECT

private slots:
    void englishSaysWhatWasFound()
    {
        const Error error = errorOf(ErrorKind::Offline, QStringLiteral("am refuses connections on port 9093."));
        QCOMPARE(errorWords(error), error.what);
        QCOMPARE(errorWords(errorOf(ErrorKind::Offline, {})), QString());
        QCOMPARE(errorWords(errorOf(ErrorKind::Server, QStringLiteral("a\u202Eb %1 %2"))), QStringLiteral("a<U+202E>b %1 %2"));
        QVERIFY(errorWords(errorOf(ErrorKind::Server, QString(500, u'x')), 40).size() <= 41);
    }

    void everyKindHasItsOwnWords()
    {
        OneCatalogue catalogue;
        QCoreApplication::installTranslator(&catalogue);
        QSet<QString> all;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            const QString words = errorWords(errorOf(ErrorKind(kind), QStringLiteral("found")));
            QVERIFY2(words.endsWith(QStringLiteral(": „found“")) && words.size() > 12, qPrintable(words));
            all.insert(words);
        }
        // What a person typed and what a server wrote cannot be understood alike.
        QCOMPARE(all.size(), int(ErrorKind::Internal));
        QCoreApplication::removeTranslator(&catalogue);
    }

    void aSourceSaysItOnHovering()
    {
        Theme theme;
        OneCatalogue catalogue;
        QCoreApplication::installTranslator(&catalogue);
        FreshnessLabel label(theme);
        SourceStatus status;
        status.id = QStringLiteral("am");
        status.freshness = Freshness::Unreachable;
        status.error = errorOf(ErrorKind::Timeout, QStringLiteral("am timed out after 10 s."));
        label.setStatus(status, {}, {});
        QCOMPARE(label.accessibleDescription(), QStringLiteral("The server did not answer in time: „am timed out after 10 s.“"));
        QCoreApplication::removeTranslator(&catalogue);
    }
};

QTEST_MAIN(TestErrorWords)
#include "tst_errorwords.moc"
