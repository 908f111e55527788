#include "app/runbook/runbook.h"

#include <QTest>

#include <chrono>

using namespace quarterdeck;

namespace {

QStringList texts(const Runbook &runbook)
{
    QStringList out;
    for (const Step &step : runbook.steps) {
        out.append(step.text);
    }
    return out;
}

CodeBlock firstBlock(const QByteArray &fenced)
{
    const Runbook runbook = deriveRunbook("## Mitigation\n\n" + fenced, QStringLiteral("a.md"));
    return runbook.steps.front().blocks.empty() ? CodeBlock() : runbook.steps.front().blocks.front();
}

} // namespace

class TestRunbook : public QObject {
    Q_OBJECT

private slots:
    void taskItemsWinInASectionWithoutAName()
    {
        const Runbook r = deriveRunbook("# Disk\n\n1. numbered\n\n- [ ] look\n  - [x] look closer\n- bullet\n", QStringLiteral("x/Disk.md"));
        QCOMPARE(r.derivedFrom, QStringLiteral("tasks"));
        QCOMPARE(r.title, QStringLiteral("Disk"));
        QCOMPARE(texts(r), QStringList({QStringLiteral("look"), QStringLiteral("look closer")}));
        QCOMPARE(r.steps[0].depth, 0);
        QCOMPARE(r.steps[1].depth, 1);
        QVERIFY(!r.steps[0].isTickedInFile);
        QVERIFY(r.steps[1].isTickedInFile);
        QCOMPARE(r.steps[0].line, 5);
        QCOMPARE(r.steps[1].line, 6);
    }

    void orderedTasksCount()
    {
        const Runbook r = deriveRunbook("1. [ ] first\n2. [x] second\n", QStringLiteral("a.md"));
        QCOMPARE(r.derivedFrom, QStringLiteral("tasks"));
        QVERIFY(r.steps[1].isTickedInFile);
    }

    void everyItemOfAMitigationIsAStep()
    {
        const Runbook r = deriveRunbook("## Mitigation\n- intro\n\n1. one\n   - detail\n2. two\n", QStringLiteral("a.md"));
        QCOMPARE(r.derivedFrom, QStringLiteral("ordered"));
        QCOMPARE(int(r.steps.size()), 3);
        QVERIFY(r.steps[1].text.contains(QStringLiteral("detail")));
        QCOMPARE(r.steps[2].text, QStringLiteral("two"));
        QCOMPARE(r.steps[0].phase, Step::Phase::Act);
    }

    void bulletsOnlyUnderActionableHeadings()
    {
        const Runbook r = deriveRunbook("## Meaning\n- why\n## Diagnosis\n- check a\n- check b\n## Links\n- http://x\n", QStringLiteral("a.md"));
        QCOMPARE(texts(r), QStringList({QStringLiteral("check a"), QStringLiteral("check b")}));
        QCOMPARE(r.derivedFrom, QStringLiteral("bullets"));
        QCOMPARE(r.steps[0].phase, Step::Phase::Check);
        QCOMPARE(r.steps[0].heading, QStringLiteral("Diagnosis"));
    }

    void paragraphsAndFences()
    {
        const Runbook r = deriveRunbook("## Meaning\nwords\n## Diagnosis\nLook here.\n```sh\nls\n```\nThen there.\n", QStringLiteral("a.md"));
        QCOMPARE(r.derivedFrom, QStringLiteral("blocks"));
        QCOMPARE(texts(r), QStringList({QStringLiteral("Look here."), QStringLiteral("Then there.")}));
        QCOMPARE(int(r.steps[0].blocks.size()), 1);
        QCOMPARE(r.steps[0].blocks[0].commands, QStringList(QStringLiteral("ls")));
    }

