#pragma once

#include "app/ports/sourceeditor.h"
#include "models/backendlistmodel.h"
#include "ui/pages/api/page.h"
#include "ui/theme/tokens.h"

#include <QDialog>
#include <QPointer>

#include <stop_token>

namespace quarterdeck {

class PlainLabel;
class SourceForm;
class VerbButton;

/// Adds a source or changes one: what is typed can be tested before it is saved, and its secret goes into the keyring alone. Deletes itself.
class SourceSheet final : public QDialog {
    Q_OBJECT

public:
    /// `source` as it is in the configuration; an empty one is new. `taken`: names of the others.
    SourceSheet(const PageContext &context, const Endpoint &source, const QStringList &taken, QWidget *parent);
    ~SourceSheet() override;

private:
    QWidget *buildButtons();
    void look();
    bool checkAll();
    void test();
    void save();
    void write(const Endpoint &wanted);
    void setBusy(bool isBusy);
    void say(const QString &sentence, Token token);
    void forget();

    const PageContext m_context;
    const SourceId m_id;
    SourceForm *m_form;
    PlainLabel *m_says;
    VerbButton *m_test;
    VerbButton *m_save;
    std::stop_source m_cancel;
    QString m_looked;            ///< The name under which the keyring was asked.
    QPointer<QWidget> m_waiting; ///< Had the focus when the waiting began.
    bool m_isBusy = false;
};

} // namespace quarterdeck
