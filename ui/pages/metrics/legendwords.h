#pragma once

#include <QIdentityProxyModel>

namespace quarterdeck {

/// The legend with words where the model has only numbers: for painting, screen readers and export.
class LegendWords final : public QIdentityProxyModel {
    Q_OBJECT

public:
    explicit LegendWords(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString name(const QModelIndex &index) const;
};

} // namespace quarterdeck
