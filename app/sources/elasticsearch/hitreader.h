#pragma once

#include "app/sources/elasticsearch/elasticserver.h"

#include <QSet>

namespace quarterdeck::elasticsearch {

/// What is read of one question.
struct ReadPlan {
    QByteArray query;
    bool isOfMixedTimes = false;
    bool isForward = false; ///< The oldest first.
    int limit = 1'000;      ///< At least so many lines are read, where there are so many.
};

/// What was read, oldest first.
struct ReadHits {
    std::vector<LogLine> lines;
    bool isWhole = true; ///< There are no more.
    std::vector<Error> lacks;
};

/// Reads lines page by page. What fits one page is asked for as it is; for more, a view is held that stands still, in which each page begins after
/// the last line of the one before. Deletes itself. Thread: io.
class HitReader final : public QObject {
public:
    HitReader(ElasticServer &server, ReadPlan plan, CancelToken cancel, QObject *parent);
    Async<ReadHits> run();

private:
    void readPage();
    void openView();
    void take(Page page);
    void addLacks(const std::vector<Error> &lacks);
    void finish(Result<ReadHits> result);

    ElasticServer &m_server;
    ReadPlan m_plan;
    CancelToken m_cancel;
    Reply<ReadHits> m_reply;
    int m_page;
    QByteArray m_pit;
    QByteArray m_after;
    QSet<QString> m_known;
    ReadHits m_read;
};

} // namespace quarterdeck::elasticsearch
