#include "tests/support/fakepage.h"
#include "ui/pages/logs/factory.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/stalestrip.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QTest>

using namespace quarterdeck;

/// The page of logs: what is asked for, what is said of it, and what its keys do.
class TestLogsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    LogLine line(qint64 agoMs, const QByteArray &text, LogLevel level = LogLevel::Info) const
    {
        LogLine made;
        made.source = QStringLiteral("web1");
        made.nanos = (m_fake->clock.now().ms - agoMs) * 1'000'000 + 7;
        made.cursor = QString::fromUtf8(text);
        made.service = QStringLiteral("checkout");
        made.level = level;
        made.text = text;
        return made;
    }
    void open(const QMap<QString, QString> &arguments = {})
    {
        m_page.reset(makeLogsPage()->create(m_fake->context(), nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->show({QStringLiteral("logs"), {}, arguments});
    }
    LogView *view() const { return m_page->findChild<LogView *>(QStringLiteral("logsLines")); }
    void press(const char *verb) const { m_page->findChild<QAction *>(QString::fromLatin1(verb))->trigger(); }
    QString note() const
    {
        const auto *strip = m_page->findChild<QWidget *>(QStringLiteral("logsNote"));
        const auto *label = strip->findChild<QLabel *>();
        return strip->isVisibleTo(m_page.get()) && label != nullptr ? label->text() : QString();
    }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        m_fake->telemetry.asOf = m_fake->clock.now();
        m_fake->telemetry.lineList = {line(40'000, "starting up"), line(30'000, "payment failed: timeout", LogLevel::Error), line(20'000, "retrying"),
            line(10'000, "payment failed: refused", LogLevel::Error), line(5'000, "ok")};
    }
    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void showsEveryLineAndFollows()
    {
        open();
        QTRY_COMPARE(view()->lineCount(), 5);
        QTRY_VERIFY(m_fake->telemetry.lastTail != nullptr);
        m_fake->telemetry.lastTail->feed({line(1'000, "new")});
        QTRY_COMPARE(view()->lineCount(), 6);
    }

    void asksForWhatIsTyped()
    {
        open();
        auto *edit = m_page->findChild<FilterEdit *>(QStringLiteral("logs.filter"));
        press("logsFilter");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, "payment level=error");
        QTRY_COMPARE(view()->lineCount(), 2);
        const LogQuery &asked = *std::ranges::find_if(m_fake->telemetry.logQueries, [](const LogQuery &one) { return one.text == u"payment"; });
        QCOMPARE(asked.levels, std::vector<LogLevel> {LogLevel::Error});
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(view()->hasFocus());
        QCOMPARE(m_page->current().arguments.value(QStringLiteral("q")), QStringLiteral("payment level=error"));
    }

    void aWordThatIsNoneIsRefusedAndTheSearchStays()
    {
        open({{QStringLiteral("q"), QStringLiteral("payment")}});
        QTRY_COMPARE(view()->lineCount(), 2);
        const std::size_t asked = m_fake->telemetry.logQueries.size();
        m_page->findChild<FilterEdit *>(QStringLiteral("logs.filter"))->setFilter(QStringLiteral("level=errror"));
        QVERIFY2(note().contains(QStringLiteral("errror")), qPrintable(note()));
        QCOMPARE(view()->lineCount(), 2);
        QCOMPARE(m_fake->telemetry.logQueries.size(), asked);
        m_page->findChild<FilterEdit *>(QStringLiteral("logs.filter"))->setFilter(QStringLiteral("retry"));
        QTRY_COMPARE(view()->lineCount(), 1);
        QVERIFY(note().isEmpty());
    }

    void onlyTheChosenSourcesAreAsked()
    {
        open({{QStringLiteral("source"), QStringLiteral("web1,web2")}});
        QTRY_VERIFY(!m_fake->telemetry.logQueries.empty());
        QCOMPARE(m_fake->telemetry.logQueries.back().sources, (QStringList {QStringLiteral("web1"), QStringLiteral("web2")}));
        QCOMPARE(m_page->current().arguments.value(QStringLiteral("source")), QStringLiteral("web1,web2"));
    }

    void keysGoFromErrorToErrorAndMatchToMatch()
    {
        open({{QStringLiteral("q"), QString()}});
        QTRY_COMPARE(view()->lineCount(), 5);
        view()->setCurrentLine(0);
        press("logsNextError");
        QCOMPARE(view()->currentLine(), 1);
        press("logsNextError");
        QCOMPARE(view()->currentLine(), 3);
        press("logsPreviousError");
        QCOMPARE(view()->currentLine(), 1);
        press("logsPreviousError");
        QCOMPARE(view()->currentLine(), 1);
        QVERIFY(m_fake->navigator.toasts.last().contains(QStringLiteral("No further error")));
    }

    void whatStandsAroundALineIsShownWhateverIsSearched()
    {
        open({{QStringLiteral("q"), QStringLiteral("retrying")}});
        QTRY_COMPARE(view()->lineCount(), 1);
        view()->setCurrentLine(0);
        press("logsContext");
        auto *sheet = m_page->findChild<QDialog *>(QStringLiteral("logContext"));
        QVERIFY(sheet != nullptr);
        auto *lines = sheet->findChild<LogView *>(QStringLiteral("logContextLines"));
        QTRY_COMPARE(lines->lineCount(), 5);
        QCOMPARE(lines->line(lines->currentLine()).text, QByteArray("retrying"));
        QVERIFY(m_fake->telemetry.logQueries.back().text.isEmpty());
    }

    void earlierLinesComeBeforeTheOthersAndNothingMoves()
    {
        m_fake->telemetry.lineList.clear();
        for (int i = 0; i < 2500; ++i) {
            m_fake->telemetry.lineList.push_back(line(2'600'000 - i * 1000, QByteArray::number(i)));
        }
        open();
        QTRY_COMPARE(view()->lineCount(), 2000);
        auto *earlier = m_page->findChild<QAbstractButton *>(QStringLiteral("logsEarlier"));
        QTRY_VERIFY(earlier->isVisible());
        view()->setCurrentLine(3);
        const QByteArray read = view()->line(view()->currentLine()).text;
        earlier->click();
        QTRY_COMPARE(view()->lineCount(), 2500);
        QCOMPARE(view()->line(0).text, QByteArray("0"));
        QCOMPARE(view()->line(view()->currentLine()).text, read);
        QTRY_VERIFY(!earlier->isVisible());
    }

    void pausedItTakesNothingInAndLosesNothing()
    {
        open();
        QTRY_VERIFY(m_fake->telemetry.lastTail != nullptr);
        press("logsPause");
        QVERIFY(m_fake->telemetry.lastTail == nullptr);
        m_fake->telemetry.lineList.push_back(line(0, "meanwhile"));
        press("logsPause");
        QTRY_COMPARE(view()->lineCount(), 6);
    }

    void exportsWhatIsShown()
    {
        open({{QStringLiteral("q"), QStringLiteral("timeout")}});
        QTRY_COMPARE(view()->lineCount(), 1);
        const QList<QByteArray> rows = m_page->exportCsv().split('\n');
        QCOMPARE(rows.at(0).trimmed(), QByteArray("time,level,service,source,host,text,fields"));
        QVERIFY2(rows.at(1).contains("000007Z,error,checkout,web1,,payment failed: timeout"), rows.at(1).constData());
    }
};

QTEST_MAIN(TestLogsPage)
#include "tst_logspage.moc"
