#include "app/sources/files/connector.h"

#include "app/sources/files/filessource.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr std::array FileFields {SettingField {files::PathsKey, QT_TRANSLATE_NOOP("Connector", "Paths"),
                                     QT_TRANSLATE_NOOP("Connector",
                                         "Log files, folders and patterns such as /var/log/nginx/*.log, comma-separated; rotated and packed copies "
                                         "are included. Default: /var/log"),
                                     false},
    SettingField {files::ZoneKey, QT_TRANSLATE_NOOP("Connector", "Time zone"),
        QT_TRANSLATE_NOOP("Connector",
            "Zone of times that name none: Europe/Berlin, UTC, +05:30, or local for that of this machine. Default: local, with a warning"),
        false},
    SettingField {files::FormatKey, QT_TRANSLATE_NOOP("Connector", "Format"),
        QT_TRANSLATE_NOOP("Connector", "The one format that is read, such as syslog, json or postgres-csv. Default: all, each line by its own"),
        false},
    SettingField {files::ServiceKey, QT_TRANSLATE_NOOP("Connector", "Service"),
        QT_TRANSLATE_NOOP("Connector", "The service of every line. Default: the program that the line names, else the name of the file"), false}};

class FilesConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("files"); }
    KindHints hints() const override { return {QLatin1StringView("Log files"), QLatin1StringView("file:///var/log")}; }
    Faces faces() const override { return Face::Logs; }
    std::span<const SettingField> fields() const override { return FileFields; }

    /// The paths are what a URL is elsewhere.
    Result<Done> complete(Endpoint &endpoint) const override
    {
        if (std::any_of(endpoint.urls.begin(), endpoint.urls.end(), [](const QUrl &url) { return !url.isLocalFile(); })) {
            return fail(ErrorKind::Rejected, QStringLiteral("Log files have paths, not a URL"), QStringLiteral("urls"));
        }
        return files::optionsOf(endpoint).map([&endpoint](const files::FilesOptions &options) {
            endpoint.urls.clear();
            for (const QString &path : options.paths) {
                endpoint.urls.push_back(QUrl::fromLocalFile(path));
            }
            return Done {};
        });
    }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        return files::optionsOf(endpoint).map([&](files::FilesOptions options) -> std::unique_ptr<Source> {
            return std::make_unique<FilesSource>(endpoint, std::move(options), deps);
        });
    }
};

} // namespace

std::unique_ptr<Connector> makeFilesConnector()
{
    return std::make_unique<FilesConnector>();
}

} // namespace quarterdeck
