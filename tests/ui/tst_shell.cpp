#include "tests/support/accessibilitywalk.h"
#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"

#include "ui/pages/api/timecontrol.h"
#include "ui/shell/browser.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/links.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace quarterdeck;
using namespace std::chrono_literals;

namespace {

// A page that writes down what happens to it.
class ProbePage final : public Page {
public:
    ProbePage(const QString &id, QWidget *parent)
        : Page(parent)
        , m_id(id)
        , acknowledge(new QAction(QStringLiteral("Acknowledge"), this))
        , edit(new QLineEdit(this))
        , button(new QToolButton(this))
    {
        acknowledge->setObjectName(QStringLiteral("acknowledge"));
        acknowledge->setShortcut(QKeySequence(QStringLiteral("a")));
        connect(acknowledge, &QAction::triggered, this, [this] { ++acknowledged; });
        addAction(acknowledge);
        edit->setObjectName(id + QStringLiteral("Edit"));
        edit->setAccessibleName(QStringLiteral("Filter"));
        button->setObjectName(id + QStringLiteral("Button"));
        button->setAccessibleName(QStringLiteral("Button"));
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedSize(40, 28);
        auto *column = new QVBoxLayout(this);
        column->addWidget(edit);
        column->addWidget(button);
        setFocusProxy(button);
    }
    void show(const Destination &destination) override { shown.append(destination); }
    Destination current() const override { return {m_id, shown.isEmpty() ? QString() : shown.last().object, {}}; }
    QList<QAction *> verbs() const override { return {acknowledge}; }
    std::vector<PaletteItem> find(const QString &text, int) const override
    {
        if (!QStringLiteral("checkout").startsWith(text)) {
            return {};
        }
        return {{QStringLiteral("checkout"), QStringLiteral("<b>payments</b>"), {m_id, QStringLiteral("checkout"), {}}}};
    }
    QString m_id;
    QAction *acknowledge;
    QLineEdit *edit;
    QToolButton *button;
    QList<Destination> shown;
    int acknowledged = 0;
};

class ProbeFactory final : public PageFactory {
public:
    ProbeFactory(QString id, QChar key, QMap<QString, ProbePage *> &made)
        : m_id(std::move(id))
        , m_key(key)
        , m_made(made)
    {
    }
    QString id() const override { return m_id; }
    QString title() const override { return m_id; }
    QChar key() const override { return m_key; }
    QString icon() const override { return m_id; }
    Page *create(const PageContext &, QWidget *parent) const override
    {
        auto *page = new ProbePage(m_id, parent);
        m_made.insert(m_id, page);
        return page;
    }

private:
    QString m_id;
    QChar m_key;
    QMap<QString, ProbePage *> &m_made;
};

SourceStatus statusOf(const QString &id, Freshness freshness, UtcTime okAt)
{
    SourceStatus status;
    status.id = id;
    status.kind = QStringLiteral("alertmanager");
    status.freshness = freshness;
    status.lastOkAt = okAt;
    status.since = okAt;
    return status;
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void pagesAreMadeWhenTheyAreVisited();
    void chordsJumpAndNeverTriggerVerbs();
    void chordsRunOut();
    void keysAreTextInTextFields();
    void singleKeysCanBeSwitchedOff();
    void backReturnsToThePlaceBefore();
    void paletteFindsPagesVerbsAndObjects();
    void helpNamesTheKeysOfThePage();
    void overlaysGiveTheFocusBack();
    void statusLineTellsTheTruth();
    void instantsInsideSentencesAreToldInTheZone();
    void outboxNeedsAttention();
    void toastOffersUndo();
    void linksOnlyNavigate_data();
    void linksOnlyNavigate();
    void linksSurviveTheRoundTrip();
    void addressesAreRefusedInWords_data();
    void addressesAreRefusedInWords();
    void sessionComesBackAndDamageDoesNot();
    void fuzzyPrefersWordStarts();
    void everyActionHasAKeyAndAName();
    void pictures_data();
    void pictures();

private:
    ProbePage *page(const QString &id) { return m_pages.value(id); }

    std::unique_ptr<FakePage> m_fakes;
    std::unique_ptr<MainWindow> m_window;
    QMap<QString, ProbePage *> m_pages;
};

void TestShell::init()
{
    cleanup();
    m_fakes = std::make_unique<FakePage>();
    setStage(m_fakes->theme, Theme::Scheme::Dark);
    FakePage &f = *m_fakes;
    std::vector<std::unique_ptr<PageFactory>> factories;
    factories.push_back(std::make_unique<ProbeFactory>(QStringLiteral("inbox"), u'i', m_pages));
    factories.push_back(std::make_unique<ProbeFactory>(QStringLiteral("services"), u's', m_pages));
    factories.push_back(std::make_unique<ProbeFactory>(QStringLiteral("rules"), u'a', m_pages));
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts {f.reader, f.outbox, f.sources, f.telemetry, f.runLog, f.library, f.preferences, f.time, f.clock, f.theme},
        std::move(factories));
    QVERIFY(showAndWait(*m_window, {1440, 900}));
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestShell::cleanup()
{
    m_window.reset();
    m_pages.clear();
    m_fakes.reset();
}

void TestShell::pagesAreMadeWhenTheyAreVisited()
{
    QCOMPARE(m_pages.keys(), QStringList {QStringLiteral("inbox")});
    m_window->go({QStringLiteral("services"), QStringLiteral("checkout"), {}});
    QCOMPARE(m_pages.size(), 2);
    QCOMPARE(page(QStringLiteral("services"))->shown.last().object, QStringLiteral("checkout"));
    QCOMPARE(m_window->currentPageId(), QStringLiteral("services"));
    m_window->go({QStringLiteral("nowhere"), {}, {}});
    QCOMPARE(m_window->currentPageId(), QStringLiteral("services"));
}

void TestShell::chordsJumpAndNeverTriggerVerbs()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_G);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_A);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("rules"));
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 0);
    m_window->go({QStringLiteral("inbox"), {}, {}});
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_A);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 1);
    // The verb of a page that is not shown stays silent.
    m_window->go({QStringLiteral("services"), {}, {}});
    QTest::keyClick(page(QStringLiteral("services"))->button, Qt::Key_A);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 1);
    QCOMPARE(page(QStringLiteral("services"))->acknowledged, 1);
}

