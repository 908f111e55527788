#include "tests/architecture/sourcetree.h"

#include <QTest>

using namespace quarterdeck::architecture;

namespace {

// A word that leads round one of the doors of the project.
struct Word {
    const char *name;
    const char *pattern;
    const char *allowedIn; ///< Regular expression of paths; empty: nowhere.
    const char *advice;
};

constexpr Word Words[] {
    {"SIGNAL", R"(\bSIGNAL\s*\()", "", "connect with a pointer to the member"},
    {"SLOT", R"(\bSLOT\s*\()", R"(^app/desktop/notificationdaemon\.cpp$)",
        "only QDBusConnection knows no other way; connect with a pointer to the member"},
    {"instance", R"((?<!QCoreApplication::)(?<!QGuiApplication::)(?<!QStyleFactory::)\binstance\s*\()", "", "no singletons: pass the object in"},
    {"QtSql", R"(\b(QtSql|QSql\w+))", "", "use app/store/sqlite"},
    {"QNetworkAccessManager", R"(\bQNetwork(AccessManager|Request|Reply)\b)", "", "use HttpClient of app/net"},
    {"QXmlStreamReader", R"(\bQXmlStreamReader\b|\bQDomDocument\b)", "", "it expands entities without a bound; no XML from outside is read"},
    {"QSettings", R"(\bQSettings\b)", "", "use Preferences of app/ports; it knows about disk-full and file modes"},
    {"QMessageBox statics", R"(\bQMessageBox::(information|warning|critical|question|about)\s*\()", "",
        "they guess at markup; show the text with PlainLabel"},
    {"setInformativeText", R"(\bsetInformativeText\s*\()", "", "it always parses markup"},
    {"markup", R"((?:->|\.)\s*(setHtml|appendHtml|insertHtml|setMarkdown)\s*\()", R"(^ui/pages/runbooks/markdownview\.cpp$)",
        "foreign text is shown by PlainLabel; Markdown by the one guarded view"},
    {"new QLabel", R"(\bnew\s+QLabel\s*\(|\bQLabel\s+\w+\s*[({])", R"(^ui/widgets/plainlabel\w*\.(cpp|h)$)",
        "use PlainLabel of ui/widgets/plainlabel.h"},
    {"QDesktopServices", R"(\bQDesktopServices::)", R"(^ui/shell/browser\.cpp$)", "links are opened in one place, after the address was checked"},
    {"setLabelFormat", R"(\bsetLabelFormat\s*\()", "", "a format from outside crashes: draw the labels from text"},
    {"startCommand", R"(\bstartCommand\s*\()", "", "programs are started with an argument list"},
    {"system", R"((?<![\w.>:])(?:::|std::)?system\s*\()", "", "programs are started with an argument list"},
    {"popen", R"(\bpopen\s*\()", "", "programs are started with an argument list"},
    {"FOLLOWLOCATION", R"(FOLLOWLOCATION)", R"(^app/net/)", "redirects are decided in app/net"},
    {"SSL_VERIFY", R"(SSL_VERIFY)", R"(^app/net/)", "certificates are verified in app/net"},
    {"curl", R"(\bcurl_(easy|multi|global|slist|url)\w*\s*\()", R"(^app/net/)", "HTTP goes through HttpClient of app/net"},
    {"sqlite3", R"(\bsqlite3_\w+\s*\()", R"(^app/store/)", "databases are read through app/ports"},
    {"nlohmann", R"(\bnlohmann\b|\bjson::parse\b)", R"(^app/json/)", "JSON from outside goes through JsonDocument, which has limits"},
    {"QJsonDocument", R"(\bQJsonDocument::fromJson\b)", "", "JSON from outside goes through JsonDocument, which has limits"},
    {"re2", R"(\bre2::)", R"(^app/domain/pattern\.(h|cpp)$)", "regular expressions of matchers go through Pattern"},
    {"simdjson", R"(\bsimdjson\b)", R"(^app/(json|sources)/)", "only bulk replies are read with simdjson"},
    {"YAML::", R"(\bYAML::)", R"(^app/yaml/)", "YAML goes through parseYaml, which has limits"},
    {"ReadOnly", R"(\bQIODevice::ReadOnly\b)",
        R"(^(app/(core/regularfile|demo/demofiles|store/sqlite/pagefile|store/filelock)|ui/theme/iconengine)\.cpp$)",
        "a named file may be a pipe or without an end: use app/core/regularfile.h"},
    {"QLocalServer", R"(\bQLocalServer\b)", R"(^app/(bootstrap|desktop)/)", "the window is reached through app/bootstrap"},
    {"QTcpServer", R"(\bQTcp(Server|Socket)\b)", R"(^app/(bootstrap/redirectlistener|demo/(loopbackhttp|serverset)|desktop/discovery)\.(cpp|h)$)",
        "one redirect of a sign-in is listened for; HTTP goes through HttpClient of app/net"},
    {"QDir::temp", R"(\bQDir::temp(Path)?\s*\()", "", "no predictable names in a shared folder: QTemporaryDir, QSaveFile"},
    {"future.then", R"((?:\.|->)then\s*\()", "", "QFuture::then aborts when its context is gone: use then(future, guard, fn)"},
    {"cast to a face", R"(\bdynamic_cast\s*<[^>]*(Face|Source)\b)", "", "ask the source for its faces: alerts(), metrics(), ..."},
    {"kind as text", R"((\.|->)kind\s*[=!]=\s*(QLatin1StringView|QStringLiteral|u\b))", R"(^app/(bootstrap|catalog)/)",
        "ask what a source can do (faces, verbs), not of which kind it is"},
    {"where compared", R"((?:\.|->)where\s*(?:[=!]=|\.\s*(?:startsWith|endsWith|contains|compare|section|indexOf)\b))", "",
        "the place of an error is for people: decide by its kind, or give it a member"},
    {"error as found", R"(\b\w*[eE]rror(\(\))?(\.|->)what\b)", R"(^(app/|models/|tests/|ui/widgets/errorwords\.cpp$))",
        "what was found is English: say it with errorWords of ui/widgets"},
    {"plugin path", R"(\bQT_PLUGIN_PATH\b)", R"(^app/(desktop|bootstrap)/)", "plugin paths are cleared at start and never used"},
};

QString statementAt(const QString &text, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        depth += int(text.at(i) == u'(') - int(text.at(i) == u')');
        if (depth == 0) {
            return text.mid(open + 1, i - open - 1);
        }
    }
    return text.mid(open + 1);
}

