#include "app/store/tables/oldalert.h"

namespace quarterdeck {

void fillFromOldBody(Alert &alert, BlobReader body)
{
    alert.title = body.sharedText();
    alert.summary = body.text();
    alert.severity = bounded(body.number(), Severity::Unknown);
    alert.rawState = body.sharedText();
    alert.service = body.sharedText();
    alert.team = body.sharedText();
    alert.cluster = body.sharedText();
    alert.labels = body.labels();
    alert.annotations = body.labels();
    alert.startsAt = {body.number()};
    alert.updatedAt = {body.number()};
    alert.endsAt = {body.number()};
    QStringList silences = body.texts();
    const QStringList inhibitors = body.texts();
    Hold taken {alert.state == AlertState::Snoozed ? HoldKind::Snooze : HoldKind::Acknowledgement, body.text()};
    taken.by = body.sharedText();
    taken.until = {body.number()};
    alert.generatorUrl = body.text();
    alert.runbookUrl = body.sharedText();
    const QStringList intervals = body.texts();
    const QStringList receivers = body.texts();
    alert.assigned = body.texts();
    alert.correlation = body.text();
    const qint64 verbs = body.number();
    alert.can = body.isOk() ? VerbSet::fromBits(quint32(verbs)) : VerbSet::all();
    for (const Label &pair : body.pairs()) {
        alert.links.push_back({pair.name, pair.value});
    }
    const QStringList partly = body.texts();
    // An acknowledgement by a silence stood in both lists.
    silences.removeAll(taken.id);
    alert.holds.set(HoldKind::Silence, silences);
    alert.holds.set(HoldKind::Inhibition, inhibitors);
    alert.holds.set(HoldKind::TimeInterval, intervals);
    for (const QString &receiver : receivers) {
        for (const QString &interval : partly) {
            alert.holds.add({HoldKind::TimeInterval, interval, {}, {}, receiver});
        }
    }
    if (!taken.id.isEmpty() || !taken.by.isEmpty() || taken.until.isValid()) {
        alert.holds.add(std::move(taken));
    }
}

} // namespace quarterdeck
