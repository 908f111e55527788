#pragma once

#include "app/settings/config.h"

#include <QSet>

namespace quarterdeck {

struct YamlNode;

/// Collects what is wrong with one configuration file, each with its place.
class ConfigReport {
public:
    /// What is found goes into `config`, which outlives this.
    ConfigReport(QString file, Config &config);
    /// Adds "file:line: sentence".
    void warn(int line, const QString &sentence);
    /// Adds a part that is left out; the text of `omission` is the sentence.
    void omit(int line, ConfigOmission omission);
    /// "file:line".
    QString place(int line) const;
    /// Remembers where an option of a backend stands.
    void placeOption(const QString &backend, const QString &key, int line);
    /// Warns of every key of a map that is not among `known`. One by which a backend may be missing is left out, not only warned of.
    void warnUnknown(const YamlNode &map, const QSet<QString> &known, const QString &where);
    const QString &file() const { return m_file; }

private:
    QString m_file;
    Config &m_config;
};

} // namespace quarterdeck
