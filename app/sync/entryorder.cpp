#include "app/sync/entryorder.h"

namespace quarterdeck {

namespace {

QStringList keysOf(const AlertAction &action)
{
    QStringList keys;
    if (action.alert.isValid()) {
        keys << QStringLiteral("alert ") + action.alert.id;
    }
    if (!action.silenceId.isEmpty()) {
        keys << QStringLiteral("silence ") + action.silenceId;
    }
    if (!action.matchers.empty()) {
        QStringList matchers;
        for (const Matcher &matcher : action.matchers) {
            matchers << matcher.toString();
        }
        matchers.sort();
        keys << QStringLiteral("matchers ") + matchers.join(u'\n');
    }
    return keys;
}

} // namespace

bool EntryOrder::take(const AlertAction &action)
{
    bool isFirst = true;
    for (const QString &key : keysOf(action)) {
        isFirst = isFirst && !m_taken.contains(key);
        m_taken.insert(key);
    }
    return isFirst;
}

} // namespace quarterdeck
