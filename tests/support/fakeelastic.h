#pragma once

#include "tests/support/scriptedserver.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QStringList>

#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace quarterdeck {

/// An Elasticsearch 8 or OpenSearch 2 in memory, on loopback: searches in the part of the Query DSL that tests need, sorted pages, views that stand
/// still, histograms, terms, types of fields, failures that come with the status 200. Texts are split into words; keywords are told apart by the
/// case of their letters. Thread: any.
class FakeElastic {
public:
    struct Document {
        QString index;
        QString id;
        qint64 ms = 0; ///< In @timestamp.
        QJsonObject source;
    };
    struct Traits {
        bool isOpenSearch = false;
        int failedShards = 0;
        bool isTimedOut = false;
        int clustersAway = 0;
        int mostHits = 10'000;                              ///< index.max_result_window
        QMap<QString, QString> types {{"message", "text"}}; ///< All others are keywords, but for @timestamp.
        QStringList twins;                                  ///< Texts with a twin named ".keyword".
    };
    using Instead = std::function<std::optional<ScriptedReply>(const ScriptedRequest &)>;

    FakeElastic();

    QUrl url() const { return m_server.url(QString()); }
    /// What it answers to a request that came another way: through a gateway of the test.
    ScriptedReply answer(const ScriptedRequest &request);
    /// The time is added to each source.
    void push(const std::vector<Document> &documents);
    void setTraits(const Traits &traits);
    void setInstead(Instead instead);
    std::vector<ScriptedRequest> requests() const { return m_server.requests(); }
    /// Views that were opened and not closed.
    int openViews() const;

private:
    ScriptedReply search(const QString &path, const QJsonObject &body);
    ScriptedReply types(const QString &path, const QString &names) const;
    ScriptedReply view(const ScriptedRequest &request, const QString &path);
    std::vector<const Document *> found(const std::vector<Document> &documents, const QString &pattern, const QJsonObject &query) const;
    bool matches(const Document &document, const QJsonObject &query) const;
    bool matchesBool(const Document &document, const QJsonObject &query) const;
    QJsonObject page(std::vector<const Document *> hits, const QJsonObject &body) const;
    QJsonObject aggregations(const std::vector<const Document *> &hits, const QJsonObject &wanted) const;
    QStringList valuesOf(const Document &document, const QString &field) const;

    mutable std::mutex m_mutex;
    std::vector<Document> m_documents;
    std::map<QString, std::pair<QString, std::vector<Document>>> m_views; ///< With their patterns.
    int m_viewsMade = 0;
    Traits m_traits;
    Instead m_instead;
    ScriptedServer m_server;
};

} // namespace quarterdeck
