#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

struct YamlEntry;

/// One value of a YAML document, aliases already resolved. A plain value: nothing of the parser stays behind.
struct YamlNode {
    enum class Kind : quint8 { Null, Scalar, List, Map };
    Kind kind = Kind::Null;
    QString scalar;                 ///< Of a Scalar, as written.
    std::vector<YamlNode> items;    ///< Of a List.
    std::vector<YamlEntry> entries; ///< Of a Map, in file order; a repeated key is kept once, the first time.
    int line = 0;                   ///< 1-based, in the file.
    bool isQuoted = false;          ///< A Scalar that stands in quotes or as a block: text whatever it looks like.

    bool isNull() const { return kind == Kind::Null; }
    bool isScalar() const { return kind == Kind::Scalar; }
    bool isList() const { return kind == Kind::List; }
    bool isMap() const { return kind == Kind::Map; }
    /// A member of a Map, or nothing.
    const YamlNode *find(QStringView key) const;
    /// The scalar under a key, trimmed; empty where there is none.
    QString text(QStringView key) const;
    /// The scalars of a list, or the one scalar, trimmed and without empty ones.
    QStringList texts() const;
    /// texts() of the value under a key.
    QStringList texts(QStringView key) const;
    /// true/false, yes/no, on/off in any case; nothing for anything else.
    std::optional<bool> boolean() const;
};

/// One name and value of a map.
struct YamlEntry {
    QString key;
    YamlNode value;
    int line = 0; ///< Of the key, 1-based.
};

/// One document of a file, read or refused on its own.
struct YamlDocument {
    Result<YamlNode> root;                ///< Errors: Rejected; `where` is "file:line:column".
    int line = 1;                         ///< Where it starts in the file.
    QStringList problems;                 ///< "file:line: a key that is not plain text is ignored". Repeated keys are not among them.
    std::vector<YamlEntry> repeated = {}; ///< The keys that are given twice, without their value: the first counts.
};

/// The one guarded reader of YAML: at most 4 MB, depth 64 and 200,000 values counted after alias expansion, no exceptions.
/// A document that cannot be read does not take the others of the file with it. Documents without content are left out.
/// `file` only serves the messages.
std::vector<YamlDocument> parseYaml(const QByteArray &bytes, const QString &file);

/// Takes the members of every "<<" over into the map around it, as YAML 1.1 does: what the map says itself counts, then the first of
/// a list. Returns the entries that hold no map; they are taken out.
std::vector<YamlEntry> mergeKeys(YamlNode &root);

} // namespace quarterdeck
