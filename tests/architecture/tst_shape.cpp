#include "tests/architecture/sourcetree.h"

#include <QTest>

#include <algorithm>

using namespace quarterdeck::architecture;

namespace {

constexpr int LongestSource = 400;
constexpr int LongestHeader = 250;
constexpr int MostMethods = 25;

// A list of 100,000 live rows has many inputs and the overrides of its base; its pieces share every index, so that cutting it would
// only move calls across a wall (ARCHITECTURE.md). A controller has one method for each verb of its page.
int mostMethodsOf(const QString &name)
{
    static const QHash<QString, int> Allowed {{QStringLiteral("AlertModel"), 46}, {QStringLiteral("AlertIndex"), 51},
        {QStringLiteral("InboxController"), 26}, {QStringLiteral("Store"), 29}};
    return Allowed.value(name, MostMethods);
}

// One declaration inside braces: its text up to ";" or "{", and where it starts.
struct Declaration {
    QString text;
    qsizetype position = 0;
    qsizetype bodyFrom = -1; ///< Of a following { ... }.
    qsizetype bodyTo = -1;
};

qsizetype closingBrace(const QString &bare, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < bare.size(); ++i) {
        depth += int(bare.at(i) == u'{') - int(bare.at(i) == u'}');
        if (depth == 0) {
            return i;
        }
    }
    return bare.size();
}

// The declarations directly between two positions. Preprocessor lines, access labels and Qt's macros are no declarations.
std::vector<Declaration> declarations(const QString &bare, qsizetype from, qsizetype to)
{
    static const QRegularExpression Noise(QStringLiteral(
        "^\\s*(?:(?:public|private|protected|signals|Q_SIGNALS)(?:\\s+(?:slots|Q_SLOTS))?\\s*:(?!:)|Q_(?:OBJECT|GADGET|NAMESPACE)\\b|#[^\\n]*\\n"
        "|Q_(?:DECLARE|ENUM|PROPERTY|DISABLE|FLAG|LOGGING|CLASSINFO|INVOKABLE)\\w*\\s*\\([^\\n]*\\)\\s*;?)"));
    std::vector<Declaration> out;
    qsizetype i = from;
    while (i < to) {
        const auto noise = Noise.match(bare.mid(i, 400));
        if (noise.hasMatch() && noise.capturedLength() > 0) {
            i += noise.capturedLength();
            continue;
        }
        while (i < to && (bare.at(i).isSpace() || bare.at(i) == u';' || bare.at(i) == u'}')) {
            ++i;
        }
        if (i >= to || Noise.match(bare.mid(i, 400)).hasMatch()) {
            if (i >= to) {
                break;
            }
            continue;
        }
        Declaration declaration;
        declaration.position = i;
        int round = 0;
        qsizetype end = i;
        for (; end < to; ++end) {
            const QChar c = bare.at(end);
            round += int(c == u'(') - int(c == u')');
            if (round == 0 && (c == u';' || c == u'{')) {
                break;
            }
            if (round > 0 && c == u'{') {
                end = closingBrace(bare, end);
            }
        }
        declaration.text = bare.mid(i, end - i).simplified();
        if (end < to && bare.at(end) == u'{') {
            declaration.bodyFrom = end + 1;
            declaration.bodyTo = std::min(to, closingBrace(bare, end));
            end = declaration.bodyTo;
        }
        out.push_back(declaration);
        i = end + 1;
    }
    return out;
}

bool isType(const QString &text)
{
    static const QRegularExpression Form(QStringLiteral("^(?:template\\s*<.*>\\s*)?(?:class|struct|enum|union)\\b"));
    return Form.match(text).hasMatch() && !text.contains(QLatin1StringView(") "));
}

bool isFunction(const QString &text)
{
    return text.contains(u'(') && !isType(text) && !text.startsWith(QLatin1StringView("static_assert"))
        && !text.startsWith(QLatin1StringView("using ")) && !text.startsWith(QLatin1StringView("friend "))
        && !text.startsWith(QLatin1StringView("Q_")) && !text.startsWith(QLatin1StringView("namespace"));
}

// A name starts with a capital letter where a variable such as "int a = f()" would be mistaken for a function.
bool isMethod(const QString &text)
{
    static const QRegularExpression Initialised(QStringLiteral("^[^(]*=[^(]*\\("));
    return isFunction(text) && !(Initialised.match(text).hasMatch() && !text.contains(QLatin1StringView("operator")));
}

