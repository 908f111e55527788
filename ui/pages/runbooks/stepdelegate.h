#pragma once

#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace quarterdeck {

/// Rows of a checklist: heads of phases, and steps with box, text, who and when, note, and what must be known before trusting a tick.
class StepDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    StepDelegate(const Theme &theme, const TimeControl &time, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the box of a step is drawn, to be clicked.
    QRect boxOf(const QRect &row, const QModelIndex &index) const;
    /// "Ana 14:40", "saving…", or empty.
    QString whoText(const QModelIndex &index) const;
    /// The line below a step: note, reason, or that it changed; empty when there is none.
    QString remarkText(const QModelIndex &index) const;
    /// All that a row says, for a screen reader: "Add two consumers, done by ana 14:40, Note: they took over".
    QString spokenText(const QModelIndex &index) const;
    /// A head in words: its heading, or the name of its phase.
    static QString headText(const QModelIndex &index);

private:
    void paintBox(QPainter &painter, const QRectF &box, const QModelIndex &index) const;
    int textHeight(const QString &text, int width) const;
    int textLeft(const QModelIndex &index) const;

    const Theme &m_theme;
    const TimeControl &m_time;
};

} // namespace quarterdeck
