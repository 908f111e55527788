#include "app/net/replysecrets.h"

namespace quarterdeck {

namespace {

constexpr qsizetype MostOfRefusal = 256LL * 1024;

} // namespace

void forgetSecrets(Result<HttpResponse> &result, const SecretMask &mask, bool keepsGood)
{
    if (!result) {
        result.error().what = mask.blanked(result.error().what);
        return;
    }
    const bool isGood = result->status >= 200 && result->status <= 299;
    if (isGood && !result->header("content-type").startsWith("text/html")) {
        if (!mask.isEmpty() && !keepsGood) {
            result->body = mask.blankedInData(std::move(result->body));
        }
        return;
    }
    result->body.truncate(MostOfRefusal);
    result->body = mask.blanked(result->body);
    for (auto &[name, value] : result->headers) {
        value = mask.blanked(value);
    }
}

} // namespace quarterdeck