// "///" above, among the lines without a gap above, or "///<" behind.
bool isDocumented(const SourceFile &file, qsizetype position)
{
    const QStringList lines = file.raw.split(u'\n');
    const auto line = QStringView(file.raw).left(position).count(u'\n');
    if (lines.at(line).contains(QLatin1StringView("///"))) {
        return true;
    }
    for (qsizetype i = line - 1; i >= 0 && !lines.at(i).trimmed().isEmpty(); --i) {
        if (lines.at(i).contains(QLatin1StringView("///"))) {
            return true;
        }
    }
    return false;
}

bool needsWords(const QString &text)
{
    static const QRegularExpression Special(QStringLiteral(
        "\\boverride\\b|=\\s*(default|delete)|^(?:explicit\\s+|virtual\\s+|constexpr\\s+)*~?\\w+\\s*\\(|\\boperator\\b|\\bfinal\\s*$"));
    return !Special.match(text).hasMatch();
}

// Calls fn for the body of every class, inner ones too.
template <class Fn> void eachClass(const SourceFile &file, qsizetype from, qsizetype to, bool isPublic, Fn fn)
{
    static const QRegularExpression Name(QStringLiteral("\\b(class|struct)\\s+(?:\\w+_EXPORT\\s+)?(\\w+)"));
    for (const Declaration &declaration : declarations(file.bare, from, to)) {
        if (declaration.bodyFrom < 0) {
            continue;
        }
        const auto match = Name.match(declaration.text);
        const bool isClass = isType(declaration.text) && match.hasMatch() && !declaration.text.startsWith(QLatin1StringView("enum"));
        if (isClass) {
            fn(match.captured(1), match.captured(2), declaration);
        }
        if (isClass || declaration.text.startsWith(QLatin1StringView("namespace"))
            || declaration.text.startsWith(QLatin1StringView("inline namespace"))) {
            eachClass(file, declaration.bodyFrom, declaration.bodyTo, isPublic, fn);
        }
    }
}

// True where the position stands in the public part of a class body.
bool isPublicAt(const SourceFile &file, const QString &kind, const Declaration &body, qsizetype position)
{
    static const QRegularExpression Label(QStringLiteral("\\b(public|private|protected|signals)(?:\\s+slots)?\\s*:(?!:)"));
    QString last = kind == u"struct" ? QStringLiteral("public") : QStringLiteral("private");
    auto matches = Label.globalMatch(file.bare.mid(body.bodyFrom, position - body.bodyFrom));
    while (matches.hasNext()) {
        last = matches.next().captured(1);
    }
    return last == u"public" || last == u"signals";
}

} // namespace

