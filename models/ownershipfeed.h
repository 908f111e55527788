#pragma once

#include "app/ownership/facts.h"
#include "models/oncallfeed.h"

namespace quarterdeck {

class Library;
class Reader;

/// A review of every service, and what it lacks.
struct OwnershipView {
    UtcTime at;
    std::vector<ServiceReview> reviews;
    QStringList notLive;                 ///< Sources of alerts that are not up to date.
    std::vector<SourceFailure> failures; ///< Sources that did not say who is on call, or whose answer is old.
    std::optional<Error> onCallError;    ///< Nobody said who is on call.
    UtcTime historyFrom;                 ///< When the local history begins; at `at` where there is none.
    bool isHistoryShort = false;         ///< It reaches less far back than a review looks.
};

/// Reads what an ownership review rests on and reviews all services. The history may be long: it is read and gone through off this thread.
/// Thread: main.
class OwnershipFeed final : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    OwnershipFeed(
        Reader &reader, OnCallReader &onCall, const Sources &sources, const Library &library, const Clock &clock, QObject *parent = nullptr);
    ~OwnershipFeed() override;
    /// Reviews anew; while it does, another call does nothing.
    void read();
    bool isReading() const { return m_isReading; }

signals:
    /// The review asked for by read().
    void answered(const quarterdeck::OwnershipView &view);
    /// What is stored cannot be read.
    void failed(const quarterdeck::Error &error);

private:
    void readAlerts(OwnershipFacts facts);
    void readIncidents(OwnershipFacts facts, std::vector<Alert> alerts);
    void addRunbooks(OwnershipFacts facts, const std::vector<Alert> &alerts);
    void readOnCall(const OwnershipFacts &facts);
    void review(OwnershipFacts facts, OwnershipView view);
    void refuse(const Error &error);

    Reader &m_reader;
    OnCallReader &m_onCall;
    const Sources &m_sources;
    const Library &m_library;
    const Clock &m_clock;
    std::vector<SourceStatus> m_statuses; ///< Of when the review began: marks and doubts rest on the same.
    bool m_isReading = false;
    std::stop_source m_stop;
};

} // namespace quarterdeck
