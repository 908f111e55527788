#include "tests/architecture/sourcetree.h"

#include <QTest>

using namespace quarterdeck::architecture;

namespace {

/// Who may do what by name: the pattern, and where it may stand.
struct Door {
    const char *what;
    QRegularExpression pattern;
    QStringList places;
};

QStringList outside(const Door &door)
{
    QStringList findings;
    for (const SourceFile &file : sources(productFolders())) {
        const bool isAllowed = std::any_of(
            door.places.begin(), door.places.end(), [&file](const QString &place) { return file.path.startsWith(place); });
        const auto match = door.pattern.match(file.bare);
        if (match.hasMatch() && !isAllowed) {
            findings += QStringLiteral("%1: %2").arg(file.at(match.capturedStart()), QLatin1StringView(door.what));
        }
    }
    return findings;
}

bool isUsed(const Door &door)
{
    const auto all = sources(productFolders());
    return std::any_of(all.begin(), all.end(), [&door](const SourceFile &file) { return door.pattern.match(file.bare).hasMatch(); });
}

} // namespace

/// Nothing out of an alert, a log or a runbook is ever started: only the demo's servers and a second window are, and the browser for a
/// sign-in that was typed. All other addresses go to the browser through one function.
class TestPrograms : public QObject {
    Q_OBJECT

private slots:
    void programsAreStartedWhereThatIsSaid()
    {
        const Door door {"starts a program",
            QRegularExpression(QStringLiteral("\\bQProcess\\b|\\bpopen\\(|\\bexec[lv]p?e?\\(|\\bposix_spawn|(?<!QRandomGenerator::)\\bsystem\\(")),
            {QStringLiteral("app/demo/"), QStringLiteral("app/desktop/"), QStringLiteral("app/cli/browser.cpp")}};
        QVERIFY(isUsed(door));
        const QStringList findings = outside(door);
        QVERIFY2(findings.isEmpty(), report(findings));
    }
    void addressesAreOpenedThroughOneFunction()
    {
        const Door door {
            "opens an address", QRegularExpression(QStringLiteral("\\bQDesktopServices::openUrl\\b")), {QStringLiteral("ui/shell/browser.cpp")}};
        QVERIFY(isUsed(door));
        const QStringList findings = outside(door);
        QVERIFY2(findings.isEmpty(), report(findings));
    }
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
