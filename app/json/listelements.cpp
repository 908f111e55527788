#include "app/json/listelements.h"

#include <cstring>

namespace quarterdeck {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

QByteArrayView trimmed(const char *from, const char *to)
{
    while (from < to && isBlank(*from)) {
        ++from;
    }
    while (from < to && isBlank(to[-1])) {
        --to;
    }
    return {from, to};
}

/// Behind the closing quote of the text that begins at `at`; null where it has none.
const char *behindText(const char *at, const char *end)
{
    for (++at; at < end; ++at) {
        const auto *quote = static_cast<const char *>(std::memchr(at, '"', std::size_t(end - at)));
        if (quote == nullptr) {
            return nullptr;
        }
        const char *slash = quote;
        while (slash > at && slash[-1] == '\\') {
            --slash;
        }
        at = quote;
        if ((quote - slash) % 2 == 0) {
            return quote + 1;
        }
    }
    return nullptr;
}

} // namespace

std::optional<std::vector<QByteArrayView>> elementsOf(QByteArrayView json)
{
    const QByteArrayView whole = trimmed(json.data(), json.data() + json.size());
    if (whole.size() < 2 || whole.front() != '[' || whole.back() != ']') {
        return std::nullopt;
    }
    std::vector<QByteArrayView> elements;
    const char *const end = whole.data() + whole.size() - 1;
    const char *start = whole.data() + 1;
    const char *at = start;
    qsizetype depth = 0;
    while (at < end) {
        const char c = *at;
        if (c == '"') {
            at = behindText(at, end);
            if (at == nullptr) {
                return std::nullopt;
            }
            continue;
        }
        if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && --depth < 0) {
            return std::nullopt;
        } else if (c == ',' && depth == 0) {
            elements.push_back(trimmed(start, at));
            start = at + 1;
        }
        ++at;
    }
    const QByteArrayView last = trimmed(start, end);
    if (depth != 0 || (last.isEmpty() && !elements.empty())) {
        return std::nullopt;
    }
    if (!last.isEmpty()) {
        elements.push_back(last);
    }
    return elements;
}

} // namespace quarterdeck
