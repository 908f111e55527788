#include "ui/widgets/verbwords.h"

#include <QCoreApplication>

#include <array>

namespace quarterdeck::verbwords {

namespace {

struct Words {
    const char *badge;
    const char *noun;
    const char *order;
};

/// In the order of Verb.
constexpr std::array<Words, 16> Table {{
    {QT_TRANSLATE_NOOP("Verb", "acknowledgement"), QT_TRANSLATE_NOOP("Verb", "Acknowledgement"), QT_TRANSLATE_NOOP("Verb", "Acknowledge %1")},
    {QT_TRANSLATE_NOOP("Verb", "silence"), QT_TRANSLATE_NOOP("Verb", "Silence"), QT_TRANSLATE_NOOP("Verb", "Silence %1")},
    {QT_TRANSLATE_NOOP("Verb", "extension"), QT_TRANSLATE_NOOP("Verb", "Silence extension"), QT_TRANSLATE_NOOP("Verb", "Extend silence on %1")},
    {QT_TRANSLATE_NOOP("Verb", "end of silence"), QT_TRANSLATE_NOOP("Verb", "Silence end"), QT_TRANSLATE_NOOP("Verb", "End silence on %1")},
    {QT_TRANSLATE_NOOP("Verb", "un-acknowledgement"), QT_TRANSLATE_NOOP("Verb", "Acknowledgement end"),
        QT_TRANSLATE_NOOP("Verb", "Remove the acknowledgement of %1")},
    {QT_TRANSLATE_NOOP("Verb", "snooze"), QT_TRANSLATE_NOOP("Verb", "Snooze"), QT_TRANSLATE_NOOP("Verb", "Snooze %1")},
    {QT_TRANSLATE_NOOP("Verb", "resolution"), QT_TRANSLATE_NOOP("Verb", "Resolution"), QT_TRANSLATE_NOOP("Verb", "Resolve %1")},
    {QT_TRANSLATE_NOOP("Verb", "note"), QT_TRANSLATE_NOOP("Verb", "Note at the source"), QT_TRANSLATE_NOOP("Verb", "Note on %1")},
    {QT_TRANSLATE_NOOP("Verb", "reassignment"), QT_TRANSLATE_NOOP("Verb", "Reassignment"), QT_TRANSLATE_NOOP("Verb", "Reassign %1")},
    {QT_TRANSLATE_NOOP("Verb", "escalation"), QT_TRANSLATE_NOOP("Verb", "Escalation"), QT_TRANSLATE_NOOP("Verb", "Escalate %1")},
    {QT_TRANSLATE_NOOP("Verb", "call for help"), QT_TRANSLATE_NOOP("Verb", "Call for help"), QT_TRANSLATE_NOOP("Verb", "Call for help with %1")},
    {QT_TRANSLATE_NOOP("Verb", "merge"), QT_TRANSLATE_NOOP("Verb", "Merge"), QT_TRANSLATE_NOOP("Verb", "Merge %1")},
    {QT_TRANSLATE_NOOP("Verb", "priority"), QT_TRANSLATE_NOOP("Verb", "Priority"), QT_TRANSLATE_NOOP("Verb", "Set the priority of %1")},
    {QT_TRANSLATE_NOOP("Verb", "check"), QT_TRANSLATE_NOOP("Verb", "Check now"), QT_TRANSLATE_NOOP("Verb", "Check %1 now")},
    {QT_TRANSLATE_NOOP("Verb", "call-off"), QT_TRANSLATE_NOOP("Verb", "Call-off of help"), QT_TRANSLATE_NOOP("Verb", "Call off help with %1")},
    {QT_TRANSLATE_NOOP("Verb", "maintenance"), QT_TRANSLATE_NOOP("Verb", "Maintenance window"),
        QT_TRANSLATE_NOOP("Verb", "Maintenance of the service of %1")},
}};
static_assert(Table.size() == std::size_t(Verb::Maintain) + 1);

QString say(const char *words)
{
    return QCoreApplication::translate("Verb", words);
}

} // namespace

QString badge(Verb verb)
{
    return say(Table.at(std::size_t(verb)).badge);
}

QString noun(Verb verb)
{
    return say(Table.at(std::size_t(verb)).noun);
}

QString order(Verb verb, const QString &title)
{
    return say(Table.at(std::size_t(verb)).order).arg(title);
}

} // namespace quarterdeck::verbwords
