#include "tests/architecture/sourcetree.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace quarterdeck::architecture;

namespace {

/// What a pair of braces belongs to.
struct Scope {
    enum class Kind : quint8 { Namespace, Type, Other };
    Kind kind = Kind::Other;
    QString name; ///< Empty for a namespace without one.
};

/// Where each name is defined.
using Definitions = QMap<QString, QStringList>;

QString lastDeclaration(const QString &bare, qsizetype brace)
{
    qsizetype from = brace;
    while (from > 0 && bare.at(from - 1) != u';' && bare.at(from - 1) != u'{' && bare.at(from - 1) != u'}') {
        --from;
    }
    QString text = bare.mid(from, brace - from);
    static const QRegularExpression Directive(QStringLiteral("^[ \\t]*#[^\\n]*$"), QRegularExpression::MultilineOption);
    static const QRegularExpression Label(QStringLiteral("^\\s*(?:public|private|protected|signals)(?:\\s+slots)?\\s*:(?!:)"));
    text.remove(Directive);
    text.remove(Label);
    return text.simplified();
}

Scope scopeOf(const QString &head)
{
    static const QRegularExpression Namespace(QStringLiteral("^(?:inline )?namespace ?([\\w:]*)$"));
    static const QRegularExpression Type(QStringLiteral(
        "^(?:template ?<.*> ?)?(?:enum (?:class|struct) |enum |class |struct |union )(?:\\[\\[.*\\]\\] )?([\\w:]+)(?: final)?(?: ?:.*)?$"));
    if (const auto found = Namespace.match(head); found.hasMatch()) {
        return {Scope::Kind::Namespace, found.captured(1)};
    }
    if (const auto found = Type.match(head); found.hasMatch()) {
        return {Scope::Kind::Type, found.captured(1)};
    }
    return {};
}

/// Adds every type and every free function that other files can link against. What stands in a namespace without a name or in a
/// function belongs to its file alone.
void collect(const SourceFile &file, Definitions &types, Definitions &functions)
{
    std::vector<Scope> open;
    for (qsizetype i = 0; i < file.bare.size(); ++i) {
        if (file.bare.at(i) == u'}' && !open.empty()) {
            open.pop_back();
        }
        if (file.bare.at(i) != u'{') {
            continue;
        }
        const QString head = lastDeclaration(file.bare, i);
        const Scope scope = scopeOf(head);
        QStringList path;
        bool isLinked = true;
        bool isFree = true;
        for (const Scope &outer : open) {
            isLinked = isLinked && outer.kind != Scope::Kind::Other && !outer.name.isEmpty();
            isFree = isFree && outer.kind == Scope::Kind::Namespace;
            path += outer.name;
        }
        if (isLinked && scope.kind == Scope::Kind::Type) {
            types[(path << scope.name).join(QStringLiteral("::"))] += file.at(i);
        } else if (isLinked && isFree && scope.kind == Scope::Kind::Other && head.contains(u'(') && !head.startsWith(QLatin1StringView("static "))) {
            functions[path.join(QStringLiteral("::")) + QStringLiteral(": ") + head] += file.at(i);
        }
        open.push_back(scope);
    }
}

QStringList twice(const Definitions &definitions)
{
    QStringList findings;
    for (auto it = definitions.begin(); it != definitions.end(); ++it) {
        // Alternatives behind an #if stand in one file.
        const QSet<QString> files = [&it] {
            QSet<QString> all;
            for (const QString &place : it.value()) {
                all.insert(place.section(u':', 0, 0));
            }
            return all;
        }();
        if (files.size() > 1) {
            findings += it.key() + QStringLiteral(" is defined at ") + it.value().join(QStringLiteral(" and "));
        }
    }
    return findings;
}

SourceFile sample(const QString &path, const QString &text)
{
    return {path, text, blanked(text, false), blanked(text, true)};
}

} // namespace

/// Two types of one name in two libraries link without a word and then overwrite each other.
class TestNames : public QObject {
    Q_OBJECT

private slots:
    void seesWhatIsDefinedTwice()
    {
        Definitions types;
        Definitions functions;
        const QString first = QStringLiteral(
            "#include \"x.h\"\nnamespace q {\nstruct Health {\n    int a = 0;\n};\nclass One : public Health {\npublic:\n"
            "    enum class Kind : int { A };\n};\nint f(int a)\n{\n    return a;\n}\n}\n");
        const QString second = QStringLiteral(
            "namespace q {\nclass One;\nenum class Health : int { A };\nnamespace {\nstruct Mine {\n};\n}\nint f(int a)\n{\n"
            "    struct Local {\n    };\n    return 0;\n}\n}\n");
        collect(sample(QStringLiteral("a.cpp"), first), types, functions);
        collect(sample(QStringLiteral("b.cpp"), second), types, functions);
        QCOMPARE(types.keys(), QStringList({QStringLiteral("q::Health"), QStringLiteral("q::One"), QStringLiteral("q::One::Kind")}));
        QCOMPARE(twice(types), QStringList {QStringLiteral("q::Health is defined at a.cpp:3 and b.cpp:3")});
        QCOMPARE(twice(functions), QStringList {QStringLiteral("q: int f(int a) is defined at a.cpp:11 and b.cpp:9")});
    }
    void everyNameIsDefinedOnce()
    {
        Definitions types;
        Definitions functions;
        for (const SourceFile &file : sources(productFolders())) {
            if (!file.path.endsWith(QLatin1StringView("main.cpp"))) {
                collect(file, types, functions);
            }
        }
        QVERIFY2(types.size() > 300, qPrintable(QString::number(types.size())));
        QVERIFY2(functions.size() > 300, qPrintable(QString::number(functions.size())));
        const QStringList findings = twice(types) + twice(functions);
        QVERIFY2(findings.isEmpty(), report(findings));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