void TestShell::chordsRunOut()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_G);
    m_fakes->clock.advance(1600ms);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_S);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
}

void TestShell::keysAreTextInTextFields()
{
    ProbePage *inbox = page(QStringLiteral("inbox"));
    inbox->edit->setFocus();
    QTest::keyClicks(inbox->edit, QStringLiteral("gsa?z"));
    QCOMPARE(inbox->edit->text(), QStringLiteral("gsa?z"));
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
    QCOMPARE(inbox->acknowledged, 0);
    QVERIFY(!m_fakes->time.isUtc());
}

void TestShell::singleKeysCanBeSwitchedOff()
{
    PreferenceValues values = m_fakes->preferences.values();
    values.isSingleKeyEnabled = false;
    m_fakes->preferences.setValues(values);
    ProbePage *inbox = page(QStringLiteral("inbox"));
    QTest::keyClick(inbox->button, Qt::Key_A);
    QTest::keyClick(inbox->button, Qt::Key_Z);
    QTest::keyClick(inbox->button, Qt::Key_G);
    QTest::keyClick(inbox->button, Qt::Key_S);
    QCOMPARE(inbox->acknowledged, 0);
    QVERIFY(!m_fakes->time.isUtc());
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
    // What has a modifier works as before.
    QTest::keyClick(inbox->button, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_fakes->time.span(), Millis(6h));
}

void TestShell::backReturnsToThePlaceBefore()
{
    m_window->go({QStringLiteral("inbox"), QStringLiteral("am:1"), {}});
    m_window->go({QStringLiteral("services"), QStringLiteral("checkout"), {}});
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
    QCOMPARE(page(QStringLiteral("inbox"))->shown.last().object, QStringLiteral("am:1"));
}

