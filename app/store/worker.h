#pragma once

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <functional>

namespace quarterdeck {

/// One thread that runs jobs in the order they were given. Its end waits until all of them are done.
class Worker final : public QThread {
public:
    explicit Worker(const QString &name);
    ~Worker() override;
    /// Thread: any.
    void post(std::function<void()> job);

private:
    void run() override;

    QMutex m_mutex;
    QWaitCondition m_arrived;
    std::deque<std::function<void()>> m_jobs;
    bool m_isEnding = false;
};

} // namespace quarterdeck
