#include "ui/shell/banners.h"

#include "ui/widgets/stalestrip.h"

#include <QVBoxLayout>

namespace quarterdeck {

Banners::Banners(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void Banners::set(const QString &id, const QString &sentence, const QString &actionText, const std::function<void()> &action)
{
    auto *bar = static_cast<StaleStrip *>(m_bars.value(id));
    if (sentence.isEmpty()) {
        m_bars.remove(id);
        m_actions.remove(id);
        if (bar != nullptr) {
            // Later: its own button may have led here.
            bar->hide();
            m_column->removeWidget(bar);
            bar->deleteLater();
        }
        setVisible(!m_bars.isEmpty());
        return;
    }
    if (bar == nullptr) {
        bar = new StaleStrip(m_theme, this);
        bar->setObjectName(QStringLiteral("banner_") + id);
        m_column->addWidget(bar);
        m_bars.insert(id, bar);
        connect(bar, &StaleStrip::activated, this, [this, id] {
            if (const auto wanted = m_actions.value(id)) {
                wanted();
            }
        });
    }
    m_actions.insert(id, action);
    bar->setSentence(sentence, actionText);
    show();
}

} // namespace quarterdeck
