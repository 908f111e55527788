#pragma once

#include <QSet>
#include <QStringList>

namespace quarterdeck {

struct YamlNode;

/// Collects what is wrong with one configuration file, each with its place.
class ConfigReport {
public:
    ConfigReport(QString file, QStringList &warnings);
    /// Adds "file:line: sentence".
    void warn(int line, const QString &sentence);
    /// Warns of every key of a map that is not among `known`.
    void warnUnknown(const YamlNode &map, const QSet<QString> &known, const QString &where);
    const QString &file() const { return m_file; }

private:
    QString m_file;
    QStringList &m_warnings;
};

} // namespace quarterdeck
