#include "app/settings/partedit.h"

#include "app/settings/fields.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int IndentStep = 2;

tl::unexpected<Error> tooEntangled(const YamlPart &part, const QString &why)
{
    return refuse(part.line, why + QStringLiteral("; edit it in the file"));
}

QByteArray singleQuoted(const QString &value)
{
    return '\'' + QString(value).replace(u'\'', QLatin1StringView("''")).toUtf8() + '\'';
}

QByteArray doubleQuoted(const QString &value)
{
    return '"' + QString(value).replace(u'\\', QLatin1StringView("\\\\")).replace(u'"', QLatin1StringView("\\\"")).toUtf8() + '"';
}

// Only what no reader of YAML takes for anything else stands without quotes.
bool isPlain(const QString &value, bool isInFlow)
{
    static const QRegularExpression InFlow(QStringLiteral("^[A-Za-z0-9/_.][A-Za-z0-9/_.+@-]*$"));
    static const QRegularExpression InBlock(QStringLiteral("^[A-Za-z0-9/_.](?:[A-Za-z0-9/_.+@%=~-]|:(?=[A-Za-z0-9/_.]))*$"));
    static const QRegularExpression Word(
        QStringLiteral("^(?:null|true|false|yes|no|on|off|\\.inf|\\.nan|---|\\.\\.\\.)$"), QRegularExpression::CaseInsensitiveOption);
    return (isInFlow ? InFlow : InBlock).match(value).hasMatch() && !Word.match(value).hasMatch();
}

// "true" and "false" are what an option says; quotes would only be in the way of the eye.
QByteArray scalarText(const QString &value, bool isInFlow)
{
    const bool isFlag = value == u"true" || value == u"false";
    return isFlag || isPlain(value, isInFlow) ? value.toUtf8() : singleQuoted(value);
}

bool isOneLine(const QString &value)
{
    return std::none_of(value.begin(), value.end(),
        [](QChar c) { return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator; });
}

} // namespace

PartEdit::PartEdit(const QByteArray &text)
    : m_text(text)
    , m_lineBreak(text.contains("\r\n") ? "\r\n" : "\n")
{
}

Result<Done> PartEdit::replace(const YamlPart &scalar, const QString &value)
{
    if (!isOneLine(value)) {
        return refuse(scalar.line, QStringLiteral("a value is one line of text"));
    }
    if (scalar.isShared) {
        return tooEntangled(scalar, QStringLiteral("this value has an anchor, an alias or a tag"));
    }
    switch (scalar.form) {
    case YamlPart::Form::Plain:
        change(scalar.begin, scalar.end, scalarText(value, scalar.isInFlow));
        return Done {};
    case YamlPart::Form::SingleQuoted:
        change(scalar.begin, scalar.end, singleQuoted(value));
        return Done {};
    case YamlPart::Form::DoubleQuoted:
        change(scalar.begin, scalar.end, doubleQuoted(value));
        return Done {};
    case YamlPart::Form::Null:
        if (scalar.end >= 0) {
            change(scalar.begin, scalar.end, (scalar.begin == scalar.end ? " " : "") + scalarText(value, scalar.isInFlow));
            return Done {};
        }
        break;
    default:
        break;
    }
    return tooEntangled(scalar, QStringLiteral("this value continues past the end of its line, or is not text"));
}

Result<Done> PartEdit::replace(const YamlPart &part, const QStringList &list)
{
    if (part.end < 0 || part.isShared || m_text.mid(part.begin, part.end - part.begin).contains('\n')) {
        return tooEntangled(part, QStringLiteral("this value continues past the end of its line, or has an anchor"));
    }
    const QByteArray bytes = list.isEmpty() ? QByteArray("[]") : inFlow({{}, {}, list, {}});
    change(part.begin, part.end, (part.begin == part.end ? " " : "") + bytes);
    return Done {};
}

Result<Done> PartEdit::add(const YamlPart &map, const YamlMember &member)
{
    if (map.form == YamlPart::Form::FlowMap) {
        const bool isEmpty = map.items.empty();
        const qsizetype at = isEmpty ? map.begin + 1 : map.items.back().end;
        if (at < 0 || map.end < 0) {
            return tooEntangled(map, QStringLiteral("it is not clear where the braces close"));
        }
        change(at, at, (isEmpty ? "" : ", ") + inFlow(member));
        return Done {};
    }
    if (map.form != YamlPart::Form::BlockMap || map.items.empty()) {
        return tooEntangled(map, QStringLiteral("a map of keys and values is expected here"));
    }
    // Behind the last member whose end is known; text over several lines may follow it.
    const auto last = std::find_if(map.items.rbegin(), map.items.rend(), [](const YamlPart &item) { return item.end >= 0; });
    if (last == map.items.rend()) {
        return tooEntangled(map, QStringLiteral("it is not clear where its values end"));
    }
    return putLines(*last, inBlock(member, map.column));
}

