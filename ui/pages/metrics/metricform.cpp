#include "ui/pages/metrics/metricform.h"

#include "app/domain/promql.h"
#include "ui/pages/metrics/queryedit.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int FormWidth = 620;

/// Label and field, named alike for eye and ear.
void addField(QFormLayout *form, const Theme &theme, const QString &words, QWidget *field, const char *name)
{
    field->setObjectName(QLatin1StringView("metrics.form.") + QLatin1StringView(name));
    field->setAccessibleName(words);
    auto *label = new PlainLabel(words);
    label->setLook(theme, TypeFace::Body, Token::Muted);
    form->addRow(label, field);
}

} // namespace

MetricForm::MetricForm(const PageContext &context, const QStringList &sources, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_metric(new QueryEdit(context, this))
    , m_filters(new QueryEdit(context, this))
    , m_over(new QComboBox(this))
    , m_window(new QLineEdit(QStringLiteral("5m"), this))
    , m_fold(new QComboBox(this))
    , m_by(new QueryEdit(context, this))
    , m_preview(new PlainLabel(this))
    , m_accept(new VerbButton(context.theme, tr("Use query"), QStringLiteral("Ctrl+Enter"), VerbButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("metrics.form"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Query builder"));
    new DialogFrame(context.theme, this);
    for (QueryEdit *edit : {m_metric, m_filters, m_by}) {
        edit->setSources(sources);
        connect(edit, &QLineEdit::textChanged, this, &MetricForm::refresh);
        connect(edit, &QueryEdit::left, this, &QDialog::reject);
    }
    // The functions have the names that PromQL gives them.
    for (const promql::Over over : promql::allOvers()) {
        m_over->addItem(over == promql::Over::Nothing ? tr("none") : promql::functionName(over));
    }
    for (const promql::Fold fold : promql::allFolds()) {
        m_fold->addItem(fold == promql::Fold::Nothing ? tr("none") : promql::foldName(fold));
    }
    m_filters->setPlaceholderText(QStringLiteral("job=\"api\", code=~\"5..\""));
    m_by->setPlaceholderText(QStringLiteral("job, instance"));
    build();
    connect(m_over, &QComboBox::currentIndexChanged, this, &MetricForm::refresh);
    connect(m_fold, &QComboBox::currentIndexChanged, this, &MetricForm::refresh);
    connect(m_window, &QLineEdit::textChanged, this, &MetricForm::refresh);
    refresh();
    m_metric->setFocus();
    resize(FormWidth, sizeHint().height());
}

void MetricForm::build()
{
    const Theme &theme = m_context.theme;
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    addField(form, theme, tr("Metric"), m_metric, "metric");
    addField(form, theme, tr("Label filters"), m_filters, "filters");
    addField(form, theme, tr("Function"), m_over, "over");
    addField(form, theme, tr("Window"), m_window, "window");
    addField(form, theme, tr("Aggregation"), m_fold, "fold");
    addField(form, theme, tr("Group by"), m_by, "by");
    m_preview->setObjectName(QStringLiteral("metrics.form.preview"));
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(44);
    auto *cancel = new VerbButton(theme, tr("Cancel"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    m_accept->setObjectName(QStringLiteral("metrics.form.accept"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_preview);
    column->addLayout(buttons);
    const auto take = [this] {
        QString problem;
        const QString text = expression(problem);
        if (!text.isEmpty()) {
            emit written(text);
            accept();
        }
    };
    cancel->setAutoDefault(false);
    m_accept->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, take);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ControlModifier | key), this);
        connect(shortcut, &QShortcut::activated, this, take);
    }
}

QString MetricForm::expression(QString &problem) const
{
    promql::Question question;
    question.metric = m_metric->text().trimmed();
    if (const QString filters = m_filters->text().trimmed(); !filters.isEmpty()) {
        auto matchers = parseMatchers(filters);
        if (!matchers) {
            problem = errorWords(matchers.error());
            return {};
        }
        question.filters = std::move(*matchers);
    }
    question.over = promql::Over(m_over->currentIndex());
    const auto window = parseDuration(m_window->text().trimmed());
    if (question.over != promql::Over::Nothing && (!window || *window <= Millis(0))) {
        problem = tr("The window is a time span like 5m or 1h.");
        return {};
    }
    question.window = window.value_or(question.window);
    question.fold = promql::Fold(m_fold->currentIndex());
    for (const QString &label : m_by->text().split(u',', Qt::SkipEmptyParts)) {
        if (!label.trimmed().isEmpty()) {
            question.by.append(label.trimmed());
        }
    }
    return promql::written(question);
}

void MetricForm::refresh()
{
    const QString metric = promql::selector(m_metric->text().trimmed(), {});
    m_filters->setAround(metric + u'{', QStringLiteral("}"));
    m_by->setAround(QStringLiteral("sum by ("), QStringLiteral(") (") + metric + u')');
    m_window->setEnabled(m_over->currentIndex() > 0);
    m_by->setEnabled(m_fold->currentIndex() > 0);
    QString problem;
    const QString text = expression(problem);
    m_preview->setLook(m_context.theme, problem.isEmpty() ? TypeFace::Mono : TypeFace::Body, problem.isEmpty() ? Token::Text : Token::Critical);
    m_preview->setPlain(!problem.isEmpty() ? problem : text.isEmpty() ? tr("Choose a metric first.") : text);
    m_accept->setEnabled(!text.isEmpty());
}

} // namespace quarterdeck
