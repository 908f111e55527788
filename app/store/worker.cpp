#include "app/store/worker.h"

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

void Worker::post(std::function<void()> job)
{
    const QMutexLocker lock(&m_mutex);
    m_jobs.push_back(std::move(job));
    m_arrived.wakeOne();
}

void Worker::run()
{
    for (;;) {
        std::function<void()> job;
        {
            QMutexLocker lock(&m_mutex);
            while (m_jobs.empty() && !m_isEnding) {
                m_arrived.wait(&m_mutex);
            }
            if (m_jobs.empty()) {
                return;
            }
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace quarterdeck
