#pragma once

#include "models/shiftlistmodel.h"
#include "ui/pages/oncall/dutywords.h"

namespace quarterdeck {

/// The shifts in words, for painting, screen readers and export.
class ShiftWords final : public QIdentityProxyModel {
    Q_OBJECT

public:
    explicit ShiftWords(InstantText instantText, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    /// The zone, or the day, is another one.
    void refresh();

private:
    QString wordsOf(const QModelIndex &index) const;

    InstantText m_instantText;
};

} // namespace quarterdeck