void TestShell::paletteFindsPagesVerbsAndObjects()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_K, Qt::ControlModifier);
    auto *edit = m_window->findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
    auto *list = m_window->findChild<QListView *>(QStringLiteral("paletteList"));
    QTRY_VERIFY(edit->hasFocus());
    const auto titles = [list] {
        QStringList all;
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            all += list->model()->index(i, 0).data().toString();
        }
        return all;
    };
    QVERIFY(titles().contains(QStringLiteral("services")));
    QTest::keyClicks(edit, QStringLiteral("ackn"));
    QCOMPARE(titles().value(0), QStringLiteral("Acknowledge"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 1);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_K, Qt::ControlModifier);
    edit->setText(QStringLiteral("checko"));
    QVERIFY(titles().contains(QStringLiteral("checkout")));
    list->setCurrentIndex(list->model()->index(int(titles().indexOf(QStringLiteral("checkout"))), 0));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!edit->isVisible());
    QCOMPARE(page(m_window->currentPageId())->shown.last().object, QStringLiteral("checkout"));
}

void TestShell::helpNamesTheKeysOfThePage()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_Question, Qt::ShiftModifier);
    auto *help = m_window->findChild<QWidget *>(QStringLiteral("help"));
    QTRY_VERIFY(help->isVisible());
    QStringList words;
    for (const QLabel *label : help->findChildren<QLabel *>()) {
        words += label->text();
    }
    QVERIFY(words.contains(QStringLiteral("Acknowledge")));
    takePicture(*m_window, QStringLiteral("shell-help"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    // A sheet never hides a place that was asked for from elsewhere.
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_Question, Qt::ShiftModifier);
    QTRY_VERIFY(help->isVisible());
    QVERIFY(m_window->openLink(QStringLiteral("quarterdeck://service/checkout")));
    QVERIFY(!help->isVisible());
}

void TestShell::overlaysGiveTheFocusBack()
{
    QToolButton *before = page(QStringLiteral("inbox"))->button;
    before->setFocus();
    QTest::keyClick(before, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(QApplication::focusWidget() != before);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *palette = m_window->findChild<QWidget *>(QStringLiteral("palette"));
    QVERIFY(palette->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), before);
}

void TestShell::statusLineTellsTheTruth()
{
    const UtcTime now = m_fakes->clock.now();
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Live, now - 4s));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("pager"), Freshness::NeedsSignIn, now - 11min));
    auto *first = m_window->findChild<QWidget *>(QStringLiteral("source0"));
    auto *second = m_window->findChild<QWidget *>(QStringLiteral("source1"));
    QCOMPARE(first->accessibleName(), QStringLiteral("Source prom-eu: live, 4 s ago"));
    QVERIFY(second->accessibleName().contains(QLatin1StringView("needs sign-in")));
    auto *live = m_window->findChild<QToolButton *>(QStringLiteral("liveSwitch"));
    QVERIFY(live->accessibleName().contains(QLatin1StringView("1 of 2")));
    QCOMPARE(live->text(), QStringLiteral("1 of 2 live"));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Unreachable, now - 4s));
    // A login page is an answer.
    QCOMPARE(live->text(), QStringLiteral("0 of 2 live"));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("pager"), Freshness::Unreachable, now - 11min));
    QCOMPARE(live->text(), QStringLiteral("Offline"));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Live, now - 4s));
    m_fakes->clock.advance(60s);
    QTRY_COMPARE_WITH_TIMEOUT(first->accessibleName(), QStringLiteral("Source prom-eu: live, 1 min ago"), 3000);
}

void TestShell::instantsInsideSentencesAreToldInTheZone()
{
    TimeControl time(m_fakes->clock);
    time.setUtc(true);
    QCOMPARE(time.localised(QStringLiteral("firing since 2026-11-21T12:58:49.608Z; again since 2026-11-21T14:58:49+01:00.")),
        QStringLiteral("firing since 2026-11-21 12:58:49 UTC; again since 2026-11-21 13:58:49 UTC."));
    QCOMPARE(time.localised(QStringLiteral("no 2026-99-99T00:00:00Z time")), QStringLiteral("no 2026-99-99T00:00:00Z time"));
    QCOMPARE(time.localised({}), QString());
}

