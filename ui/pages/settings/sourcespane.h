#pragma once

#include "models/backendlistmodel.h"
#include "ui/pages/api/page.h"

#include <QHash>

class QVBoxLayout;

namespace quarterdeck {

class EmptyState;
class PlainLabel;
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
    /// Asks for a source that is not there yet.
    void add();
    /// Opens the configuration for who would rather write it.
    void openFile();
    /// Takes in what was written there.
    void readAgain();
    /// Takes back what was done to a source last. Where that was taken back already, what was done before it is named and asked about first.
    void undo();
    /// Asks for changes of one source.
    void change(const QString &id);
    /// Asks whether a source is to go.
    void askToRemove(const QString &id);

private:
    void rebuild();
    void refresh();
    void takeSecret(const QString &name);
    void remove(const QString &id);
    void takeBack();
    void openSheet(const QString &id);
    void say(const std::optional<Error> &error);

    const PageContext m_context;
    BackendListModel m_model;
    QVBoxLayout *m_column;
    EmptyState *m_empty;
    PlainLabel *m_problem;
    QHash<QString, SourceCard *> m_cards;
};

} // namespace quarterdeck
