#include "ui/widgets/outboxtext.h"

#include "ui/widgets/phrases.h"

#include <QCoreApplication>
#include <QStringList>

namespace quarterdeck {

namespace {

QString say(const char *words, int n)
{
    return QCoreApplication::translate("Outbox", words, nullptr, n);
}

} // namespace

OutboxCount countOutbox(const std::vector<OutboxEntry> &entries)
{
    OutboxCount count;
    for (const OutboxEntry &entry : entries) {
        switch (entry.state) {
        case OutboxState::Queued:
        case OutboxState::Sending:
        case OutboxState::Unknown:
            ++count.waiting;
            break;
        case OutboxState::Conflict:
            ++count.conflicts;
            break;
        case OutboxState::Rejected:
        case OutboxState::Expired:
            ++count.failed;
            break;
        case OutboxState::Confirmed:
        case OutboxState::Superseded:
        case OutboxState::Withdrawn:
            break;
        }
    }
    return count;
}

QString outboxWords(const OutboxCount &count)
{
    QStringList parts;
    if (count.conflicts > 0) {
        parts << say(QT_TRANSLATE_N_NOOP("Outbox", "%n conflict(s) need(s) a decision"), count.conflicts);
    }
    if (count.failed > 0) {
        parts << say(QT_TRANSLATE_N_NOOP("Outbox", "%n failed"), count.failed);
    }
    if (count.waiting > 0) {
        parts << say(QT_TRANSLATE_N_NOOP("Outbox", "%n waiting"), count.waiting);
    }
    return phrases::list(parts);
}

QString outboxText(const OutboxCount &count)
{
    const QString words = outboxWords(count);
    return words.isEmpty() ? say(QT_TRANSLATE_NOOP("Outbox", "Outbox: empty"), -1)
                           : phrases::pair(say(QT_TRANSLATE_NOOP("Outbox", "Outbox"), -1), words);
}

} // namespace quarterdeck
