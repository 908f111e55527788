#include "app/sources/pagerduty/present.h"

namespace quarterdeck::pagerduty {

namespace {

// Beyond, a person is found by PagerDuty's own search only.
constexpr int MostPeople = 2000;

/// What PagerDuty answers about a token that belongs to no person, or about what is not there: no failure of the account.
bool isAbsence(const Error &error)
{
    return error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound;
}

// Of those who share a name, enough to choose from.
constexpr std::size_t MostNamed = 5;

Reason unclearPerson(const QString &text, const std::vector<Person> &people)
{
    if (people.empty()) {
        return Reason {ReasonCode::NoSuchPerson}.with(reasonpart::Text, text);
    }
    QStringList among;
    for (const Person &one : people) {
        among.append(QStringLiteral("%1 (%2, %3)").arg(one.name, one.id, one.email));
    }
    if (people.size() > MostNamed) {
        among = among.first(qsizetype(MostNamed)) << QStringLiteral("…");
    }
    return Reason {ReasonCode::SeveralPeople}.with(reasonpart::Text, text).with(reasonpart::Among, among.join(QStringLiteral(", ")));
}

} // namespace

std::vector<Person> named(const QString &text, const std::vector<Person> &all)
{
    const QString wanted = text.simplified();
    std::vector<Person> found;
    for (const Person &one : all) {
        const bool isNamed = one.id == wanted || one.email.compare(wanted, Qt::CaseInsensitive) == 0
            || one.name.simplified().compare(wanted, Qt::CaseInsensitive) == 0;
        if (isNamed && isId(one.id) && std::ranges::find(found, one.id, &Person::id) == found.end()) {
            found.push_back(one);
        }
    }
    return found;
}

Async<Person> authorOf(Reader &reader, CancelToken cancel)
{
    if (const QString &user = reader.settings().user; !user.isEmpty()) {
        Person author;
        author.email = user;
        return ready<Person>(author);
    }
    const Reply<Person> reply;
    then(reader.me(std::move(cancel)), &reader,
        [reply](const Result<Person> &me) { reply.finish(!me && isAbsence(me.error()) ? Result<Person>(Person {}) : me); });
    return reply.future();
}

Gathering::Gathering(Reader &reader, AlertAction action, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_action(std::move(action))
    , m_cancel(std::move(cancel))
{
}

Async<Present> Gathering::run()
{
    const auto future = m_reply.future();
    gatherIncident();
    return future;
}

template <class T, class F> void Gathering::await(const Async<T> &future, F take)
{
    then(future, this, [this, take](const Result<T> &result) {
        if (result) {
            take(*result);
            next();
        } else {
            finish(tl::unexpected(result.error()));
        }
    });
}

void Gathering::next()
{
    if (m_steps.empty()) {
        finish(std::move(m_present));
        return;
    }
    const auto step = std::move(m_steps.front());
    m_steps.pop_front();
    step();
}

void Gathering::gatherIncident()
{
    if (!isId(m_action.alert.id)) {
        finish(Present {});
        return;
    }
    then(m_reader.incident(m_action.alert.id, m_cancel), this, [this](const Result<Incident> &incident) {
        if (incident) {
            m_present.incident = *incident;
            planSteps();
            planOwnSteps();
            next();
        } else if (incident.error().kind == ErrorKind::NotFound) {
            finish(Present {});
        } else {
            finish(tl::unexpected(incident.error()));
        }
    });
}

Async<Present> Gathering::runShared()
{
    const auto future = m_reply.future();
    planSteps();
    next();
    return future;
}

void Gathering::planOwnSteps()
{
    if (m_action.verb == Verb::Note) {
        m_steps.emplace_back([this] {
            await(m_reader.notes(m_action.alert.id, m_cancel), [this](const std::vector<pagerduty::Note> &notes) { m_present.notes = notes; });
        });
    } else if (m_action.verb == Verb::Escalate) {
        m_steps.emplace_back(
            [this] { await(m_reader.log(m_action.alert.id, m_cancel), [this](const std::vector<LogEntry> &log) { m_present.log = log; }); });
    }
}

void Gathering::planSteps()
{
    m_steps.emplace_back([this] { gatherAuthor(); });
    if (m_action.verb == Verb::AddResponder || m_action.verb == Verb::CancelResponder || m_action.verb == Verb::Escalate) {
        m_steps.emplace_back([this] { gatherAuthorId(); });
    }
    switch (m_action.verb) {
    case Verb::SetPriority:
        m_steps.emplace_back(
            [this] { await(m_reader.priorities(m_cancel), [this](const std::vector<Named> &priorities) { m_present.priorities = priorities; }); });
        break;
    case Verb::Merge:
        m_steps.emplace_back([this] { gatherOther(); });
        break;
    case Verb::AddResponder:
    case Verb::CancelResponder:
    case Verb::Reassign:
        for (const QString &text : m_action.people) {
            m_steps.emplace_back([this, text] {
                gatherPeople(text, [this, text](const std::vector<Person> &people) {
                    if (people.size() != 1) {
                        m_present.unclear = unclearPerson(text, people);
                    } else if (!m_present.people.contains(people.front().id)) {
                        m_present.people.append(people.front().id);
                    }
                });
            });
        }
        break;
    default:
        break;
    }
}

void Gathering::gatherAuthor()
{
    await(authorOf(m_reader, m_cancel), [this](const Person &author) { m_present.author = author; });
}

void Gathering::gatherAuthorId()
{
    if (!m_present.author.id.isEmpty() || m_present.author.email.isEmpty()) {
        next();
        return;
    }
    gatherPeople(m_present.author.email,
        [this](const std::vector<Person> &people) { m_present.author.id = people.size() == 1 ? people.front().id : QString(); });
}

void Gathering::gatherOther()
{
    if (!isId(m_action.subject)) {
        next();
        return;
    }
    then(m_reader.incident(m_action.subject, m_cancel), this, [this](const Result<Incident> &other) {
        if (!other && other.error().kind != ErrorKind::NotFound) {
            finish(tl::unexpected(other.error()));
            return;
        }
        m_present.other = other ? std::optional(*other) : std::nullopt;
        next();
    });
}

void Gathering::gatherPeople(const QString &text, Found take)
{
    m_found.clear();
    searchPage(text, text, 0, std::move(take));
}

void Gathering::searchPage(const QString &text, const QString &query, int offset, Found take)
{
    then(m_reader.users(query, offset, m_cancel), this, [this, text, query, offset, take](const Result<Page<Person>> &page) {
        if (!page) {
            finish(tl::unexpected(page.error()));
            return;
        }
        m_found.insert(m_found.end(), page->items.begin(), page->items.end());
        const auto people = named(text, m_found);
        const bool goesOn = page->hasMore && page->served > 0 && offset < MostPeople;
        if (goesOn) {
            searchPage(text, query, offset + int(page->served), take);
        } else if (people.empty() && !query.isEmpty()) {
            // The search is by name; an id or an address is found by looking at everybody.
            m_found.clear();
            searchPage(text, {}, 0, take);
        } else {
            take(people);
            next();
        }
    });
}

void Gathering::finish(Result<Present> present)
{
    m_reply.finish(std::move(present));
    deleteLater();
}

} // namespace quarterdeck::pagerduty
