#include "app/cli/storeturn.h"

#include "app/bootstrap/ipcclient.h"
#include "app/cli/clisession.h"
#include "app/cli/terminal.h"
#include "app/store/filelock.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace quarterdeck {

namespace {

constexpr Millis LongestQueue {120'000};
// For a holder that takes writes: one that only has work ends sooner, and then one sends by oneself.
constexpr Millis ActPatience {500};
constexpr Millis ToldAfter {1'000};
constexpr Millis LookEvery {20};

} // namespace

StoreTurn::StoreTurn(QString dataFolder, QString runtimeFolder, Purpose purpose, Millis patience, const Clock &clock)
    : m_lockFile(dataLockFile(dataFolder))
    , m_runtime(std::move(runtimeFolder))
    , m_purpose(purpose)
    , m_patience(patience)
    , m_clock(clock)
    , m_begun(clock.monotonic())
{
}

bool isHeldByOther(const QString &dataFolder)
{
    const qint64 holder = FileLock::holder(dataLockFile(dataFolder));
    return holder != 0 && holder != QCoreApplication::applicationPid();
}

bool StoreTurn::isOver() const
{
    return m_clock.monotonic() > m_begun + LongestQueue;
}

StoreTurn::Is StoreTurn::await()
{
    while (const qint64 holder = FileLock::holder(m_lockFile)) {
        if (isWindowListening(m_runtime) || isSyncListening(m_runtime)) {
            return Is::Beside;
        }
        const Millis now = m_clock.monotonic();
        if (holder != m_holder) {
            m_holder = holder;
            m_since = now;
        }
        if (m_purpose == Purpose::Act && now > m_since + ActPatience && isRunListening(m_runtime)) {
            return Is::Beside;
        }
        if (now > m_since + m_patience || isOver()) {
            return Is::Beside;
        }
        if (!m_isTold && now > m_begun + ToldAfter) {
            m_isTold = true;
            complain(QStringLiteral("%1 is using this data; waiting until it ends.").arg(holderText(holder)));
        }
        if (!CliSession::pause(Millis(QRandomGenerator::global()->bounded(int(LookEvery.count()), int(LookEvery.count()) * 2)))) {
            return Is::Interrupted;
        }
    }
    return Is::Free;
}

} // namespace quarterdeck
