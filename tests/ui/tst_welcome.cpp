#include "app/desktop/discovery.h"
#include "app/desktop/welcome.h"
#include "app/settings/config.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/support/await.h"
#include "tests/support/uistage.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractButton>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

using namespace quarterdeck;

namespace {

const std::vector<FoundBackend> Found {
    {QStringLiteral("prometheus"), QStringLiteral("prometheus"), QStringLiteral("http://127.0.0.1:9090"), QStringLiteral("port 9090")},
    {QStringLiteral("amtool"), QStringLiteral("alertmanager"), QStringLiteral("https://alerts.example.test/am?x=1"),
        QStringLiteral("/etc/amtool/config.yml")}};

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

// The first page of a new installation: what it finds, what it writes, and that nothing behind it can be reached unseen.
class TestWelcome : public QObject {
    Q_OBJECT

private slots:
    void init();
    void amtoolIsFoundAndOnlyPlainAddresses_data();
    void amtoolIsFoundAndOnlyPlainAddresses();
    void configurationIsAccepted();
    void configurationIsWrittenOnceAndNeverOver();
    void nothingFoundIsSaid();
    void coversItsParentAtEverySize();
    void focusStaysAndEverythingHasAName();
    void noParagraphIsCut();
    void pictures_data();
    void pictures();

private:
    QString configFile() const { return m_home->filePath(QStringLiteral("config/quarterdeck/config.yaml")); }
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestWelcome::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_home->path().toUtf8());
    setStage(m_theme, Theme::Scheme::Light);
}

void TestWelcome::amtoolIsFoundAndOnlyPlainAddresses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << QByteArray("alertmanager.url: http://am.example.test:9093") << QStringLiteral("http://am.example.test:9093");
    QTest::newRow("quoted") << QByteArray("author: me\nalertmanager.url: \"https://am.example.test/x\"\n")
                            << QStringLiteral("https://am.example.test/x");
    QTest::newRow("with a password") << QByteArray("alertmanager.url: http://me:secret@am.example.test") << QString();
    QTest::newRow("no web address") << QByteArray("alertmanager.url: file:///etc/passwd") << QString();
    QTest::newRow("rubbish") << QByteArray("\x00\xff\xfe{{{{", 7) << QString();
}

void TestWelcome::amtoolIsFoundAndOnlyPlainAddresses()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, url);
    write(m_home->filePath(QStringLiteral(".config/amtool/config.yml")), line);
    const auto found = await(discoverBackends());
    QVERIFY(found);
    QStringList fromHere;
    for (const FoundBackend &one : *found) {
        if (one.where.startsWith(m_home->path())) {
            fromHere.append(one.url);
        }
    }
    QCOMPARE(fromHere, url.isEmpty() ? QStringList() : QStringList {url});
}

void TestWelcome::configurationIsAccepted()
{
    const auto config = parseConfig(configurationFor(Found), QStringLiteral("config.yaml"), m_home->path());
    QVERIFY2(config, config ? "" : qPrintable(config.error().what));
    QCOMPARE(config->warnings, QStringList());
    QCOMPARE(config->backendsOf(config->context()).size(), std::size_t(2));
    QCOMPARE(config->backends.at(1).urls.front().toString(), Found[1].url);
}

void TestWelcome::configurationIsWrittenOnceAndNeverOver()
{
    QWidget parent;
    Welcome welcome(m_theme, configFile(), &parent);
    QVERIFY(showAndWait(parent, {1000, 700}));
    auto *connectThese = welcome.findChild<QAbstractButton *>(QStringLiteral("welcome.connect"));
    QVERIFY(!connectThese->isVisible());
    welcome.showFound(Found);
    QVERIFY(connectThese->isVisible());
    QSignalSpy configured(&welcome, &Welcome::configured);
    QTest::keyClick(connectThese, Qt::Key_Space);
    QCOMPARE(configured.count(), 1);
    const auto config = loadConfig(configFile());
    QVERIFY(config);
    QCOMPARE(config->backends.size(), std::size_t(2));

    write(configFile(), "mine");
    connectThese->click();
    QCOMPARE(configured.count(), 1);
    QFile kept(configFile());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("mine"));
    QVERIFY(welcome.findChild<PlainLabel *>(QStringLiteral("welcome.verdict"))->text().contains(QStringLiteral("was not changed")));
}

void TestWelcome::nothingFoundIsSaid()
{
    QWidget parent;
    Welcome welcome(m_theme, configFile(), &parent);
    QVERIFY(showAndWait(parent, {1000, 700}));
    welcome.showFound(Found);
    welcome.showFound({});
    QVERIFY(welcome.findChild<PlainLabel *>(QStringLiteral("welcome.verdict"))->text().contains(QStringLiteral("No answer")));
    QVERIFY(!welcome.findChild<QWidget *>(QStringLiteral("welcome.connect"))->isVisible());
}

void TestWelcome::coversItsParentAtEverySize()
{
    QWidget parent;
    Welcome welcome(m_theme, configFile(), &parent);
    QVERIFY(showAndWait(parent, {1000, 700}));
    QCOMPARE(welcome.size(), parent.size());
    parent.resize(1440, 900);
    QTRY_COMPARE(welcome.size(), QSize(1440, 900));
    QTest::keyClick(&welcome, Qt::Key_Escape);
    QVERIFY(!welcome.isVisible());
}

void TestWelcome::focusStaysAndEverythingHasAName()
{
    QWidget parent;
    QAbstractButton *behind = new QPushButton(QStringLiteral("behind"), &parent);
    Welcome welcome(m_theme, configFile(), &parent);
    QVERIFY(showAndWait(parent, {1000, 700}));
    welcome.showFound(Found);
    QCOMPARE(namelessWidgets(welcome), QStringList());
    QSet<QWidget *> seen;
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(QApplication::focusWidget(), i < 5 ? Qt::Key_Tab : Qt::Key_Backtab);
        seen.insert(QApplication::focusWidget());
    }
    QVERIFY(!seen.contains(behind));
    QCOMPARE(seen.size(), 5);
}

void TestWelcome::noParagraphIsCut()
{
    QWidget parent;
    Welcome welcome(m_theme, configFile(), &parent);
    QVERIFY(showAndWait(parent, {1000, 700}));
    for (const std::vector<FoundBackend> &found : {std::vector<FoundBackend>(), Found}) {
        welcome.showFound(found);
        QCoreApplication::sendPostedEvents();
        for (const PlainLabel *label : welcome.findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->wordWrap()) {
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            }
        }
    }
}

void TestWelcome::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TestWelcome::pictures()
{
    QFETCH(bool, dark);
    setStage(m_theme, dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
    QWidget parent;
    Welcome welcome(m_theme, configFile(), &parent);
    QVERIFY(showAndWait(parent, {1440, 900}));
    welcome.showFound(Found);
    QVERIFY(colourCount(parent.grab().toImage()) > 8);
    takePicture(parent, QStringLiteral("welcome-found-") + QLatin1StringView(QTest::currentDataTag()));
}

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
