#pragma once

#include "tests/support/scriptedserver.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace quarterdeck {

/// Carries requests on after a while, when nobody waits for their answers any more; the destructor waits for the last. Thread: any.
class LateMail {
public:
    using Carrier = std::function<void(const ScriptedRequest &)>;

    explicit LateMail(Carrier carrier)
        : m_carrier(std::move(carrier))
    {
    }
    ~LateMail()
    {
        for (std::thread &thread : m_threads) {
            thread.join();
        }
    }
    LateMail(const LateMail &) = delete;
    LateMail &operator=(const LateMail &) = delete;

    void post(const ScriptedRequest &request, Millis after)
    {
        ++m_open;
        const std::lock_guard lock(m_mutex);
        m_threads.emplace_back([this, request, after] {
            std::this_thread::sleep_for(after);
            m_carrier(request);
            --m_open;
        });
    }
    /// True where all have been carried on.
    bool isEmpty() const { return m_open == 0; }

private:
    Carrier m_carrier;
    std::mutex m_mutex;
    std::vector<std::thread> m_threads;
    std::atomic<int> m_open = 0;
};

} // namespace quarterdeck
