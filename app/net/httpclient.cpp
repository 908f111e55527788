#include "app/net/httpclient.h"

#include "app/core/clock.h"
#include "app/core/log.h"
#include "app/net/accesstokens.h"
#include "app/net/curlloop.h"
#include "app/net/origin.h"
#include "app/net/replysecrets.h"
#include "app/net/requestsecrets.h"
#include "app/net/secretresolver.h"
#include "app/net/tlsfiles.h"
#include "app/net/transfer.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>
#include <utility>

namespace quarterdeck {

using StopCallback = std::stop_callback<std::function<void()>>;

/// One send() until its reply is finished.
struct HttpJob {
    HttpConfig config;
    HttpRequest request;
    QUrl url;
    RequestSecrets secrets;
    Reply<HttpResponse> reply;
    Millis started {0};
    int redirects = 0;
    bool hasRenewedToken = false;
    CurlLoop *loop = nullptr;
    std::unique_ptr<Transfer> transfer;
    std::unique_ptr<StopCallback> stop;

    HttpJob() = default;
    HttpJob(const HttpJob &) = delete;
    HttpJob &operator=(const HttpJob &) = delete;
    ~HttpJob()
    {
        // A form may hold the secret of a client.
        if (request.body.isDetached()) {
            explicit_bzero(request.body.data(), std::size_t(request.body.size()));
        }
    }
};

namespace {

constexpr int MostRedirects = 3;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool hasSecretHeader(const HttpConfig &config, const HttpRequest &request)
{
    const auto &own = request.headers;
    const auto isSecret = [](const ConfiguredHeader &header) { return !header.secret.isEmpty() || isSecretHeader(header.name.toUtf8()); };
    return std::any_of(own.begin(), own.end(), [](const auto &header) { return isSecretHeader(header.first); })
        || std::any_of(config.headers.begin(), config.headers.end(), isSecret);
}

} // namespace

class HttpClient::Private : public QObject {
public:
    Private(std::shared_ptr<SecretResolver> resolver, const Clock &theClock)
        : secrets(std::move(resolver))
        , clock(theClock)
    {
    }
    ~Private() override
    {
        for (auto &[id, job] : jobs) {
            abandon(*job, QStringLiteral("The request was cancelled because the program is closing."));
        }
    }

    Async<HttpResponse> submit(const HttpConfig &config, HttpRequest request, RequestSecrets secrets, const CancelToken &cancel);
    Async<SignedIn> exchange(const HttpConfig &config, const AuthorizationCode &code);
    void send(quint64 id);
    void signIn(quint64 id);
    void start(quint64 id);
    void finished(quint64 id, int code);
    void cancel(quint64 id);
    void renewConnections();
    void endStreams(const std::vector<quint64> &streams);
    bool renewsToken(HttpJob &job, const Result<HttpResponse> &response);
    Result<QUrl> redirectOf(const HttpJob &job, const HttpResponse &response) const;

