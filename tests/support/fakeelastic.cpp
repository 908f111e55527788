#include "tests/support/fakeelastic.h"

#include "app/core/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <map>

namespace quarterdeck {

namespace {

ScriptedReply jsonReply(const QJsonObject &object, int status = 200)
{
    return ScriptedReply::json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

ScriptedReply refusal(int status, const QString &type, const QString &reason)
{
    const QJsonObject cause {{"type", type}, {"reason", reason}};
    QJsonObject error = cause;
    error.insert("root_cause", QJsonArray {cause});
    return jsonReply({{"error", error}, {"status", status}}, status);
}

bool isLike(const QString &pattern, const QString &name)
{
    // Asked of each document, of few indices.
    static thread_local std::map<std::pair<QString, QString>, bool> known;
    const auto [found, isNew] = known.try_emplace({pattern, name}, false);
    if (isNew) {
        found->second = std::ranges::any_of(pattern.split(u','),
            [&name](const QString &one) { return QRegularExpression(QRegularExpression::wildcardToRegularExpression(one)).match(name).hasMatch(); });
    }
    return found->second;
}

/// As the standard analyser splits a text, near enough.
QStringList wordsIn(const QString &text)
{
    static const QRegularExpression Word(QStringLiteral("[\\w.]*\\w"));
    QStringList words;
    for (auto it = Word.globalMatch(text.toLower()); it.hasNext();) {
        words.append(it.next().captured());
    }
    return words;
}

bool hasPhrase(const QStringList &words, const QStringList &phrase)
{
    for (qsizetype at = 0; at + phrase.size() <= words.size(); ++at) {
        if (words.mid(at, phrase.size()) == phrase) {
            return !phrase.isEmpty();
        }
    }
    return false;
}

QRegularExpression wildcard(const QString &pattern)
{
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'\\' && i + 1 < pattern.size()) {
            out += QRegularExpression::escape(QString(pattern.at(++i)));
        } else {
            out += c == u'*' ? QStringLiteral(".*") : c == u'?' ? QStringLiteral(".") : QRegularExpression::escape(QString(c));
        }
    }
    return QRegularExpression(u'^' + out + u'$', QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
}

/// A value by a name with dots, through objects or as it stands.
QJsonValue valueAt(const QJsonObject &object, const QString &name)
{
    if (object.contains(name)) {
        return object.value(name);
    }
    for (qsizetype dot = name.indexOf(u'.'); dot > 0; dot = name.indexOf(u'.', dot + 1)) {
        const QJsonValue inner = object.value(name.first(dot));
        if (inner.isObject()) {
            return valueAt(inner.toObject(), name.mid(dot + 1));
        }
    }
    return QJsonValue(QJsonValue::Undefined);
}

} // namespace

FakeElastic::FakeElastic()
    : m_server([this](const ScriptedRequest &request) { return answer(request); })
{
}

void FakeElastic::push(const std::vector<Document> &documents)
{
    const std::lock_guard lock(m_mutex);
    for (Document document : documents) {
        document.source.insert("@timestamp", toRfc3339(UtcTime {document.ms}));
        m_documents.push_back(std::move(document));
    }
}

void FakeElastic::setTraits(const Traits &traits)
{
    const std::lock_guard lock(m_mutex);
    m_traits = traits;
}

void FakeElastic::setInstead(Instead instead)
{
    const std::lock_guard lock(m_mutex);
    m_instead = std::move(instead);
}

int FakeElastic::openViews() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_views.size());
}

