#pragma once

#include "ui/theme/theme.h"

#include <QStringList>
#include <QWidget>

namespace quarterdeck {

class Chip;

/// A chip with a menu: all sources, or some of them. Thread: main.
class SourceChoice final : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the names of its parts: "logs" has "logs.sourceChip" and "logs.sourceMenu". `all`: what the chip says of all.
    SourceChoice(const Theme &theme, const QString &name, const QString &all, QWidget *parent = nullptr);
    /// The sources there are. One that was chosen and is gone stays chosen: it is said to be missing rather than left out.
    void setSources(const QStringList &names);
    /// Chooses without a signal; empty: all.
    void choose(const QStringList &chosen);
    /// Empty: all.
    QStringList chosen() const { return m_chosen; }

signals:
    /// A person chose others.
    void changed();

private:
    void openMenu();
    void describe();

    Chip *m_chip;
    const QString m_name;
    const QString m_all;
    QStringList m_names;
    QStringList m_chosen;
};

} // namespace quarterdeck
