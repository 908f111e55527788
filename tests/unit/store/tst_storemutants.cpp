#include "tests/unit/store/storefiles.h"

#include <QDir>
#include <QRandomGenerator>

using namespace quarterdeck;

namespace {

const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

/// True where the page's directory and the neighbourhood of each place that holds `marker` are as they were: then SQLite's row
/// around it is too.
bool isUntouched(const QByteArray &before, const QByteArray &after, const QByteArray &marker)
{
    constexpr qsizetype Page = 4096;
    constexpr qsizetype Around = 450;
    const auto same = [&](qsizetype from, qsizetype to) {
        return to <= after.size() && QByteArrayView(before).sliced(from, to - from) == QByteArrayView(after).sliced(from, to - from);
    };
    for (qsizetype at = before.indexOf(marker); at >= 0; at = before.indexOf(marker, at + 1)) {
        const qsizetype page = at / Page * Page;
        if (!same(page, page + 300) || !same(std::max(page, at - Around), std::min(page + Page, at + Around))) {
            return false;
        }
    }
    return same(0, 100);
}

struct Marked {
    QByteArray marker;
    char kind;
};

} // namespace

class TestStoreMutants : public QObject {
    Q_OBJECT

private slots:
    /// Every mutant starts, keeps every row that the damage did not touch, says what it lost, and can be written to.
    void threeHundredMutatedFilesStart()
    {
        StoreFolder folder;
        std::vector<Marked> rows;
        auto store = folder.open();
        RunbookRun run;
        run.id = QUuid::createUuid();
        QVERIFY(await(store->start(run)));
        for (int i = 0; i < 60; ++i) {
            const QString number = QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0'));
            AlertAction action = someAction(Key, Verb::Note);
            action.comment = QStringLiteral("action-marker-") + number;
            QVERIFY(await(store->enqueue({action}, TenMinutes)));
            QVERIFY(await(store->addNote(Key, QStringLiteral("ana"), QStringLiteral("note-marker-") + number)));
            const QString note = QStringLiteral("mark-marker-") + number;
            QVERIFY(await(store->mark({run.id, number, StepMark::State::Ticked, QStringLiteral("ana"), TestStart, note, {}})));
            rows.push_back({action.comment.toLatin1(), 'a'});
            rows.push_back({"note-marker-" + number.toLatin1(), 'n'});
            rows.push_back({note.toLatin1(), 'm'});
        }
        const QByteArray wal = contentOf(folder.stateFile() + QStringLiteral("-wal"));
        const QByteArray early = contentOf(folder.stateFile());
        store.reset();
        const QByteArray whole = contentOf(folder.stateFile());
        QVERIFY(whole.size() > 20 * 4096);
        QRandomGenerator random(300);
        int required = 0;
        int kept = 0;
        for (int i = 0; i < 300; ++i) {
            // Every sixth has its newest pages in the -wal still, and the damage in the main file or there.
            const bool hasWal = i % 6 == 5;
            QByteArray bytes = hasWal ? early : whole;
            QByteArray log = hasWal ? wal : QByteArray();
            QByteArray &target = hasWal && random.bounded(2) == 0 ? log : bytes;
            switch (i % 3) {
            case 0:
                for (int flip = 0; flip < 20; ++flip) {
                    target[qsizetype(random.bounded(quint32(target.size())))] = char(random.bounded(256));
                }
                break;
            case 1:
                target.truncate(qsizetype(random.bounded(quint32(target.size()))));
                break;
            default: {
                const qsizetype page = qsizetype(random.bounded(quint32(target.size() / 4096)));
                for (qsizetype at = page * 4096; at < page * 4096 + 4096; ++at) {
                    target[at] = char(random.bounded(256));
                }
            }
            }
            StoreFolder mutant;
            QDir().mkpath(mutant.paths().dataFolder);
            writeContent(mutant.stateFile(), bytes);
            if (hasWal) {
                writeContent(mutant.stateFile() + QStringLiteral("-wal"), log);
            }
            auto opened = mutant.open();
            QVERIFY2(opened, qPrintable(QString::number(i)));
            QVERIFY2(!opened->report().isReadOnly, qPrintable(QString::number(i) + QStringLiteral(": ") + opened->report().sentences.join(u' ')));
            QSet<QByteArray> found;
            const auto entries = await(opened->entries());
            for (const OutboxEntry &entry : *entries) {
                found.insert(entry.action.comment.toLatin1());
            }
            const auto notes = await(opened->notes(Key));
            for (const Note &note : *notes) {
                found.insert(note.text.toLatin1());
            }
            const auto marks = await(opened->audit(run.id));
            for (const StepMark &mark : *marks) {
                found.insert(mark.note.toLatin1());
            }
            for (const Marked &row : rows) {
                if (!hasWal && isUntouched(whole, bytes, row.marker)) {
                    ++required;
                    QVERIFY2(found.contains(row.marker), qPrintable(QString::number(i) + QString::fromLatin1(row.marker)));
                }
            }
            kept += int(found.size());
            const bool isWhole = found.size() == qsizetype(rows.size());
            QVERIFY2(isWhole || hasWal || !opened->report().sentences.isEmpty(), "what is lost must be told");
            QVERIFY(await(opened->enqueue({someAction(Key, Verb::Note)}, TenMinutes)));
            opened.reset();
            auto again = mutant.open();
            QVERIFY2(again->report().sentences.isEmpty(), qPrintable(again->report().sentences.join(u' ')));
            QCOMPARE(int(await(again->entries())->size()), int(entries->size()) + 1);
        }
        qInfo("300 mutants: %d of %d rows kept; all of %d untouched ones", kept, 300 * int(rows.size()), required);
        QVERIFY(required > 10'000);
    }
};

QTEST_GUILESS_MAIN(TestStoreMutants)
#include "tst_storemutants.moc"
