#include "app/sources/files/options.h"

#include "app/core/zonename.h"
#include "app/sources/api/names.h"

#include <QDir>

namespace quarterdeck::files {

namespace {

constexpr QLatin1StringView DefaultPath("/var/log");

QString formatNames()
{
    QStringList names;
    for (const QLatin1StringView name : logformat::formNames()) {
        names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

Result<Done> readPaths(FilesOptions &options)
{
    for (const QString &path : options.paths) {
        if (!path.startsWith(u'/')) {
            return fail(
                ErrorKind::Rejected, QStringLiteral("This is not a path that begins with \"/\" or \"~/\": %1").arg(path.left(LongestName)), PathsKey);
        }
    }
    return Done {};
}

} // namespace

QStringList pathsOf(const Endpoint &endpoint)
{
    QStringList paths;
    const QString all = endpoint.options.value(PathsKey);
    for (const QString &line : all.split(u'\n')) {
        for (const QString &part : line.split(u',')) {
            const QString path = part.trimmed();
            if (!path.isEmpty()) {
                paths.append(QDir::cleanPath(path.startsWith(QLatin1StringView("~/")) ? QDir::homePath() + path.mid(1) : path));
            }
        }
    }
    return paths.isEmpty() ? QStringList {DefaultPath} : paths;
}

Result<FilesOptions> optionsOf(const Endpoint &endpoint)
{
    FilesOptions options;
    options.paths = pathsOf(endpoint);
    options.zone = QTimeZone::systemTimeZone();
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        const QString value = option.value().trimmed();
        if (option.key() == ZoneKey && !value.isEmpty()) {
            const auto zone = zoneFrom(value);
            if (!zone) {
                return fail(ErrorKind::Rejected,
                    QStringLiteral("This is not a zone such as Europe/Berlin, UTC, +05:30 or local: %1").arg(value.left(LongestName)), ZoneKey);
            }
            options.zone = *zone;
            options.isZoneAssumed = false;
        } else if (option.key() == FormatKey && !value.isEmpty()) {
            options.read.only = logformat::formFromName(value);
            if (!options.read.only) {
                return fail(ErrorKind::Rejected,
                    QStringLiteral("There is no format \"%1\": it is one of %2").arg(value.left(LongestName), formatNames()), FormatKey);
            }
        } else if (option.key() == ServiceKey) {
            options.service = value;
        } else if (option.key() != PathsKey && option.key() != ZoneKey && option.key() != FormatKey) {
            return fail(ErrorKind::Rejected, QStringLiteral("Log files have no option of this name"), option.key());
        }
    }
    return readPaths(options).map([&options](Done) { return options; });
}

} // namespace quarterdeck::files
