#include "app/settings/configedit.h"

#include "app/settings/backendedit.h"
#include "app/settings/config.h"
#include "app/settings/fields.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck {

namespace {

// What is wanted, as the reader will say it.
Endpoint expected(const Endpoint &wanted)
{
    Endpoint out = wanted;
    out.options.removeIf([](const QMap<QString, QString>::iterator &option) { return option.value().isEmpty(); });
    if (out.http.oauth2 && out.http.oauth2->isByPerson()) {
        out.http.oauth2->signInName = out.id;
    }
    return out;
}

const YamlPart *namedItem(const YamlPart &root, QByteArrayView list, const QString &name)
{
    const YamlPart *items = root.find(list);
    if (items == nullptr || !items->isList()) {
        return nullptr;
    }
    const auto at = std::find_if(items->items.begin(), items->items.end(), [&name](const YamlPart &item) {
        const YamlPart *given = item.isMap() ? item.find("name") : nullptr;
        return given != nullptr && QString::fromUtf8(given->text).trimmed() == name;
    });
    return at == items->items.end() ? nullptr : &*at;
}

/// One edit of one file, from what it says to what it is to say.
class FileEdit {
public:
    FileEdit(const QByteArray &yaml, const Config &before, YamlPart root, const BackendEdit &edit)
        : m_before(before)
        , m_root(std::move(root))
        , m_edit(edit)
        , m_change(yaml)
    {
    }

    Result<QByteArray> run()
    {
        const auto done = !m_edit.wanted ? remove() : m_edit.name.isEmpty() ? add() : change();
        return done.map([this](Done) { return m_change.text(); });
    }

private:
    Result<Done> add()
    {
        const QString &name = m_edit.wanted->id;
        return backendMember(expected(*m_edit.wanted))
            .and_then([&](const YamlMember &member) { return m_change.append(m_root, "backends", member); })
            .and_then([&](Done) { return watch(name); });
    }

    // Without contexts every backend is watched; where one is chosen that is not there, it is made.
    Result<Done> watch(const QString &name)
    {
        if (m_before.contexts.empty() && m_before.currentContext.isEmpty()) {
            return Done {};
        }
        if (m_before.contexts.empty()) {
            return m_change.append(m_root, "contexts", {{}, {}, {}, {{"name", m_before.currentContext, {}, {}}, {"backends", {}, {name}, {}}}});
        }
        const YamlPart *context = namedItem(m_root, "contexts", m_edit.context);
        if (context == nullptr) {
            const auto there = std::find_if(
                m_before.contexts.begin(), m_before.contexts.end(), [this](const ConfigContext &one) { return one.name == m_edit.context; });
            return there == m_before.contexts.end()
                ? refuse(1, m_before.noContextSentence(m_edit.context))
                : refuse(1, QStringLiteral("the context \"%1\" is defined in %2; add the source there").arg(m_edit.context, there->place));
        }
        const YamlPart *list = context->find("backends");
        const bool isNamed = list != nullptr
            && std::any_of(list->items.begin(), list->items.end(), [&](const YamlPart &item) { return item.text == name.toUtf8(); });
        return isNamed ? Result<Done>(Done {}) : m_change.append(*context, "backends", {{}, name, {}, {}});
    }

    Result<const YamlPart *> own() const
    {
        const YamlPart *item = namedItem(m_root, "backends", m_edit.name);
        if (item == nullptr) {
            return refuse(1,
                QStringLiteral("the source \"%1\" is not defined in this file but in %2; change it there")
                    .arg(m_edit.name, m_before.places.value(m_edit.name, QStringLiteral("none that is read"))));
        }
        if (item->isShared) {
            return refuse(item->line,
                QStringLiteral("the source \"%1\" uses an anchor (&), an alias (*), a merge (<<) or a tag (!), so other parts may share it; "
                               "edit it in the file")
                    .arg(m_edit.name));
        }
        return item;
    }

    Result<Done> change()
    {
        const auto before = std::find_if(
            m_before.backends.begin(), m_before.backends.end(), [this](const Endpoint &one) { return one.id == m_edit.name; });
        if (before == m_before.backends.end()) {
            return refuse(1, QStringLiteral("the source \"%1\" cannot be read; correct it in the file").arg(m_edit.name));
        }
        return own()
            .and_then([&](const YamlPart *item) { return editBackend(m_change, *item, *before, expected(*m_edit.wanted)); })
            .and_then([&](Done) { return m_edit.name == m_edit.wanted->id ? Result<Done>(Done {}) : renameElsewhere(m_edit.wanted->id); });
    }

