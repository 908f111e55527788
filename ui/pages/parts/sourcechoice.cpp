#include "ui/pages/parts/sourcechoice.h"

#include "app/core/text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/phrases.h"

#include <QHBoxLayout>
#include <QMenu>

namespace quarterdeck {

SourceChoice::SourceChoice(const Theme &theme, const QString &name, const QString &all, QWidget *parent)
    : QWidget(parent)
    , m_chip(new Chip(theme, {}, this))
    , m_name(name)
    , m_all(all)
{
    m_chip->setObjectName(name + QStringLiteral(".sourceChip"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_chip);
    connect(m_chip, &QAbstractButton::clicked, this, &SourceChoice::openMenu);
    describe();
}

void SourceChoice::setSources(const QStringList &names)
{
    m_names = names;
    describe();
}

void SourceChoice::choose(const QStringList &chosen)
{
    m_chosen = chosen;
    describe();
}

void SourceChoice::openMenu()
{
    QMenu menu(this);
    menu.setObjectName(m_name + QStringLiteral(".sourceMenu"));
    QAction *all = menu.addAction(m_all);
    all->setCheckable(true);
    all->setChecked(m_chosen.isEmpty());
    menu.addSeparator();
    QStringList names = m_names;
    for (const QString &gone : m_chosen) {
        if (!names.contains(gone)) {
            names.append(gone);
        }
    }
    for (const QString &name : std::as_const(names)) {
        QAction *one = menu.addAction(text::plain(name, 60).replace(u'&', QStringLiteral("&&")));
        one->setData(name);
        one->setCheckable(true);
        one->setChecked(m_chosen.contains(name));
    }
    const QAction *picked = menu.exec(m_chip->mapToGlobal(QPoint(0, m_chip->height() + 2)));
    if (picked == nullptr) {
        return;
    }
    const QString name = picked->data().toString();
    if (name.isEmpty()) {
        m_chosen.clear();
    } else if (!m_chosen.removeOne(name)) {
        m_chosen.append(name);
    }
    describe();
    emit changed();
}

void SourceChoice::describe()
{
    const QString chosen = text::plain(phrases::list(m_chosen), 60);
    m_chip->setChipText(m_chosen.isEmpty() ? m_all : tr("Sources: %1").arg(chosen));
    m_chip->setAccented(!m_chosen.isEmpty());
}

} // namespace quarterdeck
