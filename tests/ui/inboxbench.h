#pragma once

#include "tests/support/inboxfixture.h"
#include "ui/pages/inbox/inboxpage.h"

#include <QApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>

namespace quarterdeck {

/// A page in a window with the fixture's alerts, ready for keys.
struct InboxBench {
    explicit InboxBench(bool filled = true)
    {
        f.theme.apply(*qApp);
        if (filled) {
            f.fill();
        }
    }
    void open()
    {
        page = std::make_unique<InboxPage>(f.context());
        page->resize(1264, 830);
        static_cast<QWidget &>(*page).show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        list = page->findChild<QTableView *>(QStringLiteral("inbox.list"));
        QVERIFY(list != nullptr);
        if (!f.reader.alertList.empty() && !f.reader.answers.failure) {
            QTRY_VERIFY(list->currentIndex().isValid());
            QTRY_VERIFY(list->hasFocus());
        }
    }
    template <class T> T *part(const char *name) const { return page->findChild<T *>(QString::fromLatin1(name)); }
    QString words(const char *name) const
    {
        const auto *label = part<QLabel>(name);
        return label != nullptr && label->isVisible() ? label->text() : QString();
    }
    /// The sentence of a strip, or nothing while it is hidden.
    QString strip(const char *name) const
    {
        const auto *strip = part<QWidget>(name);
        const auto *label = strip == nullptr ? nullptr : strip->findChild<QLabel *>();
        return label != nullptr && strip->isVisible() ? label->text() : QString();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(list, key, modifiers); }
    AlertKey current() const { return AlertKey::fromString(list->currentIndex().data(KeyRole).toString()); }
    int rowOf(const AlertKey &key) const { return page->feed().alerts().rowOf(key); }

    InboxFixture f;
    std::unique_ptr<InboxPage> page;
    QTableView *list = nullptr;
};

} // namespace quarterdeck
