#include "ui/shell/rangesheet.h"

#include "app/core/timepoint.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quarterdeck {

RangeSheet::RangeSheet(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
{
    setObjectName(QStringLiteral("rangeSheet"));
    setSheet(440, 90);
    content()->setContentsMargins(16, 14, 16, 14);
    auto *title = new PlainLabel(tr("Time range (all pages)"), this);
    title->setLook(theme, TypeFace::Body, Token::Text, true);
    setAccessibleName(title->text());
    auto *advice = new PlainLabel(tr("now-6h, 2026-11-21 07:00 (UTC), 2026-11-21T07:00:00Z or milliseconds"), this);
    advice->setLook(theme, TypeFace::Caption, Token::Muted);
    auto *grid = new QGridLayout;
    int row = 0;
    for (const auto &[edit, words, name] :
        {std::tuple(m_from, tr("From"), QStringLiteral("rangeFrom")), std::tuple(m_to, tr("To"), QStringLiteral("rangeTo"))}) {
        auto *label = new PlainLabel(words, this);
        label->setLook(theme, TypeFace::Body, Token::Muted);
        label->setBuddy(edit);
        edit->setObjectName(name);
        edit->setAccessibleName(words);
        edit->setMaxLength(64);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row++, 1);
        connect(edit, &QLineEdit::returnPressed, this, &RangeSheet::apply);
    }
    m_problem->setLook(theme, TypeFace::Body, Token::Critical);
    m_problem->setObjectName(QStringLiteral("rangeProblem"));
    m_problem->hide();
    auto *button = new QPushButton(tr("Apply"), this);
    button->setObjectName(QStringLiteral("rangeApply"));
    button->setAccessibleName(button->text());
    button->setProperty("primary", true);
    connect(button, &QPushButton::clicked, this, &RangeSheet::apply);
    content()->addWidget(title);
    content()->addLayout(grid);
    content()->addWidget(advice);
    content()->addWidget(m_problem);
    content()->addWidget(button, 0, Qt::AlignRight);
}

void RangeSheet::openWith(TimeRange range, UtcTime now)
{
    m_now = now;
    m_problem->hide();
    m_from->setText(toRfc3339({range.from.ms / 1000 * 1000}));
    m_to->setText(toRfc3339({range.to.ms / 1000 * 1000}));
    m_from->selectAll();
    open(m_from);
}

void RangeSheet::apply()
{
    const auto from = parseTimePoint(m_from->text().trimmed(), m_now);
    const auto to = parseTimePoint(m_to->text().trimmed(), m_now, RangeEnd::To);
    QString problem;
    if (!from || !to) {
        problem = from ? tr("The end is not a valid time.") : tr("The start is not a valid time.");
    } else if (*to - *from < std::chrono::seconds(10)) {
        problem = tr("The end must be at least ten seconds after the start.");
    }
    m_problem->setPlain(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty()) {
        dismiss();
        emit chosen({*from, *to});
    }
}

} // namespace quarterdeck
