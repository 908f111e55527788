#include "app/sources/icinga2/rights.h"

#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/sources/api/names.h"

namespace quarterdeck::icinga2 {

namespace {

constexpr QLatin1StringView Filtered(" (filtered)");
constexpr qsizetype MostPermissions = 1000;

bool isSame(QChar a, QChar b)
{
    return a.toLower() == b.toLower();
}

} // namespace

bool matchesPattern(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype from = 0;
    qsizetype t = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            from = t;
        } else if (p < pattern.size() && (pattern[p] == u'?' || isSame(pattern[p], text[t]))) {
            ++p;
            ++t;
        } else if (star >= 0) {
            // The last star takes one more.
            p = star + 1;
            t = ++from;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*') {
        ++p;
    }
    return p == pattern.size();
}

Right Rights::of(QStringView permission) const
{
    Right right = Right::None;
    for (const QString &entry : permissions) {
        const bool isFiltered = entry.endsWith(Filtered);
        const QStringView pattern = isFiltered ? QStringView(entry).chopped(Filtered.size()) : QStringView(entry);
        if (!matchesPattern(pattern, permission)) {
            continue;
        }
        if (isFiltered) {
            return Right::Part;
        }
        right = Right::All;
    }
    return right;
}

Result<Rights> parseRights(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue about = document->root()[u"results"].at(0);
    Rights rights;
    rights.user = about[u"user"].string();
    rights.version = about[u"version"].stringOr({});
    const JsonValue permissions = about[u"permissions"];
    if (!permissions.isArray() || permissions.size() > MostPermissions) {
        permissions.markBad(QStringLiteral("The server does not say what this user may do"));
    }
    permissions.each([&rights](const QString &, const JsonValue &one) { rights.permissions.append(one.string()); });
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return rights;
}

QString rightsAdvice(const Rights &rights, const QStringList &missing)
{
    return QStringLiteral("Add %1 to the permissions of the ApiUser %2")
        .arg(missing.join(QStringLiteral(", ")), text::plain(rights.user, LongestName));
}

} // namespace quarterdeck::icinga2
