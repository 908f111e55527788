#pragma once

#include "app/domain/alert.h"
#include "models/runsession.h"
#include "ui/pages/api/page.h"

#include <QStackedWidget>

namespace quarterdeck {

class EmptyState;
class LibraryPane;
class RunPane;

/// The runbooks: library, and a run of one.
class RunbooksPage final : public Page {
    Q_OBJECT

public:
    RunbooksPage(const PageContext &context, QWidget *parent);

    /// Object: a runbook id, or the id of a run. Argument `alert`: starts or resumes the run of that alert.
    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override;
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    QByteArray exportCsv() const override;
    /// The Markdown of the run shown, for the review; empty when none is shown.
    Async<QByteArray> exportMarkdown() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addVerbs();
    void addVerb(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void()> run);
    void connectAll();
    void openRunbook(const QString &id, const AlertKey &alert);
    void openRun(QUuid run);
    void beginRun(const AlertKey &key, bool mayResume);
    void showProblem(const QString &sentence, const QString &whatToDo);
    void load(const QString &id, const std::function<void()> &loaded);
    void reread();
    void showRun(const QString &alertTitle);
    void backToLibrary();
    void saveExport();
    bool isRunShown() const { return m_stack->currentIndex() == 1; }

    const PageContext m_context;
    RunSession m_session;
    QStackedWidget *m_stack;
    LibraryPane *m_library;
    RunPane *m_run;
    EmptyState *m_problem;
    QList<QAction *> m_verbs;
    QString m_id;
    AlertKey m_alert;
    QByteArray m_markdown;
    Runbook m_runbook;
    int m_request = 0; ///< Answers to an older one are dropped.
};

} // namespace quarterdeck
