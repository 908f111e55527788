#include "app/sources/pagerduty/failure.h"

#include "app/core/redact.h"
#include "app/core/text.h"
#include "app/json/jsonreader.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

constexpr qsizetype MostWords = 300;
constexpr qsizetype MostLookedAt = 65'536;
constexpr qsizetype MostErrors = 10;
constexpr QByteArrayView VendorType("application/vnd.pagerduty+json");

void addWord(QStringList &words, const JsonValue &value, const QString &field)
{
    const QString word = value.stringOr({}).simplified();
    if (!word.isEmpty() && words.size() < MostErrors && !words.contains(word)) {
        words.append(field.isEmpty() ? word : field + QStringLiteral(": ") + word);
    }
}

QStringList detailsOf(const JsonValue &errors)
{
    QStringList words;
    if (errors.isArray()) {
        errors.each([&words](const QString &, const JsonValue &one) { addWord(words, one, {}); });
    } else if (errors.isObject()) {
        errors.each([&words](const QString &field, const JsonValue &list) {
            addWord(words, list, field);
            if (list.isArray()) {
                list.each([&words, &field](const QString &, const JsonValue &one) { addWord(words, one, field); });
            }
        });
    } else {
        addWord(words, errors, {});
    }
    return words;
}

} // namespace

Refusal refusalOf(const HttpResponse &response)
{
    const auto document = response.body.size() > MostLookedAt ? fail(ErrorKind::TooLarge, {}) : JsonDocument::parse(response.body);
    if (!document) {
        return {};
    }
    const JsonValue root = document->root();
    const JsonValue error = root[u"error"].isObject() ? root[u"error"] : root;
    QStringList words;
    addWord(words, error[u"message"], {});
    words += detailsOf(error[u"errors"]);
    return {int(std::clamp<qint64>(error[u"code"].integerOr(0), 0, 99'999)), text::plain(redacted(words.join(QStringLiteral("; "))), MostWords)};
}

Result<HttpResponse> answered(Result<HttpResponse> response)
{
    const QByteArrayView expected = response && response->contentType == VendorType ? VendorType : QByteArrayView("application/json");
    if (response && response->status >= 400) {
        if (const QString words = refusalOf(*response).words; !words.isEmpty()) {
            // All of its words in place of the first field of them.
            response->body = words.toUtf8();
            response->contentType = QByteArrayLiteral("text/plain");
        }
    }
    auto good = requireOk(std::move(response), expected);
    if (!good && good.error().httpStatus == 408) {
        // It has given up waiting, at a time that nobody knows.
        good.error().kind = ErrorKind::Timeout;
        good.error().sent = Sent::Maybe;
    }
    return good;
}

} // namespace quarterdeck::pagerduty
