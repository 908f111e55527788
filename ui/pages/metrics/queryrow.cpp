#include "ui/pages/metrics/queryrow.h"

#include "ui/pages/metrics/metricform.h"
#include "ui/pages/metrics/queryedit.h"
#include "ui/pages/parts/sourcechoice.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/spokennotice.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>

namespace quarterdeck {

namespace {

constexpr int LeastTarget = 28;

} // namespace

QueryRow::QueryRow(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_on(new QCheckBox(this))
    , m_edit(new QueryEdit(context, this))
    , m_source(new SourceChoice(context.theme, QStringLiteral("metrics"), tr("All metric sources"), this))
    , m_form(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_note(new PlainLabel(this))
{
    m_on->setChecked(true);
    m_on->setMinimumHeight(24);
    m_edit->setPlaceholderText(tr("Expression in the language of the source, e.g. rate(http_requests_total[5m])"));
    m_form->setText(tr("Builder…"));
    setHint(m_form, tr("Build a PromQL expression from metric, labels and function"));
    m_remove->setIcon(context.theme.icon(QStringLiteral("close")));
    setHint(m_remove, tr("Remove this query"));
    for (QToolButton *button : {m_form, m_remove}) {
        button->setMinimumSize(LeastTarget, LeastTarget);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_note->setWordWrap(true);
    m_note->setPadding({34, 0, 0, 0});
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_on);
    line->addWidget(m_edit, 1);
    line->addWidget(m_source);
    line->addWidget(m_form);
    line->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_note);
    connect(&context.theme, &Theme::changed, this, [this] { m_remove->setIcon(m_context.theme.icon(QStringLiteral("close"))); });
    connect(m_on, &QCheckBox::toggled, this, &QueryRow::tell);
    connect(m_edit, &QueryEdit::committed, this, &QueryRow::tell);
    connect(m_edit, &QueryEdit::left, this, &QueryRow::left);
    connect(m_edit, &QueryEdit::unoffered, m_edit, [this](const QString &why) { setHint(m_edit, why); });
    connect(m_source, &SourceChoice::changed, this, &QueryRow::tell);
    connect(m_form, &QToolButton::clicked, this, &QueryRow::openForm);
    connect(m_remove, &QToolButton::clicked, this, &QueryRow::removed);
}

void QueryRow::setNumber(int number)
{
    const QString name = QStringLiteral("metrics.query%1").arg(number + 1);
    const QString letter(QChar(char16_t(u'A' + number)));
    setObjectName(name);
    m_on->setObjectName(name + QStringLiteral(".on"));
    m_edit->setObjectName(name + QStringLiteral(".edit"));
    m_form->setObjectName(name + QStringLiteral(".form"));
    m_remove->setObjectName(name + QStringLiteral(".remove"));
    m_note->setObjectName(name + QStringLiteral(".note"));
    m_on->setText(letter);
    m_on->setAccessibleName(tr("Query %1 on").arg(letter));
    m_edit->setAccessibleName(tr("Query %1").arg(letter));
    m_form->setAccessibleName(tr("Builder for query %1").arg(letter));
    m_remove->setAccessibleName(tr("Remove query %1").arg(letter));
}

void QueryRow::setQuery(const ExplorerQuery &query)
{
    m_told = query;
    const QSignalBlocker quiet(m_on);
    m_on->setChecked(query.isOn);
    m_edit->setText(query.text);
    m_source->choose(query.sources);
    m_edit->setSources(query.sources);
}

ExplorerQuery QueryRow::query() const
{
    return {m_edit->text(), m_source->chosen(), m_on->isChecked()};
}

void QueryRow::setSources(const QStringList &names)
{
    m_source->setSources(names);
}

void QueryRow::setNote(const QString &sentence, bool isCritical)
{
    const bool isNew = m_note->text() != sentence;
    m_note->setLook(m_context.theme, TypeFace::Body, isCritical ? Token::Critical : Token::Warning);
    m_note->setPlain(sentence);
    m_note->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    if (isNew && isVisible() && !sentence.isEmpty()) {
        announce(this, sentence);
    }
}

void QueryRow::setRemovable(bool removable)
{
    m_remove->setEnabled(removable);
}

void QueryRow::toggle()
{
    m_on->toggle();
}

void QueryRow::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void QueryRow::openForm()
{
    auto *form = new MetricForm(m_context, m_source->chosen(), this);
    connect(form, &MetricForm::written, this, [this](const QString &expression) {
        m_edit->setText(expression);
        tell();
        m_edit->setFocus();
    });
    form->open();
}

bool QueryRow::hasKeyboard() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus != nullptr && isAncestorOf(focus);
}

void QueryRow::tell()
{
    const ExplorerQuery now = query();
    m_edit->setSources(now.sources);
    if (now != m_told) {
        m_told = now;
        emit changed();
    }
}

} // namespace quarterdeck
