#include "app/bootstrap/endsignals.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr int Signals[] {SIGINT, SIGTERM, SIGHUP};
// A handler may do little more than write to a descriptor.
volatile std::sig_atomic_t writeEnd = -1;

void tell(int signal)
{
    const int saved = errno;
    const char byte = char(signal);
    // Nobody reads once everything is ending.
    [[maybe_unused]] const ssize_t written = ::write(int(writeEnd), &byte, 1);
    errno = saved;
}

} // namespace

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
    int ends[2] {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    m_read = ends[0];
    writeEnd = ends[1];
    auto *notifier = new QSocketNotifier(m_read, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(m_read, &byte, 1) == 1) {
            m_caught = byte;
            emit asked(m_caught);
        }
    });
    for (const int signal : Signals) {
        struct sigaction before { };
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) {
            continue;
        }
        struct sigaction action { };
        action.sa_handler = tell;
        action.sa_flags = SA_RESTART | int(SA_RESETHAND);
        ::sigaction(signal, &action, nullptr);
    }
}

EndSignals::~EndSignals()
{
    for (const int signal : Signals) {
        struct sigaction now { };
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == tell) {
            std::signal(signal, SIG_DFL);
        }
    }
    if (m_read >= 0) {
        ::close(m_read);
        ::close(int(writeEnd));
        writeEnd = -1;
    }
}

} // namespace quarterdeck
