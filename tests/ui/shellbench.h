#pragma once

#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"
#include "ui/shell/mainwindow.h"

#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace quarterdeck {

/// A page that writes down what happens to it.
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

/// Makes probe pages and remembers them.
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

/// The window with three probe pages (inbox, services, rules) over fakes, anew for each test function.
class ShellBench : public QObject {
protected:
    bool open()
    {
        close();
        m_fakes = std::make_unique<FakePage>();
        setStage(m_fakes->theme, Theme::Scheme::Dark);
        FakePage &f = *m_fakes;
        std::vector<std::unique_ptr<PageFactory>> factories;
        factories.push_back(std::make_unique<ProbeFactory>(QStringLiteral("inbox"), u'i', m_pages));
        factories.push_back(std::make_unique<ProbeFactory>(QStringLiteral("services"), u's', m_pages));
        factories.push_back(std::make_unique<ProbeFactory>(QStringLiteral("rules"), u'a', m_pages));
        m_window = std::make_unique<MainWindow>(MainWindow::Parts {f.reader, f.outbox, f.sources, f.telemetry, f.onCall, f.runLog, f.library,
                                                    f.preferences, f.secrets, f.editor, f.time, f.clock, f.theme},
            std::move(factories));
        return showAndWait(*m_window, {1440, 900}) && QTest::qWaitFor([this] { return m_window->isActiveWindow(); });
    }
    void close()
    {
        m_window.reset();
        m_pages.clear();
        m_fakes.reset();
    }
    ProbePage *page(const QString &id) { return m_pages.value(id); }

    std::unique_ptr<FakePage> m_fakes;
    std::unique_ptr<MainWindow> m_window;
    QMap<QString, ProbePage *> m_pages;
};

} // namespace quarterdeck
