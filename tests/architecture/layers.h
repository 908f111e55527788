#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace quarterdeck::architecture {

/// One row of the table in ARCHITECTURE.md.
struct Layer {
    QStringList open;   ///< What it may include; whoever may include it may include these too.
    QStringList closed; ///< What it alone may include.
};

/// Who may include whom, by folder. "app/sources/*" and "ui/pages/*" stand for each folder there.
inline const QHash<QString, Layer> &layers()
{
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts); };
    static const QHash<QString, Layer> Table {{QStringLiteral("app/core"), {}}, {QStringLiteral("app/yaml"), {list("app/core"), {}}},
        {QStringLiteral("app/json"), {list("app/core"), {}}}, {QStringLiteral("app/net"), {list("app/core"), list("app/json")}},
        {QStringLiteral("app/secrets"), {list("app/core"), {}}}, {QStringLiteral("app/domain"), {list("app/core"), {}}},
        {QStringLiteral("app/logformat"), {list("app/domain"), {}}}, {QStringLiteral("app/archive"), {list("app/core"), {}}},
        {QStringLiteral("app/calendar"), {list("app/core"), {}}}, {QStringLiteral("app/catalog"), {list("app/domain"), list("app/yaml")}},
        {QStringLiteral("app/ownership"), {list("app/domain"), {}}}, {QStringLiteral("app/runbook"), {list("app/domain"), list("app/yaml")}},
        {QStringLiteral("app/kpi"), {list("app/domain"), {}}}, {QStringLiteral("app/settings"), {list("app/domain"), list("app/yaml")}},
        {QStringLiteral("app/sources/api"), {list("app/domain"), {}}},
        {QStringLiteral("app/sources/*"), {list("app/sources/api"), list("app/net app/json app/logformat app/archive app/calendar")}},
        {QStringLiteral("app/ports"), {list("app/domain"), {}}},
        {QStringLiteral("app/library"), {list("app/ports"), list("app/runbook app/catalog")}},
        {QStringLiteral("app/store"), {list("app/ports"), list("app/json")}},
        {QStringLiteral("app/sync"), {list("app/sources/api app/ports app/store"), {}}},
        {QStringLiteral("app/demo"), {list("app/domain"), list("app/json app/store/batch.h")}},
        {QStringLiteral("models"), {list("app/ports app/runbook app/kpi app/catalog app/ownership"), {}}},
        {QStringLiteral("ui/theme"), {list("app/core"), {}}}, {QStringLiteral("ui/widgets"), {list("ui/theme app/domain"), {}}},
        {QStringLiteral("ui/pages/api"), {list("app/ports ui/theme"), {}}},
        {QStringLiteral("ui/pages/parts"), {list("ui/pages/api models ui/widgets"), {}}},
        {QStringLiteral("ui/pages/*"), {list("ui/pages/api ui/pages/parts models ui/widgets"), {}}},
        {QStringLiteral("ui/shell"), {list("ui/pages/api ui/theme ui/widgets"), {}}}, {QStringLiteral("app/bootstrap"), {list("app"), {}}},
        {QStringLiteral("app/cli"), {list("app"), {}}}, {QStringLiteral("app/desktop"), {list("app ui models"), {}}},
        {QStringLiteral("resources"), {}}};
    return Table;
}

/// The row of a folder: itself or the nearest folder above that has one; empty where there is none.
inline QString layerOf(const QString &folder)
{
    for (QString at = folder; !at.isEmpty(); at = at.contains(u'/') ? at.section(u'/', 0, -2) : QString()) {
        if (layers().contains(at)) {
            return at;
        }
        const QString above = at.section(u'/', 0, -2);
        if (above == u"app/sources" || above == u"ui/pages") {
            return above + QStringLiteral("/*");
        }
    }
    return {};
}

/// Everything a row may include: its own words and what those rows open.
inline QSet<QString> reachable(const QString &layer)
{
    const Layer row = layers().value(layer);
    QSet<QString> out;
    QStringList todo = row.open + row.closed;
    while (!todo.isEmpty()) {
        const QString next = todo.takeFirst();
        if (!out.contains(next)) {
            out.insert(next);
            todo += layers().value(next).open;
        }
    }
    return out;
}

} // namespace quarterdeck::architecture
