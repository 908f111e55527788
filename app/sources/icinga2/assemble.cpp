#include "app/sources/icinga2/assemble.h"

#include "app/core/text.h"
#include "app/sources/api/names.h"
#include "app/sources/api/textbounds.h"
#include "app/sources/icinga2/alerts.h"
#include "app/sources/icinga2/quiet.h"
#include "app/sources/icinga2/verbs.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace quarterdeck::icinga2 {

namespace {

constexpr qsizetype MostRemarks = 5;

Error forbidden(const QString &what)
{
    return Error {ErrorKind::Forbidden, what, {}, 403, std::nullopt};
}

/// It is as it was heard last, and that is too long ago.
Error old(const QString &what)
{
    return Error {ErrorKind::Offline, what, {}, 0, std::nullopt};
}

/// Collects what is missing: of the alerts themselves, of what keeps them quiet, and what is only to be known.
class Gaps {
public:
    void ofAlerts(const Error &error) { keep(m_alerts, error); }
    void ofQuiet(const Error &error) { keep(m_quiet, error); }
    /// Each of them is told.
    void remark(const Error &error)
    {
        if (m_remark) {
            m_remark->what += (m_remark->what.endsWith(u'.') ? QLatin1StringView(" ") : QLatin1StringView(". ")) + error.what;
        } else {
            m_remark = error;
        }
    }

    void tell(AlertPage &snapshot) const
    {
        snapshot.covers = AlertPage::Coverage::All;
        using Part = AlertLack::Part;
        for (const auto &[part, why] : {std::pair {Part::Alerts, &m_alerts}, {Part::Silences, &m_quiet}, {Part::Details, &m_remark}}) {
            if (*why) {
                snapshot.lack(part, **why);
            }
        }
    }

private:
    static void keep(std::optional<Error> &place, const Error &error) { place = place ? place : std::optional(error); }