class TestShape : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_files = sources(productFolders()); }

    // The readers above are only worth something if they see what is there.
    void readersSeeWhatIsThere()
    {
        SourceFile file;
        file.path = QStringLiteral("x.h");
        file.raw = QStringLiteral("namespace n {\n/// A.\nclass A : public B {\n    Q_OBJECT\n\npublic:\n    /// Does.\n    int f(int a = g({1})) "
                                  "const { return 1; }\n    void also();\n\n    void bare();\n"
                                  "private:\n    void hidden();\n    int m_x = h();\n    std::function<void(int)> m_f;\n};\n\nstruct Undocumented { "
                                  "int a; };\n} // \" {\n");
        file.code = blanked(file.raw, false);
        file.bare = blanked(file.raw, true);
        QStringList seen;
        eachClass(file, 0, file.bare.size(), true, [&](const QString &, const QString &name, const Declaration &body) {
            seen.append(name);
            for (const Declaration &d : declarations(file.bare, body.bodyFrom, body.bodyTo)) {
                if (isMethod(d.text) && isPublicAt(file, QStringLiteral("class"), body, d.position)) {
                    seen.append(d.text + (isDocumented(file, d.position) ? QStringLiteral(" +") : QStringLiteral(" -")));
                }
            }
        });
        QCOMPARE(seen,
            QStringList({QStringLiteral("A"), QStringLiteral("int f(int a = g({1})) const +"), QStringLiteral("void also() +"),
                QStringLiteral("void bare() -"), QStringLiteral("Undocumented")}));
        QCOMPARE(blanked(QStringLiteral("a /* \" */ \"//\" 'x' // c\nb"), true).simplified(), QStringLiteral("a \" \" ' ' b"));
    }

    void filesAreShort()
    {
        QStringList findings;
        std::vector<SourceFile> all = m_files;
        std::ranges::move(sources({QStringLiteral("tests")}), std::back_inserter(all));
        for (const SourceFile &file : all) {
            const auto lines = file.raw.count(u'\n');
            const bool isTest = file.path.startsWith(QLatin1StringView("tests/"));
            const int most = file.isHeader() && !isTest ? LongestHeader : LongestSource;
            if (lines > most) {
                findings.append(file.path + QStringLiteral(":1: %1 lines; %2 is the limit. Split it by idea").arg(lines).arg(most));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void classesAreSmall()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            eachClass(file, 0, file.bare.size(), true, [&](const QString &, const QString &name, const Declaration &body) {
                int methods = 0;
                for (const Declaration &declaration : declarations(file.bare, body.bodyFrom, body.bodyTo)) {
                    methods += int(isMethod(declaration.text) && !declaration.text.contains(QLatin1StringView("= default"))
                        && !declaration.text.contains(QLatin1StringView("= delete")));
                }
                if (methods > mostMethodsOf(name)) {
                    findings.append(file.at(body.position)
                        + QStringLiteral(": %1 has %2 methods; %3 is the limit. Give a part of it to a class of its own")
                              .arg(name)
                              .arg(methods)
                              .arg(mostMethodsOf(name)));
                }
            });
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void headersGuardThemselves()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            if (file.isHeader() && !file.raw.startsWith(QLatin1StringView("#pragma once\n"))) {
                findings.append(file.path + QStringLiteral(":1: a header begins with #pragma once"));
            }
            if (file.isHeader() && file.bare.contains(QLatin1StringView("using namespace "))) {
                findings.append(file.path + QStringLiteral(":1: a header must not open a namespace for everybody who includes it"));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void typesAndFunctionsAreDescribed()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            if (file.isHeader()) {
                findNamespaceScope(file, 0, file.bare.size(), findings);
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void publicMethodsAreDescribed()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            if (!file.isHeader()) {
                continue;
            }
            eachClass(file, 0, file.bare.size(), true, [&](const QString &kind, const QString &name, const Declaration &body) {
                for (const Declaration &declaration : declarations(file.bare, body.bodyFrom, body.bodyTo)) {
                    const bool isPlain = kind == u"struct" || isTrivialReader(declaration);
                    if (isMethod(declaration.text) && needsWords(declaration.text) && !isPlain && isPublicAt(file, kind, body, declaration.position)
                        && !isDocumented(file, declaration.position)) {
                        findings.append(file.at(declaration.position)
                            + QStringLiteral(": %1::%2 needs a /// line above it").arg(name, declaration.text.section(u'(', 0, 0).section(u' ', -1)));
                    }
                }
            });
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void filesAreNamedInLowerCase()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            const QString name = file.path.section(u'/', -1);
            if (name != name.toLower()) {
                findings.append(file.path + QStringLiteral(":1: files are named in lower case"));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

private:
    // "int size() const" says all there is to say, and so does "Store &store()".
    static bool isTrivialReader(const Declaration &declaration)
    {
        static const QRegularExpression Accessor(QStringLiteral("\\w\\s*\\(\\)\\s*const$|&\\s*\\w+\\(\\)$"));
        return (declaration.bodyFrom >= 0 && declaration.text.endsWith(QLatin1StringView("const"))) || Accessor.match(declaration.text).hasMatch();
    }

    static void findNamespaceScope(const SourceFile &file, qsizetype from, qsizetype to, QStringList &findings)
    {
        static const QRegularExpression Forward(QStringLiteral("^(class|struct|enum class)\\s+[\\w:]+$"));
        for (const Declaration &declaration : declarations(file.bare, from, to)) {
            if (declaration.text.contains(QRegularExpression(QStringLiteral("^(inline )?namespace\\b"))) && declaration.bodyFrom >= 0) {
                if (!declaration.text.endsWith(QLatin1StringView("namespace"))) {
                    findNamespaceScope(file, declaration.bodyFrom, declaration.bodyTo, findings);
                }
                continue;
            }
            const bool isForward = declaration.bodyFrom < 0 && Forward.match(declaration.text).hasMatch();
            const bool isWanted = isType(declaration.text)
                || (isMethod(declaration.text) && !declaration.text.contains(QLatin1StringView("operator"))
                    && !declaration.text.contains(QLatin1StringView("qHash")));
            if (isWanted && !isForward && !isDocumented(file, declaration.position)) {
                findings.append(file.at(declaration.position) + QStringLiteral(": \"%1\" needs a /// line above it").arg(declaration.text.left(60)));
            }
        }
    }

    std::vector<SourceFile> m_files;
};

QTEST_GUILESS_MAIN(TestShape)
#include "tst_shape.moc"
