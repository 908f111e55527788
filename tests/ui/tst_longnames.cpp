#include "tests/support/hover.h"
#include "tests/support/inboxfixture.h"
#include "tests/support/uistage.h"

#include "pages.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/stalestrip.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace quarterdeck;

namespace {

const QString Long(330, u'W');

/// What reaches beyond the right edge of the window, or needs to be scrolled to the side to be seen.
QStringList stretched(QWidget &window)
{
    QStringList found;
    const auto name = [](const QWidget &widget) { return QStringLiteral("%1 %2").arg(widget.metaObject()->className(), widget.objectName()); };
    for (const auto *area : window.findChildren<QScrollArea *>()) {
        if (area->isVisible() && area->widget() != nullptr && area->widget()->width() > area->viewport()->width()) {
            found << name(*area);
        }
    }
    for (const auto *one : window.findChildren<QWidget *>()) {
        const bool isShown = one->isVisible() && !one->visibleRegion().isEmpty();
        if (isShown && one->mapTo(&window, QPoint(one->width(), 0)).x() > window.width()) {
            found << name(*one);
        }
    }
    return found;
}

} // namespace

/// Names of 330 characters without a space, wherever one can come from outside: no page, strip, card or sheet is made wider by them.
class TestLongNames : public QObject {
    Q_OBJECT

    InboxFixture m_fakes;
    std::unique_ptr<MainWindow> m_window;

private slots:
    void initTestCase()
    {
        setStage(m_fakes.theme, Theme::Scheme::Light);
        InboxFixture &f = m_fakes;
        f.fillHostile();
        Alert alert = f.make(Long, Long, Long, QStringLiteral("critical"), 3);
        alert.team = Long;
        alert.labels.insert(Long, Long);
        alert.annotations.insert(Long, QStringLiteral("https://example.org/") + Long);
        alert.assigned = {Long, Long};
        f.reader.alertList.insert(f.reader.alertList.begin(), alert);
        f.addService(Long, Long, Long, {Long + u'1', Long + u'2'});
        Service &service = f.reader.serviceList.back();
        service.title = Long;
        service.description = Long;
        service.lifecycle = Long;
        service.dependsOn = {Long + u'3'};
        service.conflicts = {Long};
        f.sources.contextInfo = {Long, true};
        f.preferences.backendList = {{Long, QStringLiteral("alertmanager"), {QStringLiteral("https://am.example/") + Long}, Long}};
        f.preferences.warningList = {Long};
        SourceStatus lost;
        lost.id = Long;
        lost.kind = QStringLiteral("alertmanager");
        lost.faces = Faces(Face::Alerts) | Face::Acts;
        lost.freshness = Freshness::Unreachable;
        lost.since = f.clock.now();
        lost.error = Error {ErrorKind::Offline, Long, Long, 0, {}};
        f.sources.setStatus(lost);
        f.library.add({Long, Long, Long, Long, Long, {Long}, {}, 2, {}},
            "# " + Long.toUtf8() + "\n\n1. " + Long.toUtf8() + "\n\n       " + Long.toUtf8() + "\n\n2. `" + Long.toUtf8() + "`\n");
        m_window = std::make_unique<MainWindow>(MainWindow::Parts {f.reader, f.outbox, f.sources, f.telemetry, f.onCall, f.runLog, f.library,
                                                    f.preferences, f.secrets, f.editor, f.time, f.clock, f.theme},
            registeredPages());
        m_window->setContext(Long, QStringLiteral("red"), false);
        m_window->setBanner(QStringLiteral("left-out"), Long);
        QVERIFY(showAndWait(*m_window, {1024, 700}));
    }
    void cleanupTestCase() { m_window.reset(); }

    void noPageIsStretched_data()
    {
        QTest::addColumn<Destination>("place");
        for (const QString &id : m_window->pageIds()) {
            QTest::newRow(qPrintable(id)) << Destination {id, {}, {}};
        }
        QTest::newRow("alert") << Destination {QStringLiteral("inbox"), m_fakes.reader.alertList.front().key.toString(), {}};
        QTest::newRow("service") << Destination {QStringLiteral("services"), Long, {}};
        QTest::newRow("runbook") << Destination {QStringLiteral("runbooks"), Long, {}};
        QTest::newRow("load of a service") << Destination {
            QStringLiteral("load"), {}, {{QStringLiteral("service"), Long}, {QStringLiteral("team"), Long}}};
    }
    void noPageIsStretched()
    {
        QFETCH(Destination, place);
        m_window->go(place);
        QTest::qWait(150);
        takePicture(*m_window, QStringLiteral("long-") + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        QCOMPARE(m_window->width(), 1024);
        QVERIFY2(m_window->minimumSizeHint().width() <= 1024, qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QTRY_VERIFY2(stretched(*m_window).isEmpty(), qPrintable(stretched(*m_window).join(u'|')));
    }

    void aWordIsBrokenWhereItDoesNotFit()
    {
        PlainLabel label;
        label.setWordWrap(true);
        label.setPlain(QStringLiteral("name: ") + Long);
        for (const auto flags : {Qt::TextInteractionFlags(Qt::NoTextInteraction), Qt::TextInteractionFlags(Qt::TextSelectableByMouse)}) {
            label.setTextInteractionFlags(flags);
            const int line = label.fontMetrics().lineSpacing();
            QVERIFY2(label.minimumSizeHint().width() <= 300, qPrintable(QString::number(label.minimumSizeHint().width())));
            QVERIFY2(label.heightForWidth(300) > 8 * line, qPrintable(QString::number(label.heightForWidth(300))));
            QVERIFY(showAndWait(label, {300, label.heightForWidth(300)}));
            // Something is painted in the last line, too.
            const QImage last = label.grab().toImage().copy(0, label.height() - line, 300, line);
            QVERIFY(colourCount(last) > 1);
            label.hide();
        }
    }

    void aQuestionShowsALongNameToItsEnd()
    {
        ConfirmDialog dialog(
            m_fakes.theme, QStringLiteral("Remove the source?"), QStringLiteral("It goes."), Long, QStringLiteral("Remove"), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(showAndWait(dialog, dialog.size()));
        auto *area = dialog.findChild<QScrollArea *>();
        QCOMPARE(area->widget()->width(), area->viewport()->width());
        QCOMPARE(area->verticalScrollBar()->maximum(), 0);
        takePicture(dialog, QStringLiteral("long-question"));
    }

    void aTipHasPlacesToBreakAt()
    {
        StaleStrip strip(m_fakes.theme);
        strip.setOneLine();
        strip.setSentence(Long);
        QVERIFY(showAndWait(strip, {600, 40}));
        const QString tip = hoverText(*strip.findChild<QLabel *>(QStringLiteral("staleSentence")));
        QVERIFY(QString(tip).remove(QChar(0x200B)).contains(Long));
        QVERIFY(tip.count(QChar(0x200B)) >= 5);
    }
};

QTEST_MAIN(TestLongNames)
#include "tst_longnames.moc"
