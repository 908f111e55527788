#pragma once

#include <QAction>
#include <QHash>
#include <QList>

namespace quarterdeck {

/// The verbs of the inbox, by name: "acknowledge", "silence", ... Each has a key, an object name "inbox.<name>" and a text.
class InboxActions final : public QObject {
    Q_OBJECT

public:
    explicit InboxActions(QWidget *page);

    QAction *action(const QString &name) const { return m_byName.value(name); }
    /// In the order of menus.
    const QList<QAction *> &all() const { return m_all; }
    /// Keys of one letter can be switched off; the verbs stay in menu and palette.
    void setSingleKeys(bool enabled);

private:
    QHash<QString, QAction *> m_byName;
    QList<QAction *> m_all;
    QHash<QAction *, QList<QKeySequence>> m_keys;
};

} // namespace quarterdeck
