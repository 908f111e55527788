#include "app/library/folderlibrary.h"

#include "app/library/match.h"
#include "app/library/scan.h"
#include "tests/support/await.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace quarterdeck;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList ids(const std::vector<RunbookFile> &files)
{
    QStringList out;
    for (const RunbookFile &file : files) {
        out.append(file.id);
    }
    return out;
}

RunbookFile runbook(const char *id, const QStringList &alerts = {}, const char *service = "")
{
    RunbookFile file;
    file.id = QString::fromLatin1(id);
    file.alerts = alerts;
    file.service = QString::fromLatin1(service);
    return file;
}

} // namespace

class TestFolderLibrary : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }

    void scansByTheRules()
    {
        write(path("a/One.md"), "---\ntitle: First\nservice: s\nowner: o\nalerts: [X]\n---\n- [ ] a\n- [ ] b\n");
        write(path("Two.html.md.erb"), "text <%= x %>\n");
        write(path("NoSuffix"), "# Title\n\ntext\n");
        write(path("LICENSE"), "Permission is hereby granted\n");
        write(path("_index.md"), "# Index\n");
        write(path(".git/HEAD.md"), "# hidden\n");
        write(path("picture.png"), "x");
        write(path("Large.md"), QByteArray(1024 * 1024 + 1, 'x'));
        write(path("Latin1.md"), "caf\xE9\n");
        const LibraryScan scan = scanPlaces({m_dir->path()});
        QCOMPARE(ids(scan.files),
            QStringList(
                {QStringLiteral("Large"), QStringLiteral("Latin1"), QStringLiteral("NoSuffix"), QStringLiteral("Two"), QStringLiteral("a/One")}));
        QVERIFY(scan.files[0].problem.contains(QStringLiteral("1 MB")));
        QVERIFY(scan.files[1].problem.contains(QStringLiteral("UTF-8")));
        QCOMPARE(scan.files[2].title, QStringLiteral("Title"));
        const RunbookFile &one = scan.files[4];
        QCOMPARE(one.title, QStringLiteral("First"));
        QCOMPARE(one.service, QStringLiteral("s"));
        QCOMPARE(one.owner, QStringLiteral("o"));
        QCOMPARE(one.alerts, QStringList(QStringLiteral("X")));
        QCOMPARE(one.steps, 2);
        QVERIFY(one.modifiedAt.isValid());
        QVERIFY(one.problem.isEmpty());
    }

    void whatIsNoFileIsNamed()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path("Pipe.md")).constData(), 0600), 0);
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        write(path("Good.md"), "# Good\n");
        const LibraryScan scan = scanPlaces({m_dir->path()});
        QCOMPARE(ids(scan.files), QStringList({QStringLiteral("Good"), QStringLiteral("Pipe")}));
        QVERIFY(scan.files[0].problem.isEmpty());
        QVERIFY(!scan.files[1].problem.isEmpty());
    }

    void linksOutOfTheFolderAreNotFollowed()
    {
        QTemporaryDir outside;
        write(outside.path() + "/Secret.md", "# secret\n");
        write(path("In.md"), "# in\n");
        QVERIFY(QFile::link(outside.path() + "/Secret.md", path("Linked.md")));
        QVERIFY(QFile::link(outside.path(), path("folder")));
        QVERIFY(QFile::link(path("In.md"), path("Alias.md")));
        QCOMPARE(ids(scanPlaces({m_dir->path()}).files), QStringList({QStringLiteral("Alias"), QStringLiteral("In")}));
    }

    void sameIdInTwoFolders()
    {
        write(path("x/ops/A.md"), "# one\n");
        write(path("y/team/A.md"), "# two\n");
        QCOMPARE(ids(scanPlaces({path("x/ops"), path("y/team")}).files), QStringList({QStringLiteral("A"), QStringLiteral("team/A")}));
    }

    void singleFilesAndMissingPlaces()
    {
        write(path("One.md"), "# one\n");
        const LibraryScan scan = scanPlaces({path("One.md"), path("nowhere")});
        QCOMPARE(int(scan.files.size()), 2);
        QVERIFY(!scan.isComplete);
        QVERIFY(scan.files[0].problem.contains(QStringLiteral("no such")));
        QCOMPARE(scan.files[1].id, QStringLiteral("One"));
    }

    void readsMarkdown()
    {
        write(path("One.md"), "# one\n");
        write(path("Latin1.md"), "caf\xE9\n");
        FolderLibrary library({m_dir->path()});
        library.scanNow();
        QCOMPARE(await(library.markdown(QStringLiteral("One"))).value(), QByteArray("# one\n"));
        QCOMPARE(await(library.markdown(QStringLiteral("../etc/passwd"))).error().kind, ErrorKind::NotFound);
        QCOMPARE(await(library.markdown(QStringLiteral("Latin1"))).error().kind, ErrorKind::Storage);
        QFile::remove(path("One.md"));
        const auto gone = await(library.markdown(QStringLiteral("One")));
        QCOMPARE(gone.error().kind, ErrorKind::Storage);
        QCOMPARE(gone.error().what, QStringLiteral("The file of the runbook is gone"));
    }

    void noticesChanges()
    {
        write(path("One.md"), "# one\n");
        FolderLibrary library({m_dir->path()});
        QSignalSpy changed(&library, &Library::changed);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(library.runbooks().at(0).title, QStringLiteral("one"));
        for (int i = 0; i < 50; ++i) {
            write(path("sub/N%1.md").arg(i), "# new\n");
        }
        QTRY_COMPARE(int(library.runbooks().size()), 51);
        QVERIFY2(changed.size() <= 6, qPrintable(QString::number(changed.size())));
        write(path("sub/N7.md"), "# rewritten\n\n- a\n");
        QTRY_COMPARE(await(library.markdown(QStringLiteral("sub/N7"))).value(), QByteArray("# rewritten\n\n- a\n"));
        const auto hasTitle = [&library](const QString &title) {
            const std::vector<RunbookFile> files = library.runbooks();
            return std::any_of(files.begin(), files.end(), [&](const RunbookFile &file) { return file.title == title; });
        };
        QTRY_VERIFY(hasTitle(QStringLiteral("rewritten")));
        QFile::remove(path("One.md"));
        QTRY_COMPARE(int(library.runbooks().size()), 50);
    }

    void goneBeforeTheScanEnds()
    {
        write(path("One.md"), "# one\n");
        for (int i = 0; i < 20; ++i) {
            FolderLibrary library({m_dir->path()});
        }
        QTest::qWait(20);
    }

    void matchingOrder()
    {
        const std::vector<RunbookFile> files {runbook("general/Watchdog"), runbook("kubernetes/KubePodCrashLooping"),
            runbook("list", {QStringLiteral("Foo"), QStringLiteral("Kube*")}), runbook("other/KubePodCrashLooping"), runbook("shop", {}, "checkout")};
        const auto match = [&](const char *alert, const char *url, const char *service) {
            return matchRunbook(files, QString::fromLatin1(alert), QString::fromLatin1(url), QString::fromLatin1(service));
        };
        QCOMPARE(match("Foo", "https://runbooks.example/runbooks/general/watchdog", "checkout"), QStringLiteral("general/Watchdog"));
        QCOMPARE(match("Foo", "https://x/other/KubePodCrashLooping/", ""), QStringLiteral("other/KubePodCrashLooping"));
        QCOMPARE(match("Foo", "https://x/KubePodCrashLooping.md?a=b#c", ""), QStringLiteral("kubernetes/KubePodCrashLooping"));
        QCOMPARE(match("KubePodCrashLooping", "https://gone/nothing", ""), QStringLiteral("kubernetes/KubePodCrashLooping"));
        QCOMPARE(match("Foo", "", "checkout"), QStringLiteral("list"));
        QCOMPARE(match("KubeOther", "", "checkout"), QStringLiteral("list"));
        QCOMPARE(match("Unknown", "", "Checkout"), QStringLiteral("shop"));
        QCOMPARE(match("Unknown", "", ""), QString());
        QCOMPARE(match("", "", ""), QString());
        QCOMPARE(match("Unknown", "javascript:alert(1)", ""), QString());
    }

    void filesWithProblemsAreNotChosen()
    {
        RunbookFile bad = runbook("A");
        bad.problem = QStringLiteral("too large");
        QCOMPARE(matchRunbook({bad}, QStringLiteral("A"), QStringLiteral("http://x/A"), {}), QString());
    }

    void publicCoverage()
    {
        const QString data = qEnvironmentVariable("QUARTERDECK_SHARED") + QStringLiteral("/data");
        const QString folder = data + QStringLiteral("/runbooks-prometheus-operator/content/runbooks");
        if (!QFile::exists(folder)) {
            QSKIP("the public runbooks are absent");
        }
        const LibraryScan scan = scanPlaces({folder});
        QCOMPARE(int(scan.files.size()), 109);
        for (const RunbookFile &file : scan.files) {
            QVERIFY2(file.problem.isEmpty(), qPrintable(file.id + file.problem));
            QVERIFY(file.steps > 0);
            QCOMPARE(matchRunbook(scan.files, file.id.section(u'/', -1), {}, {}).section(u'/', -1).toLower(), file.id.section(u'/', -1).toLower());
        }
    }

private:
    QString path(const char *relative) const { return m_dir->path() + u'/' + QString::fromLatin1(relative); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestFolderLibrary)
#include "tst_folderlibrary.moc"
