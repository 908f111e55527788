#pragma once

#include "app/core/result.h"
#include "app/yaml/yamlparts.h"

#include <QStringList>

#include <vector>

namespace quarterdeck {

/// A key with its value for a map: a scalar, a list or a map, of which only the one that is set counts.
struct YamlMember {
    QByteArray key;
    QString scalar;
    QStringList list = {};
    std::vector<YamlMember> map = {};
};

/// Changes parts of a YAML text by taking out and putting in as few bytes as it takes: what stands around them, comments, order and
/// quotes, stays as it is. Nothing is changed before text() is asked for; each part may be changed once.
/// Errors: Rejected, where a part cannot be changed without guessing; `where` is the line.
class PartEdit {
public:
    /// `text` outlives it, as do the parts that are handed in, which are those of this text.
    explicit PartEdit(const QByteArray &text);

    /// Puts a scalar in the place of another or of nothing; its quotes stay what they are.
    Result<Done> replace(const YamlPart &scalar, const QString &value);
    /// Puts a list of scalars, in brackets, in the place of a part on one line.
    Result<Done> replace(const YamlPart &part, const QStringList &list);
    /// Gives a map one more member, the last.
    Result<Done> add(const YamlPart &map, const YamlMember &member);
    /// Takes a member out of a map with the rest of its lines.
    Result<Done> remove(const YamlPart &map, QByteArrayView key);
    /// Gives the list one more item, the last: a scalar, or a map where the member has one. `owner` is the map that holds the list under `key`.
    Result<Done> append(const YamlPart &owner, QByteArrayView key, const YamlMember &item);
    /// Takes an item out of the list that `owner` holds under `key`.
    Result<Done> removeItem(const YamlPart &owner, QByteArrayView key, std::size_t index);
    /// Renames a key of a map.
    void rename(const YamlPart &key, const QByteArray &name);
    /// The text with all changes.
    QByteArray text() const;

private:
    struct Change {
        qsizetype begin = 0;
        qsizetype end = 0;
        QByteArray bytes;
    };
    using Lines = std::pair<qsizetype, qsizetype>;

    void change(qsizetype begin, qsizetype end, const QByteArray &bytes);
    qsizetype lineStart(qsizetype at) const;
    qsizetype lineEnd(qsizetype at) const;
    bool isBlankBefore(qsizetype at) const;
    bool isRestFree(qsizetype at) const;
    Result<Done> cutFlow(const YamlPart &parent, std::size_t index);
    Result<Done> cutLines(qsizetype begin, const YamlPart &last);
    Result<qsizetype> dashOf(const YamlPart &list, const YamlPart &item) const;
    Result<Done> putLines(const YamlPart &after, const QByteArray &lines);
    QByteArray inBlock(const YamlMember &member, int indent) const;
    QByteArray itemLines(const YamlMember &item, int column) const;
    QByteArray inFlow(const YamlMember &member) const;

    const QByteArray &m_text;
    QByteArray m_lineBreak;
    std::vector<Change> m_changes;
};

} // namespace quarterdeck
