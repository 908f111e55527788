#pragma once

#include "models/backendlistmodel.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class PlainLabel;
class SecretRow;
class VerbButton;

/// One source: address, authentication in words, the secrets it wants from the keyring, how fresh it is, and its test with the verdict.
class SourceCard final : public QWidget {
    Q_OBJECT

public:
    SourceCard(const PageContext &context, const QString &id, QWidget *parent = nullptr);
    /// Takes over a row of the model.
    void show(const QModelIndex &row);
    /// Looks for a secret of the keyring again. True where this source refers to it.
    bool lookFor(const QString &secret);

signals:
    /// The test button was pressed.
    void testWanted(const QString &id);
    /// The source is to be changed, or taken out of the configuration.
    void changeWanted(const QString &id);
    void removeWanted(const QString &id);
    /// The keyring holds another secret of this name now, or none.
    void secretChanged(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString freshnessText(const QModelIndex &row) const;
    void showVerdict(const QModelIndex &row);

    const PageContext m_context;
    QString m_id;
    Freshness m_freshness = Freshness::NeverSeen;
    PlainLabel *m_name;
    PlainLabel *m_kind;
    PlainLabel *m_address;
    PlainLabel *m_authentication;
    PlainLabel *m_state;
    PlainLabel *m_verdict;
    VerbButton *m_test;
    VerbButton *m_change;
    VerbButton *m_remove;
    std::vector<SecretRow *> m_secrets;
};

} // namespace quarterdeck
