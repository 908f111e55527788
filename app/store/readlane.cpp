#include "app/store/readlane.h"

#include "app/core/log.h"
#include "app/store/databases.h"

namespace quarterdeck {

ReadLane::ReadLane(const QString &name, const StorePaths &paths, const CacheLife &life)
    : m_stateFile(stateFile(paths))
    , m_cacheFile(cacheFile(paths))
    , m_life(life)
    , m_worker(name)
{
}

ReadLane::~ReadLane()
{
    m_end.request_stop();
}

bool ReadLane::open()
{
    const int life = m_life.number();
    if (m_seenLife != life) {
        m_state.reset();
        m_cache.reset();
        m_seenLife = life;
    }
    if (life == 0) {
        return false;
    }
    using sqlite::Connection;
    for (const auto &[file, connection] : {std::pair {&m_stateFile, &m_state}, std::pair {&m_cacheFile, &m_cache}}) {
        if (*connection) {
            continue;
        }
        auto opened = Connection::open(*file, Connection::Access::ReadOnly, Connection::Sync::Normal);
        if (!opened) {
            return false;
        }
        (*opened)->setEnd(m_end.get_token());
        *connection = std::move(*opened);
    }
    return true;
}

bool ReadLane::settle()
{
    m_isCancelled = false;
    bool isFine = true;
    for (sqlite::Connection *connection : {m_state.get(), m_cache.get()}) {
        connection->setCancel({});
        if (const auto failure = connection->takeFailure()) {
            isFine = false;
            m_isCancelled |= failure->kind == ErrorKind::Cancelled;
            qCDebug(logStore) << "a read goes to the writer:" << failure->what << failure->where;
        }
    }
    if (!isFine && !m_isCancelled) {
        m_state.reset();
        m_cache.reset();
    }
    return isFine;
}

} // namespace quarterdeck
