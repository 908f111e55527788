#include "app/sources/files/linemaker.h"

#include "app/logformat/level.h"
#include "app/logformat/linehead.h"
#include "app/logformat/pairs.h"
#include "app/sources/files/jsonline.h"
#include "app/sources/files/syslogline.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>

namespace quarterdeck::files {

namespace {

using logformat::Form;
using logformat::Record;

constexpr qsizetype LongestValue = 4096;

void addPairs(LogLine &line, const Record &record)
{
    logformat::walkPairs(record.bytes, [&line](QByteArrayView key, QByteArrayView value) {
        const bool isQuoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
        const QByteArrayView inner = isQuoted ? value.sliced(1, value.size() - 2) : value;
        line.fields.insert(QString::fromUtf8(key),
            QString::fromUtf8(inner.first(std::min(inner.size(), LongestValue))).replace(QStringLiteral("\\\""), QStringLiteral("\"")));
    });
    for (const QLatin1StringView name : {QLatin1StringView("service"), QLatin1StringView("app")}) {
        line.service = line.service.isEmpty() ? line.fields.value(QString(name)) : line.service;
    }
}

/// The number before or after a mark; nothing where there is none.
std::optional<qint64> numberAfter(QByteArrayView bytes, QByteArrayView mark)
{
    const qsizetype at = bytes.indexOf(mark);
    if (at < 0) {
        return std::nullopt;
    }
    QByteArrayView rest = bytes.sliced(at + mark.size());
    while (rest.startsWith(' ')) {
        rest = rest.sliced(1);
    }
    qsizetype digits = 0;
    while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') {
        ++digits;
    }
    bool isNumber = false;
    const qint64 number = rest.first(digits).toByteArray().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// The other end of a request, where the line tells how long it took: squid stamps the end of one, uwsgi the start.
void addRequest(LogLine &line, const Record &record)
{
    const QByteArrayView rest = record.bytes.sliced(record.text);
    if (record.form == Form::SquidAccess) {
        if (const auto span = numberAfter(rest, " ")) {
            line.fields.insert(QStringLiteral("request_start"), toRfc3339(UtcTime {line.nanos / 1'000'000 - *span}));
        }
    } else if (const auto span = numberAfter(rest, " bytes in "); span && rest.contains(" msecs ")) {
        line.fields.insert(QStringLiteral("request_end"), toRfc3339(UtcTime {line.nanos / 1'000'000 + *span}));
    }
}

} // namespace

QByteArray firstLineOf(QByteArrayView start)
{
    const QByteArrayView bytes = start.first(std::min(start.size(), IdentityBytes));
    const qsizetype end = bytes.indexOf('\n');
    return bytes.first(end < 0 ? bytes.size() : end).toByteArray();
}

QString serviceOfPath(const QString &path)
{
    // Names that a container runtime gives: pods/NAMESPACE_POD_UID/CONTAINER/0.log and containers/POD_NAMESPACE_CONTAINER-ID.log.
    static const QRegularExpression Pod(QStringLiteral("/pods/[^/]+/([^/]+)/[^/]+$"));
    static const QRegularExpression Container(QStringLiteral("/containers/[^/]+_[^/_]+_([^/_]+)-[0-9a-f]{64}\\.log$"));
    static const QRegularExpression Ending(QStringLiteral("\\.(?:log|err|out|txt|json|csv)$"));
    static const QSet<QString> Common {QStringLiteral("access"), QStringLiteral("error"), QStringLiteral("current"), QStringLiteral("stdout"),
        QStringLiteral("stderr"), QStringLiteral("output"), QStringLiteral("other_vhosts_access"), QStringLiteral("log"), QStringLiteral("main")};
    for (const QRegularExpression &rule : {Pod, Container}) {
        if (const auto match = rule.match(path); match.hasMatch()) {
            return match.captured(1);
        }
    }
    const QFileInfo info(path);
    const QString name = info.fileName().remove(Ending);
    return Common.contains(name) ? QFileInfo(info.path()).fileName() : name;
}

LineMaker::LineMaker(LineRules rules)
    : m_rules(std::move(rules))
    , m_named(serviceOfPath(m_rules.family))
{
    const QByteArray identity = m_rules.family.toUtf8() + '\0' + m_rules.start;
    m_start = QString::fromLatin1(QCryptographicHash::hash(identity, QCryptographicHash::Sha1).toHex().first(12));
}

LogLine LineMaker::begin(const Record &record, qint64 nanos) const
{
    LogLine line;
    line.source = m_rules.source;
    line.nanos = nanos;
    line.cursor = QStringLiteral("%1-%2-%3").arg(m_start).arg(record.position, 0, 16).arg(nanos, 0, 16);
    line.service = m_rules.service;
    line.fields.insert(QStringLiteral("file"), m_rules.path);
    if (record.isCarried || !record.stamp.isTimed()) {
        line.fields.insert(QStringLiteral("time"), QStringLiteral("carried"));
    }
    return line;
}

LogLine LineMaker::line(const Record &record, qint64 nanos) const
{
    LogLine line = begin(record, nanos);
    line.text = record.bytes.toByteArray();
    line.level = levelOf(record);
    if (record.form == Form::Json) {
        addMembers(line);
    } else if (record.form == Form::Logfmt) {
        addPairs(line, record);
    } else if (record.form == Form::Syslog || record.form == Form::DateTime) {
        addSyslogHead(line, record.bytes.sliced(record.text), record.form == Form::Syslog);
    } else if (record.form == Form::SquidAccess || record.form == Form::Uwsgi) {
        addRequest(line, record);
    }
    line.service = line.service.isEmpty() ? m_named : line.service;
    return line;
}

LogLine LineMaker::containerLine(const Record &first, qint64 nanos, QByteArray text, bool isEnded) const
{
    LogLine line = begin(first, nanos);
    line.text = std::move(text);
    const logformat::LineHead head = logformat::readHead(line.text);
    const QByteArrayView level = head.level.isEmpty() ? logformat::levelNearStart(line.text) : head.level;
    line.level = logformat::levelOfWord(level).value_or(LogLevel::Unknown);
    if (head.form == Form::Json) {
        addMembers(line);
    }
    const bool isError = first.bytes.sliced(first.text).startsWith(" stderr");
    line.fields.insert(QStringLiteral("stream"), isError ? QStringLiteral("stderr") : QStringLiteral("stdout"));
    if (!isEnded) {
        line.fields.insert(QStringLiteral("part"), QStringLiteral("unfinished"));
    }
    line.service = line.service.isEmpty() ? m_named : line.service;
    return line;
}

} // namespace quarterdeck::files
