#include "ui/pages/runbooks/stepdetail.h"

#include "ui/pages/runbooks/codeblockview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"

#include <QVBoxLayout>

namespace quarterdeck {

StepDetail::StepDetail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new SectionHead(theme, tr("This step"), this))
    , m_none(new PlainLabel(tr("This step has no code."), this))
    , m_blocks(new QVBoxLayout)
{
    m_none->setLook(theme, TypeFace::Body, Token::Muted);
    m_blocks->setSpacing(10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_head);
    column->addWidget(m_none);
    column->addLayout(m_blocks);
}

void StepDetail::setStep(const StepListModel &steps, const QString &id)
{
    for (QWidget *view : m_views) {
        view->hide();
        view->deleteLater();
    }
    m_views.clear();
    m_firstCode.clear();
    const Step *step = steps.stepById(id);
    m_head->setTitle(step == nullptr ? tr("This step") : tr("Step %1").arg(step - steps.runbook().steps.data() + 1));
    m_head->setRemark(step == nullptr ? QString() : tr("line %1").arg(step->line));
    m_none->setVisible(step == nullptr || step->blocks.empty());
    if (step == nullptr) {
        return;
    }
    int number = 0;
    for (const CodeBlock &block : step->blocks) {
        if (number == 20) {
            break;
        }
        const StepCode code = stepCode(block, steps.params());
        auto *view = new CodeBlockView(m_theme, block, code, number, this);
        connect(view, &CodeBlockView::copyWanted, this, &StepDetail::copyWanted);
        m_blocks->addWidget(view);
        m_views.push_back(view);
        if (number == 0) {
            m_firstCode = code.copied;
        }
        ++number;
    }
}

} // namespace quarterdeck
