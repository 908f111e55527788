#include "app/cli/openacts.h"

#include "app/cli/counted.h"
#include "app/cli/delivery.h"
#include "app/cli/jsonitems.h"

#include <algorithm>
#include <map>

namespace quarterdeck {

namespace {

constexpr qsizetype ShortEntryId = 8;
constexpr std::size_t MostLines = 20;

QString summary(const OpenActs &acts)
{
    QStringList parts;
    if (!acts.conflicts.empty()) {
        parts << counted(acts.conflicts.size(), "conflict needs a decision", "conflicts need a decision");
    }
    if (!acts.failed.empty()) {
        parts << counted(acts.failed.size(), "failed in the last day", "failed in the last day");
    }
    if (!acts.waiting.empty()) {
        parts << counted(acts.waiting.size(), "is waiting to be sent", "are waiting to be sent");
    }
    return QStringLiteral("Outbox: ") + (parts.isEmpty() ? QStringLiteral("empty") : parts.join(QStringLiteral(", ")));
}

void sayLines(Report &report, const std::vector<OutboxEntry> &entries, Ink ink)
{
    for (std::size_t i = 0; i < std::min(entries.size(), MostLines); ++i) {
        report.say(inked(QStringLiteral("  ") + actLine(entries[i]), ink));
    }
    if (entries.size() > MostLines) {
        report.say(QStringLiteral("  and %1 more: see qdeck outbox").arg(entries.size() - MostLines));
    }
}

/// A source that answers and has not taken everything is no more up to date than one that does not answer.
void addWaiting(Report &report, const std::vector<OutboxEntry> &waiting, const std::vector<SourceStatus> &statuses)
{
    std::map<SourceId, std::size_t> counts;
    for (const OutboxEntry &entry : waiting) {
        ++counts[entry.action.source];
    }
    for (const auto &[source, count] : counts) {
        const auto status = std::find_if(statuses.begin(), statuses.end(), [&id = source](const SourceStatus &s) { return s.id == id; });
        const QString actions = counted(count, "action", "actions");
        if (status == statuses.end()) {
            report.addStale(source, {}, QStringLiteral("is not a source of this context: %1 cannot be delivered").arg(actions));
        } else if (status->freshness == Freshness::Live) {
            report.addStale(source, status->lastOkAt, QStringLiteral("has not accepted %1 yet").arg(actions));
        }
    }
}

} // namespace

OpenActs openActs(const std::vector<OutboxEntry> &entries, const QStringList &sources)
{
    OpenActs acts;
    for (const OutboxEntry &entry : entries) {
        if (!sources.isEmpty() && !sources.contains(entry.action.source)) {
            continue;
        }
        if (entry.state == OutboxState::Conflict) {
            acts.conflicts.push_back(entry);
        } else if (entry.state == OutboxState::Rejected || entry.state == OutboxState::Expired) {
            acts.failed.push_back(entry);
        } else if (!isFinal(entry.state)) {
            acts.waiting.push_back(entry);
        }
    }
    return acts;
}

QString actLine(const OutboxEntry &entry)
{
    return entry.action.id.toString(QUuid::WithoutBraces).left(ShortEntryId) + QStringLiteral("  ") + deliverySentence(entry);
}

void tellOpenActs(Report &report, const OpenActs &acts, const std::vector<SourceStatus> &statuses, UtcTime since)
{
    report.say(summary(acts));
    sayLines(report, acts.conflicts, Ink::Bad);
    sayLines(report, acts.failed, Ink::Bad);
    sayLines(report, acts.waiting, Ink::Warn);
    if (!acts.conflicts.empty() || !acts.failed.empty()) {
        report.say(QStringLiteral("Send again with qdeck outbox resend ID; discard a conflict with qdeck outbox withdraw ID."));
    }
    const auto count = [&report](const char *name, std::size_t n) {
        report.addMember(QLatin1StringView(name), [n](JsonWriter &json) { json.value(qint64(n)); });
    };
    count("undelivered", acts.waiting.size());
    count("conflicts", acts.conflicts.size());
    count("failed", acts.failed.size());
    report.addMember(QStringLiteral("outbox"), [acts](JsonWriter &json) {
        json.beginArray();
        for (const auto *list : {&acts.conflicts, &acts.failed, &acts.waiting}) {
            for (const OutboxEntry &entry : *list) {
                writeOutboxEntry(json, entry);
            }
        }
        json.endArray();
    });
    if (!acts.conflicts.empty()) {
        report.failed(counted(acts.conflicts.size(), "action is in conflict and needs a decision: see qdeck outbox",
            "actions are in conflict and need a decision: see qdeck outbox"));
    }
    // What failed earlier was told then and cannot be taken back: the exit code must not repeat it for a day.
    const auto fresh = std::count_if(acts.failed.begin(), acts.failed.end(), [since](const OutboxEntry &entry) { return entry.changedAt >= since; });
    if (fresh > 0) {
        report.failed(counted(
            std::size_t(fresh), "action failed and will not be sent: see qdeck outbox", "actions failed and will not be sent: see qdeck outbox"));
    }
    addWaiting(report, acts.waiting, statuses);
}

} // namespace quarterdeck
