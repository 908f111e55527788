#pragma once

#include "models/servicelistmodel.h"

#include <QIdentityProxyModel>

namespace quarterdeck {

/// The service list with words where the model has only meaning: for painting, screen readers and export.
class ServiceWords final : public QIdentityProxyModel {
    Q_OBJECT

public:
    explicit ServiceWords(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace quarterdeck
