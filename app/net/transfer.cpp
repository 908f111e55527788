#include "app/net/transfer.h"

#include "app/core/clock.h"
#include "app/net/curlprofile.h"
#include "app/net/origin.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>

namespace quarterdeck {

namespace {

curl_slist *listOf(void *list)
{
    return static_cast<curl_slist *>(list);
}

/// True for what RFC 9110 calls a token.
bool isHeaderName(QByteArrayView name)
{
    static constexpr char Marks[] = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c != 0 && std::strchr(Marks, c) != nullptr);
    });
}

Millis skewOf(const QByteArray &date)
{
    const time_t server = date.isEmpty() ? -1 : curl_getdate(date.constData(), nullptr);
    // Date counts whole seconds: its middle is the best guess.
    return server < 0 ? Millis(0) : UtcTime {qint64(server) * 1000 + 500} - SystemClock().now();
}

} // namespace

Transfer::Transfer(
    const HttpConfig &config, const HttpRequest &request, const QUrl &url, const RequestSecrets &secrets, Millis timeout, std::atomic<quint64> &heard)
    : m_config(config)
    , m_request(request)
    , m_url(url)
    , m_heard(heard)
    , m_easy(curl_easy_init())
    , m_errorText(CURL_ERROR_SIZE, '\0')
{
    applyProfile(m_easy, config, request, url, timeout);
    buildTarget();
    buildHeaders(secrets);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_PREREQFUNCTION, &Transfer::onConnected);
    curl_easy_setopt(m_easy, CURLOPT_PREREQDATA, this);
    if (request.method != HttpRequest::Method::Get) {
        // curl silently repeats a request when a reused connection turns out dead: no harm to a GET, but never for an action.
        curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
        // Nor would anybody use it again: the next action has one of its own, and a question may not find it dead.
        curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, 1L);
    }
    if (request.method == HttpRequest::Method::Post || request.method == HttpRequest::Method::Put || !request.body.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, request.body.constData());
    }
    if (request.method == HttpRequest::Method::Delete) {
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, "DELETE");
    } else if (request.method == HttpRequest::Method::Put) {
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, "PUT");
    } else if (request.method == HttpRequest::Method::Get && !request.body.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, "GET");
    }
}

Transfer::~Transfer()
{
    curl_easy_cleanup(m_easy);
    for (void *list : {m_headers, m_proxyHeaders}) {
        for (curl_slist *item = listOf(list); item != nullptr; item = item->next) {
            explicit_bzero(item->data, std::strlen(item->data));
        }
        curl_slist_free_all(listOf(list));
    }
    curl_slist_free_all(listOf(m_connectTo));
}

void Transfer::buildTarget()
{
    QUrl target = m_url;
    if (!m_config.tls.serverName.isEmpty() && m_url.scheme() == QLatin1StringView("https")) {
        // curl takes the name for SNI and verification from the URL: name the server there, and say where it really is.
        const QByteArray port = QByteArray::number(m_url.port(443));
        const QByteArray host = m_url.host(QUrl::FullyEncoded).toUtf8();
        const QByteArray shown = host.contains(':') ? '[' + host + ']' : host;
        target.setHost(m_config.tls.serverName);
        const QByteArray rule = target.host(QUrl::FullyEncoded).toUtf8() + ':' + port + ':' + shown + ':' + port;
        m_connectTo = curl_slist_append(nullptr, rule.constData());
        curl_easy_setopt(m_easy, CURLOPT_CONNECT_TO, m_connectTo);
        addHeader(m_headers, "Host", m_url.port() < 0 ? shown : shown + ':' + port);
    }
    curl_easy_setopt(m_easy, CURLOPT_URL, target.toEncoded(QUrl::FullyEncoded | QUrl::RemoveFragment).constData());
}

