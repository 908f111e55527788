#include "app/core/text.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/phrases.h"

#include <QCoreApplication>

namespace quarterdeck::inboxwords {

namespace {

QString tellFilter(const char *words, int n = -1)
{
    return QCoreApplication::translate("Inbox", words, nullptr, n);
}

} // namespace

QString filterProblem(const FilterError &error)
{
    const QString token = text::plain(error.token, 200);
    // The near ones alone, where there are any: the whole list is long.
    const QString known = phrases::list(error.near.isEmpty() ? error.known : error.near);
    switch (error.kind) {
    case FilterError::Kind::UnclosedQuote:
        return tellFilter(QT_TRANSLATE_NOOP("Inbox", "Unclosed quotation mark at character %1")).arg(error.at + 1);
    case FilterError::Kind::UnknownKey:
        return (error.near.isEmpty()
                ? tellFilter(
                    QT_TRANSLATE_NOOP("Inbox", "No such filter “%1” (character %2); available: %3. Put it in quotation marks to search for the text"))
                : tellFilter(QT_TRANSLATE_NOOP("Inbox", "No such filter “%1” (character %2); did you mean %3? For a label write name=value")))
            .arg(token)
            .arg(error.at + 1)
            .arg(known);
    case FilterError::Kind::UnknownValue:
        return (error.near.isEmpty() ? tellFilter(QT_TRANSLATE_NOOP("Inbox", "“%1” (character %2) is not a valid value; use %3"))
                                     : tellFilter(QT_TRANSLATE_NOOP("Inbox", "“%1” (character %2) is not a valid value; did you mean %3?")))
            .arg(token)
            .arg(error.at + 1)
            .arg(known);
    case FilterError::Kind::EmptyValue:
        return known.isEmpty()
            ? tellFilter(QT_TRANSLATE_NOOP("Inbox", "“%1” (character %2) needs a value")).arg(token).arg(error.at + 1)
            : tellFilter(QT_TRANSLATE_NOOP("Inbox", "“%1” (character %2) needs a value: %3")).arg(token).arg(error.at + 1).arg(known);
    case FilterError::Kind::WrongOperator:
        return tellFilter(QT_TRANSLATE_NOOP("Inbox", "“%1” (character %2) takes %3 here")).arg(token).arg(error.at + 1).arg(known);
    case FilterError::Kind::BadAge:
        return tellFilter(QT_TRANSLATE_NOOP("Inbox", "“%1” (character %2) is not a duration; write 30m, 2h or 7d")).arg(token).arg(error.at + 1);
    case FilterError::Kind::BadPattern:
        return tellFilter(QT_TRANSLATE_NOOP("Inbox", "“%1” (character %2) is not a pattern: %3"))
            .arg(token)
            .arg(error.at + 1)
            .arg(text::plain(error.detail, 200));
    case FilterError::Kind::NobodyIsMe:
        return tellFilter(QT_TRANSLATE_NOOP("Inbox", "“me” (character %1) needs your name; enter it in Settings")).arg(error.at + 1);
    }
    return {};
}

QString obstacles(const AlertIndex &alerts)
{
    QStringList sentences;
    for (const AlertIndex::Obstacle &one : alerts.obstacles()) {
        sentences << tellFilter(QT_TRANSLATE_N_NOOP("Inbox", "Without “%1”: %n alert(s)."), one.count).arg(text::plain(one.term, 80));
    }
    return phrases::sentences(sentences);
}

} // namespace quarterdeck::inboxwords
