#include "ui/pages/logs/logquerybar.h"

#include "app/core/text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/phrases.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace quarterdeck {

LogQueryBar::LogQueryBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new FilterEdit(theme, tr("Search: words, \"exact words\", service=checkout, level=error, _HOSTNAME=web-1"), this))
    , m_source(new Chip(theme, {}, this))
{
    setObjectName(QStringLiteral("logs.queryBar"));
    m_edit->setObjectName(QStringLiteral("logs.filter"));
    m_source->setObjectName(QStringLiteral("logs.sourceChip"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_source);
    connect(m_edit, &FilterEdit::filterChanged, this, &LogQueryBar::read);
    connect(m_edit, &FilterEdit::left, this, &LogQueryBar::left);
    connect(m_source, &QAbstractButton::clicked, this, &LogQueryBar::choose);
    describe();
}

void LogQueryBar::setSources(const QStringList &names)
{
    m_names = names;
    describe();
}

void LogQueryBar::set(const QString &text, const QStringList &chosen)
{
    m_chosen = chosen;
    describe();
    if (m_edit->text() == text) {
        read();
    } else {
        m_edit->setFilter(text);
    }
}

QString LogQueryBar::text() const
{
    return m_edit->text();
}

void LogQueryBar::focusFilter()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void LogQueryBar::read()
{
    const auto words = parseLogWords({m_edit->text()});
    const QString why = words ? QString() : errorWords(words.error());
    m_edit->setProblem(why);
    emit refused(why);
    if (words) {
        emit searched(*words, m_chosen);
    }
}

void LogQueryBar::choose()
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("logs.sourceMenu"));
    QAction *all = menu.addAction(tr("All log sources"));
    all->setCheckable(true);
    all->setChecked(m_chosen.isEmpty());
    menu.addSeparator();
    for (const QString &name : m_names) {
        QAction *one = menu.addAction(text::plain(name, 60).replace(u'&', QStringLiteral("&&")));
        one->setData(name);
        one->setCheckable(true);
        one->setChecked(m_chosen.contains(name));
    }
    const QAction *picked = menu.exec(m_source->mapToGlobal(QPoint(0, m_source->height() + 2)));
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
    read();
}

void LogQueryBar::describe()
{
    const QString chosen = text::plain(phrases::list(m_chosen), 60);
    m_source->setChipText(m_chosen.isEmpty() ? tr("All log sources") : tr("Sources: %1").arg(chosen));
    m_source->setAccented(!m_chosen.isEmpty());
}

void LogQueryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
}

} // namespace quarterdeck
