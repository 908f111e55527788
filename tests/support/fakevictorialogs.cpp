#include "tests/support/fakevictorialogs.h"

#include "app/core/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <map>

namespace quarterdeck {

namespace {

FakeVictorialogs::Fields rowFields(const FakeVictorialogs::Row &row)
{
    FakeVictorialogs::Fields fields = row.fields;
    fields.insert(QStringLiteral("_msg"), row.text);
    return fields;
}

/// With a fraction as long as it must be.
QString timeText(qint64 nanos)
{
    QString text = toDateTime(UtcTime {nanos / 1'000'000}).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    QString fraction = QString::number(nanos % 1'000'000'000).rightJustified(9, u'0');
    while (fraction.endsWith(u'0')) {
        fraction.chop(1);
    }
    return text + (fraction.isEmpty() ? QString() : u'.' + fraction) + u'Z';
}

/// The end of a range is rounded up to the unit that it is written to.
qint64 roundedEnd(qint64 end)
{
    return end % 1'000'000'000 == 0 ? end + 999'999'999 : end;
}

} // namespace

/// A request with its parameters taken apart.
struct FakeVictorialogs::Call {
    QString path;
    QUrlQuery parameters;
    bool isOthers = false; ///< Of an account that has nothing here.

    QString value(const QString &name) const { return parameters.queryItemValue(name, QUrl::FullyDecoded); }
    qint64 number(const QString &name) const { return value(name).toLongLong(); }
};

FakeVictorialogs::FakeVictorialogs()
    : m_server([this](const ScriptedRequest &request) { return answer(request); })
{
}

void FakeVictorialogs::push(const std::vector<Row> &rows)
{
    const std::lock_guard lock(m_mutex);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
}

void FakeVictorialogs::setTraits(const Traits &traits)
{
    const std::lock_guard lock(m_mutex);
    m_traits = traits;
}

void FakeVictorialogs::setInstead(Instead instead)
{
    const std::lock_guard lock(m_mutex);
    m_instead = std::move(instead);
}

ScriptedReply FakeVictorialogs::answer(const ScriptedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    if (m_instead) {
        if (const auto instead = m_instead(request)) {
            return *instead;
        }
    }
    Call call;
    const QUrl url = QUrl::fromEncoded(request.target);
    call.path = url.path();
    call.parameters = QUrlQuery(request.method == "POST" ? QString::fromLatin1(request.body) : url.query(QUrl::FullyEncoded));
    call.isOthers = !m_traits.account.isEmpty() && request.header("accountid") != m_traits.account;
    if (call.path == u"/select/buildinfo" && !m_traits.version.isEmpty()) {
        return ScriptedReply::json("{\"status\":\"success\",\"data\":{\"version\":\"" + m_traits.version + "\"}}");
    }
    QString error;
    const LogsqlQuery query = readLogsql(call.value(QStringLiteral("query")), error);
    if (call.path.startsWith(QLatin1StringView("/select/logsql/")) && !error.isEmpty()) {
        return ScriptedReply::text(error.toUtf8() + '\n', 400);
    }
    if (call.path == u"/select/logsql/query") {
        return rows(call, query);
    }
    if (call.path == u"/select/logsql/hits") {
        return hits(call, query);
    }
    if (call.path == u"/select/logsql/field_values") {
        return values(call, query);
    }
    return ScriptedReply::text("unsupported path requested: \"" + call.path.toUtf8() + "\"\n", 400);
}

std::vector<const FakeVictorialogs::Row *> FakeVictorialogs::found(const Call &call, const LogsqlQuery &query) const
{
    std::vector<std::pair<quint32, const Row *>> scrambled;
    const qint64 end = roundedEnd(call.number(QStringLiteral("end")));
    for (std::size_t i = 0; i < m_rows.size() && !call.isOthers; ++i) {
        const Row &row = m_rows[i];
        if (row.nanos >= call.number(QStringLiteral("start")) && row.nanos <= end && query.takes(rowFields(row))) {
            scrambled.emplace_back(quint32(i) * 2'654'435'761U, &row);
        }
    }
    std::ranges::sort(scrambled);
    std::vector<const Row *> rows;
    for (const auto &[order, row] : scrambled) {
        rows.push_back(row);
    }
    return rows;
}

ScriptedReply FakeVictorialogs::rows(const Call &call, const LogsqlQuery &query) const
{
    std::vector<const Row *> all = found(call, query);
    if (query.isSorted) {
        std::ranges::stable_sort(all, {}, &Row::nanos);
    }
    if (query.limit) {
        all.resize(std::min(all.size(), std::size_t(*query.limit)));
    }
    if (const qint64 limit = call.number(QStringLiteral("limit")); limit > 0) {
        if (query.pipes == 0) {
            std::ranges::stable_sort(all, std::greater<> {}, &Row::nanos);
        }
        all.resize(std::min(all.size(), std::size_t(limit)));
    }
    ScriptedReply reply = ScriptedReply::empty(200);
    for (const Row *row : all) {
        QJsonObject object;
        for (auto it = row->fields.cbegin(); it != row->fields.cend(); ++it) {
            object.insert(it.key(), it.value());
        }
        if (!query.isStats) {
            object.insert("_time", timeText(row->nanos));
            object.insert("_msg", row->text);
            object.insert("_stream", "{}");
            object.insert("_stream_id", "0000000000000000e934a84adb05276890d7f7bfcadabe92");
        }
        reply.body += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    if (!reply.body.isEmpty()) {
        reply.contentType = "application/stream+json";
        reply.body += m_traits.brokenOff;
    }
    return reply;
}

ScriptedReply FakeVictorialogs::hits(const Call &call, const LogsqlQuery &query) const
{
    LogsqlQuery counted = query;
    if (!m_traits.countsAfterPipes) {
        QString error;
        counted = readLogsql(call.value(QStringLiteral("query")).section(u'|', 0, 0), error);
    }
    const qint64 step = call.value(QStringLiteral("step")).chopped(2).toLongLong() * 1'000'000;
    const qint64 offset = call.value(QStringLiteral("offset")).chopped(2).toLongLong() * 1'000'000;
    std::map<QByteArray, std::map<qint64, int>> counts;
    for (const Row *row : found(call, counted)) {
        QJsonObject fields;
        for (const QString &name : call.parameters.allQueryItemValues(QStringLiteral("field"), QUrl::FullyDecoded)) {
            fields.insert(name, row->fields.value(name));
        }
        const qint64 at = row->nanos - offset;
        ++counts[QJsonDocument(fields).toJson(QJsonDocument::Compact)][at - at % step + offset];
    }
    QJsonArray all;
    for (const auto &[fields, buckets] : counts) {
        QJsonArray times;
        QJsonArray numbers;
        int total = 0;
        for (const auto &[at, count] : buckets) {
            times.append(timeText(at));
            numbers.append(count);
            total += count;
        }
        all.append(QJsonObject {{"fields", QJsonDocument::fromJson(fields).object()}, {"timestamps", times}, {"values", numbers}, {"total", total}});
    }
    return ScriptedReply::json(QJsonDocument(QJsonObject {{"hits", all}}).toJson(QJsonDocument::Compact));
}

ScriptedReply FakeVictorialogs::values(const Call &call, const LogsqlQuery &query) const
{
    std::map<QString, int> counts;
    for (const Row *row : found(call, query)) {
        ++counts[rowFields(*row).value(call.value(QStringLiteral("field")))];
    }
    QJsonArray all;
    for (const auto &[value, count] : counts) {
        if (all.size() < call.number(QStringLiteral("limit"))) {
            all.append(QJsonObject {{"value", value}, {"hits", count}});
        }
    }
    return ScriptedReply::json(QJsonDocument(QJsonObject {{"values", all}}).toJson(QJsonDocument::Compact));
}

} // namespace quarterdeck
