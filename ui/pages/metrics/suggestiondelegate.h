#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace quarterdeck {

/// A suggestion: what is put in, and in faint text what it is.
class SuggestionDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    SuggestionDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace quarterdeck
