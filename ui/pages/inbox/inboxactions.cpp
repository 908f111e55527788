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
    {"runbook", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open runbook"), "O"},
    {"note", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Add a note…"), "N"},
    {"service", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open service"), "S"},
    {"extendSilence", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Extend silence by an hour"), "Shift+M"},
    {"extendUntil", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Extend silence…"), "Ctrl+Shift+M"},
    {"expireSilence", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "End silence…"), "Ctrl+M"},
    {"unacknowledge", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Remove acknowledgement"), "Shift+A"},
    {"snooze", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Snooze…"), "Shift+Z"},
    {"resolve", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Resolve…"), "Shift+R"},
    {"reassign", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Reassign…"), "Shift+P"},
    {"escalate", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Escalate…"), "Shift+E"},
    {"callHelp", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Call for help…"), "Shift+H"},
    {"callOff", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Call off help…"), "Shift+K"},
    {"merge", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Merge marked alerts…"), "Shift+J"},
    {"priority", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Set priority…"), "Shift+Y"},
    {"comment", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Note at the source…"), "Shift+N"},
    {"checkNow", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Check now"), "Shift+C"},
    {"maintain", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Maintenance of the service…"), "Shift+W"},
    {"unite", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show marked alerts as one incident"), "Shift+U"},
    {"part", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show joined alerts separately"), "Shift+X"},
    {"openSource", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open in source"), "Shift+O"},
    {"copy", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Copy alert"), "C"},
    {"undo", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Undo last action"), "U"},
    {"mark", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Mark"), "X"},
    {"markAll", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Mark all or none"), "*"},
    {"fold", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Collapse group"), "Left"},
    {"unfold", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Expand group"), "Right"},
    {"open", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Open, or collapse/expand"), "Return Enter"},
    {"next", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Next"), "J"},
    {"previous", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Previous"), "K"},
    {"search", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Search and filter"), "/"},
    {"showNew", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show new alerts"), "."},
    {"outbox", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Show outbox"), "B"},
    {"group", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Change grouping"), "Shift+G"},
    {"sort", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Change sorting"), "Shift+S"},
    {"refresh", QT_TRANSLATE_NOOP("quarterdeck::InboxActions", "Refresh all sources"), "Ctrl+R F5"},
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
