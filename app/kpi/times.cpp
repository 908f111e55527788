#include "app/kpi/figures.h"
#include "app/kpi/selection.h"

namespace quarterdeck {

namespace {

void addRates(const Selection &selection, LoadReport &report)
{
    int autoResolved = 0;
    int transient = 0;
    int action = 0;
    int noAction = 0;
    quint16 seen = 0;
    const qint32 nobody = unknownUser(selection.columns);
    for (const quint32 row : selection.counted) {
        if (!selection.isIncident(row)) {
            continue;
        }
        const quint16 flags = selection.columns.flags[row];
        ++report.incidents;
        report.acknowledged += int((flags & loadflag::Acknowledged) != 0);
        report.unknownUser += int(selection.columns.user[row] == nobody);
        report.engagedOpen += int((flags & (loadflag::Acknowledged | loadflag::Resolved)) == loadflag::Acknowledged);
        autoResolved += int((flags & loadflag::Auto) != 0);
        transient += int((flags & loadflag::Transient) != 0);
        action += int((flags & loadflag::Action) != 0);
        noAction += int((flags & loadflag::NoAction) != 0);
        seen = quint16(seen | flags);
    }
    report.isEstimated = (seen & loadflag::Guessed) != 0;
    report.ackRate = ratio(report.acknowledged, report.incidents);
    report.autoResolvedRate = ratio(autoResolved, report.incidents);
    report.transientRate = ratio(transient, report.incidents);
    report.precisionClassified = ratio(action, action + noAction);
    // Where nobody tagged anything, nothing is known of precision.
    report.precisionStrict = action + noAction > 0 ? ratio(action, report.incidents) : std::nullopt;
}

// Spans from creation to `end` of the counted rows that have `flag` and none of `without`.
Durations spansTo(const std::vector<qint64> &end, quint16 flag, quint16 without, const Selection &selection)
{
    const LoadColumns &columns = selection.columns;
    std::vector<qint64> spans;
    spans.reserve(selection.counted.size());
    int negative = 0;
    for (const quint32 row : selection.counted) {
        if ((columns.flags[row] & (flag | without)) != flag || !selection.isIncident(row)) {
            continue;
        }
        if (end[row] >= columns.created[row]) {
            spans.push_back(end[row] - columns.created[row]);
        } else {
            ++negative;
        }
    }
    Durations out = summarize(spans);
    out.negative = negative;
    return out;
}

} // namespace

void addTimes(const Selection &selection, LoadReport &report)
{
    const LoadColumns &columns = selection.columns;
    addRates(selection, report);
    int open = 0;
    int openUnacknowledged = 0;
    for (const quint32 row : selection.counted) {
        if (!selection.isIncident(row)) {
            continue;
        }
        open += int(!columns.is(row, loadflag::Resolved));
        openUnacknowledged += int(!columns.is(row, loadflag::Resolved | loadflag::Acknowledged));
    }
    report.timeToAcknowledge = spansTo(columns.acknowledged, loadflag::Acknowledged, 0, selection);
    report.timeToAcknowledge.open = openUnacknowledged;
    report.timeToResolve = spansTo(columns.resolved, loadflag::Resolved, 0, selection);
    report.timeToResolve.open = open;
    report.timeToResolveByPeople = spansTo(columns.resolved, loadflag::Resolved, loadflag::Auto, selection);
    report.timeToResolveByPeople.open = open;
}

} // namespace quarterdeck
