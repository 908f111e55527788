#include "app/sources/journal/parse.h"

#include "app/json/jsonreader.h"

#include <algorithm>

namespace quarterdeck::journal {

namespace {

constexpr QByteArrayView Message("MESSAGE");
constexpr qsizetype LongestShared = 4096;

LogLevel levelOf(const Entry &entry)
{
    const QByteArrayView priority = entry.value("PRIORITY");
    return priority.size() == 1 && priority.front() >= '0' && priority.front() <= '7' ? logLevelFromPriority(priority.front() - '0')
                                                                                      : LogLevel::Unknown;
}

bool hasField(const Entry &entry, QByteArrayView name, const std::vector<Label> &wanted)
{
    return std::ranges::any_of(entry.fields, [&](const EntryField &field) {
        return field.name == name
            && std::ranges::any_of(wanted, [&](const Label &label) { return label.name.toLatin1() == name && label.value.toUtf8() == field.value; });
    });
}

bool hasAll(const Entry &entry, const std::vector<Label> &wanted)
{
    return std::ranges::all_of(wanted, [&](const Label &label) { return hasField(entry, label.name.toLatin1(), wanted); });
}

/// The message; where an entry has several, each on lines of its own.
QByteArray messageOf(const Entry &entry)
{
    QByteArray all;
    bool isFirst = true;
    for (const EntryField &field : entry.fields) {
        if (field.name == Message) {
            if (!isFirst) {
                all += '\n';
            }
            all += field.value;
            isFirst = false;
        }
    }
    return all;
}

bool isShown(QByteArrayView name)
{
    return name != Message && !name.startsWith("__");
}

UtcTime timeOf(const JsonValue &usec)
{
    return UtcTime {usec.stringOr(QStringLiteral("0")).toLongLong() / 1000};
}

} // namespace

QString serviceName(QStringView value)
{
    constexpr QStringView Suffix = u".service";
    return (value.endsWith(Suffix) ? value.chopped(Suffix.size()) : value).toString();
}

LineMaker::LineMaker(LineRules rules)
    : m_rules(std::move(rules))
{
}

QString LineMaker::shared(QByteArrayView bytes)
{
    constexpr qsizetype MostTexts = 20'000;
    if (bytes.size() > LongestShared) {
        return QString::fromUtf8(bytes);
    }
    if (m_texts.size() > MostTexts) {
        m_texts.clear();
    }
    return *m_texts.insert(QString::fromUtf8(bytes));
}

LogLine LineMaker::line(const Entry &entry)
{
    LogLine line;
    line.source = m_rules.source;
    line.nanos = entry.realtime() * 1000;
    line.cursor = QString::fromLatin1(entry.cursor());
    line.level = levelOf(entry);
    line.text = messageOf(entry);
    line.host = shared(entry.value("_HOSTNAME"));
    for (const QString &field : m_rules.serviceFields) {
        const QByteArrayView value = entry.value(field.toLatin1());
        if (!value.isEmpty()) {
            line.service = serviceName(shared(value));
            break;
        }
    }
    for (const EntryField &field : entry.fields) {
        if (isShown(field.name)) {
            const QString name = shared(field.name);
            const QString before = line.fields.value(name);
            const QString value = shared(field.value);
            line.fields.insert(name, before.isEmpty() ? value : before + QStringLiteral(", ") + value);
        }
    }
    return line;
}

bool isWanted(const Entry &entry, const EntryFilter &filter)
{
    const qint64 usec = entry.realtime();
    if (usec < filter.fromUsec || (filter.toUsec > 0 && usec >= filter.toUsec)) {
        return false;
    }
    if (!filter.levels.empty() && std::ranges::find(filter.levels, levelOf(entry)) == filter.levels.end()) {
        return false;
    }
    if (!hasAll(entry, filter.fields) || std::ranges::any_of(filter.without, [&entry](const auto &fields) { return hasAll(entry, fields); })) {
        return false;
    }
    return filter.text.isEmpty() || QString::fromUtf8(messageOf(entry)).contains(filter.text, Qt::CaseInsensitive);
}

Result<ParsedPage> parsePage(QByteArrayView body, const LineRules &rules, const EntryFilter &filter, const QByteArray &stopCursor)
{
    ParsedPage page;
    LineMaker maker(rules);
    bool isStopped = false;
    ExportParser parser;
    const auto read = parser.feed(body, [&](const Entry &entry) {
        isStopped = isStopped || (!stopCursor.isEmpty() && entry.cursor() == stopCursor);
        if (isStopped) {
            return;
        }
        if (page.entries++ == 0) {
            page.firstCursor = entry.cursor().toByteArray();
            page.firstUsec = entry.realtime();
        }
        page.lastCursor = entry.cursor().toByteArray();
        page.newestUsec = std::max(page.newestUsec, entry.realtime());
        if (isWanted(entry, filter)) {
            page.lines.push_back(maker.line(entry));
        }
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (parser.isInsideEntry()) {
        return fail(
            ErrorKind::BadPayload, QStringLiteral("The journal was cut off in the middle of an entry"), QStringLiteral("byte %1").arg(body.size()));
    }
    return page;
}

Result<QStringList> parseFieldValues(QByteArrayView body, const QString &field)
{
    QStringList values;
    qsizetype at = 0;
    while (at < body.size()) {
        qsizetype end = body.indexOf('\n', at);
        end = end < 0 ? body.size() : end;
        const QByteArrayView line = body.sliced(at, end - at);
        at = end + 1;
        if (line.isEmpty()) {
            continue;
        }
        const auto document = JsonDocument::parse(line);
        if (!document) {
            return tl::unexpected(document.error());
        }
        // Values that are no text come as lists of bytes, very long ones as null: neither can be chosen from a list.
        const JsonValue value = document->root()[field];
        if (value.isString()) {
            values.append(value.string());
        }
    }
    values.sort();
    values.removeDuplicates();
    return values;
}

Result<Machine> parseMachine(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    Machine machine;
    machine.hostname = root[u"hostname"].stringOr({});
    machine.system = root[u"os_pretty_name"].stringOr({});
    root[u"machine_id"].string();
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    machine.oldest = timeOf(root[u"cutoff_from_realtime"]);
    machine.newest = timeOf(root[u"cutoff_to_realtime"]);
    return machine;
}

} // namespace quarterdeck::journal
