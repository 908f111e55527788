#include "app/settings/filereader.h"

#include "app/settings/backendreader.h"
#include "app/settings/paths.h"
#include "app/settings/report.h"
#include "app/settings/servicereader.h"
#include "app/yaml/yamlnode.h"

#include <QTimeZone>

#include <algorithm>

namespace quarterdeck {

namespace {

ConfigContext readContext(const YamlNode &node, ConfigReport &report)
{
    report.warnUnknown(node,
        {QStringLiteral("name"), QStringLiteral("colour"), QStringLiteral("color"), QStringLiteral("read_only"), QStringLiteral("backends")},
        QStringLiteral("a context"));
    ConfigContext context;
    context.name = node.text(u"name");
    context.colour = node.text(node.find(u"colour") != nullptr ? u"colour" : u"color");
    context.backends = node.texts(u"backends");
    if (const YamlNode *readOnly = node.find(u"read_only"); readOnly != nullptr && !readOnly->isNull()) {
        const auto flag = readOnly->boolean();
        // What cannot be understood is taken as the safe one of the two.
        context.isReadOnly = flag.value_or(true);
        if (!flag) {
            report.warn(readOnly->line, QStringLiteral("read_only is true or false; taken as true"));
        }
    }
    return context;
}

ConfigPerson readPerson(const YamlNode &node, ConfigReport &report)
{
    report.warnUnknown(
        node, {QStringLiteral("name"), QStringLiteral("team"), QStringLiteral("zone"), QStringLiteral("timezone")}, QStringLiteral("a person"));
    ConfigPerson person;
    person.name = node.text(u"name");
    person.team = node.text(u"team");
    person.zone = node.text(node.find(u"zone") != nullptr ? u"zone" : u"timezone").toUtf8();
    if (!person.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(person.zone)) {
        report.warn(node.line,
            QStringLiteral("\"%1\" is not a time zone such as Europe/London; the default zone is used for %2")
                .arg(QString::fromUtf8(person.zone), person.name));
        person.zone.clear();
    }
    return person;
}

// Calls `read` for every map of a list; whatever else stands there is named and left out.
template <class Fn> void eachMap(const YamlNode &root, QStringView key, ConfigReport &report, Fn read)
{
    const YamlNode *list = root.find(key);
    if (list == nullptr || list->isNull()) {
        return;
    }
    if (!list->isList()) {
        report.warn(list->line, QStringLiteral("%1 is a list, each item beginning with \"- name: ...\"; it is ignored").arg(key));
        return;
    }
    for (const YamlNode &item : list->items) {
        if (!item.isMap() || item.text(u"name").isEmpty()) {
            report.warn(item.line, QStringLiteral("this item of %1 has no name and is ignored").arg(key));
            continue;
        }
        read(item);
    }
}

template <class T, class Name> void addUnique(std::vector<T> &all, T item, Name name, int line, ConfigReport &report)
{
    if (std::any_of(all.begin(), all.end(), [&](const T &other) { return name(other) == name(item); })) {
        report.warn(line, QStringLiteral("\"%1\" is defined twice; the first counts").arg(name(item)));
        return;
    }
    all.push_back(std::move(item));
}

void readLists(const YamlNode &root, const QString &folder, Config &config, ConfigReport &report)
{
    const auto nameOf = [](const auto &item) { return item.name; };
    eachMap(
        root, u"contexts", report, [&](const YamlNode &item) { addUnique(config.contexts, readContext(item, report), nameOf, item.line, report); });
    eachMap(root, u"people", report, [&](const YamlNode &item) { addUnique(config.people, readPerson(item, report), nameOf, item.line, report); });
    eachMap(
        root, u"services", report, [&](const YamlNode &item) { addUnique(config.services, readService(item, report), nameOf, item.line, report); });
    eachMap(root, u"backends", report, [&](const YamlNode &item) {
        auto endpoint = readBackend(item, folder, report);
        if (endpoint) {
            addUnique(
                config.backends, std::move(*endpoint), [](const Endpoint &e) { return e.id; }, item.line, report);
        } else {
            report.warn(
                endpoint.error().where.toInt(), QStringLiteral("the backend \"%1\" is left out: %2").arg(item.text(u"name"), endpoint.error().what));
            config.omissions.append(config.warnings.last());
        }
    });
}

QStringList resolvedAll(const QStringList &paths, const QString &folder)
{
    QStringList out;
    for (const QString &path : paths) {
        out.append(resolvedPath(path, folder));
    }
    return out;
}

Result<Done> checkVersion(const YamlNode &root, const QString &file, ConfigReport &report)
{
    const YamlNode *version = root.find(u"version");
    if (version == nullptr) {
        report.warn(1, QStringLiteral("\"version: 1\" is missing; it is read as version 1"));
        return Done {};
    }
    if (root.text(u"version") != u"1") {
        return fail(ErrorKind::Rejected,
            QStringLiteral("This is version \"%1\" of the configuration; only version 1 is known").arg(root.text(u"version")),
            QStringLiteral("%1:%2:1").arg(file).arg(version->line));
    }
    return Done {};
}

} // namespace

Result<ConfigFile> readConfigFile(const QByteArray &yaml, const QString &file, const QString &folder)
{
    ConfigFile out;
    ConfigReport report(file, out.config.warnings);
    const std::vector<YamlDocument> documents = parseYaml(yaml, file);
    if (documents.empty()) {
        return out;
    }
    if (!documents.front().root) {
        return tl::unexpected(documents.front().root.error());
    }
    const YamlNode &root = *documents.front().root;
    out.config.warnings.append(documents.front().problems);
    if (documents.size() > 1) {
        report.warn(documents[1].line, QStringLiteral("only the first document of a file is read"));
    }
    if (!root.isMap()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A configuration is a map that begins with \"version: 1\""), file + QStringLiteral(":1:1"));
    }
    if (const auto version = checkVersion(root, file, report); !version) {
        return tl::unexpected(version.error());
    }
    report.warnUnknown(root,
        {QStringLiteral("version"), QStringLiteral("current-context"), QStringLiteral("contexts"), QStringLiteral("backends"),
            QStringLiteral("includes"), QStringLiteral("services"), QStringLiteral("people"), QStringLiteral("runbooks"), QStringLiteral("catalog"),
            QStringLiteral("service_label")},
        QStringLiteral("a configuration"));
    out.config.currentContext = root.text(u"current-context");
    readLists(root, folder, out.config, report);
    out.config.runbookFolders = resolvedAll(root.texts(u"runbooks"), folder);
    out.config.catalogFiles = resolvedAll(root.texts(u"catalog"), folder);
    out.includes = resolvedAll(root.texts(u"includes"), folder);
    if (const QString label = root.text(u"service_label"); !label.isEmpty()) {
        out.config.serviceLabel = label;
        out.hasServiceLabel = true;
    }
    return out;
}

} // namespace quarterdeck