    Result<Done> remove()
    {
        return own()
            .and_then([&](const YamlPart *item) {
                const YamlPart &list = *m_root.find("backends");
                return m_change.removeItem(m_root, "backends", std::size_t(item - list.items.data()));
            })
            .and_then([&](Done) { return renameInContexts({}); });
    }

    Result<Done> renameElsewhere(const QString &name)
    {
        const YamlPart *services = m_root.find("services");
        for (const YamlPart &service : services == nullptr ? std::vector<YamlPart>() : services->items) {
            const YamlPart *panels = service.isMap() ? service.find("panels") : nullptr;
            for (const YamlPart &panel : panels == nullptr ? std::vector<YamlPart>() : panels->items) {
                const YamlPart *source = panel.isMap() ? panel.find("source") : nullptr;
                if (source != nullptr && source->text == m_edit.name.toUtf8()) {
                    if (const auto done = m_change.replace(*source, name); !done) {
                        return done;
                    }
                }
            }
        }
        return renameInContexts(name);
    }

    // Empty: the name is taken out.
    Result<Done> renameInContexts(const QString &name)
    {
        const YamlPart *contexts = m_root.find("contexts");
        for (const YamlPart &context : contexts == nullptr ? std::vector<YamlPart>() : contexts->items) {
            const YamlPart *list = context.isMap() ? context.find("backends") : nullptr;
            if (list == nullptr) {
                continue;
            }
            const QByteArray old = m_edit.name.toUtf8();
            if (list->isScalar() && list->text == old) {
                const auto done = name.isEmpty() ? m_change.replace(*list, QStringList()) : m_change.replace(*list, name);
                if (!done) {
                    return done;
                }
            }
            for (std::size_t i = 0; i < list->items.size(); ++i) {
                if (list->items[i].text == old) {
                    const auto done = name.isEmpty() ? m_change.removeItem(context, "backends", i) : m_change.replace(list->items[i], name);
                    if (!done) {
                        return done;
                    }
                }
            }
        }
        return Done {};
    }

    const Config &m_before;
    const YamlPart m_root;
    const BackendEdit &m_edit;
    PartEdit m_change;
};

QStringList withoutPlaces(const std::vector<ConfigOmission> &omissions)
{
    static const QRegularExpression Number(QStringLiteral("\\d+"));
    QStringList out;
    for (const ConfigOmission &omission : omissions) {
        out.append(QString(omission.text).remove(Number));
    }
    return out;
}

std::vector<Endpoint> others(const std::vector<Endpoint> &all, const QString &name)
{
    std::vector<Endpoint> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&name](const Endpoint &one) { return one.id != name; });
    return out;
}

bool isSamePerson(const ConfigPerson &a, const ConfigPerson &b)
{
    return a.name == b.name && a.team == b.team && a.zone == b.zone;
}

bool hasSameRest(const Config &a, const Config &b)
{
    return a.currentContext == b.currentContext && a.runbookFolders == b.runbookFolders && a.catalogFiles == b.catalogFiles
        && a.catalogLists == b.catalogLists && a.serviceLabel == b.serviceLabel
        && std::equal(a.people.begin(), a.people.end(), b.people.begin(), b.people.end(), isSamePerson);
}

// The lines they come from move, and panels follow a new name.
std::vector<Service> servicesOf(const Config &config, const BackendEdit &edit)
{
    std::vector<Service> out = config.services;
    for (Service &service : out) {
        service.provenance.clear();
        for (Panel &panel : service.panels) {
            panel.source = edit.wanted && panel.source == edit.name ? edit.wanted->id : panel.source;
        }
    }
    return out;
}

std::vector<ConfigContext> expectedContexts(const Config &before, const BackendEdit &edit)
{
    std::vector<ConfigContext> out = before.contexts;
    if (edit.name.isEmpty() && out.empty() && !before.currentContext.isEmpty()) {
        out.push_back({before.currentContext, {}, false, {}, {}});
    }
    for (ConfigContext &context : out) {
        if (edit.name.isEmpty()) {
            const bool isIt = context.name == edit.context || before.contexts.empty();
            if (isIt && !context.backends.contains(edit.wanted->id)) {
                context.backends.append(edit.wanted->id);
            }
        } else if (edit.wanted) {
            context.backends.replaceInStrings(QRegularExpression(u'^' + QRegularExpression::escape(edit.name) + u'$'), edit.wanted->id);
        } else {
            context.backends.removeAll(edit.name);
        }
    }
    return out;
}

