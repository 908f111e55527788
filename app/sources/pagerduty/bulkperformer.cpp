#include "app/sources/pagerduty/bulkperformer.h"

#include "app/sources/pagerduty/failure.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace quarterdeck::pagerduty {

namespace {

constexpr VerbSet Statuses {Verb::Acknowledge, Verb::Unacknowledge, Verb::Resolve};
constexpr VerbSet OthersTogether {Verb::Reassign, Verb::SetPriority};

Update updateOf(const Deed &deed)
{
    if (const auto *assigned = std::get_if<AssignTo>(&deed)) {
        return *assigned;
    }
    if (const auto *priority = std::get_if<Prioritise>(&deed)) {
        return *priority;
    }
    return std::get<SetStatus>(deed);
}

} // namespace

bool goesWithOthers(const AlertAction &action)
{
    return (Statuses.has(action.verb) || OthersTogether.has(action.verb)) && isId(action.alert.id) && noteBeside(action).isEmpty();
}

BulkPerformer::BulkPerformer(Reader &reader, const SourceDeps &deps, std::vector<AlertAction> actions, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_deps(deps)
    , m_cancel(std::move(cancel))
{
    for (AlertAction &action : actions) {
        m_items.push_back({std::move(action)});
    }
    Places all(m_items.size());
    std::iota(all.begin(), all.end(), std::size_t(0));
    m_parts.push_back(std::move(all));
}

Async<std::vector<Outcome>> BulkPerformer::run()
{
    const auto future = m_reply.future();
    const AlertAction &first = m_items.front().action;
    if (OthersTogether.has(first.verb)) {
        then((new Gathering(m_reader, first, m_cancel))->run(), this, [this](const Result<Present> &shared) { begin(shared); });
        return future;
    }
    then(authorOf(m_reader, m_cancel), this, [this](const Result<Person> &author) {
        begin(author.map([](const Person &person) {
            Present shared;
            shared.author = person;
            return shared;
        }));
    });
    return future;
}

void BulkPerformer::begin(const Result<Present> &shared)
{
    if (shared) {
        m_shared = *shared;
        nextPart();
    } else {
        stop(shared.error());
    }
}

void BulkPerformer::nextPart()
{
    if (m_parts.empty()) {
        finish();
        return;
    }
    const Places part = m_parts.front();
    m_parts.pop_front();
    for (const std::size_t place : part) {
        m_items[place].incident.reset();
    }
    readPage(part, 0, 0);
}

void BulkPerformer::readPage(const Places &part, int offset, int pages)
{
    Places missing;
    std::ranges::copy_if(part, std::back_inserter(missing), [this](std::size_t place) { return !m_items[place].incident; });
    // By then one request for each costs no more.
    if (int(missing.size()) <= pages + 1) {
        readRest(part, missing);
        return;
    }
    then(m_reader.page(offset, m_cancel), this, [this, part, missing, offset, pages](const Result<Page<Incident>> &page) {
        if (!page) {
            m_parts.push_front(part);
            stop(page.error());
            return;
        }
        QHash<QString, const Incident *> read;
        for (const Incident &incident : page->items) {
            read.insert(incident.self.id, &incident);
        }
        for (const std::size_t place : missing) {
            if (const Incident *incident = read.value(m_items[place].action.alert.id)) {
                m_items[place].incident = *incident;
            }
        }
        const int next = offset + int(page->served);
        if (page->hasMore && page->served > 0 && next + PageSize <= LastReachable) {
            readPage(part, next, pages + 1);
            return;
        }
        Places left;
        std::ranges::copy_if(missing, std::back_inserter(left), [this](std::size_t place) { return !m_items[place].incident; });
        readRest(part, left);
    });
}

void BulkPerformer::readRest(const Places &part, Places missing)
{
    if (missing.empty()) {
        consider(part);
        return;
    }
    const std::size_t place = missing.back();
    missing.pop_back();
    then(m_reader.incident(m_items[place].action.alert.id, m_cancel), this, [this, part, missing, place](const Result<Incident> &incident) {
        if (!incident && incident.error().kind != ErrorKind::NotFound) {
            m_parts.push_front(part);
            stop(incident.error());
            return;
        }
        m_items[place].incident = incident ? std::optional(*incident) : std::nullopt;
        readRest(part, missing);
    });
}

void BulkPerformer::consider(const Places &part)
{
    Places sent;
    std::optional<Update> update;
    for (const std::size_t place : part) {
        Item &item = m_items[place];
        Plan planned = plan(item.action, presentOf(item), now());
        if (!planned.outcome) {
            // They are alike, and so is what is done.
            update = updateOf(*planned.deed);
            sent.push_back(place);
        } else if (planned.outcome->is == Outcome::Is::AlreadySo && item.isTried) {
            // The request that was refused as a whole has done this part of it.
            item.outcome = Outcome {Outcome::Is::Done, {}, planned.outcome->madeId};
        } else {
            item.outcome = planned.outcome;
        }
    }
    if (sent.empty()) {
        nextPart();
    } else {
        send(sent, *update);
    }
}

void BulkPerformer::send(const Places &part, const Update &update)
{
    QStringList ids;
    for (const std::size_t place : part) {
        m_items[place].isTried = true;
        ids.append(m_items[place].action.alert.id);
    }
    const auto request = updateRequest(m_reader.settings().root, ids, update, m_shared.author.email);
    then(m_deps.http.send(m_reader.settings().http, request, m_cancel), this, [this, part](const Result<HttpResponse> &response) {
        const auto result = actResult(response);
        if (result) {
            judge(part, *response);
            return;
        }
        const Error &error = result.error();
        const bool isNo = response && error.sent == Sent::Yes && error.kind != ErrorKind::Server && error.kind != ErrorKind::Unauthorized
            && error.kind != ErrorKind::RateLimited;
        if (isNo) {
            refused(part, error, refusalOf(*response).code);
            return;
        }
        for (const std::size_t place : part) {
            m_items[place].outcome = outcomeOf(error);
        }
        stop(error);
    });
}

void BulkPerformer::judge(const Places &part, const HttpResponse &response)
{
    const std::vector<Incident> rows = parseChanged(response.body).value_or(std::vector<Incident> {});
    Places left;
    for (const std::size_t place : part) {
        Item &item = m_items[place];
        const auto row = std::ranges::find(rows, item.action.alert.id, [](const Incident &one) { return one.self.id; });
        if (row != rows.end()) {
            item.incident = *row;
            item.outcome = traceOf(item.action, presentOf(item), now());
        }
        if (!item.outcome) {
            left.push_back(place);
        }
    }
    confirm(std::move(left));
}

void BulkPerformer::confirm(Places left)
{
    if (left.empty()) {
        nextPart();
        return;
    }
    const std::size_t place = left.back();
    left.pop_back();
    then(m_reader.incident(m_items[place].action.alert.id, m_cancel), this, [this, left, place](const Result<Incident> &incident) {
        Item &item = m_items[place];
        if (incident) {
            item.incident = *incident;
            item.outcome = afterYes(item.action, presentOf(item), now());
        } else {
            item.outcome = outcomeOf(
                unknownOutcome(QStringLiteral("it could not be read back: ") + incident.error().what, incident.error().httpStatus));
        }
        confirm(left);
    });
}

void BulkPerformer::refused(const Places &part, const Error &refusal, int code)
{
    if (part.size() > 1) {
        const auto half = part.begin() + std::ptrdiff_t(part.size() / 2);
        m_parts.push_front({half, part.end()});
        m_parts.push_front({part.begin(), half});
        nextPart();
        return;
    }
    Item &item = m_items[part.front()];
    then(m_reader.incident(item.action.alert.id, m_cancel), this, [this, &item, refusal, code](const Result<Incident> &incident) {
        const bool isTold = incident || incident.error().kind == ErrorKind::NotFound;
        item.incident = incident ? std::optional(*incident) : std::nullopt;
        item.outcome = isTold ? afterNo(item.action, presentOf(item), now(), refusal, code) : refusedBy(refusal, code);
        nextPart();
    });
}

Present BulkPerformer::presentOf(const Item &item) const
{
    Present present = m_shared;
    present.incident = item.incident;
    return present;
}

void BulkPerformer::stop(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled) {
        m_reply.finish(tl::unexpected(error));
        deleteLater();
        return;
    }
    for (const Places &part : m_parts) {
        for (const std::size_t place : part) {
            Error told = error;
            // What was refused with others may have taken effect, which has not been looked for yet.
            told.sent = m_items[place].isTried ? Sent::Maybe : Sent::No;
            m_items[place].outcome = outcomeOf(told);
        }
    }
    finish();
}

void BulkPerformer::finish()
{
    std::vector<Outcome> outcomes;
    for (const Item &item : m_items) {
        outcomes.push_back(*item.outcome);
    }
    m_reply.finish(std::move(outcomes));
    deleteLater();
}

} // namespace quarterdeck::pagerduty
