#pragma once

#include <QMenu>

namespace quarterdeck {

struct Alert;
class AlertIndex;

/// What the alerts that the filter lets through have in common: fields and labels with their most frequent values and how many alerts each
/// has. A click chooses a value, one with Ctrl or Alt leaves it out. Deletes itself when it closes. Thread: main.
class FacetMenu final : public QMenu {
    Q_OBJECT

public:
    FacetMenu(const AlertIndex &alerts, QWidget *parent);

signals:
    /// A term for the filter: "service:checkout", "-team:web".
    void chosen(const QString &term);

private:
    void addFacet(const QString &name, const QString &compare, const std::vector<const Alert *> &alerts);
};

} // namespace quarterdeck
