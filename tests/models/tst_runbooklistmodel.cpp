#include "models/runbooklistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quarterdeck;

namespace {

RunbookFile file(const QString &id, const QString &title, qint64 modified = 1)
{
    RunbookFile f;
    f.id = id;
    f.title = title;
    f.modifiedAt = {modified};
    return f;
}

} // namespace

class TestRunbookListModel : public QObject {
    Q_OBJECT

private slots:
    void tellsHowFreshAReviewIs_data()
    {
        QTest::addColumn<QString>("reviewed");
        QTest::addColumn<int>("expected");
        QTest::newRow("never") << QString() << int(ReviewState::Undated);
        QTest::newRow("fresh") << QStringLiteral("2026-10-01") << int(ReviewState::Fresh);
        QTest::newRow("due soon") << QStringLiteral("2026-06-01") << int(ReviewState::DueSoon);
        QTest::newRow("overdue") << QStringLiteral("2025-01-01") << int(ReviewState::Overdue);
    }

    void tellsHowFreshAReviewIs()
    {
        QFETCH(QString, reviewed);
        QFETCH(int, expected);
        RunbookListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFiles({file("a", "A")});
        QCOMPARE(model.index(0, 0).data(RunbookListModel::ReviewStateRole).toInt(), int(ReviewState::Unread));
        Runbook book;
        book.lastReviewedOn = reviewed;
        book.reviewIn = QStringLiteral("6 months");
        book.warnings = {"line 3: TODO"};
        model.setDetails("a", book, QDate(2026, 11, 21));
        QCOMPARE(model.index(0, 0).data(RunbookListModel::ReviewStateRole).toInt(), expected);
        QCOMPARE(model.index(0, RunbookListModel::ProblemsColumn).data().toInt(), 1);
    }

    void aFileThatChangedIsReadAgain()
    {
        RunbookListModel model;
        model.setFiles({file("b", "Zeta"), file("a", "alpha")});
        QCOMPARE(model.unread(), QStringList({"a", "b"}));
        model.setDetails("a", {}, QDate(2026, 1, 1));
        model.setDetails("b", {}, QDate(2026, 1, 1));
        QVERIFY(model.unread().isEmpty());
        model.setFiles({file("b", "Zeta", 2), file("a", "alpha")});
        QCOMPARE(model.unread(), QStringList({"b"}));
    }

    void aBrokenFileIsListedButNotRead()
    {
        RunbookListModel model;
        RunbookFile broken = file("x", "Huge");
        broken.problem = QStringLiteral("larger than 1 MB");
        model.setFiles({broken});
        QVERIFY(model.unread().isEmpty());
        QCOMPARE(model.index(0, 0).data(RunbookListModel::ProblemsRole).toStringList(), QStringList("larger than 1 MB"));
        model.setFilter("nothing");
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRunbookListModel)
#include "tst_runbooklistmodel.moc"
