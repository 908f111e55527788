#include "app/store/worker.h"

#include <utility>

namespace quarterdeck {

Worker::Worker(const QString &name)
{
    setObjectName(name);
    start();
}

Worker::~Worker()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
        m_arrived.notify_one();
    }
    wait();
}

void Worker::post(Job job)
{
    add(m_jobs, std::move(job));
}

void Worker::postUrgent(Job job)
{
    add(m_urgent, std::move(job));
}

void Worker::add(std::deque<Job> &queue, Job job)
{
    const std::scoped_lock lock(m_mutex);
    queue.push_back(std::move(job));
    m_arrived.notify_one();
}

Worker::Job Worker::takeFirst(std::deque<Job> &queue)
{
    Job job = std::move(queue.front());
    queue.pop_front();
    return job;
}

bool Worker::hasUrgent()
{
    const std::scoped_lock lock(m_mutex);
    return !m_urgent.empty();
}

void Worker::runUrgent()
{
    for (;;) {
        Job job;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_urgent.empty()) {
                return;
            }
            job = takeFirst(m_urgent);
        }
        job();
    }
}

void Worker::run()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return !m_jobs.empty() || !m_urgent.empty() || m_isEnding; });
            if (m_jobs.empty() && m_urgent.empty()) {
                return;
            }
            job = takeFirst(m_urgent.empty() ? m_jobs : m_urgent);
        }
        job();
    }
}

} // namespace quarterdeck
