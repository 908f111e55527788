#pragma once

#include "models/ownershipfeed.h"

#include <QIdentityProxyModel>

#include <functional>

namespace quarterdeck {

/// How an instant is written.
using ReviewInstant = std::function<QString(UtcTime)>;

/// A check in a word or two, for the head of its column.
QString checkTitle(OwnershipCheck check);
/// A check as a statement that is true where it passes.
QString checkStatement(OwnershipCheck check);
/// "passes", "fails", "not known", "does not apply".
QString checkStateWord(CheckState state);
/// What a result rests on, or what is missing; empty where there is nothing to say beside its state.
QString evidenceWords(const CheckResult &result, const ReviewInstant &instantText);
/// What to do about a result that fails or is not known; empty for others.
QString adviceWords(const CheckResult &result);
/// The title of the page: what is worst over all services.
QString reviewFinding(const OwnershipView &view);
/// What the review lacks; empty where nothing.
QString reviewDoubts(const OwnershipView &view, const ReviewInstant &instantText);

/// The board in words, for painting, screen readers and export.
class OwnershipWords final : public QIdentityProxyModel {
    Q_OBJECT

public:
    explicit OwnershipWords(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace quarterdeck
