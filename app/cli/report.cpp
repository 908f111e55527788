#include "app/cli/report.h"

#include "app/core/text.h"

#include <QThread>

#include <algorithm>
#include <future>

namespace quarterdeck {

namespace {
constexpr std::size_t WrittenAtOnce = 500;
} // namespace

Report::Report(CliSession &session, QString noun)
    : m_session(session)
    , m_noun(std::move(noun))
{
}

void Report::add(Writer item)
{
    m_items.push_back(std::move(item));
}

void Report::addMember(const QString &name, Writer value)
{
    m_members.emplace_back(name, std::move(value));
}

void Report::addStale(const std::vector<SourceStatus> &statuses)
{
    for (const SourceStatus &status : statuses) {
        if (m_session.arguments().isCached) {
            m_ages.emplace_back(status.id, status.lastOkAt);
        }
        if (status.freshness != Freshness::Live) {
            const QString why = status.error ? QStringLiteral(" (%1)").arg(status.error->what) : QString();
            addStale(status.id, status.lastOkAt, freshnessText(status) + why);
        }
    }
}

void Report::addRemarks(const std::vector<SourceStatus> &statuses)
{
    for (const SourceStatus &status : statuses) {
        if (status.freshness != Freshness::Live || isBelieved(status)) {
            continue;
        }
        addStale(status.id, status.lastOkAt,
            status.error ? status.error->what : QStringLiteral("%1 of %2 members answer").arg(status.liveMembers).arg(status.members));
        if (status.error && status.error->kind != ErrorKind::Settling) {
            m_unread.append(status.id + QStringLiteral(": ") + status.error->what);
        }
    }
}

void Report::addVerdict(const Verdict &verdict, const std::vector<SourceStatus> &statuses)
{
    addStale(statuses);
    addRemarks(verdict.notLive);
    if (!verdict.hasSources && (m_items.empty() || m_noun != u"services")) {
        failed(QStringLiteral("No source is configured: qdeck info shows where the configuration is"));
    }
    if (verdict.kind != Verdict::Kind::NothingKnown) {
        return;
    }
    for (const SourceStatus &status : statuses) {
        if (isBelieved(status)) {
            addStale(status.id, status.lastOkAt, QStringLiteral("it does not report all open alerts, as an Alertmanager does: no all-clear"));
        }
    }
}

void Report::addStale(const SourceId &backend, UtcTime since, const QString &why)
{
    m_stale.push_back({backend, since, why});
}

void Report::say(const QString &text)
{
    m_text.append(text);
}

void Report::say(const Table &table, const QString &otherwise)
{
    m_table = table;
    m_tableAt = m_text.size();
    m_otherwise = otherwise;
}

void Report::failed(const QString &why)
{
    m_failures.append(why);
}

// A program looks for what went wrong among the failures, a person sees it beside the sources.
QStringList Report::leftOut() const
{
    QStringList all = m_unread;
    for (const SourceStatus &status : m_session.isOpen() ? m_session.engine().sync().statuses() : std::vector<SourceStatus> {}) {
        const bool isTold = std::any_of(m_stale.begin(), m_stale.end(), [&](const Stale &stale) { return stale.backend == status.id; });
        if (isTold && status.freshness == Freshness::Misconfigured && status.error) {
            all.append(status.id + QStringLiteral(": ") + status.error->what);
        }
    }
    return all;
}

void Report::printJson() const
{
    JsonWriter json(2);
    json.beginObject();
    json.key(u"schema").value(QStringLiteral("quarterdeck.%1/1").arg(m_noun));
    json.key(u"generated").value(toRfc3339(m_session.clock().now()));
    json.key(u"context").value(m_session.contextName());
    json.key(u"stale").beginArray();
    for (const Stale &stale : m_stale) {
        json.beginObject().key(u"backend").value(stale.backend).key(u"since");
        if (stale.since.isValid()) {
            json.value(toRfc3339(stale.since));
        } else {
            json.null();
        }
        json.key(u"why").value(stale.why).endObject();
    }
    json.endArray();
    if (m_session.arguments().isCached) {
        json.key(u"asOf").beginObject();
        for (const auto &[source, at] : m_ages) {
            json.key(source);
            at.isValid() ? json.value(toRfc3339(at)) : json.null();
        }
        json.endObject();
    }
    json.key(u"failures").beginArray();
    for (const QString &failure : m_failures + leftOut()) {
        json.value(failure);
    }
    json.endArray();
    json.key(u"items").beginArray();
    printItems(json);
    json.endArray();
    for (const auto &[name, value] : m_members) {
        json.key(name);
        value(json);
    }
    print(json.endObject().take());
}

// A hundred thousand alerts are 160 MB of text: each core writes a part of them, and no more than those are held.
void Report::printItems(JsonWriter &json) const
{
    std::size_t at = 0;
    const auto write = [this](JsonWriter part, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            m_items[i](part);
        }
        return part.drain();
    };
    if (!m_items.empty()) {
        m_items[at++](json);
    }
    print(json.drain());
    const auto cores = std::size_t(std::max(1, QThread::idealThreadCount()));
    while (at < m_items.size()) {
        std::vector<std::future<QByteArray>> parts;
        for (; parts.size() < cores && at < m_items.size(); at += WrittenAtOnce) {
            parts.push_back(std::async(std::launch::async, write, json, at, std::min(at + WrittenAtOnce, m_items.size())));
        }
        for (std::future<QByteArray> &part : parts) {
            print(part.get());
        }
    }
}

