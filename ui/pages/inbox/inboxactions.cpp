#include "ui/pages/inbox/inboxactions.h"

#include <QWidget>

namespace quarterdeck {

namespace {

struct Entry {
    const char *name;
    const char *text;
    const char *keys; // separated by spaces
};

constexpr Entry Verbs[] = {
    {"acknowledge", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Acknowledge"), "A"},
    {"silence", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Silence…"), "M"},
    {"runbook", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open the runbook"), "O"},
    {"note", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Add a note…"), "N"},
    {"service", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open the service"), "S"},
    {"extendSilence", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Extend the silence by an hour"), "Shift+M"},
    {"extendUntil", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Extend the silence…"), "Ctrl+Shift+M"},
    {"expireSilence", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "End the silence…"), "Ctrl+M"},
    {"unacknowledge", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Take the acknowledgement back"), "Shift+A"},
    {"snooze", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Snooze…"), "Shift+Z"},
    {"resolve", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Resolve…"), "Shift+R"},
    {"reassign", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Reassign…"), "Shift+P"},
    {"escalate", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Escalate…"), "Shift+E"},
    {"callHelp", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Call for help…"), "Shift+H"},
    {"callOff", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Call off help…"), "Shift+K"},
    {"merge", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Merge the marked ones…"), "Shift+J"},
    {"priority", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Set the priority…"), "Shift+Y"},
    {"comment", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Note at the source…"), "Shift+N"},
    {"checkNow", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Check at once"), "Shift+C"},
    {"unite", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show the marked ones as one incident"), "Shift+U"},
    {"part", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show what is joined apart"), "Shift+X"},
    {"openSource", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open in the source"), "Shift+O"},
    {"copy", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Copy the alert"), "C"},
    {"undo", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Undo the last action"), "U"},
    {"mark", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Mark"), "X"},
    {"markAll", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Mark all, or none"), "*"},
    {"fold", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Fold the group"), "Left"},
    {"unfold", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Unfold the group"), "Right"},
    {"open", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open, or fold and unfold"), "Return Enter"},
    {"next", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Next"), "J"},
    {"previous", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Previous"), "K"},
    {"search", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Search and filter"), "/"},
    {"showNew", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show new alerts"), "."},
    {"outbox", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show the outbox"), "B"},
    {"group", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Group by something else"), "Shift+G"},
    {"sort", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Sort by something else"), "Shift+S"},
    {"refresh", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Ask every source now"), "Ctrl+R F5"},
};

bool isSingleKey(const QKeySequence &key)
{
    const int code = key[0].toCombined() & ~int(Qt::ShiftModifier);
    return key.count() == 1 && code > Qt::Key_Space && code < Qt::Key_AsciiTilde;
}

} // namespace

InboxActions::InboxActions(QWidget *page)
    : QObject(page)
{
    for (const Entry &verb : Verbs) {
        auto *action = new QAction(tr(verb.text), page);
        const QString name = QLatin1StringView(verb.name);
        action->setObjectName(QStringLiteral("inbox.") + name);
        QList<QKeySequence> keys;
        for (const QString &key : QString(QLatin1StringView(verb.keys)).split(u' ')) {
            keys << QKeySequence(key, QKeySequence::PortableText);
        }
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_keys.insert(action, keys);
        m_byName.insert(name, action);
        m_all << action;
    }
}

void InboxActions::setSingleKeys(bool enabled)
{
    for (QAction *action : m_all) {
        QList<QKeySequence> keys = m_keys.value(action);
        if (!enabled) {
            keys.removeIf(isSingleKey);
        }
        action->setShortcuts(keys);
    }
}

} // namespace quarterdeck
