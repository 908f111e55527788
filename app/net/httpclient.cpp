#include "app/net/httpclient.h"

#include "app/core/clock.h"
#include "app/core/log.h"
#include "app/net/curlloop.h"
#include "app/net/origin.h"
#include "app/net/secretresolver.h"
#include "app/net/transfer.h"

#include <algorithm>
#include <unordered_map>

namespace quarterdeck {

namespace {

constexpr int MostRedirects = 3;

using StopCallback = std::stop_callback<std::function<void()>>;

/// One send() until its reply is finished.
struct Job {
    HttpConfig config;
    HttpRequest request;
    QUrl url;
    Secret secret;
    Reply<HttpResponse> reply;
    Millis started {0};
    int redirects = 0;
    CurlLoop *loop = nullptr;
    std::unique_ptr<Transfer> transfer;
    std::unique_ptr<StopCallback> stop;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// What a server says of a refusal ends up on the screen, in the log and in the cache, and some say back what they were sent.
void forgetSecret(HttpResponse &response, const HttpConfig &config, const Secret &secret)
{
    if (secret.isEmpty() || (response.status >= 200 && response.status < 300)) {
        return;
    }
    const QByteArray inBasic = (config.username.toUtf8() + ':' + secret.reveal()).toBase64();
    for (const QByteArray &form : {inBasic, secret.reveal()}) {
        response.body.replace(form, "***");
        for (auto &[name, value] : response.headers) {
            value.replace(form, "***");
        }
    }
}

bool hasSecretHeader(const HttpConfig &config, const HttpRequest &request)
{
    const auto &own = request.headers;
    return std::any_of(own.begin(), own.end(), [](const auto &header) { return isSecretHeader(header.first); })
        || std::any_of(config.headers.keyBegin(), config.headers.keyEnd(), [](const QString &name) { return isSecretHeader(name.toUtf8()); });
}

} // namespace

class HttpClient::Private : public QObject {
public:
    explicit Private(std::shared_ptr<SecretResolver> resolver)
        : secrets(std::move(resolver))
    {
    }
    ~Private() override
    {
        for (auto &[id, job] : jobs) {
            abandon(*job, QStringLiteral("The request was cancelled because the program is closing."));
        }
    }

    void send(quint64 id);
    void start(quint64 id);
    void finished(quint64 id, int code);
    void cancel(quint64 id);
    Result<QUrl> redirectOf(const Job &job, const HttpResponse &response) const;

