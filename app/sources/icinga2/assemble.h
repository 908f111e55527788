#pragma once

#include "app/domain/action.h"
#include "app/sources/api/alertface.h"
#include "app/sources/icinga2/objects.h"
#include "app/sources/icinga2/rights.h"
#include "app/sources/icinga2/status.h"

#include <QHash>
#include <QSet>

namespace quarterdeck::icinga2 {

/// All that one poll asked for. What was not asked for is an empty list.
struct Answers {
    Result<Rights> rights;
    Result<Listing<Checkable>> hosts;
    Result<Listing<Checkable>> services;
    Result<Listing<Comment>> comments;
    Result<Listing<Downtime>> downtimes;
    Result<Listing<Dependency>> dependencies;
    Result<ServerState> server;
};

/// What is open, and what is needed to act on it.
struct Present {
    AlertPage snapshot;
    std::optional<Rights> rights;
    std::vector<Comment> acknowledgements;
    std::vector<Comment> remarks;
    std::vector<Downtime> downtimes;
    bool hasComments = false; ///< They were read, all of them.
    bool hasDowntimes = false;
    bool hasAllProblems = false; ///< Hosts and services were read, all of them: what is not among them is no problem.
    UtcTime startedAt;           ///< When the server was started, by our clock; invalid where that is not known.
    QSet<QString> first;         ///< Ids of problems that are the first of their object: none of them has fired before.
};

/// The starts of problems that the server does not date: the first result of an object that is a soft problem has no time of change, and
/// gets one with a later result. The first that was seen stays for as long as the problem lasts.
class FirstSeen {
public:
    /// When this problem began.
    UtcTime startOf(const Checkable &problem);
    /// Forgets all that startOf() was not asked for since the last call.
    void forgetOthers();

private:
    QHash<QString, UtcTime> m_starts;
    QHash<QString, UtcTime> m_asked;
};

/// What a poll is judged by.
struct Judge {
    SourceId source;
    UtcTime now;
    Millis settling {0}; ///< For so long after a start, what was never checked may be what the server has forgotten.
};

/// Makes one snapshot of all answers. A part that may not be seen, or was not read, makes it incomplete.
/// Errors: that of the hosts, where neither they nor the services were read.
Result<Present> assemble(Answers answers, const Judge &judge, FirstSeen &firstSeen);

} // namespace quarterdeck::icinga2
