#include "app/settings/report.h"

#include "app/yaml/yamlnode.h"

namespace quarterdeck {

ConfigReport::ConfigReport(QString file, QStringList &warnings)
    : m_file(std::move(file))
    , m_warnings(warnings)
{
}

void ConfigReport::warn(int line, const QString &sentence)
{
    m_warnings.append(QStringLiteral("%1:%2: ").arg(m_file).arg(line) + sentence);
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
