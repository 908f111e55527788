#include "tests/support/fakepage.h"
#include "ui/pages/services/panelview.h"
#include "ui/widgets/timechart.h"

#include <QTest>

using namespace quarterdeck;

/// The names of the series of one panel.
class TestPanelView : public QObject {
    Q_OBJECT

    static Series seriesOf(const Labels &labels, UtcTime at) { return {labels, {}, {{at.ms - 60'000, 1}}}; }
    static QString csvOf(FakePage &page)
    {
        QWidget parent;
        PanelView view(page.context(), {}, QStringLiteral("Panel"), 1, &parent);
        view.refresh();
        [&] { QTRY_VERIFY(view.isAnswered()); }();
        return QString::fromUtf8(view.chart()->toCsv());
    }

private slots:
    void seriesThatDifferInTheirNameAloneHaveIt()
    {
        FakePage page;
        const UtcTime now = page.clock.now();
        page.telemetry.seriesList = {seriesOf({{QStringLiteral("__name__"), QStringLiteral("srv.web.load")}}, now),
            seriesOf({{QStringLiteral("__name__"), QStringLiteral("srv.db.load")}}, now)};
        const QString csv = csvOf(page);
        QVERIFY2(csv.contains(QStringLiteral("srv.web.load")) && csv.contains(QStringLiteral("srv.db.load")), qPrintable(csv));
    }
    void aNameThatAllHaveIsNotRepeated()
    {
        FakePage page;
        const UtcTime now = page.clock.now();
        const auto labels = [](const QString &pod) {
            return Labels {{QStringLiteral("__name__"), QStringLiteral("up")}, {QStringLiteral("pod"), pod}};
        };
        page.telemetry.seriesList = {seriesOf(labels(QStringLiteral("a-1")), now), seriesOf(labels(QStringLiteral("a-2")), now)};
        const QString csv = csvOf(page);
        QVERIFY2(csv.contains(QStringLiteral("a-1")) && !csv.contains(QStringLiteral("up")), qPrintable(csv));
    }
};

QTEST_MAIN(TestPanelView)
#include "tst_panelview.moc"
