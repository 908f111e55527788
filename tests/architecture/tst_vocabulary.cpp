#include "tests/architecture/sourcetree.h"

#include <QTest>

using namespace quarterdeck::architecture;

namespace {

// Words that are not ours: each has one plain term instead, the same in window, command line and documents.
struct Term {
    const char *name;
    const char *pattern;
    const char *advice;
    const char *example; ///< What was once written so.
};

constexpr Term Terms[] {
    {"wholly", R"(\bwholly\b)", "entirely, or leave it out", "It is not wholly known"},
    {"lately", R"(\blately\b)", "recently", "%1 was started lately"},
    {"tell", R"(\b(tells?|told|telling)\b)", "report, say, show, notify", "a source that tells of all alerts"},
    {"meant", R"(\b(that|this|which is|be) meant\b)", "intended", "Is that meant?"},
    {"know", R"(\bknows (of|no|the|its|it|them)\b|\bnothing (is|can be) known\b)", "list, have; the state is unknown", "no member knows it any more"},
    {"ask", R"(\basked (again|yet|for twice|just now)\b|\bask(s|ing)? (again|every source|no source)\b)", "poll, refresh, query", "not asked yet"},
    {"live", R"(\b(not|all) live\b|\bevery source is live\b|\bare live\b)", "up to date", "%1 of them not live"},
    {"out of date", R"(\bout of date\b)", "stale", "2 out of date"},
    {"withdraw", R"((?<!outbox )\bwithdr(aw|awn|ew)\b)", "discard", "withdrawn before it was sent"},
    {"take back", R"(\b(take|takes|taken|taking) ([\w ]+ )?back\b)", "discard an action, remove an acknowledgement, undo",
        "take an acknowledgement back"},
    {"after all", R"(\bsend after all\b|\ball the same\b)", "anyway", "Send it all the same?"},
    {"wish", R"(\bwish(es|ed)?\b)", "request, ask for", "You wished it silent"},
    {"settle", R"(\b(settled|landed)\b)", "finish, arrive, take effect", "everything asked for is settled"},
    {"taken for", R"(\btaken (for|over)\b)", "treated as; added", "not taken for resolved"},
    {"by itself", R"(\b(each|resolved|ended) by itself\b|\bby themselves\b|\bstands? for itself\b)", "separately; self-resolved", "each by itself"},
    {"in between", R"(\bin between\b)", "on the network path", "Anyone in between"},
    {"anew", R"(\banew\b)", "again, create a new one", "silence it anew"},
    {"mend", R"(\b[Mm]end(ed|s)?\b)", "fix", "Mend it"},
    {"onset", R"(\bonset\b)", "start", "Logs around the onset"},
    {"fold", R"(\bunfold|\bfold (the|and)\b|\bfolded:)", "collapse, expand", "Fold the group"},
    {"tick", R"(\btick(s|ed|ing)\b|\btick (the|its|it|every)\b)", "check off", "tick its steps"},
    {"verb", R"(\b(the|every|more) verbs?( act)?s?\b(?! the source| all|,| of a| those))", "action", "every verb acts on these"},
    {"owner", R"((?<!is:)\bunowned\b|\bnobody (is )?named\b)", "no owner", "nobody named"},
    {"health", R"(\berring\b|\bnoticed\b|\bis well\b)", "errors, minor, healthy", "Every service is well"},
    {"default", R"(\bwhen left out\b|\bwhere (\S+ )?(says )?nothing (else )?is said\b|\bsays nothing else\b)", "(default: ...)",
        "an hour when left out"},
    {"stand", R"(\bstands? (in|at|for|after|before|beside|below|there|twice|too|first|whole)\b)", "is, appear", "Nothing stands after it"},
    {"is no", R"((?<!there )\bis no (?!longer\b|more\b))", "is not a", "%1 is no list"},
    {"echo", R"(\bsa(y|ys|id) back\b)", "echo", "what a server says back"},
};

QString textOf(const QString &path)
{
    QFile file(QStringLiteral(QUARTERDECK_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// A manual page without its requests and fonts.
QString pageText(QString page)
{
    static const QRegularExpression Request(QStringLiteral("^\\.\\w+ ?|\\\\f[BIRP]"), QRegularExpression::MultilineOption);
    return page.remove(Request);
}

QRegularExpression patternOf(const Term &term)
{
    return QRegularExpression(QString::fromLatin1(term.pattern), QRegularExpression::CaseInsensitiveOption);
}

} // namespace

// What a person reads is said in one vocabulary: sentences of the window and the command line, and the documents.
class TestVocabulary : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // A sentence is a text of more than one word; one that is written in several pieces is one.
        static const QRegularExpression Sentence(QStringLiteral("(\"(?:\\\\.|[^\"\\\\\n])*\"\\s*)+"));
        static const QRegularExpression Joint(QStringLiteral("(?<!\\\\)\"\\s*\""));
        for (const SourceFile &file : sources(productFolders())) {
            if (isForeign(file.path)) {
                continue;
            }
            auto found = Sentence.globalMatch(file.code);
            while (found.hasNext()) {
                const auto match = found.next();
                const QString words = match.captured().trimmed().remove(Joint);
                if (words.contains(u' ')) {
                    m_sentences.append({file.at(match.capturedStart()), words});
                }
            }
        }
        QVERIFY(m_sentences.size() > 1500);
        for (const char *path : {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "installer/man/qdeck.1",
                 "installer/man/quarterdeck.1"}) {
            const QString text = textOf(QString::fromLatin1(path));
            QVERIFY2(!text.isEmpty(), path);
            m_documents.append({QString::fromLatin1(path), QString::fromLatin1(path).endsWith(u'1') ? pageText(text) : text});
        }
    }

    void terms_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(Terms)); ++i) {
            QTest::newRow(Terms[i].name) << i;
        }
    }

    void terms()
    {
        QFETCH(int, index);
        const Term &term = Terms[index];
        const QRegularExpression pattern = patternOf(term);
        QVERIFY(pattern.isValid());
        QVERIFY2(pattern.match(QString::fromLatin1(term.example)).hasMatch(), term.example);
        QStringList findings;
        for (const QList<Text> &texts : {m_sentences, m_documents}) {
            for (const Text &text : texts) {
                auto found = pattern.globalMatch(text.words);
                while (found.hasNext()) {
                    const auto match = found.next();
                    findings.append(QStringLiteral("%1: \"%2\" in \"%3\": say %4")
                                        .arg(text.place, match.captured(), text.words.mid(match.capturedStart() - 40, 100).simplified(),
                                            QString::fromLatin1(term.advice)));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void changelogHasItsSections()
    {
        static const QRegularExpression Section(QStringLiteral("^### (.*)$"), QRegularExpression::MultilineOption);
        static const QStringList Order {QStringLiteral("Added"), QStringLiteral("Changed"), QStringLiteral("Fixed")};
        const QStringList releases = textOf(QStringLiteral("CHANGELOG.md")).split(QStringLiteral("\n## ")).mid(1);
        QVERIFY(!releases.isEmpty());
        for (const QString &release : releases) {
            QStringList sections;
            auto found = Section.globalMatch(release);
            while (found.hasNext()) {
                sections.append(found.next().captured(1));
            }
            QStringList known = Order;
            known.removeIf([&sections](const QString &name) { return !sections.contains(name); });
            QCOMPARE(sections, known);
        }
    }

private:
    struct Text {
        QString place;
        QString words;
    };

    // Sentences that are read, not said: those of old databases, patterns of runbooks, and the alerts of the demo's company.
    static bool isForeign(const QString &path)
    {
        return path == u"app/store/tables/oldreasons.cpp" || path.startsWith(QLatin1StringView("app/runbook/"))
            || path.startsWith(QLatin1StringView("app/demo/"));
    }

    QList<Text> m_sentences;
    QList<Text> m_documents;
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
