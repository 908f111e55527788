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

namespace {

void takeOver(YamlNode &into, YamlNode &from)
{
    for (YamlEntry &entry : from.entries) {
        if (into.find(entry.key) == nullptr) {
            into.entries.push_back(std::move(entry));
        }
    }
}

void mergeInto(YamlNode &map, YamlEntry merge, std::vector<YamlEntry> &refused)
{
    std::vector<YamlNode> given;
    if (merge.value.isList()) {
        given = std::move(merge.value.items);
    } else {
        given.push_back(std::move(merge.value));
    }
    bool isWhole = true;
    for (YamlNode &from : given) {
        isWhole = isWhole && from.isMap();
        takeOver(map, from);
    }
    if (!isWhole) {
        refused.push_back({merge.key, {}, merge.line});
    }
}

void mergeBelow(YamlNode &node, std::vector<YamlEntry> &refused)
{
    for (YamlNode &item : node.items) {
        mergeBelow(item, refused);
    }
    for (YamlEntry &entry : node.entries) {
        mergeBelow(entry.value, refused);
    }
    const auto at = std::find_if(node.entries.begin(), node.entries.end(), [](const YamlEntry &entry) { return entry.key == u"<<"; });
    if (at != node.entries.end()) {
        YamlEntry merge = std::move(*at);
        node.entries.erase(at);
        mergeInto(node, std::move(merge), refused);
    }
}

} // namespace

std::vector<YamlEntry> mergeKeys(YamlNode &root)
{
    std::vector<YamlEntry> refused;
    mergeBelow(root, refused);
    return refused;
}

} // namespace quarterdeck