void TestShell::outboxNeedsAttention()
{
    auto *button = m_window->findChild<QToolButton *>(QStringLiteral("outboxButton"));
    QCOMPARE(button->text(), QStringLiteral("Outbox: empty"));
    OutboxEntry entry;
    entry.action.id = QUuid::createUuid();
    entry.action.alertTitle = QStringLiteral("<b>CheckoutLatencyHigh</b>");
    entry.state = OutboxState::Conflict;
    entry.detail = QStringLiteral("It fired again at 14:02.");
    m_fakes->outbox.entryList = {entry};
    ChangeSet changes;
    changes.outbox = true;
    m_fakes->reader.announce(changes);
    QTRY_VERIFY(button->text().contains(QLatin1StringView("1 need")));
    button->click();
    auto *sheet = m_window->findChild<QWidget *>(QStringLiteral("outboxSheet"));
    QTRY_VERIFY(sheet->isVisible());
    auto *verb = sheet->findChild<QPushButton *>(QStringLiteral("outboxVerb"));
    QVERIFY(verb != nullptr);
    takePicture(*m_window, QStringLiteral("shell-outbox"));
    verb->click();
    QTRY_COMPARE(m_fakes->outbox.resent.size(), std::size_t(1));
}

void TestShell::toastOffersUndo()
{
    int undone = 0;
    m_window->toast(QStringLiteral("Acknowledged."), [&undone] { ++undone; });
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_U);
    QCOMPARE(undone, 1);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_U);
    QCOMPARE(undone, 1);
}

void TestShell::linksOnlyNavigate_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("object");
    QTest::newRow("alert") << "quarterdeck://alert/eu-am/0a1b"
                           << "inbox"
                           << "eu-am:0a1b";
    QTest::newRow("service") << "quarterdeck://service/checkout?from=now-1h&to=now"
                             << "services"
                             << "checkout";
    QTest::newRow("runbook") << "quarterdeck://runbook/team/db#step-3"
                             << "runbooks"
                             << "team/db";
    QTest::newRow("page") << "quarterdeck://page/load"
                          << "load"
                          << "";
    QTest::newRow("file") << "file:///etc/passwd"
                          << ""
                          << "";
    QTest::newRow("verb") << "quarterdeck://acknowledge/eu-am/1"
                          << ""
                          << "";
    QTest::newRow("user") << "quarterdeck://x@alert/eu-am/1"
                          << ""
                          << "";
    QTest::newRow("half") << "quarterdeck://alert/eu-am"
                          << ""
                          << "";
    QTest::newRow("long") << "quarterdeck://service/" + QString(5000, u'x') << ""
                          << "";
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
}

void TestShell::linksOnlyNavigate()
{
    QFETCH(QString, link);
    const auto destination = parseLink(link);
    QTEST(destination ? destination->page : QString(), "page");
    QTEST(destination ? destination->object : QString(), "object");
    const int before = page(QStringLiteral("inbox"))->acknowledged;
    m_window->openLink(link);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, before);
}

void TestShell::linksSurviveTheRoundTrip()
{
    for (const Destination &place : {Destination {QStringLiteral("inbox"), QStringLiteral("eu-am:a/b c?#%"), {}},
             Destination {QStringLiteral("services"), QStringLiteral("ünïcode <b>"), {}}, Destination {QStringLiteral("load"), {}, {}}}) {
        const auto back = parseLink(linkTo(place));
        QVERIFY2(back, qPrintable(linkTo(place)));
        QCOMPARE(back->page, place.page);
        QCOMPARE(back->object, place.object);
    }
}

void TestShell::addressesAreRefusedInWords_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("https") << "https://grafana.example.com/d/1" << true;
    QTest::newRow("http") << "http://127.0.0.1:9090/graph" << true;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("javascript") << "javascript:alert(1)" << false;
    QTest::newRow("smb") << "smb://host/share" << false;
    QTest::newRow("user") << "https://paypal.com@evil.example/" << false;
    QTest::newRow("relative") << "/etc/passwd" << false;
    QTest::newRow("no host") << "https:///x" << false;
    QTest::newRow("empty") << "" << false;
}

