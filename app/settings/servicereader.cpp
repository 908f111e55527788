#include "app/settings/servicereader.h"

#include "app/settings/report.h"
#include "app/yaml/yamlnode.h"

#include <QFileInfo>

namespace quarterdeck {

namespace {

Panel readPanel(const YamlNode &node, ConfigReport &report)
{
    report.warnUnknown(node,
        {QStringLiteral("title"), QStringLiteral("expr"), QStringLiteral("expression"), QStringLiteral("unit"), QStringLiteral("threshold"),
            QStringLiteral("source")},
        QStringLiteral("a panel"));
    Panel panel;
    panel.title = node.text(u"title");
    panel.expression = node.text(node.find(u"expr") != nullptr ? u"expr" : u"expression");
    panel.unit = node.text(u"unit");
    panel.source = node.text(u"source");
    if (const QString text = node.text(u"threshold"); !text.isEmpty()) {
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        if (isNumber && qIsFinite(value)) {
            panel.threshold = value;
        } else {
            report.warn(node.find(u"threshold")->line, QStringLiteral("threshold is a number; it is ignored"));
        }
    }
    return panel;
}

void readPanels(const YamlNode &item, Service &service, ConfigReport &report)
{
    const YamlNode *panels = item.find(u"panels");
    if (panels == nullptr || panels->isNull()) {
        return;
    }
    if (!panels->isList()) {
        report.warn(
            panels->line, QStringLiteral("panels of %1 is a list, each item beginning with \"- title: ...\"; it is ignored").arg(service.name));
        return;
    }
    for (const YamlNode &node : panels->items) {
        Panel panel = readPanel(node, report);
        if (panel.expression.isEmpty()) {
            report.warn(node.line, QStringLiteral("this panel of %1 has no expr and is ignored").arg(service.name));
            continue;
        }
        if (panel.title.isEmpty()) {
            panel.title = panel.expression;
        }
        service.panels.push_back(std::move(panel));
    }
}

// `log_fields: {_SYSTEMD_UNIT: checkout.service}`; a list of values gives alternatives.
void readLogFields(const YamlNode &item, Service &service, ConfigReport &report)
{
    const YamlNode *fields = item.find(u"log_fields");
    if (fields == nullptr || fields->isNull()) {
        return;
    }
    if (!fields->isMap()) {
        report.warn(fields->line, QStringLiteral("log_fields is a map of field names and values; it is ignored"));
        return;
    }
    for (const YamlEntry &entry : fields->entries) {
        for (const QString &value : entry.value.texts()) {
            service.logFields.push_back({entry.key, value});
        }
    }
}

} // namespace

Service readService(const YamlNode &item, ConfigReport &report)
{
    report.warnUnknown(item,
        {QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("description"), QStringLiteral("owner"), QStringLiteral("tier"),
            QStringLiteral("lifecycle"), QStringLiteral("depends_on"), QStringLiteral("runbooks"), QStringLiteral("panels"),
            QStringLiteral("log_fields"), QStringLiteral("aliases")},
        QStringLiteral("a service"));
    Service service;
    service.name = item.text(u"name");
    service.aliases = item.texts(u"aliases");
    service.title = item.text(u"title");
    service.description = item.text(u"description");
    service.owner = item.text(u"owner");
    service.tier = item.text(u"tier");
    service.lifecycle = item.text(u"lifecycle");
    service.dependsOn = item.texts(u"depends_on");
    if (service.dependsOn.removeAll(service.name) > 0) {
        report.warn(item.find(u"depends_on")->line, QStringLiteral("%1 cannot depend on itself; this is ignored").arg(service.name));
    }
    service.runbooks = item.texts(u"runbooks");
    readPanels(item, service, report);
    readLogFields(item, service, report);
    const QString source = QStringLiteral("%1:%2").arg(QFileInfo(report.file()).fileName()).arg(item.line);
    const auto note = [&](const char *field, const QString &value) {
        if (!value.isEmpty()) {
            service.provenance.push_back({QLatin1StringView(field), source});
        }
    };
    note("title", service.title);
    note("description", service.description);
    note("owner", service.owner);
    note("tier", service.tier);
    note("lifecycle", service.lifecycle);
    return service;
}

} // namespace quarterdeck
