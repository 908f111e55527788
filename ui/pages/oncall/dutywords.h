#pragma once

#include "models/dutylistmodel.h"
#include "ui/pages/oncall/oncallwords.h"

#include <QIdentityProxyModel>

namespace quarterdeck {

/// Who is called now and next in words, for painting, screen readers and export.
class DutyWords final : public QIdentityProxyModel {
    Q_OBJECT

public:
    explicit DutyWords(InstantText instantText, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    /// The zone, or the day, is another one.
    void refresh();

private:
    QString wordsOf(const QModelIndex &index) const;
    QString untilWords(const QModelIndex &index) const;

    InstantText m_instantText;
};

} // namespace quarterdeck
