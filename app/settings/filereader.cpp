#include "app/settings/filereader.h"

#include "app/core/zonename.h"
#include "app/settings/backendreader.h"
#include "app/settings/catalogreader.h"
#include "app/settings/nearname.h"
#include "app/settings/paths.h"
#include "app/settings/report.h"
#include "app/settings/servicereader.h"
#include "app/settings/spanning.h"
#include "app/settings/watchkeys.h"
#include "app/yaml/yamlnode.h"

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
    context.place = report.place(node.line);
    if (const YamlNode *given = node.find(u"backends"); given != nullptr && qsizetype(given->items.size()) > context.backends.size()) {
        report.omit(given->line,
            {context.name, {}, {},
                QStringLiteral("the context \"%1\" has an entry under backends that is not a name and is left out; write the backend below "
                               "\"backends:\" of the file and its name here")
                    .arg(context.name)});
    } else if (given != nullptr && (given->isMap() || given->isNull())) {
        report.omit(given->line, {context.name, {}, {}, QStringLiteral("the context \"%1\" has no list of names under backends").arg(context.name)});
    }
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
    if (!person.zone.isEmpty() && !ianaZone(person.zone).isValid()) {
        report.warn(node.line,
            QStringLiteral("\"%1\" is not a time zone such as Europe/London; the default zone is used for %2")
                .arg(QString::fromUtf8(person.zone), person.name));
        person.zone.clear();
    }
    return person;
}

// Backends and the contexts that choose among them: where a part of these is dropped, less is watched than the person thinks.
bool isAboutBackends(QStringView key)
{
    return key == u"backends" || key == u"contexts";
}

void drop(QStringView key, const YamlNode &node, const QString &sentence, ConfigReport &report)
{
    if (isAboutBackends(key) || holdsWatchKey(node)) {
        const QString name = node.isMap() ? QStringLiteral("%1, line %2").arg(key).arg(node.line) : key.toString();
        report.omit(node.line, {name, node.text(u"type").toLower(), {}, sentence});
    } else {
        report.warn(node.line, sentence);
    }
}

