#include "app/yaml/yamlnode.h"

#include <algorithm>

namespace quarterdeck {

const YamlNode *YamlNode::find(QStringView key) const
{
    const auto at = std::find_if(entries.begin(), entries.end(), [key](const YamlEntry &entry) { return entry.key == key; });
    return at == entries.end() ? nullptr : &at->value;
}

QString YamlNode::text(QStringView key) const
{
    const YamlNode *value = find(key);
    return value != nullptr ? value->scalar.trimmed() : QString();
}

QStringList YamlNode::texts() const
{
    QStringList out;
    if (isScalar()) {
        out.append(scalar.trimmed());
    }
    for (const YamlNode &item : items) {
        if (item.isScalar()) {
            out.append(item.scalar.trimmed());
        }
    }
    out.removeAll(QString());
    return out;
}

QStringList YamlNode::texts(QStringView key) const
{
    const YamlNode *value = find(key);
    return value != nullptr ? value->texts() : QStringList();
}

std::optional<bool> YamlNode::boolean() const
{
    const QString word = scalar.trimmed().toLower();
    if (word == QLatin1StringView("true") || word == QLatin1StringView("yes") || word == QLatin1StringView("on")) {
        return true;
    }
    if (word == QLatin1StringView("false") || word == QLatin1StringView("no") || word == QLatin1StringView("off")) {
        return false;
    }
    return std::nullopt;
}

} // namespace quarterdeck
