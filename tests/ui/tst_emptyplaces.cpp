#include "tests/ui/inboxbench.h"
#include "ui/pages/services/factory.h"
#include "ui/pages/settings/factory.h"

#include <QLineEdit>

using namespace quarterdeck;

namespace {

SourceStatus leftOut(const QString &id)
{
    SourceStatus status;
    status.id = id;
    status.kind = QStringLiteral("alertmanager");
    status.freshness = Freshness::Misconfigured;
    status.faces = Faces(Face::Alerts) | Face::Acts;
    status.error = Error {ErrorKind::Rejected, QStringLiteral("config.yaml:7: %1 is left out").arg(id), {}, 0, {}};
    return status;
}

QString wordsOf(const QWidget &page, const QString &name)
{
    const auto *label = page.findChild<QLabel *>(name);
    return label == nullptr ? QStringLiteral("absent") : label->text();
}

} // namespace

/// Pages with nothing on them: what they say, and that their keys work.
class TestEmptyPlaces : public QObject {
    Q_OBJECT

private slots:
    void withoutServicesTheKeysStayWithThePage()
    {
        FakePage f;
        f.theme.apply(*qApp);
        const std::unique_ptr<Page> page(makeServicesPage()->create(f.context(), nullptr));
        page->resize(1270, 830);
        page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->show({QStringLiteral("services"), {}, {}});
        auto *filter = page->findChild<QLineEdit *>(QStringLiteral("servicesFilter"));
        QTRY_VERIFY(page->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(!filter->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_BracketLeft);
        QVERIFY(filter->text().isEmpty() && !f.time.isSliding());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
        QVERIFY(filter->hasFocus());
        // Rows that come take the keys as before.
        page->show({QStringLiteral("services"), {}, {}});
        Service service;
        service.name = QStringLiteral("checkout");
        f.reader.serviceList = {service};
        ChangeSet changes;
        changes.services = true;
        f.reader.announce(changes);
        QTRY_VERIFY(page->findChild<QTableView *>(QStringLiteral("servicesTable"))->hasFocus());
    }

    void aContextWithoutSourcesIsNamed()
    {
        InboxBench b(false);
        b.f.sources.statusList.clear();
        b.f.sources.contextInfo = {QStringLiteral("leer"), false};
        b.open();
        QTRY_COMPARE(b.words("emptySentence"), QStringLiteral("The context leer has no source: the current state is unknown."));
        QCOMPARE(b.words("inbox.count"), QString());
        const std::unique_ptr<Page> settings(makeSettingsPage()->create(b.f.context(), nullptr));
        QCOMPARE(wordsOf(*settings, QStringLiteral("settingsTitle")), QStringLiteral("The context leer has no source"));
        b.f.sources.setStatus(QStringLiteral("prom-eu"), QStringLiteral("prometheus"), Freshness::Live, b.f.clock.now());
        QTRY_COMPARE(b.words("emptySentence"),
            QStringLiteral("The context leer has no alert source: the current state is unknown. This is not an all-clear."));
        QCOMPARE(b.words("inbox.count"), QString());
    }

    void noneThatIsKnownIsNotCountedAsNone()
    {
        InboxBench b(false);
        b.open();
        QTRY_COMPARE(b.words("inbox.count"), QStringLiteral("0 open"));
        b.f.sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Unreachable, b.f.clock.now());
        QTRY_COMPARE(b.words("inbox.count"), QString());
    }

    // The window says above every page what is left out, and why.
    void whatIsLeftOutIsToldOnce()
    {
        InboxBench b;
        b.open();
        b.f.sources.setStatus(leftOut(QStringLiteral("am-us")));
        b.f.sources.setStatus(leftOut(QStringLiteral("am-ap")));
        b.f.sources.setStatus(QStringLiteral("prom-eu"), QStringLiteral("prometheus"), Freshness::Unreachable, b.f.clock.now());
        QTRY_VERIFY(b.strip("inbox.strip.source.0").startsWith(QStringLiteral("prom-eu")));
        QCOMPARE(b.strip("inbox.strip.source.1"), QString());
        InboxBench none(false);
        none.open();
        none.f.sources.setStatus(leftOut(QStringLiteral("am-us")));
        QTRY_COMPARE(none.words("emptySentence"),
            QStringLiteral("No alerts known. Ignored parts of the configuration are not watched: this is not an all-clear."));
        QCOMPARE(none.strip("inbox.strip.source.0"), QString());
        // One that is asked and found wrong is told as before.
        SourceStatus wrong = leftOut(QStringLiteral("am-us"));
        wrong.since = none.f.clock.now();
        none.f.sources.setStatus(wrong);
        QTRY_VERIFY(none.strip("inbox.strip.source.0").startsWith(QStringLiteral("am-us")));
    }
};

QTEST_MAIN(TestEmptyPlaces)
#include "tst_emptyplaces.moc"