Result<Done> PartEdit::remove(const YamlPart &map, QByteArrayView key)
{
    const qsizetype index = map.indexOf(key);
    if (index < 0) {
        return Done {};
    }
    if (map.isFlow()) {
        return cutFlow(map, std::size_t(index));
    }
    const YamlPart &name = map.keys[std::size_t(index)];
    const YamlPart &value = map.items[std::size_t(index)];
    if (isBlankBefore(name.begin)) {
        return cutLines(lineStart(name.begin), value);
    }
    // It stands behind the dash of its item: the next member comes up there.
    const bool hasNext = std::size_t(index) + 1 < map.keys.size();
    const qsizetype next = hasNext ? map.keys[std::size_t(index) + 1].begin : -1;
    if (!hasNext || value.end < 0 || !isRestFree(value.end) || m_text.mid(value.end, next - value.end).contains('#')) {
        return tooEntangled(name, QStringLiteral("the key \"%1\" cannot be taken out from behind the dash").arg(QString::fromUtf8(name.text)));
    }
    change(name.begin, next, {});
    return Done {};
}

Result<Done> PartEdit::append(const YamlPart &owner, QByteArrayView key, const YamlMember &item)
{
    const qsizetype at = owner.indexOf(key);
    if (at < 0) {
        // A list of maps stands in lines of its own.
        if (item.map.empty()) {
            return add(owner, {key.toByteArray(), {}, {item.scalar}, {}});
        }
        const auto last = std::find_if(owner.items.rbegin(), owner.items.rend(), [](const YamlPart &one) { return one.end >= 0; });
        if (owner.form != YamlPart::Form::BlockMap || last == owner.items.rend()) {
            return tooEntangled(owner, QStringLiteral("a new list cannot be put behind the last key"));
        }
        return putLines(*last, QByteArray(owner.column, ' ') + key.toByteArray() + ':' + m_lineBreak + itemLines(item, owner.column));
    }
    const YamlPart &list = owner.items[std::size_t(at)];
    if (list.isShared && !list.isList()) {
        return tooEntangled(list, QStringLiteral("this list is an alias"));
    }
    if (list.form == YamlPart::Form::FlowList) {
        const bool isEmpty = list.items.empty();
        const qsizetype behind = isEmpty ? list.begin + 1 : list.items.back().end;
        if (behind < 0 || list.end < 0) {
            return tooEntangled(list, QStringLiteral("it is not clear where the brackets close"));
        }
        change(behind, behind, (isEmpty ? "" : ", ") + inFlow(item));
        return Done {};
    }
    if (list.form == YamlPart::Form::BlockList) {
        const YamlPart &last = list.items.back();
        const bool isOneLine = last.isFlow() || item.map.empty();
        return putLines(last, isOneLine ? QByteArray(list.column, ' ') + "- " + inFlow(item) + m_lineBreak : itemLines(item, list.column));
    }
    if (list.form == YamlPart::Form::Null && list.end == list.begin && !item.map.empty()) {
        return putLines(list, itemLines(item, owner.column));
    }
    if (list.isScalar() && item.map.empty()) {
        return replace(list, QStringList {QString::fromUtf8(list.text), item.scalar});
    }
    if (list.form == YamlPart::Form::Null && item.map.empty()) {
        return replace(list, QStringList {item.scalar});
    }
    return tooEntangled(list, QStringLiteral("a list is expected here"));
}

Result<Done> PartEdit::removeItem(const YamlPart &owner, QByteArrayView key, std::size_t index)
{
    const YamlPart *list = owner.find(key);
    if (list == nullptr || !list->isList()) {
        return tooEntangled(owner, QStringLiteral("a list is expected here"));
    }
    if (list->isFlow()) {
        return cutFlow(*list, index);
    }
    const YamlPart &item = list->items[index];
    const auto dash = dashOf(*list, item);
    if (!dash) {
        return tl::unexpected(dash.error());
    }
    if (list->items.size() == 1) {
        // What is left is no list but nothing, which not every place takes.
        const YamlPart &name = owner.keys[std::size_t(owner.indexOf(key))];
        const qsizetype colon = m_text.indexOf(':', name.end);
        change(colon + 1, colon + 1, " []");
    }
    return cutLines(*dash, item);
}

void PartEdit::rename(const YamlPart &key, const QByteArray &name)
{
    change(key.begin, key.end, name);
}

QByteArray PartEdit::text() const
{
    std::vector<Change> changes = m_changes;
    std::stable_sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) { return a.begin < b.begin; });
    QByteArray out;
    qsizetype at = 0;
    for (const Change &change : changes) {
        if (change.begin > at) {
            out += m_text.mid(at, change.begin - at);
        }
        out += change.bytes;
        at = std::max(at, change.end);
    }
    return out + m_text.mid(at);
}

void PartEdit::change(qsizetype begin, qsizetype end, const QByteArray &bytes)
{
    m_changes.push_back({begin, end, bytes});
}

