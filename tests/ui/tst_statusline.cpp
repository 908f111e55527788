#include "tests/support/fakepage.h"
#include "tests/support/hover.h"
#include "tests/support/uistage.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/freshnesslabel.h"

#include <QLabel>

using namespace quarterdeck;

/// The foot of a window of 1024 pixels with long names: how each source stands is seen, and the names are on hovering.
class TestStatusLine : public QObject {
    Q_OBJECT

    FakePage m_fakes;

    static SourceStatus statusOf(const QString &id, Freshness freshness, UtcTime lastOkAt)
    {
        SourceStatus status;
        status.id = id;
        status.freshness = freshness;
        status.lastOkAt = lastOkAt;
        status.faces = Face::Alerts;
        return status;
    }
    static QList<FreshnessLabel *> shown(const StatusLine &line)
    {
        QList<FreshnessLabel *> labels = line.findChildren<FreshnessLabel *>();
        labels.removeIf([](const FreshnessLabel *label) { return !label->isVisible(); });
        return labels;
    }
    void show(StatusLine &line, const std::vector<SourceStatus> &statuses, int width)
    {
        line.setSources(statuses);
        const auto clock = [](UtcTime) { return QStringLiteral("14:31"); };
        line.tick(m_fakes.clock.now(), clock);
        QVERIFY(showAndWait(line, {width, 28}));
        line.tick(m_fakes.clock.now(), clock);
        QCoreApplication::processEvents();
    }

private slots:
    void initTestCase() { setStage(m_fakes.theme, Theme::Scheme::Light); }

    void longNamesGiveWayToTheirState()
    {
        StatusLine line(m_fakes.theme);
        const UtcTime now = m_fakes.clock.now();
        const QString name = QStringLiteral("alertmanager-of-the-payments-platform-eu-central-1");
        show(line,
            {statusOf(name, Freshness::Live, now), statusOf(name + u'2', Freshness::Unreachable, now), statusOf(name + u'3', Freshness::Live, now)},
            1024);
        takePicture(line, QStringLiteral("statusline-long"));
        QCOMPARE(shown(line).size(), 3);
        for (const FreshnessLabel *label : shown(line)) {
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->stateText()));
            QVERIFY(label->geometry().right() < line.width());
        }
        QCOMPARE(shown(line).at(1)->stateText(), QStringLiteral("stale since 14:31 – unreachable"));
        const QString tip = hoverText(*shown(line).at(1)).remove(QChar(0x200B));
        QVERIFY2(tip.contains(name + u'2'), qPrintable(tip));
        // A short name keeps its room beside a long one.
        show(line, {statusOf(QStringLiteral("prom"), Freshness::Live, now), statusOf(QString(180, u'W'), Freshness::Live, now)}, 1024);
        QCOMPARE(shown(line).first()->width(), shown(line).first()->sizeHint().width());
    }

    void whatDoesNotFitIsCounted()
    {
        StatusLine line(m_fakes.theme);
        const UtcTime now = m_fakes.clock.now();
        std::vector<SourceStatus> statuses;
        for (int i = 0; i < 8; ++i) {
            statuses.push_back(statusOf(QStringLiteral("alertmanager-%1").arg(i), i % 2 == 0 ? Freshness::Live : Freshness::Unreachable, now));
        }
        show(line, statuses, 1024);
        takePicture(line, QStringLiteral("statusline-many"));
        const qsizetype count = shown(line).size();
        QVERIFY2(count >= 3 && count < 8, qPrintable(QString::number(count)));
        for (const FreshnessLabel *label : shown(line)) {
            QVERIFY(label->width() >= label->minimumSizeHint().width());
        }
        const auto *rest = line.findChild<QLabel *>(QStringLiteral("statusRest"));
        QCOMPARE(rest->text(), QStringLiteral("and %1 more, %2 not up to date").arg(8 - count).arg((8 - count + 1) / 2));
        QVERIFY(rest->width() >= rest->fontMetrics().horizontalAdvance(rest->text()));
        QCOMPARE(line.minimumSizeHint().width(), 0);
        line.resize(2400, 28);
        QTRY_COMPARE(shown(line).size(), 8);
        QCOMPARE(rest->text(), QString());
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