ScriptedReply FakeElastic::answer(const ScriptedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    if (m_instead) {
        if (const auto instead = m_instead(request)) {
            return *instead;
        }
    }
    const QUrl url = QUrl::fromEncoded(request.target);
    const QString path = url.path();
    const QUrlQuery parameters(url.query(QUrl::FullyEncoded));
    if (path == u"/") {
        QJsonObject version {{"number", m_traits.isOpenSearch ? "2.19.0" : "8.19.2"}};
        if (m_traits.isOpenSearch) {
            version.insert("distribution", "opensearch");
        }
        return jsonReply({{"cluster_name", "test"}, {"version", version}});
    }
    if (path.endsWith(QLatin1StringView("_field_caps"))) {
        return types(path.section(u'/', 1, 1), parameters.queryItemValue(QStringLiteral("fields"), QUrl::FullyDecoded));
    }
    if (path.endsWith(QLatin1StringView("/_search"))) {
        QJsonParseError error;
        const QJsonDocument body = QJsonDocument::fromJson(request.body, &error);
        return error.error == QJsonParseError::NoError ? search(path, body.object())
                                                       : refusal(400, QStringLiteral("parsing_exception"), error.errorString());
    }
    return view(request, path);
}

ScriptedReply FakeElastic::view(const ScriptedRequest &request, const QString &path)
{
    const QString expected = m_traits.isOpenSearch ? QStringLiteral("/_search/point_in_time") : QStringLiteral("/_pit");
    if (!path.endsWith(expected)) {
        return refusal(400, QStringLiteral("illegal_argument_exception"), QStringLiteral("request [%1] contains unrecognized path").arg(path));
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "DELETE") {
        m_views.erase(m_traits.isOpenSearch ? body.value("pit_id").toArray().at(0).toString() : body.value("id").toString());
        return jsonReply({{"succeeded", true}});
    }
    const QString id = QStringLiteral("view-%1==").arg(++m_viewsMade);
    m_views.insert({id, {path.section(u'/', 1, 1), m_documents}});
    return jsonReply({{m_traits.isOpenSearch ? "pit_id" : "id", id}});
}

ScriptedReply FakeElastic::types(const QString &path, const QString &names) const
{
    QJsonObject fields;
    for (const QString &name : names.split(u',')) {
        const QString plain = name.endsWith(QLatin1StringView(".keyword")) ? name.chopped(8) : name;
        const bool isTwin = plain != name;
        const bool isThere = std::ranges::any_of(
            m_documents, [&](const Document &document) { return isLike(path, document.index) && !valueAt(document.source, plain).isUndefined(); });
        if (!isThere || (isTwin && !m_traits.twins.contains(plain))) {
            continue;
        }
        const QString type = name == u"@timestamp" ? QStringLiteral("date")
            : isTwin                               ? QStringLiteral("keyword")
                                                   : m_traits.types.value(name, QStringLiteral("keyword"));
        fields.insert(name, QJsonObject {{type, QJsonObject {{"type", type}, {"searchable", true}, {"aggregatable", type != u"text"}}}});
    }
    return jsonReply({{"indices", QJsonArray()}, {"fields", fields}});
}

std::vector<const FakeElastic::Document *> FakeElastic::found(
    const std::vector<Document> &documents, const QString &pattern, const QJsonObject &query) const
{
    std::vector<const Document *> hits;
    for (const Document &document : documents) {
        if (isLike(pattern, document.index) && matches(document, query)) {
            hits.push_back(&document);
        }
    }
    return hits;
}

QStringList FakeElastic::valuesOf(const Document &document, const QString &field) const
{
    const QJsonValue value = valueAt(document.source, field.endsWith(QLatin1StringView(".keyword")) ? field.chopped(8) : field);
    return value.isUndefined() ? QStringList() : QStringList {value.toVariant().toString()};
}

bool FakeElastic::matchesBool(const Document &document, const QJsonObject &query) const
{
    const auto list = [&query](const char *name) { return query.value(QLatin1StringView(name)).toArray(); };
    const auto isTrue = [&](const QJsonValue &one) { return matches(document, one.toObject()); };
    const QJsonArray should = list("should");
    const QJsonArray filter = list("filter");
    const QJsonArray mustNot = list("must_not");
    return std::all_of(filter.begin(), filter.end(), isTrue) && std::none_of(mustNot.begin(), mustNot.end(), isTrue)
        && (should.isEmpty() || std::any_of(should.begin(), should.end(), isTrue));
}

