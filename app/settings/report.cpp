#include "app/settings/report.h"

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
        if (!known.contains(entry.key)) {
            warn(entry.line, QStringLiteral("the key \"%1\" is not known in %2 and is ignored").arg(entry.key.left(80), where));
        }
    }
}

} // namespace quarterdeck