// Calls `read` for every map of a list; whatever else stands there is named and left out.
template <class Fn> void eachMap(const YamlNode &root, QStringView key, ConfigReport &report, Fn read)
{
    const YamlNode *list = root.find(key);
    if (list == nullptr || list->isNull()) {
        return;
    }
    if (!list->isList()) {
        drop(key, *list, QStringLiteral("%1 is a list, each item beginning with \"- name: ...\"; it is ignored").arg(key), report);
        return;
    }
    for (const YamlNode &item : list->items) {
        if (!item.isMap() || item.text(u"name").isEmpty()) {
            drop(key, item, QStringLiteral("this item of %1 has no name and is ignored").arg(key), report);
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

void addContext(const YamlNode &item, Config &config, ConfigReport &report)
{
    ConfigContext context = readContext(item, report);
    if (config.hasContext(context.name)) {
        report.omit(item.line,
            {QStringLiteral("%1, line %2").arg(context.name).arg(item.line), {}, {},
                QStringLiteral("the context \"%1\" is defined twice; the first counts, and backends of this one may be left out").arg(context.name)});
        return;
    }
    config.contexts.push_back(std::move(context));
}

void addBackend(const YamlNode &item, const QString &folder, Config &config, ConfigReport &report)
{
    const QString name = item.text(u"name");
    const QString kind = item.text(u"type").toLower();
    auto endpoint = readBackend(item, folder, report);
    if (!endpoint) {
        report.omit(endpoint.error().where.toInt(),
            {name, kind, name, QStringLiteral("the backend \"%1\" is left out: %2").arg(name, endpoint.error().what)});
        return;
    }
    const auto same = std::find_if(config.backends.begin(), config.backends.end(), [&](const Endpoint &e) { return e.id == name; });
    if (same == config.backends.end()) {
        config.places.insert(name, report.place(item.line));
        config.backends.push_back(std::move(*endpoint));
    } else if (*same == *endpoint) {
        report.warn(item.line, QStringLiteral("\"%1\" is defined twice; the first counts").arg(name));
    } else {
        // Nearly always a copy whose name was forgotten: another server, which nobody asks.
        report.omit(item.line,
            {QStringLiteral("%1, line %2").arg(name).arg(item.line), kind, name,
                QStringLiteral("\"%1\" is defined twice; the first counts, this one is left out. Give it a name of its own").arg(name)});
    }
}

void readLists(const YamlNode &root, const QString &folder, Config &config, ConfigReport &report)
{
    const auto nameOf = [](const auto &item) { return item.name; };
    eachMap(root, u"contexts", report, [&](const YamlNode &item) { addContext(item, config, report); });
    eachMap(root, u"people", report, [&](const YamlNode &item) { addUnique(config.people, readPerson(item, report), nameOf, item.line, report); });
    eachMap(
        root, u"services", report, [&](const YamlNode &item) { addUnique(config.services, readService(item, report), nameOf, item.line, report); });
    eachMap(root, u"backends", report, [&](const YamlNode &item) { addBackend(item, folder, config, report); });
}

void checkRootKeys(const YamlNode &root, const std::vector<YamlEntry> &repeated, ConfigReport &report)
{
    for (const YamlEntry &entry : root.entries) {
        if (rootKeys().contains(entry.key)) {
            continue;
        }
        const QString meant = nearName(entry.key, rootKeys());
        const QString hint = meant.isEmpty() ? QString() : QStringLiteral("; is \"%1\" meant?").arg(meant);
        const QString sentence = QStringLiteral("the key \"%1\" is unknown in a configuration and is ignored%2").arg(entry.key.left(80), hint);
        if (watchKeys().contains(meant) || looksLikeBackends(entry.value)) {
            report.omit(entry.line, {entry.key.left(80), {}, {}, sentence});
        } else {
            report.warn(entry.line, sentence);
        }
    }
    for (const YamlEntry &entry : repeated) {
        static const QStringList OfBackends {
            QStringLiteral("url"), QStringLiteral("urls"), QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("<<")};
        const QString sentence = QStringLiteral("the key \"%1\" is given twice; the first counts").arg(entry.key.left(80));
        if (watchKeys().contains(entry.key) || OfBackends.contains(entry.key)) {
            report.omit(entry.line, {entry.key.left(80), {}, {}, sentence + QStringLiteral(", the second one is left out")});
        } else {
            report.warn(entry.line, sentence);
        }
    }
}

// What merges is merged; what the reader itself found is told.
YamlNode mergedRoot(const YamlDocument &document, Config &config, ConfigReport &report)
{
    config.warnings.append(document.problems);
    YamlNode root = *document.root;
    for (const YamlEntry &refused : mergeKeys(root)) {
        report.omit(refused.line,
            {QStringLiteral("<<"), {}, {}, QStringLiteral("\"<<\" takes over a map, or a list of maps, that an anchor names; this is none")});
    }
    return root;
}

// Paths and names are text: what stands below them as a map is read by nobody.
void checkTexts(const YamlNode &root, QStringView key, ConfigReport &report)
{
    const YamlNode *given = root.find(key);
    if (given == nullptr) {
        return;
    }
    const QString sentence = QStringLiteral("%1 contains text, not keys; it is ignored").arg(key);
    if (given->isMap()) {
        drop(key, *given, sentence, report);
    }
    for (const YamlNode &item : given->items) {
        if (item.isMap() || item.isList()) {
            drop(key, item, sentence, report);
        }
    }
}

Result<Done> checkCurrentContext(const YamlNode &root, const QString &file, const SpanningValues &spanning)
{
    const YamlNode *given = root.find(u"current-context");
    if (given == nullptr || given->isNull()) {
        return Done {};
    }
    const QString where = QStringLiteral("%1:%2:1").arg(file).arg(given->line);
    if (!given->isScalar()) {
        return fail(ErrorKind::Rejected, QStringLiteral("current-context is the name of one context, without brackets"), where);
    }
    if (spanning.spans(*given)) {
        return fail(ErrorKind::Rejected, QStringLiteral("current-context continues past the end of the line; is a quote not closed?"), where);
    }
    return Done {};
}

QStringList resolvedAll(const QStringList &paths, const QString &folder)
{
    QStringList out;
    for (const QString &path : paths) {
        out.append(resolvedPath(path, folder));
    }
    return out;
}

void readIncludes(const YamlNode &root, const QString &folder, ConfigFile &out, ConfigReport &report)
{
    const YamlNode *given = root.find(u"includes");
    if (given == nullptr || given->isNull()) {
        return;
    }
    out.includes = resolvedAll(given->texts(), folder);
    out.includesPlace = report.place(given->line);
    if (given->isMap() || qsizetype(given->items.size()) > out.includes.size()) {
        report.omit(given->line,
            {QStringLiteral("includes"), QStringLiteral("include"), {},
                QStringLiteral("includes is a list of files; an entry that is none is left out")});
    }
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
    ConfigReport report(file, out.config);
    const std::vector<YamlDocument> documents = parseYaml(yaml, file);
    if (documents.empty()) {
        return out;
    }
    if (!documents.front().root) {
        return tl::unexpected(documents.front().root.error());
    }
    YamlNode root = mergedRoot(documents.front(), out.config, report);
    if (documents.size() > 1) {
        report.omit(documents[1].line,
            {QStringLiteral("the second document"), {}, {},
                QStringLiteral("only the first document of a file is read; remove the \"---\" before this one")});
    }
    if (!root.isMap()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A configuration is a map that begins with \"version: 1\""), file + QStringLiteral(":1:1"));
    }
    if (const auto version = checkVersion(root, file, report); !version) {
        return tl::unexpected(version.error());
    }
    const SpanningValues spanning(yaml);
    if (const auto current = checkCurrentContext(root, file, spanning); !current) {
        return tl::unexpected(current.error());
    }
    spanning.refuseBelow(root, report);
    checkRootKeys(root, documents.front().repeated, report);
    for (const QStringView key : {QStringView(u"runbooks"), QStringView(u"service_label")}) {
        checkTexts(root, key, report);
    }
    out.config.currentContext = root.text(u"current-context");
    readLists(root, folder, out.config, report);
    out.config.runbookFolders = resolvedAll(root.texts(u"runbooks"), folder);
    readCatalog(root, folder, out.config, report);
    readIncludes(root, folder, out, report);
    if (const QString label = root.text(u"service_label"); !label.isEmpty()) {
        out.config.serviceLabel = label;
        out.hasServiceLabel = true;
    }
    return out;
}

} // namespace quarterdeck