// The arguments of a call, split at the commas between them.
QStringList arguments(const QString &inside)
{
    QStringList out(QString {});
    int depth = 0;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const QChar c = inside.at(i);
        depth += int(c == u'(' || c == u'{' || c == u'[') - int(c == u')' || c == u'}' || c == u']');
        if (c == u',' && depth == 0) {
            out.append(QString());
        } else {
            out.last().append(c);
        }
    }
    return out;
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_files = sources(productFolders()); }

    void forbiddenWords_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(Words)); ++i) {
            QTest::newRow(Words[i].name) << i;
        }
    }

    void forbiddenWords()
    {
        QFETCH(int, index);
        const Word &word = Words[index];
        const QRegularExpression pattern(QString::fromLatin1(word.pattern));
        const QRegularExpression allowed(QString::fromLatin1(word.allowedIn));
        QVERIFY(pattern.isValid() && allowed.isValid());
        QStringList findings;
        for (const SourceFile &file : m_files) {
            if (*word.allowedIn != '\0' && allowed.match(file.path).hasMatch()) {
                continue;
            }
            auto matches = pattern.globalMatch(file.bare);
            while (matches.hasNext()) {
                const auto match = matches.next();
                findings.append(file.at(match.capturedStart())
                    + QStringLiteral(": %1 is not used here; %2").arg(match.captured().trimmed(), QString::fromLatin1(word.advice)));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    // The pattern above finds what was once decided so.
    void comparedPlacesAreFound()
    {
        const auto at = std::find_if(std::begin(Words), std::end(Words), [](const Word &word) { return QByteArray(word.name) == "where compared"; });
        const QRegularExpression pattern(QString::fromLatin1(at->pattern));
        for (const char *line : {"error.where == AfterSend", "page.error().where == PageTooLarge", "status.error->where != x",
                 "error.where.startsWith(u)", "result.error().where .section(u' ', 1)"}) {
            QVERIFY2(pattern.match(QString::fromLatin1(line)).hasMatch(), line);
        }
        for (const char *line : {"error.where = path;", "error.where.isEmpty() ? error.what : x", "place.where.toInt()", "WHERE a == b"}) {
            QVERIFY2(!pattern.match(QString::fromLatin1(line)).hasMatch(), line);
        }
    }

    void tooltipsAreGuarded()
    {
        static const QRegularExpression Call(QStringLiteral("\\bset(?:ToolTip|WhatsThis)\\s*\\("));
        QStringList findings;
        for (const SourceFile &file : m_files) {
            auto matches = Call.globalMatch(file.code);
            while (matches.hasNext()) {
                const auto match = matches.next();
                const QString inside = statementAt(file.code, match.capturedEnd() - 1);
                const bool isSafe = inside.contains(QLatin1StringView("text::tooltip(")) || inside.contains(QLatin1StringView("tr("))
                    || inside.trimmed().isEmpty() || inside.trimmed() == u"QString()" || inside.trimmed() == u"{}";
                const bool mixes = inside.contains(QLatin1StringView("tr(")) && inside.contains(QLatin1StringView(".arg("))
                    && !inside.contains(QLatin1StringView("text::")) && !inside.contains(QLatin1StringView("shortcut"))
                    && !inside.contains(QLatin1StringView("toString(QKeySequence"));
                if (!isSafe || mixes) {
                    findings.append(
                        file.at(match.capturedStart()) + QStringLiteral(": a tooltip guesses at markup; wrap the text in text::tooltip()"));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void connectionsHaveAContext()
    {
        static const QRegularExpression Call(QStringLiteral("(?<![\\w:])(?:QObject::)?connect\\s*\\("));
        QStringList findings;
        for (const SourceFile &file : m_files) {
            auto matches = Call.globalMatch(file.bare);
            while (matches.hasNext()) {
                const auto match = matches.next();
                const QStringList given = arguments(statementAt(file.bare, match.capturedEnd() - 1));
                const bool isFunctor = given.size() == 3 && given.at(1).trimmed().startsWith(u'&');
                if (isFunctor) {
                    findings.append(file.at(match.capturedStart())
                        + QStringLiteral(": connect without a context object outlives its receiver; give the receiver as third argument"));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    // Values are bound; only constants stand in SQL.
    void sqlIsConstant()
    {
        static const QRegularExpression Call(QStringLiteral("\\b(?:prepare\\w*|exec|execute|statement|sqlite3_prepare\\w*|sqlite3_exec)\\s*\\("));
        QStringList findings;
        for (const SourceFile &file : m_files) {
            if (!file.path.startsWith(QLatin1StringView("app/store/"))) {
                continue;
            }
            auto matches = Call.globalMatch(file.bare);
            while (matches.hasNext()) {
                const auto match = matches.next();
                const QString inside = statementAt(file.bare, match.capturedEnd() - 1);
                // A PRAGMA takes no bound values; only numbers and our own words go there.
                const QString shown = statementAt(file.code, match.capturedEnd() - 1);
                const bool isSql = shown.contains(u'"') && !shown.contains(QLatin1StringView("\"PRAGMA "));
                if (isSql && (inside.contains(QRegularExpression(QStringLiteral("\"\\s*\\+|\\+\\s*(?:QStringLiteral\\s*\\()?\"|\\.arg\\s*\\(|%"))))) {
                    findings.append(file.at(match.capturedStart())
                        + QStringLiteral(": SQL is put together from pieces; bind the value, or choose among constants"));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void noShells()
    {
        static const QRegularExpression Shell(QStringLiteral("\"(?:/usr)?(?:/bin/)?(?:ba|da|z|k)?sh\""));
        QStringList findings;
        for (const SourceFile &file : m_files) {
            // Languages of code blocks are named there, nothing is run.
            if (file.path.startsWith(QLatin1StringView("app/runbook/"))) {
                continue;
            }
            auto matches = Shell.globalMatch(file.code);
            while (matches.hasNext()) {
                findings.append(
                    file.at(matches.next().capturedStart()) + QStringLiteral(": no shell is started; give the program and its arguments"));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void nothingIsLeftToDo()
    {
        static const QRegularExpression Mark(QStringLiteral("(?<!\")\\b(TODO|FIXME|XXX|HACK)\\b"));
        QStringList findings;
        for (const SourceFile &file : m_files) {
            // Runbooks hold such marks and are warned of there.
            if (file.path.startsWith(QLatin1StringView("app/runbook/"))) {
                continue;
            }
            auto matches = Mark.globalMatch(file.raw);
            while (matches.hasNext()) {
                findings.append(file.at(matches.next().capturedStart()) + QStringLiteral(": do it, or take it out"));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

private:
    std::vector<SourceFile> m_files;
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
