#include "app/cli/catalogdoubts.h"

#include "app/cli/answers.h"
#include "app/cli/counted.h"
#include "app/cli/report.h"

namespace quarterdeck {

// What a catalog lost may be the service that is looked for: the list is shown and the answer is partial.
void tellCatalogs(CliSession &session, Report &report)
{
    const Catalogs &catalogs = session.engine().catalogs();
    for (const QString &problem : catalogs.problems) {
        report.failed(problem);
    }
    if (!catalogs.warnings.isEmpty()) {
        complain(counted(std::size_t(catalogs.warnings.size()), "catalog entry is doubtful: see qdeck config check",
            "catalog entries are doubtful: see qdeck config check"));
    }
}

} // namespace quarterdeck
