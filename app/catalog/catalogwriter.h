#pragma once

#include "app/catalog/catalog.h"

#include <QHash>

namespace quarterdeck {

/// Text of a file in a message: in quotes, and no longer than a line.
QString shown(const QString &text);

/// Keeps a link that is one to a runbook by its type and title.
void addLink(CatalogEntity &entity, const QString &words, const QString &url);

/// What the readers of all formats write to: the entities of one file and what is wrong with it.
class CatalogWriter {
public:
    /// `file` only serves messages and provenance.
    explicit CatalogWriter(QString file);
    /// Something of the file is left out.
    void refuse(int line, const QString &reason);
    /// It is read, but whoever the format belongs to would refuse it or read it in another way.
    void warn(int line, const QString &reason);
    /// An entity that begins in this line.
    CatalogEntity entityAt(int line) const;
    /// Whether an entity has a name; one without is refused, `key` says where the name belongs.
    bool hasName(const CatalogEntity &entity, const QString &key);
    /// Adds an entity; one that the file has already is refused.
    void keep(const CatalogEntity &entity);
    /// Adds what the reader of YAML found.
    void addProblems(const QStringList &problems) { m_out.problems.append(problems); }
    CatalogFile take() { return std::move(m_out); }

private:
    QString m_file;
    QHash<QString, int> m_lines;
    CatalogFile m_out;
};

} // namespace quarterdeck