bool FakeElastic::matches(const Document &document, const QJsonObject &query) const
{
    const QString kind = query.keys().value(0);
    const QJsonObject inner = query.value(kind).toObject();
    const QString field = inner.keys().value(0);
    const QJsonValue wanted = inner.value(field);
    const bool isText = m_traits.types.value(field) == u"text";
    const QStringList values = valuesOf(document, field);
    const QStringList words = isText && !values.isEmpty() ? wordsIn(values.front()) : values;
    if (kind == u"bool") {
        return matchesBool(document, inner);
    }
    if (kind == u"match_all" || kind == u"match_none") {
        return kind == u"match_all";
    }
    if (kind == u"range") {
        return document.ms >= wanted[QLatin1StringView("gte")].toInteger() && document.ms < wanted[QLatin1StringView("lt")].toInteger();
    }
    if (kind == u"exists") {
        return !valuesOf(document, wanted.toString()).isEmpty();
    }
    if (kind == u"terms") {
        const QVariantList all = wanted.toArray().toVariantList();
        return std::ranges::any_of(words, [&all](const QString &word) { return all.contains(word); });
    }
    if (kind == u"match_phrase") {
        return isText ? hasPhrase(words, wordsIn(wanted.toString())) : words.contains(wanted.toString());
    }
    if (kind == u"wildcard") {
        const QRegularExpression pattern = wildcard(wanted[QLatin1StringView("value")].toString());
        return std::ranges::any_of(words, [&pattern](const QString &word) { return pattern.match(word).hasMatch(); });
    }
    if (kind == u"query_string") {
        return hasPhrase(wordsIn(valuesOf(document, QStringLiteral("message")).value(0)), wordsIn(wanted.toString()));
    }
    return false;
}

QJsonObject FakeElastic::page(std::vector<const Document *> hits, const QJsonObject &body) const
{
    const QJsonArray sort = body.value("sort").toArray();
    const bool isForward = sort.at(0).toObject().value("@timestamp").toObject().value("order").toString() == u"asc";
    const bool hasTie = sort.size() > 1;
    // Without a second order, lines of one time come in any order: here by the letters of their names, turned round.
    std::ranges::stable_sort(hits, [=](const Document *a, const Document *b) {
        if (a->ms != b->ms) {
            return isForward ? a->ms < b->ms : a->ms > b->ms;
        }
        return hasTie ? (isForward ? a->id < b->id : a->id > b->id) : a->id > b->id;
    });
    const QJsonArray after = body.value("search_after").toArray();
    QJsonArray list;
    for (const Document *hit : hits) {
        const QString time = toRfc3339(UtcTime {hit->ms});
        const bool isTold = !after.isEmpty()
            && (isForward ? std::pair(time, hit->id) <= std::pair(after.at(0).toString(), after.at(1).toString())
                          : std::pair(time, hit->id) >= std::pair(after.at(0).toString(), after.at(1).toString()));
        if (isTold || list.size() >= body.value("size").toInt()) {
            continue;
        }
        QJsonArray values {time};
        if (hasTie) {
            values.append(hit->id);
        }
        list.append(QJsonObject {{"_index", hit->index}, {"_id", hit->id}, {"_source", hit->source}, {"sort", values},
            {"fields", QJsonObject {{"@timestamp", QJsonArray {time}}}}});
    }
    return {{"total", QJsonObject {{"value", qint64(hits.size())}, {"relation", "eq"}}}, {"hits", list}};
}