    std::shared_ptr<SecretResolver> secrets;
    SystemClock clock;
    // Small enough per host to be polite, large enough in all that dead backends do not take the places of the living.
    CurlLoop queries {4, 128};
    // Actions and streams never wait behind queries, nor streams for one another.
    CurlLoop urgent {32, 128};
    std::unordered_map<quint64, std::unique_ptr<Job>> jobs;
    quint64 nextId = 1;

private:
    static void abandon(Job &job, const QString &words)
    {
        const bool wasSent = job.transfer && job.transfer->wasSent();
        job.stop.reset();
        if (job.transfer) {
            job.loop->remove(job.transfer->handle());
            job.transfer.reset();
        }
        job.reply.finish(fail(ErrorKind::Cancelled, words, wasSent ? QStringLiteral("after-send") : job.url.path()));
    }
    void finish(quint64 id, Result<HttpResponse> result)
    {
        const auto node = jobs.extract(id);
        if (!node.empty()) {
            node.mapped()->stop.reset();
            node.mapped()->transfer.reset();
            node.mapped()->reply.finish(std::move(result));
        }
    }
};

void HttpClient::Private::send(quint64 id)
{
    Job &job = *jobs.at(id);
    auto allowed = checkUrl(job.url);
    if (allowed) {
        allowed = checkSecrecy(job.config, job.url, hasSecretHeader(job.config, job.request));
    }
    if (!allowed) {
        finish(id, tl::unexpected(allowed.error()));
        return;
    }
    if (job.config.auth == HttpConfig::Auth::None || job.config.secret.isEmpty()) {
        start(id);
        return;
    }
    then(secrets->resolve(job.config.secret), this, [this, id](const Result<Secret> &secret) {
        const auto it = jobs.find(id);
        if (it == jobs.end()) {
            return;
        }
        if (!secret) {
            finish(id, tl::unexpected(secret.error()));
            return;
        }
        it->second->secret = *secret;
        start(id);
    });
}

void HttpClient::Private::start(quint64 id)
{
    Job &job = *jobs.at(id);
    Millis left = job.request.timeout;
    if (left.count() > 0 && job.redirects > 0) {
        left = std::max(Millis(1), left - (clock.monotonic() - job.started));
    }
    job.transfer = std::make_unique<Transfer>(job.config, job.request, job.url, job.secret, left);
    job.loop->add(job.transfer->handle(), [this, id](int code) { finished(id, code); });
}

void HttpClient::Private::finished(quint64 id, int code)
{
    const auto it = jobs.find(id);
    if (it == jobs.end()) {
        return;
    }
    Job &job = *it->second;
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
        response = tl::unexpected(next.error());
    }
    if (response) {
        forgetSecret(*response, job.config, job.secret);
    }
    finish(id, std::move(response));
}

Result<QUrl> HttpClient::Private::redirectOf(const Job &job, const HttpResponse &response) const
{
    const auto refuse = [&](QString what) {
        return tl::unexpected(Error {ErrorKind::Rejected, std::move(what), job.url.path(), response.status, std::nullopt});
    };
    const QUrl next = job.url.resolved(QUrl::fromEncoded(response.header("location"), QUrl::StrictMode));
    if (!next.isValid() || next.scheme().isEmpty()) {
        return refuse(QStringLiteral("%1 redirects to an address that makes no sense.").arg(job.url.host()));
    }
    if (!isSameOrigin(job.url, next) || !checkUrl(next)) {
        return refuse(
            QStringLiteral("%1 redirects to %2, which is not followed. Change the address, or sign in?").arg(job.url.host(), originText(next)));
    }
    if (job.request.method != HttpRequest::Method::Get) {
        return refuse(QStringLiteral("%1 redirects to %2, which is not followed for a change. Change the address?").arg(job.url.host(), next.path()));
    }
    if (job.redirects >= MostRedirects) {
        return refuse(QStringLiteral("%1 redirects in a circle.").arg(job.url.host()));
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

HttpClient::HttpClient(std::shared_ptr<SecretResolver> secrets)
    : d(std::make_unique<Private>(std::move(secrets)))
{
}

HttpClient::~HttpClient() = default;

Async<HttpResponse> HttpClient::send(const HttpConfig &config, HttpRequest request, CancelToken cancel)
{
    Q_ASSERT(d->thread() == QThread::currentThread());
    const quint64 id = d->nextId++;
    auto job = std::make_unique<Job>();
    job->config = config;
    job->url = request.url;
    job->request = std::move(request);
    job->started = d->clock.monotonic();
    const bool isQuery = job->request.method == HttpRequest::Method::Get && job->request.timeout.count() > 0;
    job->loop = isQuery ? &d->queries : &d->urgent;
    const Async<HttpResponse> future = job->reply.future();
    if (cancel.stop_possible()) {
        // The token may fire on any thread, or inside a callback of curl: the removal itself always comes through the event loop.
        job->stop = std::make_unique<StopCallback>(cancel, [client = d.get(), id] {
            QMetaObject::invokeMethod(
                client, [client, id] { client->cancel(id); }, Qt::QueuedConnection);
        });
    }
    d->jobs.emplace(id, std::move(job));
    d->send(id);
    return future;
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.begin(), headers.end(), [name](const auto &entry) { return entry.first == name; });
    return it == headers.end() ? QByteArray() : it->second;
}

} // namespace quarterdeck
