#pragma once

#include "ui/theme/theme.h"

#include <QMap>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace quarterdeck {

/// Bars above the page that stay until what they speak of is over.
class Banners final : public QWidget {
    Q_OBJECT

public:
    explicit Banners(const Theme &theme, QWidget *parent = nullptr);
    /// An empty sentence removes the bar with this id.
    void set(const QString &id, const QString &sentence, const QString &actionText, const std::function<void()> &action);

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QMap<QString, QWidget *> m_bars;
    QMap<QString, std::function<void()>> m_actions;
};

} // namespace quarterdeck