QJsonObject FakeElastic::aggregations(const std::vector<const Document *> &hits, const QJsonObject &wanted) const
{
    const QJsonObject terms = wanted.value("v").toObject().value("terms").toObject();
    if (!terms.isEmpty()) {
        std::map<QString, int> counts;
        for (const Document *hit : hits) {
            for (const QString &value : valuesOf(*hit, terms.value("field").toString())) {
                ++counts[value];
            }
        }
        QJsonArray buckets;
        int others = 0;
        for (const auto &[value, count] : counts) {
            if (buckets.size() < terms.value("size").toInt()) {
                buckets.append(QJsonObject {{"key", value}, {"doc_count", count}});
            } else {
                others += count;
            }
        }
        return {{"v", QJsonObject {{"sum_other_doc_count", others}, {"buckets", buckets}}}};
    }
    const QJsonObject times = wanted.value("t").toObject().value("date_histogram").toObject();
    const QJsonObject levels
        = wanted.value("t").toObject().value("aggs").toObject().value("l").toObject().value("filters").toObject().value("filters").toObject();
    const qint64 step = times.value("fixed_interval").toString().chopped(2).toLongLong();
    const qint64 offset = times.value("offset").toString().chopped(2).toLongLong();
    std::map<qint64, QMap<QString, int>> counts;
    for (const Document *hit : hits) {
        auto &bucket = counts[(hit->ms - offset) / step * step + offset];
        for (auto it = levels.constBegin(); it != levels.constEnd(); ++it) {
            bucket[it.key()] += matches(*hit, it->toObject()) ? 1 : 0;
        }
    }
    QJsonArray buckets;
    for (const auto &[key, byLevel] : counts) {
        QJsonObject inner;
        for (auto it = byLevel.cbegin(); it != byLevel.cend(); ++it) {
            inner.insert(it.key(), QJsonObject {{"doc_count", it.value()}});
        }
        buckets.append(QJsonObject {{"key", key}, {"l", QJsonObject {{"buckets", inner}}}});
    }
    return {{"t", QJsonObject {{"buckets", buckets}}}};
}

ScriptedReply FakeElastic::search(const QString &path, const QJsonObject &body)
{
    const QString pit = body.value("pit").toObject().value("id").toString();
    if (!pit.isEmpty() && !m_views.contains(pit)) {
        return refusal(404, QStringLiteral("search_context_missing_exception"), QStringLiteral("No search context found for id [1]"));
    }
    if (body.value("size").toInt() > m_traits.mostHits) {
        return refusal(400, QStringLiteral("illegal_argument_exception"),
            QStringLiteral("Result window is too large, from + size must be less than or equal to: [%1]").arg(m_traits.mostHits));
    }
    const QJsonArray sort = body.value("sort").toArray();
    const bool isTiedByShard = sort.at(1).toObject().contains("_shard_doc");
    if (isTiedByShard && (m_traits.isOpenSearch || pit.isEmpty())) {
        return refusal(400, QStringLiteral("query_shard_exception"), QStringLiteral("No mapping found for [_shard_doc] in order to sort on"));
    }
    const QString pattern = pit.isEmpty() ? path.section(u'/', 1, 1) : m_views.at(pit).first;
    const std::vector<Document> &documents = pit.isEmpty() ? m_documents : m_views.at(pit).second;
    const auto hits = found(documents, pattern, body.value("query").toObject());
    const int shards = int(std::ranges::count_if(documents, [&](const Document &document) { return isLike(pattern, document.index); })) > 0 ? 3 : 0;
    QJsonObject state {{"total", shards}, {"successful", shards - m_traits.failedShards}, {"skipped", 0}, {"failed", m_traits.failedShards}};
    if (m_traits.failedShards > 0) {
        state.insert("failures", QJsonArray {QJsonObject {{"shard", 1}, {"reason", QJsonObject {{"type", "x"}, {"reason", "node left"}}}}});
    }
    QJsonObject answer {{"took", 1}, {"timed_out", m_traits.isTimedOut}, {"_shards", state}};
    if (m_traits.clustersAway > 0) {
        answer.insert("_clusters", QJsonObject {{"total", 2}, {"successful", 2 - m_traits.clustersAway}, {"skipped", m_traits.clustersAway}});
    }
    if (!pit.isEmpty()) {
        answer.insert("pit_id", pit);
    }
    answer.insert("hits", page(hits, body));
    if (body.contains("aggs")) {
        answer.insert("aggregations", aggregations(hits, body.value("aggs").toObject()));
    }
    return jsonReply(answer);
}

} // namespace quarterdeck
