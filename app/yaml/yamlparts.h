#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace quarterdeck {

/// One part of a YAML document and where it stands in the bytes of its file, for whoever changes a file instead of reading it.
struct YamlPart {
    enum class Form : quint8 { Null, Plain, SingleQuoted, DoubleQuoted, Spanning, FlowList, BlockList, FlowMap, BlockMap };
    Form form = Form::Null;
    QByteArray text;             ///< Of a scalar, as read.
    qsizetype begin = 0;         ///< The first byte.
    qsizetype end = -1;          ///< Behind the last byte; of a block that of its last part. -1: not known, as of text over several lines.
    int line = 0;                ///< 1-based.
    int column = 0;              ///< Of the first byte, 0-based, in bytes.
    bool isInFlow = false;       ///< It stands in brackets or braces, where more marks have a meaning.
    bool isShared = false;       ///< It has an anchor, a tag or an alias, here or below, or merges another map.
    std::vector<YamlPart> keys;  ///< Of a map.
    std::vector<YamlPart> items; ///< Of a list, or the values of a map, in the order of `keys`.

    bool isScalar() const { return form == Form::Plain || form == Form::SingleQuoted || form == Form::DoubleQuoted; }
    bool isList() const { return form == Form::FlowList || form == Form::BlockList; }
    bool isMap() const { return form == Form::FlowMap || form == Form::BlockMap; }
    bool isFlow() const { return form == Form::FlowList || form == Form::FlowMap; }
    /// Where a key stands among the keys of a map, the first time; -1 where it has none.
    qsizetype indexOf(QByteArrayView key) const;
    /// The value of a key of a map; null where it has none.
    const YamlPart *find(QByteArrayView key) const;
};

/// The parts of a file of one document, by the same limits as parseYaml().
/// Errors: Rejected: not YAML, more than one document, beyond a limit; `where` is "file:line:column".
Result<YamlPart> yamlParts(const QByteArray &bytes, const QString &file);

} // namespace quarterdeck
