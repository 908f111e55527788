#pragma once

#include "app/domain/action.h"
#include "app/sources/pagerduty/reader.h"

#include <deque>

namespace quarterdeck::pagerduty {

/// What is needed to decide about one action, read just now.
struct Present {
    std::optional<Incident> incident; ///< Nothing where PagerDuty has no such one.
    std::optional<Incident> other;    ///< Of a merge: the one that stays.
    Person author;                    ///< In whose name is acted; without an address where the token is nobody's.
    QStringList people;               ///< Ids of those whom the action names.
    Reason unclear {};                ///< Whom it names that is nobody, or more than one; None where all are known.
    std::vector<Named> priorities;
    std::vector<Note> notes;
    std::vector<LogEntry> log;
};

/// Those of `all` whom a text names: by id, e-mail address or full name.
std::vector<Person> named(const QString &text, const std::vector<Person> &all);

/// In whose name is acted: the user of the settings, or whose token it is; nobody where that is no person.
/// Errors: those of the reader.
Async<Person> authorOf(Reader &reader, CancelToken cancel);

/// Reads what one action needs, one request after the other. Deletes itself when it is done. Thread: io.
class Gathering final : public QObject {
public:
    /// A child of `reader`.
    Gathering(Reader &reader, AlertAction action, CancelToken cancel);
    /// Errors: those of the reader; what PagerDuty does not have is none.
    Async<Present> run();
    /// Only what all actions like this one have in common: nothing of the incident itself. Errors: those of the reader.
    Async<Present> runShared();

private:
    void next();
    void gatherIncident();
    void gatherAuthor();
    void gatherAuthorId();
    void gatherOther();
    using Found = std::function<void(const std::vector<Person> &people)>;
    /// Those of this name, first by PagerDuty's own search, then among all.
    void gatherPeople(const QString &text, Found take);
    void searchPage(const QString &text, const QString &query, int offset, Found take);
    void planSteps();
    /// What is read of the incident alone.
    void planOwnSteps();
    /// Takes the result of a step and goes on, or ends with its error.
    template <class T, class F> void await(const Async<T> &future, F take);
    void finish(Result<Present> present);

    Reader &m_reader;
    AlertAction m_action;
    CancelToken m_cancel;
    Present m_present;
    std::deque<std::function<void()>> m_steps;
    std::vector<Person> m_found; ///< By the search under way.
    Reply<Present> m_reply;
};

} // namespace quarterdeck::pagerduty