    std::optional<Error> m_alerts;
    std::optional<Error> m_quiet;
    std::optional<Error> m_remark;
};

/// Why a list was not read: a missing right hides behind the words of one that is empty.
Error whyNot(const Error &error, const Result<Rights> &rights, QStringView type, const QString &what)
{
    const bool isHidden = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Forbidden;
    if (!isHidden || !rights || rights->query(type) != Right::None) {
        return error;
    }
    return forbidden(
        QStringLiteral("The user may not see %1. %2.").arg(what, rightsAdvice(*rights, {QStringLiteral("objects/query/") + type.toString()})));
}

/// A user with a filter is shown a part and is not told so.
void noteFilters(Gaps &gaps, const Rights &rights)
{
    for (const auto &[type, what] : {std::pair {u"Host", QStringLiteral("hosts")}, std::pair {u"Service", QStringLiteral("services")}}) {
        if (rights.query(type) == Right::Part) {
            gaps.ofQuiet(forbidden(QStringLiteral(
                "The permissions of the ApiUser %1 have a filter, so it may see only some of the %2: the state of the others is unknown")
                                       .arg(rights.user.left(LongestName), what)));
        }
    }
}

void noteServer(Gaps &gaps, AlertPage &snapshot, const Answers &answers, const Judge &judge)
{
    if (!answers.server) {
        const bool isForbidden = answers.rights && answers.rights->of(u"status/query") == Right::None;
        if (!isForbidden) {
            gaps.ofAlerts(answers.server.error());
        } else {
            gaps.remark(
                forbidden(QStringLiteral("The user may not see when Icinga2 was started: problems that it forgets at a restart go undetected. %1.")
                              .arg(rightsAdvice(*answers.rights, {QStringLiteral("status/query")}))));
        }
        return;
    }
    const ServerState &server = *answers.server;
    const Counts &counts = server.counts;
    if (counts.pending > 0 && counts.uptime < judge.settling) {
        snapshot.heardSince = judge.now - counts.uptime;
        gaps.remark(
            old(QStringLiteral("It was started %1 ago and has not checked %2 of its hosts and services yet: it may have forgotten their problems")
                    .arg(formatDuration(std::chrono::floor<std::chrono::seconds>(counts.uptime)))
                    .arg(counts.pending)));
    }
    for (const QString &remark : remarks(server)) {
        gaps.remark(old(remark));
    }
}

/// What nobody has looked at for longer than it should be, in a sentence; empty where there is nothing. `now`: the server's.
QString overdueIn(const Answers &answers, UtcTime now)
{
    qsizetype count = 0;
    QString first;
    for (const auto *list : {&answers.hosts, &answers.services}) {
        if (!*list) {
            continue;
        }
        for (const Checkable &one : (*list)->items) {
            if (one.isOverdue(now)) {
                first = count++ == 0 ? one.ref.id() : first;
            }
        }
    }
    return count == 0 ? QString()
                      : QStringLiteral("The checks of %1 hosts and services are overdue, that of %2 first: they may have changed")
                            .arg(QString::number(count), text::plain(first, LongestName));
}

/// What is well by what was heard may have a problem by now.
void noteAge(Gaps &gaps, const Answers &answers, UtcTime now)
{
    const UtcTime told = answers.server ? answers.server->now() : UtcTime {};
    QStringList why {overdueIn(answers, told.isValid() ? told : now)};
    if (answers.server) {
        why.append(whyOld(*answers.server));
    }
    why.removeAll(QString());
    if (!why.isEmpty()) {
        gaps.ofQuiet(old(why.join(QStringLiteral(". "))));
    }
}

/// What keeps problems quiet, as far as it was read. A user without the right to read it still sees every problem.
template <class T> void noteQuiet(Gaps &gaps, const Result<Listing<T>> &list, const Result<Rights> &rights, QStringView type, const QString &what)
{
    if (list) {
        if (list->problem) {
            gaps.ofQuiet(*list->problem);
        }
        if (rights && rights->query(type) == Right::Part) {
            gaps.remark(forbidden(QStringLiteral("This user may see only a part of the %1").arg(what)));
        }
        return;
    }
    const Error error = whyNot(list.error(), rights, type, what);
    if (error == list.error()) {
        gaps.ofQuiet(error);
    } else {
        gaps.remark(error);
    }
}

template <class T> bool isWhole(const Result<Listing<T>> &list, const Result<Rights> &rights, QStringView type)
{
    return list && !list->problem && rights && rights->query(type) == Right::All;
}

void addProblems(std::vector<Checkable> &problems, Gaps &gaps, Result<Listing<Checkable>> &list, const Error &why)
{
    if (!list) {
        gaps.ofAlerts(why);
        return;
    }
    if (list->problem) {
        gaps.ofAlerts(*list->problem);
    }
    for (Checkable &one : list->items) {
        if (one.isProblem()) {
            problems.push_back(std::move(one));
        }
    }
}

void addSilences(Present &present, Gaps &gaps, const Judge &judge)
{
    for (const Downtime &downtime : present.downtimes) {
        present.snapshot.silences.push_back(silenceOf(downtime, judge.source, judge.now));
    }
    QSet<QString> inForce;
    for (const Alert &alert : present.snapshot.alerts) {
        inForce.insert(alert.acknowledgement().id);
    }
    for (const Comment &comment : present.acknowledgements) {
        // The comment of a persistent acknowledgement outlives it.
        if (comment.expiresAt.isValid() && (!present.hasAllProblems || inForce.contains(comment.name))) {
            present.snapshot.silences.push_back(silenceOf(comment, judge.source, judge.now));
        }
    }
    std::erase_if(present.snapshot.silences, [&gaps](const Silence &silence) {
        const QString size = tooLarge(silence);
        if (!size.isEmpty()) {
            gaps.ofQuiet(
                Error {ErrorKind::BadPayload, QStringLiteral("What keeps %1 quiet is %2").arg(silence.id.left(LongestName), size), {}, 0, {}});
        }
        return !size.isEmpty();
    });
}

void takeQuiet(Present &present, QuietBook &quiet, Answers &answers)
{
    if (answers.comments) {
        present.hasComments = isWhole(answers.comments, answers.rights, u"Comment");
        for (Comment &comment : answers.comments->items) {
            if (comment.isAcknowledgement) {
                present.acknowledgements.push_back(std::move(comment));
            } else if (comment.isRemark) {
                present.remarks.push_back(std::move(comment));
            }
        }
        quiet.add(present.acknowledgements);
    }
    if (answers.downtimes) {
        present.hasDowntimes = isWhole(answers.downtimes, answers.rights, u"Downtime");
        if (present.hasDowntimes) {
            quiet.add(answers.downtimes->items);
        }
        present.downtimes = std::move(answers.downtimes->items);
    }
    if (isWhole(answers.dependencies, answers.rights, u"Dependency")) {
        quiet.add(answers.dependencies->items);
    }
}

/// What people wrote, by object, the newest first.
QHash<QString, QStringList> remarksByObject(std::vector<Comment> &remarks)
{
    std::ranges::stable_sort(remarks, std::ranges::greater(), [](const Comment &one) { return one.enteredAt.ms; });
    QHash<QString, QStringList> byObject;
    for (const Comment &remark : remarks) {
        QStringList &of = byObject[remark.ref.id()];
        if (of.size() < MostRemarks) {
            of.append(remark.author + QStringLiteral(": ") + commentText(remark.text));
        }
    }
    return byObject;
}

} // namespace