// What the configuration leaves out could have answered too, and no source that was asked says so.
void Report::addLeftOut()
{
    static const QHash<QString, Face> Asked {{QStringLiteral("logs"), Face::Logs}, {QStringLiteral("log-patterns"), Face::Logs},
        {QStringLiteral("metrics"), Face::Metrics}, {QStringLiteral("oncall"), Face::OnCall}, {QStringLiteral("silences"), Face::Acts}};
    const Faces asked = Asked.contains(m_noun) ? Faces(Asked.value(m_noun)) : Faces();
    if (!asked || !m_session.isOpen()) {
        return;
    }
    std::vector<SourceStatus> leftOut = m_session.engine().sync().statuses();
    std::erase_if(leftOut, [&](const SourceStatus &status) {
        const bool isTold = std::any_of(m_stale.begin(), m_stale.end(), [&](const Stale &stale) { return stale.backend == status.id; });
        return status.freshness != Freshness::Misconfigured || !(status.faces & asked) || isTold;
    });
    addStale(leftOut);
}

// A header that may be a secret is for a person to decide, and whoever runs this by a timer reads no warnings.
void Report::addDoubts()
{
    static const QStringList Nouns {QStringLiteral("alerts"), QStringLiteral("sync"), QStringLiteral("sources")};
    if (!Nouns.contains(m_noun) || !m_session.isOpen()) {
        return;
    }
    const QHash<QString, QString> &places = m_session.engine().config().places;
    for (const Endpoint &endpoint : m_session.engine().endpoints()) {
        const QString prefix = endpoint.id + QStringLiteral("/http_headers.");
        for (auto at = places.cbegin(); at != places.cend(); ++at) {
            if (at.key().startsWith(prefix)) {
                addStale(endpoint.id, {},
                    QStringLiteral("its header %1 is written in the configuration and may be a secret: see qdeck config check (%2)")
                        .arg(at.key().mid(prefix.size()), at.value()));
            }
        }
    }
}

void Report::sort()
{
    const std::string &column = m_session.arguments().sort;
    const auto order = m_table && !column.empty() ? m_table->orderBy(QString::fromStdString(column)) : std::vector<std::size_t> {};
    if (order.empty()) {
        return;
    }
    if (m_items.size() == order.size()) {
        std::vector<Writer> items;
        for (const std::size_t i : order) {
            items.push_back(std::move(m_items[i]));
        }
        m_items = std::move(items);
    }
    m_table->reorder(order);
}

void Report::printText() const
{
    const int width = m_session.arguments().form() == Arguments::Form::Wide ? 0 : terminalWidth();
    for (qsizetype i = 0; i <= m_text.size(); ++i) {
        if (m_table && i == m_tableAt) {
            print(m_table->isEmpty() ? m_otherwise : m_table->toString(width));
        }
        if (i < m_text.size()) {
            print(m_text[i]);
        }
    }
    for (const auto &[source, at] : m_ages) {
        const QString age = at.isValid() ? QStringLiteral("as of %1, %2 ago").arg(clockText(at), shortAge(m_session.clock().now() - at))
                                         : QStringLiteral("nothing is stored of it");
        print(inked(QStringLiteral("%1: %2").arg(text::plain(source), age), Ink::Dim));
    }
    for (const Stale &stale : m_stale) {
        print(inked(QStringLiteral("! %1: %2").arg(text::plain(stale.backend), text::plain(stale.why)), Ink::Warn));
    }
}

void Report::printList() const
{
    if (m_table && m_session.arguments().form() == Arguments::Form::Csv) {
        print(m_table->toCsv() + u'\r');
    } else if (m_table && !m_table->isEmpty()) {
        print(m_table->names());
    }
    if (m_table && m_table->isEmpty()) {
        complain(m_otherwise);
    }
    for (const QString &paragraph : m_text) {
        complain(paragraph);
    }
    for (const Stale &stale : m_stale) {
        complain(text::plain(QStringLiteral("%1: %2").arg(stale.backend, stale.why)));
    }
}

int Report::finish()
{
    addLeftOut();
    addDoubts();
    sort();
    for (const QString &trouble : m_session.storeTroubles()) {
        if (m_session.isBesideWindow()) {
            failed(trouble);
        } else {
            complain(text::plain(trouble));
        }
    }
    const Arguments::Form form = m_session.arguments().form();
    if (m_session.arguments().isWatched && (form == Arguments::Form::Table || form == Arguments::Form::Wide)) {
        printWatchHead(m_session.clock().now());
    }
    for (const QString &failure : m_failures) {
        complain(text::plain(failure));
    }
    switch (form) {
    case Arguments::Form::Json:
        printJson();
        break;
    case Arguments::Form::Csv:
    case Arguments::Form::Name:
        printList();
        break;
    case Arguments::Form::Table:
    case Arguments::Form::Wide:
        printText();
        break;
    }
    if (!m_failures.isEmpty() && m_items.empty()) {
        return exits::Error;
    }
    return m_failures.isEmpty() && m_stale.empty() ? exits::Ok : exits::Partial;
}

int refuse(const Error &error)
{
    complain(text::plain(error.where.isEmpty() ? error.what : QStringLiteral("%1 (%2)").arg(error.what, error.where)));
    return error.kind == ErrorKind::Usage ? exits::Usage : exits::Error;
}

int refuseUsage(const QString &why)
{
    complain(text::plain(why));
    return exits::Usage;
}

} // namespace quarterdeck