void TestShell::addressesAreRefusedInWords()
{
    QFETCH(QString, url);
    QFETCH(bool, isAllowed);
    QCOMPARE(refusalOf(url).isEmpty(), isAllowed);
    m_window->openExternal(url);
    auto *sheet = m_window->findChild<QWidget *>(QStringLiteral("confirm"));
    QCOMPARE(sheet->isVisible(), isAllowed);
    if (isAllowed) {
        const auto *sentence = sheet->findChild<QLabel *>(QStringLiteral("confirmSentence"));
        QVERIFY(sentence->text().contains(shownHost(url)));
    }
}

void TestShell::sessionComesBackAndDamageDoesNot()
{
    m_window->go({QStringLiteral("services"), QStringLiteral("checkout"), {}});
    m_fakes->time.setSpan(6h);
    QByteArray saved = m_window->saveSession();
    m_window->go({QStringLiteral("rules"), {}, {}});
    m_fakes->time.setSpan(1h);
    m_window->restoreSession(saved);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("services"));
    QCOMPARE(m_fakes->time.span(), Millis(6h));
    for (qsizetype i = 0; i < saved.size(); i += 7) {
        QByteArray damaged = saved;
        damaged[i] = char(damaged.at(i) ^ 0x5a);
        QVERIFY(Session::load(damaged).page.isEmpty());
    }
    QVERIFY(Session::load("short").page.isEmpty());
}

void TestShell::fuzzyPrefersWordStarts()
{
    QVERIFY(fuzzyScore(u"checkout", u"check") > fuzzyScore(u"recheck", u"check"));
    QVERIFY(fuzzyScore(u"CheckoutErrorBudgetBurn", u"cebb") > 0);
    QVERIFY(fuzzyScore(u"CheckoutErrorBudgetBurn", u"ceb") > fuzzyScore(u"conference ebook", u"xeb"));
    QCOMPARE(fuzzyScore(u"inbox", u"zz"), 0);
}

void TestShell::everyActionHasAKeyAndAName()
{
    int seen = 0;
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator() || action->menu() != nullptr) {
                continue;
            }
            ++seen;
            const bool hasKey = !action->shortcut().isEmpty() || !action->property("shownKey").toString().isEmpty();
            QVERIFY2(hasKey, qPrintable(action->text()));
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        }
    }
    QVERIFY(seen > 15);
}

void TestShell::pictures_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("dark") << int(Theme::Scheme::Dark);
    QTest::newRow("light") << int(Theme::Scheme::Light);
    QTest::newRow("contrast") << int(Theme::Scheme::HighContrastDark);
}

void TestShell::pictures()
{
    QFETCH(int, scheme);
    m_fakes->theme.setScheme(Theme::Scheme(scheme));
    const UtcTime now = m_fakes->clock.now();
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Live, now - 4s));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("am-eu"), Freshness::Live, now - 2s));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("pagerduty"), Freshness::NeedsSignIn, now - 11min));
    emit page(QStringLiteral("inbox"))->badgeChanged(12);
    m_window->setContext(QStringLiteral("prod-eu"), QStringLiteral("red"), true);
    m_window->setBanner(
        QStringLiteral("demo"), QStringLiteral("Demo: everything you see is simulated on this machine."), QStringLiteral("End the demo"));
    m_window->toast(QStringLiteral("Acknowledged 3 alerts."), [] {});
    QCoreApplication::processEvents();
    QCOMPARE(namelessWidgets(*m_window), QStringList());
    QVERIFY(colourCount(m_window->grab().toImage()) > 20);
    takePicture(*m_window, QStringLiteral("shell-%1").arg(QLatin1StringView(QTest::currentDataTag())));
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ch"));
    takePicture(*m_window, QStringLiteral("palette-%1").arg(QLatin1StringView(QTest::currentDataTag())));
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
