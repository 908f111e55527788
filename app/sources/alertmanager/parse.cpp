#include "app/sources/alertmanager/parse.h"

#include "app/json/jsonreader.h"
#include "app/sources/alertmanager/plainalerts.h"

#include <QSet>

namespace quarterdeck::alertmanager {

namespace {

/// Keeps one copy of each label text: ten thousand alerts share a few hundred.
class Interner {
public:
    QString operator()(const QString &text) { return *m_texts.insert(text); }

private:
    QSet<QString> m_texts;
};

struct Context {
    const SourceId &source;
    Interner intern;
};

Error problemAt(const QString &pointer, const QString &what)
{
    return Error {ErrorKind::BadPayload, what, pointer, 0, std::nullopt};
}

UtcTime timeOf(const JsonValue &value)
{
    const QByteArrayView text = value.utf8();
    return timeFromApi({text.data(), std::size_t(text.size())});
}

Labels labelsOf(const JsonValue &value, Interner &intern)
{
    QList<Label> labels;
    if (value.isObject()) {
        value.each([&](const QString &name, const JsonValue &text) { labels.append(Label {intern(name), intern(text.stringOr({}))}); });
    }
    return Labels::of(std::move(labels));
}

QStringList idsOf(const JsonValue &value)
{
    QStringList ids;
    if (value.isArray()) {
        value.each([&ids](const QString &, const JsonValue &id) {
            if (id.isString()) {
                ids.append(id.string());
            }
        });
    }
    return ids;
}

std::optional<Alert> alertOf(const JsonValue &value, Context &context)
{
    if (!value.isObject()) {
        return std::nullopt;
    }
    Alert alert;
    alert.labels = labelsOf(value[u"labels"], context.intern);
    alert.annotations = labelsOf(value[u"annotations"], context.intern);
    alert.key = {context.source, value[u"fingerprint"].stringOr({})};
    if (alert.key.id.isEmpty()) {
        if (alert.labels.isEmpty()) {
            return std::nullopt;
        }
        // The same hash as the server's.
        alert.key.id = QString::number(alert.labels.fingerprint(), 16).rightJustified(16, u'0');
    }
    alert.startsAt = timeOf(value[u"startsAt"]);
    alert.updatedAt = timeOf(value[u"updatedAt"]);
    alert.endsAt = timeOf(value[u"endsAt"]);
    alert.generatorUrl = value[u"generatorURL"].stringOr({});
    const JsonValue status = value[u"status"];
    alert.rawState = context.intern(status[u"state"].stringOr({}));
    alert.silencedBy = idsOf(status[u"silencedBy"]);
    alert.inhibitedBy = idsOf(status[u"inhibitedBy"]);
    finishAlert(alert, status[u"mutedBy"].size() > 0);
    return alert;
}

std::optional<Matcher> matcherOf(const JsonValue &value)
{
    if (!value[u"name"].isString() || !value[u"value"].isString()) {
        return std::nullopt;
    }
    return Matcher {value[u"name"].string(), value[u"value"].string(), value[u"isRegex"].booleanOr(false), value[u"isEqual"].booleanOr(true)};
}

std::optional<Silence> silenceOf(const JsonValue &value, const SourceId &source)
{
    Silence silence;
    silence.source = source;
    silence.id = value[u"id"].stringOr({});
    bool isGood = !silence.id.isEmpty() && value[u"matchers"].isArray();
    if (isGood) {
        value[u"matchers"].each([&](const QString &, const JsonValue &one) {
            if (const auto matcher = matcherOf(one)) {
                silence.matchers.push_back(*matcher);
            } else {
                isGood = false;
            }
        });
    }
    if (!isGood) {
        return std::nullopt;
    }
    silence.startsAt = timeOf(value[u"startsAt"]);
    silence.endsAt = timeOf(value[u"endsAt"]);
    silence.updatedAt = timeOf(value[u"updatedAt"]);
    silence.createdBy = value[u"createdBy"].stringOr({});
    silence.comment = value[u"comment"].stringOr({});
    const QString state = value[u"status"][u"state"].stringOr({});
    silence.state = state == QLatin1StringView("expired") ? SilenceState::Expired
        : state == QLatin1StringView("pending")           ? SilenceState::Pending
                                                          : SilenceState::Active;
    return silence;
}

Result<JsonDocument> listDocument(QByteArrayView body)
{
    auto document = JsonDocument::parse(body);
    if (document && !document->root().isArray()) {
        return tl::unexpected<Error>(problemAt(QString(), QStringLiteral("The server did not answer with a list")));
    }
    return document;
}

void addAlert(Listing<Alert> &listing, const JsonValue &value, Context &context)
{
    if (auto alert = alertOf(value, context)) {
        listing.items.push_back(std::move(*alert));
    } else if (!listing.problem) {
        listing.problem = problemAt(value.pointer(), QStringLiteral("An alert has neither a fingerprint nor labels"));
    }
}

} // namespace

Result<Listing<Alert>> parseAlerts(QByteArrayView body, const SourceId &source)
{
    if (auto alerts = readPlainAlerts(body, source)) {
        return Listing<Alert> {std::move(*alerts), std::nullopt};
    }
    const auto document = listDocument(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    Context context {source, {}};
    Listing<Alert> listing;
    const JsonValue root = document->root();
    listing.items.reserve(std::size_t(root.size()));
    root.each([&](const QString &, const JsonValue &value) { addAlert(listing, value, context); });
    return listing;
}

Result<Listing<Alert>> parseGroups(QByteArrayView body, const SourceId &source)
{
    const auto document = listDocument(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    Context context {source, {}};
    Listing<Alert> all;
    document->root().each([&](const QString &, const JsonValue &group) {
        if (group[u"alerts"].isArray()) {
            group[u"alerts"].each([&](const QString &, const JsonValue &value) { addAlert(all, value, context); });
        } else if (!all.problem) {
            all.problem = problemAt(group.pointer(), QStringLiteral("A group has no list of alerts"));
        }
    });
    // An alert stands once in the group of each receiver.
    QSet<QString> seen;
    std::erase_if(all.items, [&seen](const Alert &alert) {
        const bool isAgain = seen.contains(alert.key.id);
        seen.insert(alert.key.id);
        return isAgain;
    });
    return all;
}

Result<Listing<Silence>> parseSilences(QByteArrayView body, const SourceId &source)
{
    const auto document = listDocument(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    Listing<Silence> listing;
    document->root().each([&](const QString &, const JsonValue &value) {
        if (auto silence = silenceOf(value, source)) {
            listing.items.push_back(std::move(*silence));
        } else if (!listing.problem) {
            listing.problem = problemAt(value.pointer(), QStringLiteral("A silence has no id or a matcher without name or value"));
        }
    });
    return listing;
}

Result<Silence> parseSilence(QByteArrayView body, const SourceId &source)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    auto silence = silenceOf(document->root(), source);
    if (!silence) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The silence has no id or a matcher without name or value"), QStringLiteral("/id"));
    }
    return std::move(*silence);
}

Result<QString> parseSilenceId(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const QString id = document->root()[u"silenceID"].stringOr({});
    if (id.isEmpty()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer names no silence"), QStringLiteral("/silenceID"));
    }
    return id;
}

Result<MemberStatus> parseStatus(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue root = document->root();
    MemberStatus status;
    status.version = root[u"versionInfo"][u"version"].stringOr({});
    status.clusterStatus = root[u"cluster"][u"status"].string();
    status.peers = int(root[u"cluster"][u"peers"].size());
    // The field is named for a span of time and holds an instant.
    status.startedAt = timeOf(root[u"uptime"]);
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return status;
}

QString errorWords(QByteArrayView body)
{
    if (const auto document = JsonDocument::parse(body)) {
        const JsonValue root = document->root();
        return root.isString() ? root.string() : root[u"message"].stringOr({});
    }
    return {};
}

} // namespace quarterdeck::alertmanager
