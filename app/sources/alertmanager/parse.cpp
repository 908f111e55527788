#include "app/sources/alertmanager/parse.h"

#include "app/core/redact.h"
#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/json/listelements.h"
#include "app/sources/alertmanager/plainalerts.h"
#include "app/sources/api/names.h"
#include "app/sources/api/textbounds.h"

#include <QSet>

namespace quarterdeck::alertmanager {

namespace {

constexpr qsizetype MostWords = 300;

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

/// `isBad` becomes true where one of them names nothing.
QStringList idsOf(const JsonValue &value, bool &isBad)
{
    QStringList ids;
    if (value.isArray()) {
        value.each([&](const QString &, const JsonValue &id) {
            const QString text = id.stringOr({});
            if (text.isEmpty()) {
                isBad = true;
            } else {
                ids.append(text);
            }
        });
    }
    return ids;
}

/// `problem` says what of it could not be understood; it is shown all the same.
std::optional<Alert> alertOf(const JsonValue &value, Context &context, QString &problem)
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
    bool isBad = false;
    alert.holds.set(HoldKind::Silence, idsOf(status[u"silencedBy"], isBad));
    alert.holds.set(HoldKind::Inhibition, idsOf(status[u"inhibitedBy"], isBad));
    alert.holds.set(HoldKind::TimeInterval, idsOf(status[u"mutedBy"], isBad));
    if (isBad) {
        problem = QStringLiteral("The alert %1 is quiet, but its silence or rule has no name").arg(alert.key.id);
        // Kept quiet by nothing that is known: it rather counts as heard.
        alert.rawState = context.intern(QStringLiteral("active"));
    }
    finishAlert(alert);
    return alert;
}

Labels annotationsOf(const JsonValue &value)
{
    Interner none;
    return labelsOf(value, none);
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
    silence.kind = isAcknowledgement(silence.comment) ? HoldKind::Acknowledgement : HoldKind::Silence;
    silence.annotations = annotationsOf(value[u"annotations"]);
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

void noteProblem(Listing<Alert> &listing, const QString &pointer, const QString &what)
{
    if (!listing.problem) {
        listing.problem = problemAt(pointer, what);
    }
}

void keepAlert(Listing<Alert> &listing, Alert alert, const QString &pointer)
{
    const QString why = tooLarge(alert);
    if (why.isEmpty()) {
        listing.items.push_back(std::move(alert));
    } else {
        noteProblem(
            listing, pointer, QStringLiteral("The alert %1 (%2) is %3").arg(alert.key.id.left(LongestName), alert.title.left(LongestName), why));
    }
}

void addAlert(Listing<Alert> &listing, const JsonValue &value, const QString &pointer, Context &context)
{
    QString problem;
    if (auto alert = alertOf(value, context, problem)) {
        keepAlert(listing, std::move(*alert), pointer);
        if (!problem.isEmpty()) {
            noteProblem(listing, pointer, problem);
        }
    } else {
        noteProblem(listing, pointer, QStringLiteral("An alert has neither a fingerprint nor labels"));
    }
}

/// Reads an element value by value. Errors: that of one that is not JSON.
Result<Done> addElement(Listing<Alert> &listing, QByteArrayView element, const QString &pointer, Context &context)
{
    const auto document = JsonDocument::parse(element);
    if (document) {
        addAlert(listing, document->root(), pointer, context);
    } else if (document.error().byte) {
        return tl::unexpected(document.error());
    } else {
        // JSON, but nested or divided beyond all bounds: one such row must not hide the others.
        noteProblem(listing, pointer, QStringLiteral("An alert cannot be read: ") + document.error().what);
    }
    return Done {};
}

} // namespace

Result<Listing<Alert>> parseAlerts(QByteArrayView body, const SourceId &source)
{
    const auto elements = elementsOf(body);
    if (!elements) {
        const auto document = listDocument(body);
        return document ? fail(ErrorKind::BadPayload, QStringLiteral("The server did not answer with a list")) : tl::unexpected(document.error());
    }
    Context context {source, {}};
    PlainReader plain(source);
    Listing<Alert> listing;
    listing.items.reserve(elements->size());
    for (std::size_t i = 0; i < elements->size(); ++i) {
        const QString pointer = u'/' + QString::number(i);
        if (auto alert = plain.read(elements->at(i))) {
            keepAlert(listing, std::move(*alert), pointer);
        } else if (const auto read = addElement(listing, elements->at(i), pointer, context); !read) {
            // The place is told within the whole, where it can be.
            const auto whole = listDocument(body);
            return tl::unexpected(whole ? read.error() : whole.error());
        }
    }
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
            group[u"alerts"].each([&](const QString &, const JsonValue &value) { addAlert(all, value, value.pointer(), context); });
        } else {
            noteProblem(all, group.pointer(), QStringLiteral("A group has no list of alerts"));
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
        auto silence = silenceOf(value, source);
        const QString why = silence ? tooLarge(*silence) : QString();
        if (silence && why.isEmpty()) {
            listing.items.push_back(std::move(*silence));
        } else if (silence && !listing.problem) {
            listing.problem = problemAt(value.pointer(), QStringLiteral("The silence %1 is %2").arg(silence->id.left(LongestName), why));
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
    const QByteArrayView config = root[u"config"][u"original"].utf8();
    // The server writes its configuration out anew: both settings by which a route is muted end in these words.
    status.mayMute = !config.contains("route:") || config.contains("_time_intervals:");
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return status;
}

QString errorWords(QByteArrayView body)
{
    if (const auto document = JsonDocument::parse(body)) {
        const JsonValue root = document->root();
        const QString words = root.isString() ? root.string() : root[u"message"].stringOr({});
        return text::plain(redacted(words.simplified()), MostWords);
    }
    return {};
}

} // namespace quarterdeck::alertmanager
