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
        const QMutexLocker lock(&m_mutex);
        m_isEnding = true;
        m_arrived.wakeOne();
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
    const QMutexLocker lock(&m_mutex);
    queue.push_back(std::move(job));
    m_arrived.wakeOne();
}

Worker::Job Worker::takeFirst(std::deque<Job> &queue)
{
    Job job = std::move(queue.front());
    queue.pop_front();
    return job;
}

bool Worker::hasUrgent()
{
    const QMutexLocker lock(&m_mutex);
    return !m_urgent.empty();
}

void Worker::runUrgent()
{
    for (;;) {
        Job job;
        {
            const QMutexLocker lock(&m_mutex);
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
            const QMutexLocker lock(&m_mutex);
            while (m_jobs.empty() && m_urgent.empty() && !m_isEnding) {
                m_arrived.wait(&m_mutex);
            }
            if (m_jobs.empty() && m_urgent.empty()) {
                return;
            }
            job = takeFirst(m_urgent.empty() ? m_jobs : m_urgent);
        }
        job();
    }
}

} // namespace quarterdeck