qsizetype PartEdit::lineStart(qsizetype at) const
{
    return at <= 0 ? 0 : m_text.lastIndexOf('\n', at - 1) + 1;
}

// Behind the line break, or the end of the text.
qsizetype PartEdit::lineEnd(qsizetype at) const
{
    const qsizetype end = m_text.indexOf('\n', at);
    return end < 0 ? m_text.size() : end + 1;
}

bool PartEdit::isBlankBefore(qsizetype at) const
{
    return m_text.mid(lineStart(at), at - lineStart(at)).trimmed().isEmpty();
}

// Nothing but a comment follows on the line.
bool PartEdit::isRestFree(qsizetype at) const
{
    const QByteArray rest = m_text.mid(at, lineEnd(at) - at).trimmed();
    return rest.isEmpty() || rest.startsWith('#');
}

Result<Done> PartEdit::cutFlow(const YamlPart &parent, std::size_t index)
{
    const auto beginOf = [&parent](std::size_t i) { return parent.isMap() ? parent.keys[i].begin : parent.items[i].begin; };
    const bool hasNext = index + 1 < parent.items.size();
    const qsizetype begin = hasNext || index == 0 ? beginOf(index) : parent.items[index - 1].end;
    const qsizetype end = hasNext ? beginOf(index + 1) : parent.items[index].end;
    if (begin < 0 || end < begin) {
        return tooEntangled(parent, QStringLiteral("it is not clear where its parts end"));
    }
    const qsizetype gap = hasNext ? parent.items[index].end : begin;
    const qsizetype gapEnd = hasNext ? end : beginOf(index);
    if (gap < 0 || (gapEnd > gap && m_text.mid(gap, gapEnd - gap).contains('#'))) {
        return tooEntangled(parent, QStringLiteral("there is a comment between its parts"));
    }
    change(begin, end, {});
    return Done {};
}

Result<Done> PartEdit::cutLines(qsizetype begin, const YamlPart &last)
{
    if (last.end < 0 || !isRestFree(last.end)) {
        return tooEntangled(last, QStringLiteral("it is not clear where this ends"));
    }
    change(begin, lineEnd(last.end), {});
    return Done {};
}

Result<qsizetype> PartEdit::dashOf(const YamlPart &list, const YamlPart &item) const
{
    for (qsizetype start = lineStart(item.begin);; start = lineStart(start - 1)) {
        const QByteArray line = m_text.mid(start, lineEnd(start) - start);
        if (line.size() > list.column && line[list.column] == '-' && line.first(list.column).trimmed().isEmpty()) {
            return start;
        }
        if (start == 0 || start <= lineStart(list.begin)) {
            return tooEntangled(item, QStringLiteral("the dash of this item does not begin its line"));
        }
    }
}

Result<Done> PartEdit::putLines(const YamlPart &after, const QByteArray &lines)
{
    if (after.end < 0 || !isRestFree(after.end)) {
        return tooEntangled(after, QStringLiteral("it is not clear where this ends"));
    }
    const qsizetype at = lineEnd(after.end);
    const bool isOpenLine = at == m_text.size() && !m_text.endsWith('\n');
    // The file had no line break at its end, and gets none.
    change(at, at, isOpenLine ? m_lineBreak + lines.left(lines.size() - m_lineBreak.size()) : lines);
    return Done {};
}

QByteArray PartEdit::inBlock(const YamlMember &member, int indent) const
{
    QByteArray out;
    if (member.key.isEmpty()) {
        for (const YamlMember &inner : member.map) {
            out += inBlock(inner, indent);
        }
        return out;
    }
    out = QByteArray(indent, ' ') + member.key + ':';
    if (!member.map.empty()) {
        out += m_lineBreak;
        for (const YamlMember &inner : member.map) {
            out += inBlock(inner, indent + IndentStep);
        }
        return out;
    }
    return out + ' ' + (member.list.isEmpty() ? scalarText(member.scalar, false) : inFlow({{}, {}, member.list, {}})) + m_lineBreak;
}

// A map as an item of a list, with its first key behind the dash.
QByteArray PartEdit::itemLines(const YamlMember &item, int column) const
{
    const int inner = column + IndentStep;
    return QByteArray(column, ' ') + "- " + inBlock({{}, {}, {}, item.map}, inner).mid(inner);
}

QByteArray PartEdit::inFlow(const YamlMember &member) const
{
    QByteArrayList parts;
    QByteArray value;
    if (!member.map.empty()) {
        for (const YamlMember &inner : member.map) {
            parts.append(inFlow(inner));
        }
        value = '{' + parts.join(", ") + '}';
    } else if (!member.list.isEmpty()) {
        for (const QString &item : member.list) {
            parts.append(scalarText(item, true));
        }
        value = '[' + parts.join(", ") + ']';
    } else {
        value = scalarText(member.scalar, true);
    }
    return member.key.isEmpty() ? value : member.key + ": " + value;
}

} // namespace quarterdeck
