#include "app/sources/pagerduty/maintenanceperformer.h"

#include "app/sources/pagerduty/acts.h"
#include "app/sources/pagerduty/failure.h"
#include "app/sources/pagerduty/judgement.h"

namespace quarterdeck::pagerduty {

namespace {

// Windows that are under way or to come.
constexpr int MostWindows = 1'000;

} // namespace

MaintenancePerformer::MaintenancePerformer(Reader &reader, const SourceDeps &deps, AlertAction action, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_deps(deps)
    , m_action(std::move(action))
    , m_cancel(std::move(cancel))
{
}

Async<Outcome> MaintenancePerformer::run()
{
    const auto future = m_reply.future();
    readAll([this](const Result<WindowPresent> &present) {
        if (present) {
            consider(*present);
        } else {
            Error error = present.error();
            // A lost answer to a read leaves nothing in doubt.
            error.sent = Sent::No;
            finishWith(error);
        }
    });
    return future;
}

Async<Outcome> MaintenancePerformer::look()
{
    const auto future = m_reply.future();
    readWindows({}, 0, [this](const Result<WindowPresent> &present) {
        if (!present) {
            finishWith(unknownOutcome(present.error().what, present.error().httpStatus));
            return;
        }
        finish(windowTrace(m_action, *present, now()).value_or(Outcome {Outcome::Is::NotSent, Reason {ReasonCode::NotTaken}}));
    });
    return future;
}

void MaintenancePerformer::readAll(Next next)
{
    if (m_action.verb == Verb::ExpireSilence || !isId(m_action.alert.id)) {
        readAuthor({}, std::move(next));
        return;
    }
    then(m_reader.incident(m_action.alert.id, m_cancel), this, [this, next = std::move(next)](const Result<Incident> &incident) {
        if (!incident && incident.error().kind != ErrorKind::NotFound) {
            next(tl::unexpected(incident.error()));
            return;
        }
        WindowPresent present;
        present.incident = incident ? std::optional(*incident) : std::nullopt;
        readAuthor(std::move(present), next);
    });
}

void MaintenancePerformer::readAuthor(WindowPresent present, Next next)
{
    then(authorOf(m_reader, m_cancel), this, [this, present = std::move(present), next = std::move(next)](const Result<Person> &author) mutable {
        if (!author) {
            next(tl::unexpected(author.error()));
            return;
        }
        present.author = *author;
        readWindows(std::move(present), 0, next);
    });
}

void MaintenancePerformer::readWindows(WindowPresent present, int offset, Next next)
{
    then(m_reader.windows(offset, m_cancel), this,
        [this, offset, present = std::move(present), next = std::move(next)](const Result<Page<MaintenanceWindow>> &page) mutable {
            if (!page) {
                next(tl::unexpected(page.error()));
                return;
            }
            present.windows.insert(present.windows.end(), page->items.begin(), page->items.end());
            const int after = offset + int(page->served);
            if (page->hasMore && page->served > 0 && after < MostWindows) {
                readWindows(std::move(present), after, next);
            } else {
                next(std::move(present));
            }
        });
}

void MaintenancePerformer::consider(const WindowPresent &present)
{
    const WindowPlan planned = planWindow(m_reader.settings().root, m_action, present, now());
    if (planned.outcome) {
        finish(*planned.outcome);
        return;
    }
    then(m_reader.send(*planned.request, m_cancel), this, [this](const Result<HttpResponse> &response) { take(response); });
}

void MaintenancePerformer::take(const Result<HttpResponse> &response)
{
    m_reader.forgetWindows();
    // The end of one is answered with nothing.
    if (response && response->status == 204 && m_action.verb == Verb::ExpireSilence) {
        confirm();
        return;
    }
    const auto result = actResult(response);
    if (!result && result.error().kind == ErrorKind::NotFound && m_action.verb == Verb::ExpireSilence) {
        finish(Outcome {Outcome::Is::AlreadySo, Reason {ReasonCode::HadEnded}, m_action.silenceId});
    } else if (!result) {
        const bool isNo = response && result.error().sent == Sent::Yes && result.error().kind == ErrorKind::Rejected;
        isNo ? finish(refusedBy(result.error(), refusalOf(*response).code)) : finishWith(result.error());
    } else {
        confirm();
    }
}

void MaintenancePerformer::confirm()
{
    readWindows({}, 0, [this](const Result<WindowPresent> &present) {
        if (!present) {
            finishWith(unknownOutcome(QStringLiteral("it could not be read back: ") + present.error().what, present.error().httpStatus));
            return;
        }
        if (const auto trace = windowTrace(m_action, *present, now())) {
            finish(*trace);
        } else {
            finishWith(unknownOutcome(QStringLiteral("PagerDuty said yes, but does not show it"), 200));
        }
    });
}

void MaintenancePerformer::finishWith(Error error)
{
    finish(error.kind == ErrorKind::Cancelled ? Result<Outcome>(tl::unexpected(error)) : Result<Outcome>(outcomeOf(error)));
}

void MaintenancePerformer::finish(Result<Outcome> result)
{
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::pagerduty
