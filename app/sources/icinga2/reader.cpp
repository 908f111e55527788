#include "app/sources/icinga2/reader.h"

#include "app/core/asynctake.h"
#include "app/net/parsed.h"

namespace quarterdeck::icinga2 {

namespace {

constexpr QByteArrayView Json("application/json");

tl::unexpected<Error> notAsked()
{
    return fail(ErrorKind::Internal, QStringLiteral("Not asked"));
}

} // namespace

/// One round of questions; deletes itself when it is over.
class Round final : public QObject {
public:
    Round(Reader &reader, CancelToken cancel)
        : QObject(&reader)
        , m_reader(reader)
        , m_cancel(std::move(cancel))
        , m_answers {notAsked(), notAsked(), notAsked(), notAsked(), notAsked(), Listing<Dependency> {}, notAsked()}
    {
    }

    Async<Present> run()
    {
        const auto future = m_reply.future();
        const QUrl root = m_reader.m_settings.root;
        await(m_reader.rights(m_cancel), m_answers.rights);
        await(m_reader.checkables(ObjectKind::Host, m_cancel), m_answers.hosts);
        await(m_reader.checkables(ObjectKind::Service, m_cancel), m_answers.services);
        await(m_reader.fetch<Listing<Comment>>(listRequest(root, ObjectKind::Comment), m_cancel, parseComments), m_answers.comments);
        await(m_reader.fetch<Listing<Downtime>>(listRequest(root, ObjectKind::Downtime), m_cancel, parseDowntimes), m_answers.downtimes);
        await(m_reader.server(m_cancel), m_answers.server);
        return future;
    }

private:
    template <class T> void await(const Async<T> &future, Result<T> &place)
    {
        ++m_awaited;
        thenTake(future, this, [this, &place](Result<T> result) {
            place = std::move(result);
            if (--m_awaited == 0) {
                next();
            }
        });
    }

    void next()
    {
        if (m_cancel.stop_requested()) {
            finish(fail(ErrorKind::Cancelled, QStringLiteral("Cancelled")));
        } else if (!std::exchange(m_hasLookedAbove, true) && isAnyUnreachable()) {
            const auto dependencies = listRequest(m_reader.m_settings.root, ObjectKind::Dependency);
            await(m_reader.fetch<Listing<Dependency>>(dependencies, m_cancel, parseDependencies), m_answers.dependencies);
        } else {
            const Judge judge {m_reader.m_settings.source, m_reader.m_deps.clock.now(), m_reader.m_settings.settling};
            finish(assemble(std::move(m_answers), judge, m_reader.m_firstSeen));
        }
    }

    bool isAnyUnreachable() const
    {
        const auto isUnreachable = [](const Checkable &one) { return one.isProblem() && !one.isReachable; };
        return (m_answers.hosts && std::ranges::any_of(m_answers.hosts->items, isUnreachable))
            || (m_answers.services && std::ranges::any_of(m_answers.services->items, isUnreachable));
    }

    void finish(Result<Present> present)
    {
        m_reply.finish(std::move(present));
        deleteLater();
    }

    Reader &m_reader;
    CancelToken m_cancel;
    Answers m_answers;
    Reply<Present> m_reply;
    int m_awaited = 0;
    bool m_hasLookedAbove = false;
};

/// The questions of how the server itself is; deletes itself when they are answered.
class StatusRound final : public QObject {
public:
    StatusRound(Reader &reader, CancelToken cancel)
        : QObject(&reader)
        , m_reader(reader)
        , m_cancel(std::move(cancel))
    {
    }