    void neverEmpty_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("only a heading") << QByteArray("# Title\n");
        QTest::newRow("only front matter") << QByteArray("---\ntitle: x\n---\n");
        QTest::newRow("everything collapsed") << QByteArray("<details>\n\n- a\n\n</details>\n");
        QTest::newRow("binary") << QByteArray("\0\xFF\xFE\x01", 4);
        QTest::newRow("only meaning") << QByteArray("## Meaning\n\nText.\n");
    }

    void neverEmpty()
    {
        QFETCH(QByteArray, markdown);
        const Runbook r = deriveRunbook(markdown, QStringLiteral("Foo.md"));
        QVERIFY(!r.steps.empty());
        QVERIFY(!r.steps[0].text.isEmpty());
        QVERIFY(!r.title.isEmpty());
    }

    void wholeFileAsLastResort()
    {
        const Runbook r = deriveRunbook("# Title\n", QStringLiteral("Foo.md"));
        QCOMPARE(r.derivedFrom, QStringLiteral("whole"));
        QCOMPARE(texts(r), QStringList(QStringLiteral("Read the runbook")));
    }

    void collapsedPartsAreNoSteps()
    {
        const Runbook r = deriveRunbook(
            "## Diagnosis\n\n- a\n\n<details>\n<summary>Full context</summary>\n\n- hidden\n\n</details>\n\n- b\n", QStringLiteral("a.md"));
        QCOMPARE(texts(r), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void unclosedDetailsHideNothing()
    {
        const Runbook r = deriveRunbook("## Diagnosis\n\n<details>\n\n- a\n- b\n", QStringLiteral("a.md"));
        QCOMPARE(int(r.steps.size()), 2);
    }

    void linesAreThoseOfTheFile()
    {
        const Runbook r = deriveRunbook("\xEF\xBB\xBF---\r\ntitle: T\r\nowner: team-a\r\n---\r\n\r\n- [ ] a\r\n", QStringLiteral("a.md"));
        QCOMPARE(r.title, QStringLiteral("T"));
        QCOMPARE(r.owner, QStringLiteral("team-a"));
        QCOMPARE(r.steps[0].line, 6);
    }

    void frontMatterThatIsNotClosedIsNamed()
    {
        const Runbook r = deriveRunbook("---\ntitle: never closed\n\n- [ ] Look\n", QStringLiteral("a.md"));
        QCOMPARE(r.warnings, QStringList {QStringLiteral("line 1: the front matter is not closed by ---: it is read as text")});
        QVERIFY(deriveRunbook("---\n\n- [ ] Look\n", QStringLiteral("a.md")).warnings.isEmpty());
    }

    void frontMatterFields()
    {
        const Runbook r = deriveRunbook("---\ntitle: \"Pods: crash\"\nservice: checkout\nalerts: [KubePodCrash*, Other]\ntier: 1\n"
                                        "last_reviewed_on: 2025-08-31\nreview_in: 6 months\nparams: {namespace: prod, n: 3}\nweight: 20\n---\ntext\n",
            QStringLiteral("a.md"));
        QCOMPARE(r.title, QStringLiteral("Pods: crash"));
        QCOMPARE(r.service, QStringLiteral("checkout"));
        QCOMPARE(r.alerts, QStringList({QStringLiteral("KubePodCrash*"), QStringLiteral("Other")}));
        QCOMPARE(r.tier, QStringLiteral("1"));
        QCOMPARE(r.params.value(QStringLiteral("namespace")), QStringLiteral("prod"));
        QCOMPARE(r.params.value(QStringLiteral("n")), QStringLiteral("3"));
        QCOMPARE(reviewDue(r), std::optional(QDate(2026, 2, 28)));
    }

    void tomlFrontMatter()
    {
        const Runbook r = deriveRunbook("+++\ntitle = \"T\"\nalerts = [\"A\", \"B\"]\n+++\n- [ ] x\n", QStringLiteral("a.md"));
        QCOMPARE(r.title, QStringLiteral("T"));
        QCOMPARE(r.alerts.size(), 2);
        QCOMPARE(r.steps[0].line, 5);
    }

    void brokenFrontMatterKeepsTheRest()
    {
        const Runbook r = deriveRunbook("---\ntitle: [\n---\n\n- [ ] x\n", QStringLiteral("Foo.md"));
        QCOMPARE(texts(r), QStringList(QStringLiteral("x")));
        QVERIFY(!r.warnings.isEmpty());
    }

    void reviewDueByCalendarMonths_data()
    {
        QTest::addColumn<QString>("reviewed");
        QTest::addColumn<QString>("span");
        QTest::addColumn<QDate>("due");
        QTest::newRow("clamped") << "2025-08-31"
                                 << "6 months" << QDate(2026, 2, 28);
        QTest::newRow("leap") << "2023-08-31"
                              << "6 months" << QDate(2024, 2, 29);
        QTest::newRow("year") << "2025-01-15"
                              << "1 year" << QDate(2026, 1, 15);
        QTest::newRow("weeks") << "2025-01-15"
                               << "2 weeks" << QDate(2025, 1, 29);
        QTest::newRow("missing span") << "2025-01-15"
                                      << "" << QDate();
        QTest::newRow("unreadable date") << "last week"
                                         << "6 months" << QDate();
        QTest::newRow("unreadable span") << "2025-01-15"
                                         << "soon" << QDate();
    }

    void reviewDueByCalendarMonths()
    {
        QFETCH(QString, reviewed);
        QFETCH(QString, span);
        QFETCH(QDate, due);
        Runbook r;
        r.lastReviewedOn = reviewed;
        r.reviewIn = span;
        QCOMPARE(reviewDue(r).value_or(QDate()), due);
    }

    void shortcodesAndErb()
    {
        const Runbook r = deriveRunbook(
            "{{< hint danger >}}\n- [ ] keep\n{{< /hint >}}\n- [ ] run <%= helper('x') %> now\n<% if a %>\n", QStringLiteral("a.md"));
        QVERIFY(r.hasTemplates);
        QCOMPARE(r.steps[0].text, QStringLiteral("keep"));
        QCOMPARE(r.steps[0].line, 2);
        QVERIFY(r.steps[1].text.contains(QStringLiteral("helper('x')")));
        QVERIFY(!r.steps[1].text.contains(QStringLiteral("<%")));
        QVERIFY(r.warnings.join(u' ').contains(QStringLiteral("template not rendered")));
    }

    void placeholderInProseStays()
    {
        const Runbook r = deriveRunbook("- [ ] log in to <hostname> as **root** and see <b>this</b>\n", QStringLiteral("a.md"));
        QCOMPARE(r.steps[0].text, QStringLiteral("log in to <hostname> as root and see this"));
    }

    void linkAddressStays()
    {
        const Runbook r = deriveRunbook("- [ ] open [the board](https://g.example/d/1)\n", QStringLiteral("a.md"));
        QCOMPARE(r.steps[0].text, QStringLiteral("open the board (https://g.example/d/1)"));
    }

    void promptedLinesAreSessions()
    {
        const CodeBlock b = firstBlock("```console\n$ NODE_NAME=x\n$ oc debug \\\n  node/x\nStarting pod\n$ chroot /host\n```\n");
        QCOMPARE(b.kind, CodeBlock::Kind::Shell);
        QCOMPARE(b.commands, QStringList({QStringLiteral("NODE_NAME=x\noc debug \\\n  node/x"), QStringLiteral("chroot /host")}));
        QCOMPARE(b.expectedOutput, QStringLiteral("Starting pod"));
    }

    void commentsAreNotRootPrompts()
    {
        const CodeBlock script = firstBlock("```bash\n# kubectl is needed\nkubectl get pods\n```\n");
        QCOMPARE(script.commands, QStringList(QStringLiteral("# kubectl is needed\nkubectl get pods")));
        const CodeBlock root = firstBlock("```console\n# systemctl status x\nactive\n```\n");
        QCOMPARE(root.commands, QStringList(QStringLiteral("systemctl status x")));
        QCOMPARE(root.expectedOutput, QStringLiteral("active"));
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("fence");
        QTest::addColumn<int>("kind");
        const auto query = int(CodeBlock::Kind::Query);
        const auto shell = int(CodeBlock::Kind::Shell);
        const auto other = int(CodeBlock::Kind::Other);
        QTest::newRow("promql") << QByteArray("```promql\nup == 0\n```\n") << query;
        QTest::newRow("sql") << QByteArray("```sql\nselect 1\n```\n") << query;
        QTest::newRow("selector in console") << QByteArray("```console\nnode_filesystem_free_bytes\n```\n") << query;
        QTest::newRow("selector with labels") << QByteArray("```\nup{job=\"x\"}\n```\n") << query;
        QTest::newRow("function") << QByteArray("```\nsum by (job) (rate(x_total[5m]))\n```\n") << query;
        QTest::newRow("single command") << QByteArray("```\nuptime\n```\n") << shell;
        QTest::newRow("bash") << QByteArray("```bash\nls -l\n```\n") << shell;
        QTest::newRow("bash with attributes") << QByteArray("```sh {\"name\":\"x\"}\nls -l\n```\n") << shell;
        QTest::newRow("yaml") << QByteArray("```yaml\na: b\n```\n") << other;
        QTest::newRow("json without tag") << QByteArray("```\n{\"a\": 1}\n```\n") << other;
        QTest::newRow("indented") << QByteArray("    ls -l\n") << shell;
    }

    void kinds()
    {
        QFETCH(QByteArray, fence);
        QFETCH(int, kind);
        QCOMPARE(int(firstBlock(fence).kind), kind);
    }

    void placeholdersInCommands()
    {
        const CodeBlock b = firstBlock("```sh\nkubectl -n <namespace> logs <pod name> <<EOF\nTODO: Command needed\ncat <file >out\n```\n");
        QCOMPARE(b.placeholders, QStringList({QStringLiteral("<namespace>"), QStringLiteral("<pod name>"), QStringLiteral("TODO")}));
    }

    void mutatingLint_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("mutates");
        for (const char *yes : {"kubectl -n x delete pod y", "kubectl rollout restart deploy/x", "oc adm drain node1", "sudo systemctl restart nginx",
                 "rm -rf /var/log/x", "reboot", "helm rollback x 1", "curl -X POST http://x", "etcdctl --endpoints x defrag", "docker restart x",
                 "kubectl \\\n  scale deploy/x --replicas=0", "psql -c 'delete from jobs'", "terraform apply", "kubectl drain x --dry-run"}) {
            QTest::newRow(yes) << QString::fromLatin1(yes) << true;
        }
        for (const char *no : {"kubectl get pods", "kubectl describe deploy x", "systemctl status nginx", "ls -l /tmp", "curl http://x/delete",
                 "journalctl -u x", "df -h", "kubectl get events --sort-by=.lastTimestamp", "helm list", "du -sh /form"}) {
            QTest::newRow(no) << QString::fromLatin1(no) << false;
        }
    }

    void mutatingLint()
    {
        QFETCH(QString, command);
        QFETCH(bool, mutates);
        QCOMPARE(firstBlock("```sh\n" + command.toUtf8() + "\n```\n").isMutating, mutates);
    }

    void stepIdsSurviveEditsElsewhere()
    {
        const Runbook before = deriveRunbook("## Diagnosis\n- a\n- same\n- same\n", QStringLiteral("a.md"));
        const Runbook after = deriveRunbook("# New title\nintro\n## Diagnosis\n- new\n- a\n- same\n- same\n", QStringLiteral("b.md"));
        QCOMPARE(after.steps[1].id, before.steps[0].id);
        QCOMPARE(after.steps[2].id, before.steps[1].id);
        QCOMPARE(after.steps[3].id, before.steps[2].id);
        QVERIFY(before.steps[1].id != before.steps[2].id);
        const Runbook moved = deriveRunbook("## Mitigation\n- a\n", QStringLiteral("a.md"));
        QVERIFY(moved.steps[0].id != before.steps[0].id);
    }

    void fill()
    {
        const QMap<QString, QString> params {{QStringLiteral("pod"), QStringLiteral("a{{pod}}")}, {QStringLiteral("pod_name"), QStringLiteral("p-1")},
            {QStringLiteral("evil"), QStringLiteral("x; rm -rf /")}};
        QCOMPARE(fillParameters(QStringLiteral("{{pod}} {{ $labels.pod_name }} <pod name> <other> {{none}}"), params),
            QStringLiteral("a{{pod}} p-1 p-1 <other> {{none}}"));
        QCOMPARE(fillParameters(QStringLiteral("<evil>"), params), QStringLiteral("x; rm -rf /"));
        QCOMPARE(fillCommand(QStringLiteral("echo \"<evil>\" <pod-name>"), params), QStringLiteral("echo \"<evil>\" p-1"));
    }

    void fillCommandLeavesDangerousValuesOut_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"x; touch /tmp/p", "$(id)", "`id`", "a\nb", "-rf", "a b", "a'b", "a\"b", "", "a>b", "~root", "*"}) {
            QTest::newRow(value) << QString::fromLatin1(value);
        }
    }

    void fillCommandLeavesDangerousValuesOut()
    {
        QFETCH(QString, value);
        QCOMPARE(fillCommand(QStringLiteral("rm {{x}}"), {{QStringLiteral("x"), value}}), QStringLiteral("rm {{x}}"));
    }

    // Found by fuzzing: a paragraph in front of a table had a line before its predecessor's.
    void linesNeverGoBack()
    {
        const Runbook r = deriveRunbook("text\n\n| x a | b |\n|\n\n| a---|---|\n| c  | b |\n|---|---|\n| | c | d\n", QStringLiteral("a.md"));
        int line = 0;
        for (const Step &step : r.steps) {
            QVERIFY2(step.line >= line, qPrintable(step.text));
            line = step.line;
        }
    }

    void hostileInputIsBounded_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::newRow("quotes on one line") << QByteArray(900'000, '>');
        QTest::newRow("brackets") << QByteArray(900'000, '[');
        QTest::newRow("bracket lines") << QByteArray("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n").repeated(18'000);
        QTest::newRow("nested lists") << QByteArray("- ").repeated(400'000);
        QTest::newRow("emphasis") << QByteArray("*a _b ").repeated(120'000);
        QTest::newRow("details") << QByteArray("<details>\n\n").repeated(60'000);
        QTest::newRow("erb") << QByteArray("<%").repeated(400'000);
        QTest::newRow("items") << QByteArray("- a\n").repeated(200'000);
        QTest::newRow("template braces") << QByteArray("{{<").repeated(300'000);
    }

    void hostileInputIsBounded()
    {
        QFETCH(QByteArray, markdown);
        const auto start = std::chrono::steady_clock::now();
        const Runbook r = deriveRunbook(markdown, QStringLiteral("a.md"));
        QVERIFY(!r.steps.empty());
        // Sanitizers slow this down tenfold; quadratic behaviour would take minutes.
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
    }
};

QTEST_GUILESS_MAIN(TestRunbook)
#include "tst_runbook.moc"
