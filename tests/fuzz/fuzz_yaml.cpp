#include "tests/fuzz/fuzz.h"

#include "app/yaml/yamlnode.h"

using namespace quarterdeck;

namespace {

int depthOf(const YamlNode &node, int depth)
{
    int deepest = depth;
    for (const YamlNode &item : node.items) {
        deepest = std::max(deepest, depthOf(item, depth + 1));
    }
    for (const YamlEntry &entry : node.entries) {
        deepest = std::max(deepest, depthOf(entry.value, depth + 1));
    }
    return deepest;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const YamlDocument &document : parseYaml(fuzzBytes(data, size), QStringLiteral("input"))) {
        if (document.root) {
            require(depthOf(*document.root, 0) <= 64, "no document is deeper than 64 levels");
        } else {
            require(document.root.error().where.startsWith(QStringLiteral("input:")), "a refusal says where");
        }
    }
    return 0;
}
