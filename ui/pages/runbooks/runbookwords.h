#pragma once

#include "models/runbooklistmodel.h"

#include <QIdentityProxyModel>

namespace quarterdeck {

/// The library with words where the model has only meaning.
class RunbookWords final : public QIdentityProxyModel {
    Q_OBJECT

public:
    explicit RunbookWords(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace quarterdeck
