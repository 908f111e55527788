#include "app/settings/report.h"

#include "app/settings/nearname.h"
#include "app/settings/watchkeys.h"
#include "app/yaml/yamlnode.h"

namespace quarterdeck {

ConfigReport::ConfigReport(QString file, Config &config)
    : m_file(std::move(file))
    , m_config(config)
{
}

void ConfigReport::warn(int line, const QString &sentence)
{
    m_config.warn(place(line), sentence);
}

void ConfigReport::omit(int line, ConfigOmission omission)
{
    m_config.omit(place(line), std::move(omission));
}

QString ConfigReport::place(int line) const
{
    return QStringLiteral("%1:%2").arg(m_file).arg(line);
}

void ConfigReport::placeOption(const QString &backend, const QString &key, int line)
{
    m_config.places.insert(backend + u'/' + key, place(line));
}

void ConfigReport::warnUnknown(const YamlNode &map, const QSet<QString> &known, const QString &where)
{
    for (const YamlEntry &entry : map.entries) {
        if (known.contains(entry.key)) {
            continue;
        }
        QString sentence = QStringLiteral("the key \"%1\" is unknown in %2 and is ignored").arg(entry.key.left(80), where);
        const QString meant = nearName(entry.key, known.values() + watchKeys());
        if (!watchKeys().contains(meant) && !looksLikeBackends(entry.value)) {
            warn(entry.line, sentence);
            continue;
        }
        if (!meant.isEmpty()) {
            sentence += known.contains(meant) ? QStringLiteral("; is \"%1\" meant?").arg(meant)
                                              : QStringLiteral("; \"%1\" is at the beginning of a line").arg(meant);
        }
        omit(entry.line, {entry.key.left(80), {}, {}, sentence});
    }
}

} // namespace quarterdeck
