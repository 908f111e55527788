#pragma once

#include <QString>

#include <optional>

namespace quarterdeck {

/// A reference to another entity: [kind:][namespace/]name, all lower case.
/// Source: Backstage, "References to Entities".
struct EntityRef {
    QString kind;
    QString nameSpace;
    QString name;

    /// "kind:namespace/name".
    QString toString() const { return kind + u':' + nameSpace + u'/' + name; }
};

/// Reads a reference; the kind and namespace that are not written are the given ones. Nothing where the text is not one.
std::optional<EntityRef> parseEntityRef(const QString &text, const QString &defaultKind, const QString &defaultNamespace);

/// Whether a metadata.name keeps the rules: 1 to 63 of [a-zA-Z0-9], separated by single ones of [-_.].
bool isEntityName(const QString &text);
/// The same for metadata.namespace: separated by "-" only.
bool isEntityNamespace(const QString &text);
/// The same for a tag: 1 to 63 of [a-z0-9:+#], separated by "-".
bool isEntityTag(const QString &text);
/// The key of an annotation or label, with a domain before it or without: "example.com/key".
bool isEntityKey(const QString &text);

} // namespace quarterdeck
