#include "app/settings/watchkeys.h"

#include "app/yaml/yamlnode.h"

#include <algorithm>

namespace quarterdeck {

const QStringList &watchKeys()
{
    static const QStringList Keys {
        QStringLiteral("backends"), QStringLiteral("contexts"), QStringLiteral("includes"), QStringLiteral("current-context")};
    return Keys;
}

const QStringList &rootKeys()
{
    static const QStringList Keys = watchKeys()
        + QStringList {QStringLiteral("version"), QStringLiteral("services"), QStringLiteral("people"), QStringLiteral("runbooks"),
            QStringLiteral("catalog"), QStringLiteral("service_label")};
    return Keys;
}

bool looksLikeBackends(const YamlNode &value)
{
    return std::any_of(
        value.items.begin(), value.items.end(), [](const YamlNode &item) { return item.find(u"url") != nullptr || item.find(u"urls") != nullptr; });
}

bool holdsWatchKey(const YamlNode &node)
{
    return looksLikeBackends(node) || std::any_of(node.items.begin(), node.items.end(), holdsWatchKey)
        || std::any_of(node.entries.begin(), node.entries.end(),
            [](const YamlEntry &entry) { return watchKeys().contains(entry.key) || holdsWatchKey(entry.value); });
}

} // namespace quarterdeck
