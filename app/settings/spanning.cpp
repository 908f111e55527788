#include "app/settings/spanning.h"

#include "app/settings/httpreader.h"
#include "app/settings/report.h"
#include "app/settings/watchkeys.h"
#include "app/yaml/yamlnode.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestTail = 4096;

bool isQuote(QChar c)
{
    return c == u'\'' || c == u'"';
}

QString withoutEscapes(QString text)
{
    return text.replace(QLatin1StringView("''"), QLatin1StringView("'")).replace(QLatin1StringView("\\\""), QLatin1StringView("\""));
}

// Text for people to read, and the language of queries: these are written over several lines on purpose.
bool isText(const QString &key)
{
    static const QStringList Keys {
        QStringLiteral("description"), QStringLiteral("title"), QStringLiteral("expr"), QStringLiteral("expression"), QStringLiteral("http_headers")};
    return Keys.contains(key);
}

bool isOptionOfAKind(const QString &key)
{
    static const QStringList Common {
        QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("url"), QStringLiteral("urls"), QStringLiteral("poll_interval")};
    return !Common.contains(key) && !httpConfigKeys().contains(key);
}

// A line end becomes a space, or a line break where an empty line follows: `tail` ends with what is before one of them, `next` begins
// with what is after it.
bool goesOn(const QString &value, const QString &tail, const QString &next)
{
    for (qsizetype i = 0; i < value.size() && i <= tail.size(); ++i) {
        const QStringView before = QStringView(value).left(i);
        if (!value[i].isSpace() || !tail.endsWith(before) || (i == 0 && (tail.isEmpty() || !isQuote(tail.back())))) {
            continue;
        }
        const QStringView after = QStringView(value).mid(i).trimmed();
        const auto wordEnd = std::find_if(after.begin(), after.end(), [](QChar c) { return c.isSpace(); });
        if (after.isEmpty() ? next.isEmpty() || isQuote(next.front()) : next.startsWith(after.left(wordEnd - after.begin()))) {
            return true;
        }
    }
    return false;
}

} // namespace

SpanningValues::SpanningValues(const QByteArray &yaml)
    : m_lines(QString::fromUtf8(yaml).split(u'\n'))
{
}

QString SpanningValues::following(int line) const
{
    const auto from = m_lines.begin() + std::min<qsizetype>(line, m_lines.size());
    const auto at = std::find_if(from, m_lines.end(), [](const QString &text) { return !QStringView(text).trimmed().isEmpty(); });
    return at == m_lines.end() ? QString() : at->trimmed();
}

bool SpanningValues::spans(const YamlNode &scalar) const
{
    const QString &value = scalar.scalar;
    if (!scalar.isScalar() || std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); })) {
        return false;
    }
    QString tail = m_lines.value(scalar.line - 1).right(LongestTail);
    const QString plain = withoutEscapes(tail);
    if (tail.contains(value) || plain.contains(value)) {
        return false;
    }
    while (!tail.isEmpty() && tail.back().isSpace()) {
        tail.chop(1);
    }
    const QString next = following(scalar.line);
    return goesOn(value, tail, next) || goesOn(value, withoutEscapes(tail), withoutEscapes(next));
}

bool SpanningValues::swallows(const YamlNode &scalar) const
{
    static const QRegularExpression Key(QStringLiteral("^(?:%1)\\s*:|^\\s*-\\s*\\{?\\s*(?:name|type|urls?)\\s*:").arg(rootKeys().join(u'|')));
    for (qsizetype i = scalar.line; i < m_lines.size(); ++i) {
        const QString text = m_lines[i].trimmed();
        if (!scalar.scalar.contains(text)) {
            return false;
        }
        if (Key.match(m_lines[i]).hasMatch()) {
            return true;
        }
    }
    return false;
}

void SpanningValues::check(const QString &key, YamlNode &node, Place place, ConfigReport &report) const
{
    for (YamlNode &item : node.items) {
        check(key, item, place, report);
    }
    for (YamlEntry &entry : node.entries) {
        const bool isFree = place == Place::Text || isText(entry.key) || (place == Place::Backend && isOptionOfAKind(entry.key));
        check(entry.key, entry.value, isFree ? Place::Text : Place::Name, report);
    }
    if (spans(node) && (place != Place::Text || swallows(node))) {
        report.omit(node.line,
            {QStringLiteral("%1, line %2").arg(key.left(80)).arg(node.line), {}, {},
                QStringLiteral("the value of \"%1\" continues past the end of the line and is left out; is a quote not closed?").arg(key.left(80))});
        node = YamlNode {YamlNode::Kind::Null, {}, {}, {}, node.line};
    }
}

void SpanningValues::refuseBelow(YamlNode &root, ConfigReport &report) const
{
    for (YamlEntry &entry : root.entries) {
        const Place place = !rootKeys().contains(entry.key) ? Place::Text : entry.key == u"backends" ? Place::Backend : Place::Name;
        check(entry.key, entry.value, place, report);
    }
}

} // namespace quarterdeck