    std::shared_ptr<SecretResolver> secrets;
    const Clock &clock;
    TokenEndpoint endpoint {[this](const HttpConfig &config, HttpRequest request, RequestSecrets found) {
        return submit(config, std::move(request), std::move(found), {});
    }};
    SignIns signIns {endpoint, secrets};
    AccessTokens tokens {endpoint, signIns, clock};
    std::unique_ptr<CurlLoop> queries = loopOfQueries();
    std::unique_ptr<CurlLoop> urgent = urgentLoop();
    /// Their connections are of before the last change of the network; each goes with the last request that still uses it.
    std::vector<std::unique_ptr<CurlLoop>> leaving;
    std::unordered_map<quint64, std::unique_ptr<HttpJob>> jobs;
    quint64 nextId = 1;
    std::atomic<quint64> heard {0};

private:
    // Small enough per host to be polite, large enough in all that dead backends do not take the places of the living.
    static std::unique_ptr<CurlLoop> loopOfQueries() { return std::make_unique<CurlLoop>(4, 128); }
    // Actions and streams never wait behind queries, nor streams for one another.
    static std::unique_ptr<CurlLoop> urgentLoop() { return std::make_unique<CurlLoop>(32, 128); }
    static void abandon(HttpJob &job, const QString &words)
    {
        const bool wasSent = job.transfer && job.transfer->wasSent();
        job.stop.reset();
        if (job.transfer) {
            job.loop->remove(job.transfer->handle());
            job.transfer.reset();
        }
        job.reply.finish(tl::unexpected(Error {ErrorKind::Cancelled, words, job.url.path(), 0, std::nullopt, wasSent ? Sent::Maybe : Sent::No}));
    }
    void finish(quint64 id, Result<HttpResponse> result)
    {
        const auto node = jobs.extract(id);
        if (!node.empty()) {
            node.mapped()->stop.reset();
            node.mapped()->transfer.reset();
            node.mapped()->reply.finish(std::move(result));
        }
        if (!leaving.empty()) {
            // Not here: this may be a callback of one of them.
            QMetaObject::invokeMethod(
                this, [this] { dropUnused(); }, Qt::QueuedConnection);
        }
    }
    void dropUnused()
    {
        std::erase_if(leaving, [this](const std::unique_ptr<CurlLoop> &loop) {
            return std::none_of(jobs.begin(), jobs.end(), [&loop](const auto &job) { return job.second->loop == loop.get(); });
        });
    }
};

void HttpClient::Private::send(quint64 id)
{
    HttpJob &job = *jobs.at(id);
    auto allowed = checkUrl(job.url);
    if (allowed) {
        allowed = checkSecrecy(job.config, job.url, hasSecretHeader(job.config, job.request));
    }
    if (allowed && job.url.scheme() == QLatin1StringView("https")) {
        allowed = checkTlsFiles(job.config.tls);
    }
    if (!allowed) {
        finish(id, tl::unexpected(allowed.error()));
        return;
    }
    if (!hasSecrets(job.config)) {
        start(id);
        return;
    }
    then(findSecrets(secrets, job.config, this), this, [this, id](const Result<RequestSecrets> &found) {
        const auto it = jobs.find(id);
        if (it == jobs.end()) {
            return;
        }
        if (!found) {
            finish(id, tl::unexpected(found.error()));
            return;
        }
        RequestSecrets &own = it->second->secrets;
        own.ofHeaders = found->ofHeaders;
        if (!found->signIn.isEmpty()) {
            own.signIn = found->signIn;
        }
        it->second->config.oauth2 ? signIn(id) : start(id);
    });
}

void HttpClient::Private::signIn(quint64 id)
{
    then(tokens.token(jobs.at(id)->config, jobs.at(id)->secrets.signIn), this, [this, id](const Result<Secret> &token) {
        const auto it = jobs.find(id);
        if (it == jobs.end()) {
            return;
        }
        if (!token) {
            finish(id, tl::unexpected(token.error()));
            return;
        }
        it->second->secrets.signIn = *token;
        start(id);
    });
}

void HttpClient::Private::start(quint64 id)
{
    HttpJob &job = *jobs.at(id);
    Millis left = job.request.timeout;
    if (left.count() > 0 && (job.redirects > 0 || job.hasRenewedToken)) {
        left = std::max(Millis(1), left - (clock.monotonic() - job.started));
    }
    const bool isQuery = job.request.method == HttpRequest::Method::Get && job.request.timeout.count() > 0;
    job.loop = (isQuery ? queries : urgent).get();
    job.transfer = std::make_unique<Transfer>(job.config, job.request, job.url, job.secrets, left, heard);
    job.loop->add(job.transfer->handle(), [this, id](int code) { finished(id, code); });
}

void HttpClient::Private::finished(quint64 id, int code)
{
    const auto it = jobs.find(id);
    if (it == jobs.end()) {
        return;
    }
    HttpJob &job = *it->second;
    Result<HttpResponse> response = job.transfer->take(code);
    if (!response) {
        qCDebug(logNet) << "request to" << originText(job.url) << "failed:" << response.error().what;
    } else if (isRedirect(response->status) && !response->header("location").isEmpty()) {
        Result<QUrl> next = redirectOf(job, *response);
        if (next) {
            ++job.redirects;
            job.url = *next;
            start(id);
            return;
        }
        // Whoever answered a write so may have passed it on before.
        Error error = next.error();
        error.sent = Sent::Maybe;
        response = tl::unexpected(std::move(error));
    } else if (renewsToken(job, response)) {
        job.transfer.reset();
        send(id);
        return;
    }
    forgetSecrets(response, job.secrets.mask(job.config), job.secrets.areAnswered);
    finish(id, std::move(response));
}

// A token may be withdrawn before it expires. Only a question is asked again: an action goes out once.
bool HttpClient::Private::renewsToken(HttpJob &job, const Result<HttpResponse> &response)
{
    if (!job.config.oauth2 || !response || response->status != 401) {
        return false;
    }
    tokens.forget(job.config, job.secrets.signIn);
    const bool isRenewed = job.request.method == HttpRequest::Method::Get && !job.hasRenewedToken;
    job.hasRenewedToken = true;
    return isRenewed;
}

Result<QUrl> HttpClient::Private::redirectOf(const HttpJob &job, const HttpResponse &response) const
{
    const auto refuse = [&](QString what) {
        return tl::unexpected(Error {ErrorKind::Rejected, std::move(what), job.url.path(), response.status, std::nullopt});
    };
    const QString host = hostText(job.url);
    const QUrl next = job.url.resolved(QUrl::fromEncoded(response.header("location"), QUrl::StrictMode));
    if (!next.isValid() || next.scheme().isEmpty()) {
        return refuse(QStringLiteral("%1 redirects to an invalid address.").arg(host));
    }
    if (job.request.method == HttpRequest::Method::Get && !isSameOrigin(job.url, next) && isSignInAddress(next)) {
        return tl::unexpected(Error {ErrorKind::Unauthorized,
            QStringLiteral("%1 sends everybody to the sign-in page of %2 (%3): the password or token is missing, wrong or not what it takes. Set "
                           "one that works without a browser, or use an address behind the sign-in.")
                .arg(host, originText(next))
                .arg(response.status),
            job.url.path(), response.status, std::nullopt});
    }
    if (!isSameOrigin(job.url, next) || !checkUrl(next)) {
        return refuse(QStringLiteral("%1 redirects to %2, which is not followed. Change the address, or sign in?").arg(host, originText(next)));
    }
    if (job.request.method != HttpRequest::Method::Get) {
        return refuse(QStringLiteral("%1 redirects to %2, which is not followed for a change. Change the address?").arg(host, next.path()));
    }
    if (job.redirects >= MostRedirects) {
        return refuse(QStringLiteral("%1 redirects in a circle.").arg(host));
    }
    return next;
}

void HttpClient::Private::cancel(quint64 id)
{
    const auto node = jobs.extract(id);
    if (!node.empty()) {
        abandon(*node.mapped(), QStringLiteral("The request was cancelled."));
    }
}

void HttpClient::Private::renewConnections()
{
    leaving.push_back(std::exchange(queries, loopOfQueries()));
    leaving.push_back(std::exchange(urgent, urgentLoop()));
    std::vector<quint64> streams;
    for (const auto &[id, job] : jobs) {
        if (job->transfer && job->request.timeout.count() == 0) {
            streams.push_back(id);
        }
    }
    // Not here: the caller may be inside a callback of a transfer.
    QMetaObject::invokeMethod(
        this, [this, streams] { endStreams(streams); }, Qt::QueuedConnection);
}

void HttpClient::Private::endStreams(const std::vector<quint64> &streams)
{
    for (const quint64 id : streams) {
        const auto job = jobs.find(id);
        if (job != jobs.end() && job->second->transfer) {
            job->second->loop->remove(job->second->transfer->handle());
            finish(id,
                tl::unexpected(Error {ErrorKind::Offline, QStringLiteral("The connection was given up because the network changed."),
                    job->second->url.path(), 0, std::nullopt, Sent::Maybe}));
        }
    }
    dropUnused();
}

Async<HttpResponse> HttpClient::Private::submit(const HttpConfig &config, HttpRequest request, RequestSecrets found, const CancelToken &cancel)
{
    const quint64 id = nextId++;
    auto job = std::make_unique<HttpJob>();
    job->config = config;
    job->url = request.url;
    job->request = std::move(request);
    job->secrets = std::move(found);
    job->started = clock.monotonic();
    const Async<HttpResponse> future = job->reply.future();
    if (cancel.stop_possible()) {
        // The token may fire on any thread, or inside a callback of curl: the removal itself always comes through the event loop.
        job->stop = std::make_unique<StopCallback>(cancel, [this, id] {
            QMetaObject::invokeMethod(
                this, [this, id] { this->cancel(id); }, Qt::QueuedConnection);
        });
    }
    jobs.emplace(id, std::move(job));
    send(id);
    return future;
}

Async<SignedIn> HttpClient::Private::exchange(const HttpConfig &config, const AuthorizationCode &code)
{
    const Reply<SignedIn> reply;
    const auto ask = [this, config, code, reply](const Secret &clientSecret) {
        then(signIns.exchange(config, clientSecret, code), this, [reply](const Result<SignedIn> &signedIn) { reply.finish(signedIn); });
    };
    if (config.oauth2->clientSecret.isEmpty()) {
        ask(Secret());
        return reply.future();
    }
    then(secrets->resolve(config.oauth2->clientSecret), this,
        [ask, reply](const Result<Secret> &clientSecret) { clientSecret ? ask(*clientSecret) : reply.finish(tl::unexpected(clientSecret.error())); });
    return reply.future();
}

HttpClient::HttpClient(std::shared_ptr<SecretResolver> secrets, const Clock &clock)
    : d(std::make_unique<Private>(std::move(secrets), clock))
{
}

HttpClient::~HttpClient() = default;

Async<HttpResponse> HttpClient::send(const HttpConfig &config, HttpRequest request, CancelToken cancel)
{
    Q_ASSERT(d->thread() == QThread::currentThread());
    return d->submit(config, std::move(request), {}, cancel);
}

void HttpClient::renewConnections()
{
    d->renewConnections();
}

quint64 HttpClient::heard() const
{
    return d->heard;
}

Async<SignedIn> HttpClient::signIn(const HttpConfig &config, const AuthorizationCode &code)
{
    Q_ASSERT(d->thread() == QThread::currentThread());
    Q_ASSERT(config.oauth2 && config.oauth2->isByPerson());
    return d->exchange(config, code);
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.begin(), headers.end(), [name](const auto &entry) { return entry.first == name; });
    return it == headers.end() ? QByteArray() : it->second;
}

} // namespace quarterdeck