void Transfer::addHeader(void *&list, const QByteArray &name, const QByteArray &value)
{
    if (!isHeaderName(name)) {
        return;
    }
    QByteArray clean = value;
    clean.removeIf([](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    clean = clean.trimmed();
    QByteArray line = clean.isEmpty() ? name + ';' : name + ": " + clean;
    list = curl_slist_append(listOf(list), line.constData());
    explicit_bzero(line.data(), std::size_t(line.size()));
    explicit_bzero(clean.data(), std::size_t(clean.size()));
}

void Transfer::buildHeaders(const RequestSecrets &secrets)
{
    m_headers = curl_slist_append(listOf(m_headers), "Expect:");
    for (const auto &[name, value] : m_request.headers) {
        addHeader(m_headers, name, value);
    }
    for (const ConfiguredHeader &header : m_config.headers) {
        addHeader(m_headers, header.name.toUtf8(), secrets.valueOf(header));
    }
    if (!m_request.contentType.isEmpty()) {
        addHeader(m_headers, "Content-Type", m_request.contentType);
    }
    switch (m_config.auth) {
    case HttpConfig::Auth::None:
        break;
    case HttpConfig::Auth::Basic:
        addHeader(m_headers, "Authorization", "Basic " + (m_config.username.toUtf8() + ':' + secrets.signIn.reveal()).toBase64());
        break;
    case HttpConfig::Auth::Authorization:
        // "Token token=" of PagerDuty: what ends so takes the credentials as its value.
        addHeader(m_headers, "Authorization", m_config.authType.toUtf8() + (m_config.authType.endsWith(u'=') ? "" : " ") + secrets.signIn.reveal());
        break;
    case HttpConfig::Auth::OAuth2:
        addHeader(m_headers, "Authorization", "Bearer " + secrets.signIn.reveal());
        break;
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
    // Without a tunnel curl would send them with the request itself.
    if (m_url.scheme() == QLatin1StringView("https")) {
        for (const ConfiguredHeader &header : m_config.proxy.connectHeaders) {
            addHeader(m_proxyHeaders, header.name.toUtf8(), secrets.valueOf(header));
        }
        curl_easy_setopt(m_easy, CURLOPT_PROXYHEADER, m_proxyHeaders);
    }
}

int Transfer::onConnected(void *self, char *, char *, int, int)
{
    auto *transfer = static_cast<Transfer *>(self);
    const int allowed = transfer->m_request.method == HttpRequest::Method::Get ? 2 : 1;
    if (transfer->m_attempts >= allowed) {
        return CURL_PREREQFUNC_ABORT;
    }
    ++transfer->m_attempts;
    return CURL_PREREQFUNC_OK;
}

size_t Transfer::onHeader(const char *data, size_t size, size_t count, void *self)
{
    static_cast<Transfer *>(self)->takeHeader(QByteArrayView(data, qsizetype(size) * qsizetype(count)).trimmed());
    return size * count;
}

void Transfer::takeHeader(QByteArrayView line)
{
    if (line.startsWith("HTTP/")) {
        m_response = HttpResponse {};
        m_gunzip.reset();
        m_isUnreadable = false;
        const qsizetype space = line.indexOf(' ');
        m_response.status = space < 0 ? 0 : line.sliced(space + 1).first(std::min<qsizetype>(3, line.size() - space - 1)).toInt();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        return;
    }
    QByteArray name = line.first(colon).toByteArray().toLower();
    QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    if (name == "content-type") {
        const qsizetype end = value.indexOf(';');
        m_response.contentType = (end < 0 ? value : value.first(end)).trimmed().toLower();
    }
    if (name == "content-encoding" || name == "transfer-encoding") {
        const QByteArray how = value.toLower();
        const bool isOfContent = name.front() == 'c';
        if (isOfContent && (how == "gzip" || how == "x-gzip") && !m_gunzip) {
            m_gunzip.emplace();
        } else if (!how.isEmpty() && how != "identity" && (isOfContent || how != "chunked")) {
            m_isUnreadable = true;
        }
    }
    m_response.headers.emplace_back(std::move(name), std::move(value));
}

bool Transfer::isForStream() const
{
    return m_request.onData && m_response.status >= 200 && m_response.status < 300 && m_response.contentType != "text/html";
}

size_t Transfer::onBody(const char *data, size_t size, size_t count, void *self)
{
    return static_cast<Transfer *>(self)->takeBody(QByteArrayView(data, qsizetype(size) * qsizetype(count))) ? size * count : 0;
}

bool Transfer::takeBody(QByteArrayView bytes)
{
    m_heard += quint64(bytes.size());
    if (m_request.onProgress) {
        m_request.onProgress();
    }
    if (m_isUnreadable) {
        return false;
    }
    if (!m_gunzip) {
        return takePlain(bytes);
    }
    const auto outcome = m_gunzip->take(bytes, [this](QByteArrayView plain) { return takePlain(plain); });
    m_isUnreadable = outcome == Gunzip::Outcome::Bad;
    return outcome == Gunzip::Outcome::Good;
}

bool Transfer::takePlain(QByteArrayView bytes)
{
    m_received += bytes.size();
    const bool isEndless = m_request.timeout.count() == 0 && isForStream();
    if (!isEndless && m_received > m_request.maxBody) {
        m_isTooLarge = true;
        return false;
    }
    if (!isForStream()) {
        m_response.body.append(bytes);
    } else if (!m_request.onData(bytes)) {
        m_isStopped = true;
        return false;
    }
    return true;
}

bool Transfer::wasSent() const
{
    long written = 0;
    curl_easy_getinfo(m_easy, CURLINFO_REQUEST_SIZE, &written);
    return m_attempts > 0 && written > 0;
}

TransportFailure Transfer::failure(int code) const
{
    TransportFailure failure;
    long osError = 0;
    curl_off_t total = 0;
    curl_easy_getinfo(m_easy, CURLINFO_SSL_VERIFYRESULT, &failure.verifyResult);
    curl_easy_getinfo(m_easy, CURLINFO_HTTP_CONNECTCODE, &failure.proxyStatus);
    curl_easy_getinfo(m_easy, CURLINFO_OS_ERRNO, &osError);
    curl_easy_getinfo(m_easy, CURLINFO_TOTAL_TIME_T, &total);
    failure.code = code;
    failure.osError = int(osError);
    failure.elapsed = Millis(total / 1000);
    failure.isConnected = m_attempts > 0;
    failure.wasSent = wasSent();
    failure.maxBody = m_request.maxBody;
    failure.url = m_url;
    failure.proxy = explicitProxy(m_config, m_url);
    failure.tls = m_config.tls;
    failure.detail = QByteArray(m_errorText.constData());
    return failure;
}

Result<HttpResponse> Transfer::take(int code)
{
    if (m_isTooLarge) {
        return tl::unexpected(bodyTooLarge(failure(code)));
    }
    if (m_isUnreadable) {
        return tl::unexpected(transportError(failure(CURLE_BAD_CONTENT_ENCODING)));
    }
    if (code != CURLE_OK && !m_isStopped) {
        return tl::unexpected(transportError(failure(code)));
    }
    // An answer may say how it would be packed and have no body by its own word.
    curl_off_t announced = -1;
    curl_easy_getinfo(m_easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    const bool isBodiless = announced == 0 || m_response.status == 204 || m_response.status == 304;
    if (m_gunzip && !m_gunzip->isWhole() && !isBodiless && !m_isStopped) {
        return tl::unexpected(transportError(failure(CURLE_PARTIAL_FILE)));
    }
    curl_off_t total = 0;
    curl_easy_getinfo(m_easy, CURLINFO_TOTAL_TIME_T, &total);
    m_response.elapsed = Millis(total / 1000);
    m_response.clockSkew = skewOf(m_response.header("date"));
    m_response.url = m_url;
    return std::move(m_response);
}

} // namespace quarterdeck
