#pragma once

#include "tests/faults/cutter.h"
#include "tests/faults/enginebench.h"

#include <QDeadlineTimer>
#include <QMap>

namespace quarterdeck {

/// How many connections are to be cut in each verb: QUARTERDECK_CUTS, or once in each way.
inline int cutsWished()
{
    const int wished = qEnvironmentVariableIntValue("QUARTERDECK_CUTS");
    return wished > 0 ? wished : int(Cutter::Ways.size());
}

/// How many actions go together where they do.
constexpr int CutTogether = 3;

/// A whole engine over one server, and between them what cuts connections. Thread: the test's.
class CutRun {
public:
    CutRun(Cutter::Pass pass, Cutter::About about)
        : m_cutter(std::move(pass),
            [this, about = std::move(about)](const ScriptedRequest &request) {
                const QByteArray first = about(request);
                return first.isEmpty() ? first : m_groups.value(first, first);
            })
        , m_gateway([this](const ScriptedRequest &request) { return m_cutter.answer(request); })
    {
        m_bench.urls = {m_gateway.url(QString()).toString()};
    }

    EngineBench &bench() { return m_bench; }
    const Cutter &cutter() const { return m_cutter; }
    /// Lets these actions go together by threes, or each by itself, and says by the id of which alert the cutter knows each. Before anything
    /// is delivered.
    QMap<QUuid, QByteArray> group(std::vector<AlertAction> &actions, bool areTogether)
    {
        QMap<QUuid, QByteArray> leaders;
        for (std::size_t i = 0; i < actions.size(); ++i) {
            const std::size_t number = areTogether ? i / CutTogether : i;
            // What lasts differently does not go together.
            actions[i].duration += Millis(qint64(number));
            leaders.insert(actions[i].id, actions[areTogether ? number * CutTogether : i].alert.id.toUtf8());
            // Two of three may go together again: that is no other write.
            m_groups.insert(actions[i].alert.id.toUtf8(), leaders.value(actions[i].id));
        }
        return leaders;
    }
    /// Opens the engine and waits until it sees so many open alerts.
    bool open(int alerts)
    {
        if (!m_bench.open()) {
            return false;
        }
        m_bench.engine->sync().start();
        return QTest::qWaitFor([&] { return int(m_bench.alerts().size()) == alerts; }, 60'000);
    }
    /// Has all of these delivered and waits until nothing is open or on its way. What is wrong then, one text each; `faultOf` says what the
    /// server holds otherwise than the entry tells, or nothing; `about`: as the cutter names what an action writes to.
    QStringList deliver(const std::vector<AlertAction> &actions, const std::function<QByteArray(const AlertAction &)> &about,
        const std::function<QString(const OutboxEntry &)> &faultOf)
    {
        if (!EngineBench::wait(m_bench.engine->store().enqueue(actions, Millis(6'000'000)))) {
            return {QStringLiteral("nothing was accepted")};
        }
        const QDeadlineTimer deadline(60'000 + qint64(actions.size()) * 10'000);
        while (!(m_bench.isDelivered() && m_cutter.isIdle()) && !deadline.hasExpired()) {
            QTest::qWait(200);
        }
        QStringList faults = m_cutter.doubled();
        for (const AlertAction &action : actions) {
            const OutboxEntry entry = m_bench.entryOf(action);
            // One that lands after its second try is no doubling that anybody could have avoided: tst_landings has what becomes of it.
            QString fault = m_cutter.isOvertaken(about(action)) ? QString() : faultOf(entry);
            fault = fault.isEmpty() && !isSettled(entry, about(action)) ? QStringLiteral("not confirmed") : fault;
            if (!fault.isEmpty()) {
                faults.append(QStringLiteral("%1 of %2 (%3), %4 %5: %6")
                                  .arg(QString(verbName(action.verb)), QString::fromUtf8(about(action)), m_cutter.wayOf(about(action)),
                                      QString(outboxStateName(entry.state)), entry.reason.text(), fault));
            }
        }
        return faults;
    }

private:
    /// A try that landed unseen is found to be so already by the next one; who did it, is not to be seen.
    bool isSettled(const OutboxEntry &entry, const QByteArray &about) const
    {
        const QString way = m_cutter.wayOf(about);
        const auto is = [&way](Cut cut) { return way == QLatin1StringView(Cutter::Ways.at(std::size_t(cut))); };
        return entry.state == OutboxState::Confirmed || (entry.state == OutboxState::Superseded && (is(Cut::LandsLate) || is(Cut::GatewayDenies)));
    }

    QMap<QByteArray, QByteArray> m_groups; ///< The first of those that an alert goes with.
    Cutter m_cutter;
    ScriptedServer m_gateway; ///< Uses the cutter.
    EngineBench m_bench;      ///< Uses the gateway.
};

} // namespace quarterdeck
