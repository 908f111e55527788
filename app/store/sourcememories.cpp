#include "app/store/sourcememories.h"

#include "app/store/storecore.h"
#include "app/store/tables/cursorstable.h"
#include "app/store/tables/statusestable.h"

namespace quarterdeck {

Async<SourceMemory> SourceMemories::of(SourceId source)
{
    return m_store.d->ask<SourceMemory>([d = m_store.d.get(), source = std::move(source)] {
        return SourceMemory {CursorsTable(d->state()).memory(source), StatusesTable(d->cache()).lastOkAt(source)};
    });
}

} // namespace quarterdeck
