#include "app/store/sqlite/connection.h"
#include "tests/unit/store/storetest.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quarterdeck;

extern char **environ;

namespace {

const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

void tell(char kind, const QByteArray &what)
{
    const QByteArray line = kind + what + '\n';
    if (::write(STDOUT_FILENO, line.constData(), std::size_t(line.size())) != line.size()) {
        std::_Exit(3);
    }
}

/// Acknowledges, notes and ticks for ever; tells each only after its future has finished.
int child(const QString &dataFolder, const QString &cacheFolder)
{
    const SystemClock clock;
    auto store = Store::open({dataFolder, cacheFolder}, clock);
    if (!store || (*store)->report().isReadOnly) {
        return 2;
    }
    RunbookRun run;
    run.id = QUuid::createUuid();
    if (!await((*store)->start(run))) {
        return 2;
    }
    tell('r', run.id.toByteArray(QUuid::WithoutBraces));
    for (int i = 0;; ++i) {
        const AlertAction action = someAction(Key, Verb::Note);
        if (await((*store)->enqueue({action}, Millis(600'000)))) {
            tell('a', action.id.toByteArray(QUuid::WithoutBraces));
        }
        if (await((*store)->settle(action.id, OutboxState::Sending, {}, {}))) {
            tell('s', action.id.toByteArray(QUuid::WithoutBraces));
        }
        if (const auto note = await((*store)->addNote(Key, QStringLiteral("ana"), QString::number(i)))) {
            tell('n', note->id.toByteArray(QUuid::WithoutBraces));
        }
        const QString step = QString::number(i);
        if (await((*store)->mark({run.id, step, StepMark::State::Ticked, QStringLiteral("ana"), TestStart, {}, {}}))) {
            tell('m', run.id.toByteArray(QUuid::WithoutBraces) + ' ' + step.toLatin1());
        }
        await((*store)->apply(someBatch({someAlert(QString::number(i % 7), TestStart + Millis(i))}, TestStart + Millis(i))));
    }
}

/// Everything a child told before it was killed `delayUs` after its first word.
QByteArray killedAfter(const QString &dataFolder, const QString &cacheFolder, unsigned delayUs)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return {};
    }
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    QByteArray program = QFile::encodeName(QCoreApplication::applicationFilePath());
    QByteArray mode("--child");
    QByteArray data = QFile::encodeName(dataFolder);
    QByteArray cache = QFile::encodeName(cacheFolder);
    char *arguments[] = {program.data(), mode.data(), data.data(), cache.data(), nullptr};
    pid_t pid = 0;
    const int spawned = ::posix_spawn(&pid, program.constData(), &files, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&files);
    ::close(ends[1]);
    QByteArray told;
    if (spawned == 0) {
        pollfd waiting {ends[0], POLLIN, 0};
        ::poll(&waiting, 1, 20'000);
        ::usleep(delayUs);
        ::kill(pid, SIGKILL);
        char buffer[4096];
        for (ssize_t size = 0; (size = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
            told.append(buffer, size);
        }
        int status = 0;
        ::waitpid(pid, &status, 0);
        if (!WIFSIGNALED(status)) {
            told = "the child ended by itself\n";
        }
    }
    ::close(ends[0]);
    return told;
}

struct Accepted {
    QSet<QByteArray> actions;
    QSet<QByteArray> sending;
    QSet<QByteArray> notes;
    QSet<QByteArray> runs;
    QSet<QByteArray> marks;
    qsizetype count() const { return actions.size() + sending.size() + notes.size() + runs.size() + marks.size(); }
};

void add(Accepted &accepted, const QByteArray &told)
{
    for (const QByteArray &line : told.split('\n')) {
        const QByteArray what = line.mid(1);
        switch (line.isEmpty() ? '\0' : line[0]) {
        case 'a':
            accepted.actions.insert(what);
            break;
        case 's':
            accepted.sending.insert(what);
            break;
        case 'n':
            accepted.notes.insert(what);
            break;
        case 'r':
            accepted.runs.insert(what);
            break;
        case 'm':
            accepted.marks.insert(what);
            break;
        default:
            break;
        }
    }
}

/// Takes out of `accepted` what the store still has.
void takeFound(Store &store, Accepted &accepted, QHash<QByteArray, int> &stored)
{
    const auto entries = await(store.undelivered());
    for (const OutboxEntry &entry : *entries) {
        const QByteArray id = entry.action.id.toByteArray(QUuid::WithoutBraces);
        ++stored[id];
        accepted.actions.remove(id);
        if (entry.state == OutboxState::Sending) {
            accepted.sending.remove(id);
        }
    }
    const auto notes = await(store.notes(Key));
    for (const Note &note : *notes) {
        accepted.notes.remove(note.id.toByteArray(QUuid::WithoutBraces));
    }
    const auto runs = await(store.runs(100'000));
    for (const RunbookRun &run : *runs) {
        const QByteArray id = run.id.toByteArray(QUuid::WithoutBraces);
        accepted.runs.remove(id);
        for (const StepMark &mark : run.marks) {
            accepted.marks.remove(id + ' ' + mark.step.toLatin1());
        }
    }
}

} // namespace

class TestStoreKill : public QObject {
    Q_OBJECT

private slots:
    void nothingAcceptedIsLost()
    {
        bool isGiven = false;
        const int given = qEnvironmentVariableIntValue("QUARTERDECK_KILLS", &isGiven);
        const int kills = isGiven ? given : 1000;
        constexpr int KillsPerFolder = 40;
        QRandomGenerator random(1121);
        qsizetype total = 0;
        QElapsedTimer timer;
        timer.start();
        for (int done = 0; done < kills; done += KillsPerFolder) {
            StoreFolder folder;
            Accepted accepted;
            for (int i = 0; i < std::min(KillsPerFolder, kills - done); ++i) {
                const QByteArray told = killedAfter(folder.paths().dataFolder, folder.paths().cacheFolder, unsigned(random.bounded(15'000)));
                QVERIFY2(told.startsWith('r'), told.constData());
                add(accepted, told);
            }
            total += accepted.count();
            auto store = folder.open();
            QVERIFY(store);
            QVERIFY2(store->report().sentences.isEmpty(), qPrintable(store->report().sentences.join(u' ')));
            QHash<QByteArray, int> stored;
            takeFound(*store, accepted, stored);
            QCOMPARE(accepted.count(), 0);
            QVERIFY(std::all_of(stored.cbegin(), stored.cend(), [](int times) { return times == 1; }));
            store.reset();
            for (const QString &file : {folder.stateFile(), folder.cacheFile()}) {
                auto opened = sqlite::Connection::open(file, sqlite::Connection::Access::ReadWrite, sqlite::Connection::Sync::Full);
                QVERIFY(opened);
                QCOMPARE((*opened)->complaints("integrity_check"), QStringList());
            }
        }
        qInfo("%d kills in %lld ms: %lld accepted, 0 lost", kills, timer.elapsed(), qint64(total));
        QVERIFY(total >= kills);
    }
};

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--child") == 0) {
        return child(QFile::decodeName(argv[2]), QFile::decodeName(argv[3]));
    }
    QCoreApplication application(argc, argv);
    TestStoreKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storekill.moc"