bool isSameContext(const ConfigContext &a, const ConfigContext &b)
{
    return a.name == b.name && a.colour == b.colour && a.isReadOnly == b.isReadOnly && a.backends == b.backends;
}

// Whether a text says what was wanted, and nothing else differently than before.
bool saysWhatIsWanted(const Config &before, const Config &after, const BackendEdit &edit)
{
    const QString name = edit.wanted ? edit.wanted->id : edit.name;
    const auto there = std::find_if(after.backends.begin(), after.backends.end(), [&name](const Endpoint &one) { return one.id == name; });
    const bool isEdited = edit.wanted ? there != after.backends.end() && *there == expected(*edit.wanted) : there == after.backends.end();
    const std::vector<ConfigContext> contexts = expectedContexts(before, edit);
    const QStringList known = withoutPlaces(before.omissions);
    const QStringList left = withoutPlaces(after.omissions);
    const bool lacksMore = std::any_of(left.begin(), left.end(), [&known](const QString &one) { return !known.contains(one); })
        || std::any_of(after.omissions.begin(), after.omissions.end(), [&name](const ConfigOmission &one) { return one.backend == name; });
    return isEdited && !lacksMore && hasSameRest(before, after) && servicesOf(before, edit) == servicesOf(after, edit)
        && others(after.backends, name) == others(before.backends, edit.name.isEmpty() ? name : edit.name)
        && std::equal(contexts.begin(), contexts.end(), after.contexts.begin(), after.contexts.end(), isSameContext);
}

Result<Done> checkName(const Config &before, const BackendEdit &edit)
{
    if (!edit.wanted || edit.wanted->id == edit.name) {
        return Done {};
    }
    const QString &name = edit.wanted->id;
    const bool isTaken = std::any_of(before.backends.begin(), before.backends.end(), [&name](const Endpoint &one) { return one.id == name; })
        || std::any_of(before.omissions.begin(), before.omissions.end(),
            [&](const ConfigOmission &one) { return one.backend == name && before.places.contains(name); });
    return isTaken ? Result<Done>(refuse(1, QStringLiteral("there is a source named \"%1\" already").arg(name))) : Done {};
}

// A file that says nothing yet: what a configuration begins with, and a context around the first source.
QByteArray firstText(const QByteArray &yaml, const QString &context)
{
    const QByteArray name = context.toUtf8();
    QByteArray lines = emptyConfig() + "current-context: " + name + "\ncontexts:\n- name: " + name + "\n  backends: []\nbackends:\n";
    if (yaml.contains("\r\n")) {
        lines.replace("\n", "\r\n");
    }
    return yaml + (yaml.isEmpty() || yaml.endsWith('\n') ? "" : "\n") + lines;
}

} // namespace

QByteArray emptyConfig()
{
    return "# Keys: see README. No secrets in here: credentials_ref: keychain:NAME or credentials_file.\nversion: 1\n";
}

Result<QByteArray> editedConfig(const QByteArray &yaml, const QString &file, const QString &folder, const BackendEdit &given)
{
    const auto placed = [&file](Error error) {
        // A line alone is one of this file.
        bool isLine = false;
        const int line = error.where.toInt(&isLine);
        error.where = isLine ? QStringLiteral("%1:%2").arg(file).arg(std::max(1, line)) : error.where;
        return error;
    };
    auto root = yamlParts(yaml, file);
    if (!root) {
        return tl::unexpected(root.error());
    }
    BackendEdit edit = given;
    QByteArray text = yaml;
    if (root->form == YamlPart::Form::Null && edit.name.isEmpty()) {
        edit.context = edit.context.isEmpty() ? QStringLiteral("default") : edit.context;
        text = firstText(yaml, edit.context);
        root = yamlParts(text, file);
    }
    if (!root || !root->isMap()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A configuration is a map that begins with \"version: 1\""), file + QStringLiteral(":1"));
    }
    const auto before = parseConfig(text, file, folder);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const auto changed = checkName(*before, edit).and_then([&](Done) { return FileEdit(text, *before, *root, edit).run(); });
    if (!changed) {
        return tl::unexpected(placed(changed.error()));
    }
    const auto after = parseConfig(*changed, file, folder);
    if (!after || !saysWhatIsWanted(*before, *after, edit)) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("This change cannot be made without changing something else in the file; edit the file by hand"),
            file + QStringLiteral(":1"));
    }
    return *changed;
}

} // namespace quarterdeck
