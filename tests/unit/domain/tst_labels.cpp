#include "app/domain/labels.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace quarterdeck;

class TestLabels : public QObject {
    Q_OBJECT

private slots:
    /// In whatever order they come, against a map.
    void sortedAndUnique()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 500; ++round) {
            std::map<QString, QString> expected;
            Labels labels;
            QList<Label> list;
            for (unsigned i = 0; i < random() % 12; ++i) {
                const QString name(1, QChar(ushort(u'a' + random() % 6)));
                const QString value = QString::number(random() % 100);
                expected[name] = value;
                labels.insert(name, value);
                list.append(Label {name, value});
            }
            QCOMPARE(Labels::of(list), labels);
            QCOMPARE(Labels::of(QList<Label>(labels.begin(), labels.end())), labels);
            QCOMPARE(labels.size(), qsizetype(expected.size()));
            QVERIFY(std::equal(labels.begin(), labels.end(), expected.begin(),
                [](const Label &label, const auto &pair) { return label.name == pair.first && label.value == pair.second; }));
            for (const auto &[name, value] : expected) {
                QCOMPARE(labels.value(name), value);
            }
        }
    }
    void anInsertLeavesCopiesAlone()
    {
        Labels one {{QStringLiteral("a"), QStringLiteral("1")}};
        const Labels copy = one;
        one.insert(QStringLiteral("b"), QStringLiteral("2"));
        one.insert(QStringLiteral("a"), QStringLiteral("3"));
        QCOMPARE(copy, (Labels {{QStringLiteral("a"), QStringLiteral("1")}}));
        QCOMPARE(one, (Labels {{QStringLiteral("b"), QStringLiteral("2")}, {QStringLiteral("a"), QStringLiteral("3")}}));
    }
};

QTEST_GUILESS_MAIN(TestLabels)
#include "tst_labels.moc"
