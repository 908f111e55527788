#include "tests/architecture/sourcetree.h"

#include <QFileInfo>
#include <QTest>

using namespace quarterdeck::architecture;

namespace {

// Every text file of the project: what git would hold, found without git.
QStringList projectFiles()
{
    const QString root = QStringLiteral(QUARTERDECK_SOURCE_DIR);
    QStringList out;
    QDirIterator it(root, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next().mid(root.size() + 1);
        const bool isOutside = path.startsWith(QLatin1StringView("build")) || path.startsWith(QLatin1StringView(".git/"))
            || path.startsWith(QLatin1StringView(".cache/")) || path.contains(QLatin1StringView("node_modules/"))
            || path.contains(QLatin1StringView("__pycache__/"));
        if (!isOutside) {
            out.append(path);
        }
    }
    out.sort();
    return out;
}

bool isText(const QByteArray &bytes)
{
    return !bytes.left(8000).contains('\0');
}

bool isOurs(const QString &path)
{
    static const QRegularExpression Suffix(QStringLiteral("\\.(cpp|h|txt|cmake|md|json|ts|qrc|sql|yaml|yml|desktop|xml|svg)$"));
    return Suffix.match(path).hasMatch() && !path.startsWith(QLatin1StringView("tests/fixtures/"))
        && !path.startsWith(QLatin1StringView("tests/fuzz/seeds/"));
}

} // namespace

class TestHygiene : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString root = QStringLiteral(QUARTERDECK_SOURCE_DIR "/");
        for (const QString &path : projectFiles()) {
            QFile file(root + path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            const QByteArray bytes = file.readAll();
            if (isText(bytes)) {
                m_texts.insert(path, bytes);
            } else if (bytes.size() > 1024 * 1024) {
                m_large.append(path + QStringLiteral(":1: a binary file of %1 kB; keep it out of the project").arg(bytes.size() / 1024));
            }
        }
        QVERIFY(m_texts.size() > 50);
    }

    void noPathsOfADeveloper()
    {
        // Put together from pieces, or this file would find itself.
        const QRegularExpression Path(QStringLiteral("(?<![\\w.~-])/(work") + QStringLiteral("|root|Users/\\w+|home/[a-z_][\\w-]*)/[\\w.-]")
            + QStringLiteral("|\\b[A-Z]:\\\\\\\\?Users\\\\"));
        QStringList findings;
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            const QString text = QString::fromUtf8(it.value());
            auto matches = Path.globalMatch(text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                findings.append(QStringLiteral("%1:%2: the path %3... belongs to one machine")
                                    .arg(it.key())
                                    .arg(QStringView(text).left(match.capturedStart()).count(u'\n') + 1)
                                    .arg(match.captured()));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void linesEndAsTheyShould()
    {
        QStringList findings;
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            if (!isOurs(it.key()) || it.value().isEmpty()) {
                continue;
            }
            if (it.value().contains('\r')) {
                findings.append(it.key() + QStringLiteral(":1: has carriage returns; lines end with a line feed alone"));
            }
            if (!it.value().endsWith('\n')) {
                findings.append(it.key() + QStringLiteral(":%1: the last line has no end").arg(it.value().count('\n') + 1));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void noSpacesBeforeLineEnds()
    {
        QStringList findings;
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            if (!it.key().endsWith(QLatin1StringView(".cpp")) && !it.key().endsWith(QLatin1StringView(".h"))) {
                continue;
            }
            int number = 0;
            for (const QByteArray &line : it.value().split('\n')) {
                ++number;
                if (line.endsWith(' ') || line.endsWith('\t')) {
                    findings.append(QStringLiteral("%1:%2: ends in white space").arg(it.key()).arg(number));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    // Words are for people: whoever needs to know asks the members of an Error, a Reason or a report.
    void nothingIsDecidedByTheWordsOfAnError()
    {
        static const QRegularExpression Comparison(QStringLiteral("(\\b(what|problem|sentences\\.\\w+\\([^)]*\\)|whyReadOnly\\(\\))\\.(contains|"
                                                                  "startsWith|indexOf|endsWith)\\((?!u'))|(\\.|->)what *[!=]= "));
        QStringList findings;
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            const bool isProduct = it.key().startsWith(u"app/") || it.key().startsWith(u"models/") || it.key().startsWith(u"ui/");
            int number = 0;
            for (const QByteArray &line : isProduct ? it.value().split('\n') : QByteArrayList {}) {
                ++number;
                if (Comparison.match(QString::fromUtf8(line)).hasMatch()) {
                    findings.append(QStringLiteral("%1:%2: decides by the words of an error").arg(it.key()).arg(number));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void noLargeBinaries() { QVERIFY2(m_large.isEmpty(), report(m_large)); }

    void noSecrets()
    {
        // Shapes of real credentials: private keys, PagerDuty, GitHub, AWS and Slack tokens.
        static const QRegularExpression Secret(QStringLiteral(
            "-----BEGIN [A-Z ]*PRIVATE KEY-----|\\bgh[pousr]_[A-Za-z0-9]{36}\\b|\\bAKIA[0-9A-Z]{16}\\b|\\bxox[abp]-[0-9A-Za-z-]{20,}"));
        QStringList findings;
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            const bool isPattern = it.key() == u"tests/architecture/tst_hygiene.cpp";
            if (!isPattern && Secret.match(QString::fromUtf8(it.value())).hasMatch()) {
                findings.append(it.key() + QStringLiteral(":1: holds what looks like a credential; tests make theirs when they run"));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

private:
    QMap<QString, QByteArray> m_texts;
    QStringList m_large;
};

QTEST_GUILESS_MAIN(TestHygiene)
#include "tst_hygiene.moc"
