#pragma once

#include "models/runsession.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class ChecklistView;
class InputRow;
class MarkdownView;
class PlainLabel;
class StaleStrip;
class StepDelegate;
class StepDetail;
class VerbButton;

/// A runbook being worked through, or looked at before: checklist, code of the step, and the text beside it.
class RunPane final : public QWidget {
    Q_OBJECT

public:
    RunPane(const PageContext &context, RunSession &session, QWidget *parent = nullptr);
    /// Shows the runbook that the session holds.
    void setRunbook(const QString &id, const QByteArray &markdown);
    /// Moves the keyboard to the checklist, to the first open step.
    void focusSteps();
    /// Ticks the current step or opens it again.
    void tick();
    /// Asks for the reason to skip the current step.
    void askSkip();
    /// Asks for a note on the current step.
    void askNote();
    /// Copies the first code block of the current step.
    void copyCode();
    /// Writes the names of the alert into the head; empty for a run without one.
    void setAlertTitle(const QString &title);
    /// Title, progress and notices follow the session.
    void refresh();

signals:
    /// The person wants a new run.
    void startWanted();
    /// The person wants to end the run.
    void finishWanted();
    /// The person wants the run as Markdown.
    void exportWanted();

private:
    QWidget *buildHead();
    QWidget *buildBody();
    void connectAll();
    void toggle(const QString &step);
    void copy(const QString &text);
    QString who() const;

    const PageContext m_context;
    RunSession &m_session;
    PlainLabel *m_caption;
    PlainLabel *m_title;
    PlainLabel *m_progress;
    VerbButton *m_start;
    VerbButton *m_finish;
    VerbButton *m_export;
    StaleStrip *m_strip;
    StepDelegate *m_delegate;
    ChecklistView *m_steps;
    InputRow *m_input;
    StepDetail *m_detail;
    MarkdownView *m_text;
    QString m_alertTitle;
    QString m_problem;
    QString m_asking; ///< Step that a reason or note is asked for.
    bool m_isSkipping = false;
};

} // namespace quarterdeck
