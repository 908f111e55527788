#include "app/domain/imprint.h"
#include "tests/support/filledalert.h"

#include <QTest>

using namespace quarterdeck;

/// What the one list says of a field is what is done with it.
class TestAlertFields : public QObject {
    Q_OBJECT

private slots:
    /// A change that lasts is seen in the next poll, whatever field it is in, and what rolls on with each poll is none.
    void imprintSeesEachField()
    {
        const Alert before = filledAlert();
        Imprinter imprinter;
        int fields = 0;
        visitFields(before, [&](const char *changed, const auto &, FieldUse use) {
            Alert after = before;
            visitFields(after, [changed](const char *name, auto &field, FieldUse) {
                if (qstrcmp(name, changed) == 0) {
                    auto old = field;
                    FieldFiller {90}(field);
                    if (field == old) {
                        FieldFiller {91}(field);
                    }
                }
            });
            QVERIFY2(after != before, changed);
            const bool isSeen = imprinter.of(after).content != imprinter.of(before).content;
            QVERIFY2(isSeen == (use == FieldUse::Lasting || use == FieldUse::Shared || use == FieldUse::Column), changed);
            ++fields;
        });
        QCOMPARE(fields, 24);
    }

    /// Two texts side by side are not taken for one another.
    void imprintKeepsFieldsApart()
    {
        Imprinter imprinter;
        Alert one;
        one.title = QStringLiteral("ab");
        Alert other;
        other.title = QStringLiteral("a");
        other.summary = QStringLiteral("b");
        QVERIFY(imprinter.of(one).content != imprinter.of(other).content);
    }
};

QTEST_GUILESS_MAIN(TestAlertFields)
#include "tst_alertfields.moc"
