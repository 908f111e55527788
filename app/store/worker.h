#pragma once

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace quarterdeck {

/// One thread that runs jobs in the order they were given, urgent ones before all others. Its end waits until all of them are done.
class Worker final : public QThread {
public:
    using Job = std::function<void()>;

    explicit Worker(const QString &name);
    ~Worker() override;
    /// Thread: any.
    void post(Job job);
    /// Runs before every job that was only posted, after the urgent ones given earlier. Thread: any.
    void postUrgent(Job job);
    /// True where an urgent job waits. Thread: any.
    bool hasUrgent();
    /// Runs the urgent jobs that wait, from within a long one. Thread: this one.
    void runUrgent();

private:
    void run() override;
    void add(std::deque<Job> &queue, Job job);
    static Job takeFirst(std::deque<Job> &queue);

    // Not Qt's: ThreadSanitizer sees through these.
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Job> m_jobs;
    std::deque<Job> m_urgent;
    bool m_isEnding = false;
};

} // namespace quarterdeck
