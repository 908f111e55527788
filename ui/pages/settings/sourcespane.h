#pragma once

#include "models/backendlistmodel.h"
#include "ui/pages/api/page.h"

#include <QHash>

class QVBoxLayout;

namespace quarterdeck {

class EmptyState;
class SourceCard;

/// All sources with their tests. Ticks once a second while seen, so that ages are true.
class SourcesPane final : public QWidget {
    Q_OBJECT

public:
    SourcesPane(const PageContext &context, QWidget *parent = nullptr);
    /// Tests one source.
    void test(const QString &id);
    /// Tests every source.
    void testAll();

private:
    void rebuild();
    void refresh();
    void takeSecret(const QString &name);

    const PageContext m_context;
    BackendListModel m_model;
    QVBoxLayout *m_column;
    EmptyState *m_empty;
    QHash<QString, SourceCard *> m_cards;
};

} // namespace quarterdeck
