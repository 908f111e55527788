#include "app/sources/pagerduty/bulkperformer.h"

#include "app/sources/pagerduty/failure.h"
#include "app/sources/pagerduty/performer.h"

#include <algorithm>
#include <numeric>

namespace quarterdeck::pagerduty {

namespace {

/// Most incidents of one request; more is refused with 413.
constexpr int MostInRequest = 250;
constexpr int MostOneByOne = 10;
constexpr VerbSet InOneRequest {
    Verb::Acknowledge, Verb::Unacknowledge, Verb::Resolve, Verb::Reassign, Verb::Escalate, Verb::SetPriority, Verb::Merge};
constexpr VerbSet OneByOne {Verb::Snooze, Verb::Note, Verb::AddResponder, Verb::CancelResponder};
// Between our clock and that of PagerDuty.
constexpr Millis LogSkew {3'600'000};

/// What one request can do to several; nothing for a deed that each needs a request for.
std::optional<Update> updateOf(const Deed &deed)
{
    return std::visit(
        [](const auto &one) -> std::optional<Update> {
            if constexpr (std::is_constructible_v<Update, decltype(one)>) {
                return Update(one);
            } else {
                return std::nullopt;
            }
        },
        deed);
}

/// True for what hinders all others, too: what was answered, however badly, is about this one alone.
bool hindersAll(const Outcome &outcome)
{
    return (outcome.is == Outcome::Is::NotSent && outcome.hindrance != Outcome::Hindrance::Target)
        || (outcome.is == Outcome::Is::Unknown && outcome.reason.code != ReasonCode::InDoubt);
}

} // namespace

int mostLike(const AlertAction &action)
{
    if (!isId(action.alert.id) || !(InOneRequest.has(action.verb) || OneByOne.has(action.verb))) {
        return 1;
    }
    return InOneRequest.has(action.verb) && noteBeside(action).isEmpty() ? MostInRequest : MostOneByOne;
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
    auto *gathering = new Gathering(m_reader, m_items.front().action, m_cancel);
    then(gathering->runShared(), this, [this](const Result<Present> &shared) { begin(shared); });
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

TimeRange BulkPerformer::logRange() const
{
    const AlertAction &first = m_items.front().action;
    if (first.verb != Verb::Escalate) {
        return {};
    }
    UtcTime since = now();
    for (const Item &item : m_items) {
        since = item.action.createdAt.isValid() ? std::min(since, item.action.createdAt) : since;
    }
    return {since - LogSkew, now() + LogSkew};
}

void BulkPerformer::nextPart()
{
    if (m_parts.empty()) {
        finish();
        return;
    }
    const Places part = m_parts.front();
    m_parts.pop_front();
    QStringList ids;
    for (const std::size_t place : part) {
        ids.append(m_items[place].action.alert.id);
    }
    then((new ManyGathering(m_reader, ids, logRange(), m_cancel))->run(), this, [this, part](const Result<ManyPresent> &present) {
        if (!present) {
            m_parts.push_front(part);
            stop(present.error());
            return;
        }
        for (const std::size_t place : part) {
            Item &item = m_items[place];
            const auto incident = present->incidents.constFind(item.action.alert.id);
            item.incident = incident == present->incidents.constEnd() ? std::nullopt : std::optional(*incident);
            item.log = present->logs.value(item.action.alert.id);
        }
        consider(part);
    });
}

void BulkPerformer::consider(const Places &part)
{
    Places together;
    Places singles;
    Places unacknowledged;
    std::optional<Update> update;
    for (const std::size_t place : part) {
        Item &item = m_items[place];
        Plan planned = plan(item.action, presentOf(item), now());
        const bool holds = planned.outcome
            && (planned.outcome->is == Outcome::Is::AlreadySo || planned.outcome->reason.code == ReasonCode::EscalatedSince);
        if (holds && item.isTried) {
            // The request that was refused as a whole has done this part of it.
            item.outcome = Outcome {Outcome::Is::Done, {}, item.action.alert.id};
        } else if (planned.outcome) {
            item.outcome = planned.outcome;
        } else if (const auto joint = planned.isStep ? std::nullopt : updateOf(*planned.deed)) {
            // They are alike, and so is what is done.
            update = joint;
            together.push_back(place);
        } else {
            singles.push_back(place);
            if (planned.isStep) {
                unacknowledged.push_back(place);
            }
        }
    }
    if (update) {
        send(together, *update);
    } else {
        acknowledgeFirst(unacknowledged, singles);
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
    then(m_reader.send(request, m_cancel), this, [this, part](const Result<HttpResponse> &response) {
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
            item.outcome = isShownPoorly(item.action.verb) ? afterYes(item.action, presentOf(item), now())
                                                           : traceOf(item.action, presentOf(item), now());
        }
        if (!item.outcome) {
            left.push_back(place);
        }
    }
    confirm(part, std::move(left));
}

void BulkPerformer::confirm(const Places &part, Places left)
{
    if (left.empty()) {
        noteEach(part);
        return;
    }
    const std::size_t place = left.back();
    left.pop_back();
    readAgain(place, [this, part, left, place](const std::optional<Error> &error) {
        Item &item = m_items[place];
        item.outcome = error ? outcomeOf(unknownOutcome(QStringLiteral("it could not be read back: ") + error->what, error->httpStatus))
                             : afterYes(item.action, presentOf(item), now());
        confirm(part, left);
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
    const std::size_t place = part.front();
    readAgain(place, [this, place, refusal, code](const std::optional<Error> &error) {
        Item &item = m_items[place];
        item.outcome = error ? refusedBy(refusal, code) : afterNo(item.action, presentOf(item), now(), refusal, code);
        noteEach({place});
    });
}

void BulkPerformer::readAgain(std::size_t place, std::function<void(const std::optional<Error> &)> next)
{
    const QString id = m_items[place].action.alert.id;
    then((new ManyGathering(m_reader, {id}, logRange(), m_cancel))->run(), this, [this, place, id, next](const Result<ManyPresent> &present) {
        if (present) {
            m_items[place].incident = present->incidents.contains(id) ? std::optional(present->incidents.value(id)) : std::nullopt;
            m_items[place].log = present->logs.value(id);
        }
        next(present ? std::nullopt : std::optional(present.error()));
    });
}

void BulkPerformer::acknowledgeFirst(const Places &unacknowledged, const Places &singles)
{
    if (unacknowledged.size() < 2) {
        performEach(singles);
        return;
    }
    QStringList ids;
    for (const std::size_t place : unacknowledged) {
        ids.append(m_items[place].action.alert.id);
    }
    const auto request = updateRequest(m_reader.settings().root, ids, SetStatus {QStringLiteral("acknowledged"), {}}, m_shared.author.email);
    then(m_reader.send(request, m_cancel), this, [this, singles](const Result<HttpResponse> &response) {
        const auto rows = actResult(response).and_then([&response](Done) { return parseChanged(response->body); });
        for (const Incident &row : rows.value_or(std::vector<Incident> {})) {
            const auto place = std::ranges::find(singles, row.self.id, [this](std::size_t one) { return m_items[one].action.alert.id; });
            if (place != singles.end()) {
                m_items[*place].incident = row;
            }
        }
        if (!rows
            && (rows.error().sent != Sent::Yes || rows.error().kind == ErrorKind::Unauthorized || rows.error().kind == ErrorKind::RateLimited)) {
            // Whatever came of it, none of them was asked to be quiet.
            Error error = rows.error();
            error.sent = Sent::No;
            m_parts.push_front(singles);
            stop(error);
            return;
        }
        // Whoever is not acknowledged by now is so by itself, or says why not.
        performEach(singles);
    });
}

void BulkPerformer::performEach(Places singles)
{
    if (singles.empty()) {
        nextPart();
        return;
    }
    const std::size_t place = singles.front();
    singles.erase(singles.begin());
    const Item &item = m_items[place];
    auto *performer = new Performer(m_reader, m_deps, item.action, m_cancel);
    then(performer->runFrom(presentOf(item)), this, [this, place, singles](const Result<Outcome> &outcome) {
        if (!outcome) {
            stop(outcome.error());
            return;
        }
        m_items[place].outcome = *outcome;
        if (hindersAll(*outcome)) {
            m_parts.push_front(singles);
            leaveRest(Outcome {Outcome::Is::NotSent, outcome->reason, {}, outcome->hindrance, outcome->retryAfter});
        } else {
            performEach(singles);
        }
    });
}

void BulkPerformer::noteEach(Places done)
{
    std::erase_if(done, [this](std::size_t place) {
        const Item &item = m_items[place];
        return item.outcome->is != Outcome::Is::Done || noteBeside(item.action).isEmpty();
    });
    if (done.empty()) {
        nextPart();
        return;
    }
    const std::size_t place = done.front();
    done.erase(done.begin());
    auto *performer = new Performer(m_reader, m_deps, m_items[place].action, m_cancel);
    then(performer->runNote(*m_items[place].outcome, m_shared.author.email), this, [this, place, done](const Result<Outcome> &outcome) {
        if (!outcome) {
            stop(outcome.error());
            return;
        }
        m_items[place].outcome = *outcome;
        noteEach(done);
    });
}

Present BulkPerformer::presentOf(const Item &item) const
{
    Present present = m_shared;
    present.incident = item.incident;
    present.log = item.log;
    return present;
}

void BulkPerformer::stop(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled) {
        m_reply.finish(tl::unexpected(error));
        deleteLater();
        return;
    }
    Error unsent = error;
    unsent.sent = Sent::No;
    leaveRest(outcomeOf(unsent));
}

void BulkPerformer::leaveRest(const Outcome &unsent)
{
    for (const Places &part : m_parts) {
        for (const std::size_t place : part) {
            Outcome told = unsent;
            if (m_items[place].isTried) {
                // What was refused with others may have taken effect, which has not been looked for yet.
                told.is = Outcome::Is::Unknown;
            }
            m_items[place].outcome = told;
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
