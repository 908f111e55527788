#include "ui/widgets/spokennotice.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/phrases.h"

#include <utility>

namespace quarterdeck {

void announce(QWidget *from, const QString &sentence)
{
    if (!sentence.isEmpty()) {
        SpokenNotice::of(from->window())->say(sentence);
    }
}

SpokenNotice *SpokenNotice::of(QWidget *window)
{
    auto *known = window->findChild<SpokenNotice *>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? known : new SpokenNotice(window);
}

SpokenNotice::SpokenNotice(QWidget *window)
    : QWidget(window)
{
    setObjectName(QStringLiteral("spokenNotice"));
    setAccessibleRole(this, QAccessible::Notification);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(0, 0, 1, 1);
    hide();
    m_gather.setSingleShot(true);
    m_gather.setInterval(150);
    m_rest.setSingleShot(true);
    m_rest.setInterval(5000);
    connect(&m_gather, &QTimer::timeout, this, &SpokenNotice::speak);
    connect(&m_rest, &QTimer::timeout, this, &QWidget::hide);
}

void SpokenNotice::say(const QString &sentence)
{
    if (!m_waiting.contains(sentence)) {
        m_waiting << sentence;
    }
    if (!m_gather.isActive()) {
        m_gather.start();
    }
}

void SpokenNotice::speak()
{
    // It is said when it is shown, so what stands there goes first.
    hide();
    setAccessibleName(phrases::sentences(std::exchange(m_waiting, {})));
    show();
    m_rest.start();
}

} // namespace quarterdeck
