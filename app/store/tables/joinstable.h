#pragma once

#include "app/domain/join.h"
#include "app/store/tables/precioustable.h"

namespace quarterdeck {

/// The rows of `joins`. Thread: db.
class JoinsTable {
public:
    explicit JoinsTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    static const PreciousTable &table();
    void insert(const JoinDecision &decision);
    /// All of them, in the order in which they were made.
    std::vector<JoinDecision> all();
    /// Deletes up to `limit` of those made before `time`; true when there may be more.
    bool retain(UtcTime time, int limit);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
