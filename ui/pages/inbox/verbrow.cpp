#include "ui/pages/inbox/verbrow.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace quarterdeck {

namespace {
constexpr int Gap = 4;
}

VerbRow::VerbRow(const Theme &theme, const QString &menuName, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(m_more))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Gap);
    m_row->addWidget(m_more);
    m_row->addStretch();
    m_more->setAccessibleName(menuName);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    const auto look = [this, &theme] { m_more->setIcon(theme.icon(QStringLiteral("menu"))); };
    connect(&theme, &Theme::changed, m_more, look);
    look();
}

void VerbRow::add(QPushButton *button, QAction *action)
{
    m_row->insertWidget(int(m_verbs.size()), button);
    m_verbs.push_back({button, action});
    m_shown = m_verbs.size();
}

void VerbRow::addToMenu(QAction *action)
{
    m_menu->addAction(action);
}

QSize VerbRow::minimumSizeHint() const
{
    const QSize more = m_more->sizeHint();
    return m_verbs.empty() ? more : QSize(m_verbs.front().button->sizeHint().width() + Gap + more.width(), more.height());
}

std::size_t VerbRow::fitting() const
{
    int used = m_more->sizeHint().width();
    std::size_t count = 0;
    while (count < m_verbs.size() && used + Gap + m_verbs[count].button->sizeHint().width() <= width()) {
        used += Gap + m_verbs[count].button->sizeHint().width();
        ++count;
    }
    return std::max<std::size_t>(1, count);
}

void VerbRow::fit()
{
    const std::size_t wanted = m_verbs.empty() ? 0 : fitting();
    if (wanted == m_shown) {
        return;
    }
    m_shown = wanted;
    for (const Verb &verb : m_verbs) {
        m_menu->removeAction(verb.action);
    }
    QAction *first = m_menu->actions().value(0);
    for (std::size_t i = 0; i < m_verbs.size(); ++i) {
        m_verbs[i].button->setVisible(i < m_shown);
        if (i >= m_shown) {
            m_menu->insertAction(first, m_verbs[i].action);
        }
    }
}

void VerbRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool VerbRow::event(QEvent *event)
{
    // Another language, another size of text: the buttons ask for other room.
    if (event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return QWidget::event(event);
}

} // namespace quarterdeck
