#pragma once

#include "app/ports/secretbook.h"
#include "ui/pages/api/page.h"

#include <optional>

namespace quarterdeck {

class PlainLabel;
class VerbButton;

/// One secret that a source wants from the keyring: whether it is there, and how it gets there or away. The secret itself is never shown.
class SecretRow final : public QWidget {
    Q_OBJECT

public:
    SecretRow(const PageContext &context, const SourceId &source, const QString &name, QWidget *parent = nullptr);
    const QString &name() const { return m_name; }
    /// Looks into the keyring again.
    void look();

signals:
    /// The keyring holds another one of this name now, or none.
    void changed(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void store();
    void askToRemove();
    void remove();
    void describe();

    const PageContext m_context;
    const QString m_name;
    std::optional<Result<SecretState>> m_state;
    QString m_problem; ///< Why the last act failed.
    bool m_isLooking = false;
    PlainLabel *m_words;
    VerbButton *m_store;
    VerbButton *m_remove;
};

} // namespace quarterdeck
