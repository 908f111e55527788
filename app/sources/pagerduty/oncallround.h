#pragma once

#include "app/sources/pagerduty/oncalls.h"
#include "app/sources/pagerduty/reader.h"

#include <QHash>
#include <QSet>

namespace quarterdeck::pagerduty {

/// One reading of who is on call: what is near first, then the policies with their services, then all other shifts. One request at a time, as
/// PagerDuty asks for. Deletes itself when it is over. Thread: io.
class OnCallRound final : public QObject {
public:
    /// A child of `reader`. `clock` outlives it.
    OnCallRound(Reader &reader, const Clock &clock, TimeRange range, CancelToken cancel);
    /// To be called once.
    Async<OnCallPage> run();

private:
    void cutIntoWindows();
    void askPolicies(int offset);
    void takePolicies(const Page<OnCallPolicy> &page, int offset);
    void askWindow();
    void askShifts(TimeRange window, int offset);
    void takeShifts(Page<OnCallEntry> page, TimeRange window, int offset);
    void stopAt(TimeRange window, const Error &error);
    QSet<QByteArray> add(Page<OnCallEntry> page);
    void lack(OnCallLack::Part part, const Error &why);
    bool isLaterThan(Millis span) const;
    void conclude();
    void finish(Result<OnCallPage> page);

    Reader &m_reader;
    const Clock &m_clock;
    TimeRange m_range;
    CancelToken m_cancel;
    Millis m_begun;
    Reply<OnCallPage> m_reply;
    OnCallPage m_page;
    std::vector<TimeRange> m_windows; ///< Still to be asked for, the nearest last.
    QSet<QByteArray> m_seen;          ///< Shifts that the page holds.
    QSet<QByteArray> m_last;          ///< What the answer before held of the same list.
    QHash<QString, OnCallPolicy> m_policies;
};

} // namespace quarterdeck::pagerduty
