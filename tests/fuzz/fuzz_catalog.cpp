#include "tests/fuzz/fuzz.h"

#include "app/catalog/catalog.h"
#include "app/catalog/ownerref.h"

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const CatalogFile file = parseCatalog(fuzzBytes(data, size), QStringLiteral("input.yaml"));
    for (const CatalogEntity &entity : file.entities) {
        require(isEntityName(entity.name), "only entities with a valid name are kept");
        require(entity.line > 0, "an entity knows its line");
    }
    for (const QString &problem : file.problems) {
        require(problem.startsWith(QStringLiteral("input.yaml:")), "a problem says where it is");
    }
    const std::vector<Service> services = mergeServices({}, {file}, {});
    for (std::size_t i = 1; i < services.size(); ++i) {
        require(services[i - 1].name < services[i].name, "services are sorted and unique");
    }
    return 0;
}