    Async<ServerState> run()
    {
        const auto future = m_reply.future();
        ask(QStringLiteral("CIB"), parseCounts, m_state.counts);
        ask(QStringLiteral("IcingaApplication"), parseSwitches, m_state.switches);
        ask(QStringLiteral("ApiListener"), parseCluster, m_state.cluster);
        return future;
    }

private:
    template <class T> void ask(const QString &part, Result<T> (*parse)(QByteArrayView), T &place)
    {
        ++m_awaited;
        thenTake(m_reader.fetch<T>(statusRequest(m_reader.m_settings.root, part), m_cancel, parse), this, [this, &place](Result<T> result) {
            if (result) {
                place = std::move(*result);
            } else if (!m_error) {
                m_error = result.error();
            }
            if (--m_awaited == 0) {
                m_reply.finish(m_error ? Result<ServerState>(tl::unexpected(*m_error)) : Result<ServerState>(std::move(m_state)));
                deleteLater();
            }
        });
    }

    Reader &m_reader;
    CancelToken m_cancel;
    ServerState m_state;
    std::optional<Error> m_error;
    Reply<ServerState> m_reply;
    int m_awaited = 0;
};

Reader::Reader(Settings settings, const SourceDeps &deps)
    : m_settings(std::move(settings))
    , m_deps(deps)
{
}

Async<Present> Reader::read(CancelToken cancel)
{
    return (new Round(*this, std::move(cancel)))->run();
}

Async<Rights> Reader::rights(CancelToken cancel)
{
    return fetch<Rights>(rightsRequest(m_settings.root), std::move(cancel), parseRights);
}

Async<ServerState> Reader::server(CancelToken cancel)
{
    return (new StatusRound(*this, std::move(cancel)))->run();
}

Async<Checkable> Reader::one(const ObjectRef &ref, CancelToken cancel)
{
    Wanted wanted;
    wanted.name = ref.id();
    const HttpRequest request = listRequest(m_settings.root, ref.isHost() ? ObjectKind::Host : ObjectKind::Service, wanted);
    return fetch<Checkable>(request, std::move(cancel), [ref](QByteArrayView body) -> Result<Checkable> {
        auto listing = parseCheckables(body, {});
        if (!listing) {
            return tl::unexpected(listing.error());
        }
        const auto at = std::ranges::find(listing->items, ref, &Checkable::ref);
        if (at != listing->items.end()) {
            return std::move(*at);
        }
        return listing->problem ? tl::unexpected(*listing->problem) : fail(ErrorKind::NotFound, QStringLiteral("It is not in the answer"));
    });
}

Async<HttpResponse> Reader::greet(CancelToken cancel)
{
    return ask(rightsRequest(m_settings.root), std::move(cancel));
}

Async<HttpResponse> Reader::ask(HttpRequest request, CancelToken cancel)
{
    return map(m_deps.http.send(m_settings.http, std::move(request), std::move(cancel)), this,
        [](Result<HttpResponse> response) { return requireWhole(requireOk(std::move(response), Json)); });
}

template <class T, class F> Async<T> Reader::fetch(HttpRequest request, CancelToken cancel, F parse)
{
    return parsed<T>(ask(std::move(request), std::move(cancel)), this, std::move(parse));
}

Async<Listing<Checkable>> Reader::checkables(ObjectKind kind, CancelToken cancel)
{
    const auto list = [this, kind, cancel](bool hasFilter) {
        const Wanted wanted {hasFilter, m_deps.clock.now(), {}};
        return fetch<Listing<Checkable>>(listRequest(m_settings.root, kind, wanted), cancel,
            [vars = m_settings.vars](QByteArrayView body) { return parseCheckables(body, vars); });
    };
    if (!m_asksByFilter) {
        return list(false);
    }
    const Reply<Listing<Checkable>> reply;
    thenTake(list(true), this, [this, reply, list](Result<Listing<Checkable>> problems) {
        const bool isRefused = !problems && (problems.error().kind == ErrorKind::NotFound || problems.error().kind == ErrorKind::Forbidden);
        if (!isRefused) {
            reply.finish(std::move(problems));
            return;
        }
        // No right to the objects and no right to filter (2.15.4, 2.16.2 and newer) are answered alike: only asking without tells.
        thenTake(list(false), this, [this, reply](Result<Listing<Checkable>> all) {
            m_asksByFilter = m_asksByFilter && !all;
            reply.finish(std::move(all));
        });
    });
    return reply.future();
}

} // namespace quarterdeck::icinga2
