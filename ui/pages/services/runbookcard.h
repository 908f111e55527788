#pragma once

#include "app/domain/alert.h"
#include "app/domain/run.h"
#include "app/runbook/runbook.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class PlainLabel;
class SectionHead;
class StepLines;
class VerbButton;

/// The runbook of an alert in short: its steps with what is done, and the button that opens it.
class RunbookCard final : public QWidget {
    Q_OBJECT

public:
    RunbookCard(const PageContext &context, QWidget *parent = nullptr);
    /// The worst alert; reads its runbook when it is another one.
    void setAlert(const std::optional<Alert> &alert, bool isOther);
    /// Reads the runbook and its runs again.
    void reload();
    /// Goes to the run of this alert, or says why not.
    void open();

private:
    void showRemark(const QString &sentence);
    void showRunbook(const Runbook &runbook);
    void show(const Runbook &runbook, const std::vector<RunbookRun> &runs);

    const PageContext m_context;
    std::optional<Alert> m_alert;
    QString m_id;
    SectionHead *m_head;
    PlainLabel *m_remark;
    StepLines *m_steps;
    VerbButton *m_button;
};

} // namespace quarterdeck
