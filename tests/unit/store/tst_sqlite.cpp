#include "app/store/sqlite/connection.h"
#include "app/store/sqlite/failure.h"
#include "app/store/sqlite/pagefile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::sqlite;

class TestSqlite : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Connection> make(const QString &name)
    {
        auto opened = Connection::open(m_dir.filePath(name), Connection::Access::ReadWrite, Connection::Sync::Full);
        return opened ? std::move(*opened) : nullptr;
    }
    QTemporaryDir m_dir;

private slots:
    void carriesTheSettings()
    {
        const auto db = make(QStringLiteral("settings.db"));
        QVERIFY(db);
        const std::pair<const char *, const char *> expected[] {{"PRAGMA journal_mode", "wal"}, {"PRAGMA synchronous", "2"},
            {"PRAGMA foreign_keys", "1"}, {"PRAGMA trusted_schema", "0"}, {"PRAGMA cell_size_check", "1"}, {"PRAGMA mmap_size", "0"}};
        for (const auto &[sql, value] : expected) {
            auto row = db->query(sql);
            QVERIFY2(row.next(), sql);
            QCOMPARE(row.text(0), QString::fromLatin1(value));
        }
        QCOMPARE(QFile::permissions(m_dir.filePath(QStringLiteral("settings.db"))) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        db->execute("PRAGMA writable_schema=ON; CREATE TABLE t(a INTEGER) STRICT; DELETE FROM sqlite_schema;");
        QVERIFY2(db->hasFailed(), "the schema must not be writable (DEFENSIVE)");
    }

    void roundTripsEveryKindOfValue()
    {
        const auto db = make(QStringLiteral("values.db"));
        db->execute("CREATE TABLE t(a ANY, b ANY) STRICT");
        const QByteArray blob("\0\xff\x01 blob", 8);
        const QString text = QStringLiteral("na\u00efve \U0001f600 ") + QChar(u'\0') + QStringLiteral("behind");
        db->run("INSERT INTO t VALUES(?1,?2)", std::numeric_limits<qint64>::min(), 0.1);
        db->run("INSERT INTO t VALUES(?1,?2)", text, blob);
        db->run("INSERT INTO t VALUES(?1,?2)", QString(), Value());
        QVERIFY(!db->hasFailed());
        auto rows = db->query("SELECT a, b, typeof(a), typeof(b) FROM t ORDER BY rowid");
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), std::numeric_limits<qint64>::min());
        QCOMPARE(rows.real(1), 0.1);
        QVERIFY(rows.next());
        QCOMPARE(rows.text(0), text);
        QCOMPARE(rows.blob(1), blob);
        QVERIFY(rows.next());
        QCOMPARE(rows.text(2), QStringLiteral("text"));
        QCOMPARE(rows.text(3), QStringLiteral("null"));
        QVERIFY(!rows.next());
    }

    void aFailureMakesTheCommitFailAndIsKept()
    {
        const auto db = make(QStringLiteral("sticky.db"));
        db->execute("CREATE TABLE t(a INTEGER UNIQUE) STRICT");
        {
            Transaction transaction(*db);
            db->run("INSERT INTO t VALUES(1)");
            db->run("INSERT INTO t VALUES(1)");
            db->run("INSERT INTO t VALUES(2)");
            QVERIFY(!transaction.commit());
        }
        const auto failure = db->takeFailure();
        QVERIFY(failure);
        QCOMPARE(failure->kind, ErrorKind::Storage);
        auto row = db->query("SELECT count(*) FROM t");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 0);
    }

    void aStoppedTokenInterruptsARead()
    {
        const auto db = make(QStringLiteral("cancel.db"));
        std::stop_source source;
        source.request_stop();
        db->setCancel(source.get_token());
        auto rows = db->query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 100000000) SELECT count(*) FROM n");
        QVERIFY(!rows.next());
        QCOMPARE(db->takeFailure()->kind, ErrorKind::Cancelled);
    }

    void onlyTheSameStatementInUseTwiceIsPreparedTwice()
    {
        const auto db = make(QStringLiteral("cache.db"));
        const char *sql = "SELECT ?1";
        auto first = db->query(sql, 1);
        auto second = db->query(sql, 2);
        QVERIFY(first.next() && second.next());
        QCOMPARE(first.integer(0), 1);
        QCOMPARE(second.integer(0), 2);
    }

    void copiesWhileInUse()
    {
        const auto db = make(QStringLiteral("from.db"));
        db->execute("CREATE TABLE t(a INTEGER) STRICT; INSERT INTO t VALUES(7);");
        const QString target = m_dir.filePath(QStringLiteral("copy.db"));
        QVERIFY(db->copyTo(target));
        const auto copy = Connection::open(target, Connection::Access::ReadOnly, Connection::Sync::Full);
        QVERIFY(copy);
        auto row = (*copy)->query("SELECT a FROM t");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 7);
        QVERIFY(!db->copyTo(m_dir.filePath(QStringLiteral("no/such/folder.db"))));
        (*copy)->run("INSERT INTO t VALUES(8)");
        QVERIFY2((*copy)->hasFailed(), "a read-only connection must not write");
    }

    void speaksToAPerson()
    {
        QCOMPARE(storageError(13, QStringLiteral("state.db"), QStringLiteral("database or disk is full")).what,
            QStringLiteral("The disk is full: acknowledgements cannot be stored, so they are not accepted. Free space and try again."));
        for (const int code : {1, 5, 6, 7, 8, 10, 11, 13, 14, 18, 26, 778, 1034}) {
            const Error error = storageError(code, QStringLiteral("state.db"), QStringLiteral("x"));
            QCOMPARE(error.kind, ErrorKind::Storage);
            QVERIFY2(error.what.endsWith(u'.') && !error.what.contains(QStringLiteral("SQLITE")), qPrintable(error.what));
        }
    }

    void theSumIsTheSameInSqlAndInFiles()
    {
        const auto db = make(QStringLiteral("sum.db"));
        db->execute("CREATE TABLE t(seq INTEGER PRIMARY KEY, a ANY, b ANY, c ANY, d ANY, e ANY) STRICT");
        const Row row {Value(-70000), Value(QString(5000, u'x')), Value(QByteArray("\0z", 2)), Value(), Value(1)};
        db->run("INSERT INTO t(a,b,c,d,e) VALUES(?1,?2,?3,?4,?5)", row);
        db->run("INSERT INTO t(a,b,c,d,e) VALUES(1099511627776, 2.5, -1, 0, 127)");
        RowHash hash("t");
        for (const Value &value : row) {
            hash.add(value);
        }
        {
            auto sum = db->query("SELECT qd_sum('t', a, b, c, d, e) FROM t WHERE seq=1");
            QVERIFY(sum.next());
            QCOMPARE(sum.integer(0), hash.value());
        }

        // Read from the pages alone: from the -wal first, then from the file, overflow pages included.
        for (int round = 0; round < 2; ++round) {
            int unreadable = 0;
            std::vector<RawRow> found = PageFile(m_dir.filePath(QStringLiteral("sum.db"))).rows(&unreadable);
            std::erase_if(found, [](const RawRow &raw) { return raw.values.size() != 6; });
            QCOMPARE(unreadable, 0);
            QCOMPARE(int(found.size()), 2);
            QCOMPARE(Row(found[0].values.begin() + 1, found[0].values.end()), row);
            QCOMPARE(found[1].rowid, 2);
            QCOMPARE(found[1].values[1].integer, 1099511627776LL);
            QCOMPARE(found[1].values[2].real, 2.5);
            QCOMPARE(found[1].values[3].integer, -1);
            db->execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        QCOMPARE(QFileInfo(m_dir.filePath(QStringLiteral("sum.db-wal"))).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