UtcTime FirstSeen::startOf(const Checkable &problem)
{
    if (problem.lastStateChange.isValid()) {
        return problem.lastStateChange;
    }
    const QString id = problem.ref.id();
    const UtcTime told = problem.lastHardStateChange.isValid() ? problem.lastHardStateChange : problem.lastCheck;
    const UtcTime known = m_starts.value(id, told);
    const UtcTime start = std::min(told, known);
    m_asked.insert(id, start);
    return start;
}

void FirstSeen::forgetOthers()
{
    m_starts = std::exchange(m_asked, {});
}

Result<Present> assemble(Answers answers, const Judge &judge, FirstSeen &firstSeen)
{
    const auto why = [&answers](const Result<Listing<Checkable>> &list, QStringView type, const QString &what) {
        return list ? Error {} : whyNot(list.error(), answers.rights, type, what);
    };
    const Error noHosts = why(answers.hosts, u"Host", QStringLiteral("hosts"));
    const Error noServices = why(answers.services, u"Service", QStringLiteral("services"));
    if (!answers.hosts && !answers.services) {
        return tl::unexpected(noHosts);
    }
    Present present;
    Gaps gaps;
    noteAge(gaps, answers, judge.now);
    present.hasAllProblems = isWhole(answers.hosts, answers.rights, u"Host") && isWhole(answers.services, answers.rights, u"Service");
    std::vector<Checkable> problems;
    addProblems(problems, gaps, answers.hosts, noHosts);
    addProblems(problems, gaps, answers.services, noServices);
    if (answers.rights) {
        noteFilters(gaps, *answers.rights);
        present.rights = *answers.rights;
    } else {
        gaps.ofAlerts(answers.rights.error());
    }
    noteServer(gaps, present.snapshot, answers, judge);
    present.startedAt = answers.server ? judge.now - answers.server->counts.uptime : UtcTime {};
    noteQuiet(gaps, answers.comments, answers.rights, u"Comment", QStringLiteral("comments"));
    noteQuiet(gaps, answers.downtimes, answers.rights, u"Downtime", QStringLiteral("downtimes"));

    QuietBook quiet(judge.now);
    takeQuiet(present, quiet, answers);
    for (const Checkable &problem : problems) {
        quiet.add(problem);
    }
    const VerbSet can = present.rights ? verbsFor(*present.rights) : Verbs;
    const auto remarks = remarksByObject(present.remarks);
    for (const Checkable &problem : problems) {
        if (!problem.lastStateChange.isValid()) {
            present.first.insert(problem.ref.id());
        }
        Alert alert = alertOf(problem, judge.source, firstSeen.startOf(problem), remarks.value(problem.ref.id()));
        quiet.judge(alert, problem);
        alert.can = can;
        alert.lastSeenAt = judge.now;
        if (const QString size = tooLarge(alert); size.isEmpty()) {
            present.snapshot.alerts.push_back(std::move(alert));
        } else {
            gaps.ofAlerts(
                Error {ErrorKind::BadPayload, QStringLiteral("The problem of %1 is %2").arg(alert.key.id.left(LongestName), size), {}, 0, {}});
        }
    }
    firstSeen.forgetOthers();
    addSilences(present, gaps, judge);
    gaps.tell(present.snapshot);
    present.snapshot.membersLive = answers.hosts && answers.services ? 1 : 0;
    return present;
}

} // namespace quarterdeck::icinga2
