#include "ui/pages/settings/fieldrow.h"

#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>

namespace quarterdeck {

namespace {

constexpr int TitleWidth = 150;

} // namespace

FieldRow::FieldRow(const Theme &theme, const QString &title, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_help(new PlainLabel(this))
    , m_problem(new PlainLabel(this))
{
    // A path names its line; whatever else it holds has a name of its own.
    QWidget *named = field->focusProxy() == nullptr ? field : field->focusProxy();
    named->setAccessibleName(title);
    auto *label = new PlainLabel(title, this);
    label->setLook(theme, TypeFace::Body, Token::Muted);
    label->setBuddy(named);
    label->setFixedWidth(TitleWidth);
    label->setMinimumHeight(theme.controlHeight());
    label->setWordWrap(true);
    m_help->setLook(theme, TypeFace::Caption, Token::Muted);
    m_problem->setLook(theme, TypeFace::Body, Token::Critical);
    m_problem->setObjectName(named->objectName() + QStringLiteral("Problem"));
    auto *lines = new QVBoxLayout;
    lines->setSpacing(3);
    lines->addWidget(field);
    for (PlainLabel *line : {m_problem, m_help}) {
        line->setWordWrap(true);
        line->hide();
        lines->addWidget(line);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addLayout(lines, 1);
}

void FieldRow::setHelp(const QString &help)
{
    m_help->setPlain(help);
    m_help->setVisible(!help.isEmpty());
    describe();
}

void FieldRow::setProblem(const QString &problem)
{
    // What went leaves its room: the fields below must not move away under the pointer.
    m_problem->setMinimumHeight(m_problem->isHidden() ? 0 : m_problem->height());
    m_problem->setPlain(problem);
    m_problem->setVisible(!problem.isEmpty() || !m_problem->isHidden());
    describe();
}

bool FieldRow::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

void FieldRow::describe()
{
    QStringList sentences;
    for (const PlainLabel *line : {m_problem, m_help}) {
        if (!line->text().isEmpty()) {
            sentences.append(line->text());
        }
    }
    QWidget *named = m_field->focusProxy() == nullptr ? m_field : m_field->focusProxy();
    named->setAccessibleDescription(phrases::sentences(sentences));
}

PathField::PathField(const Theme &theme, const QString &name, QString folder, QWidget *parent)
    : QWidget(parent)
    , m_folder(std::move(folder))
    , m_line(new QLineEdit(this))
{
    m_line->setObjectName(name);
    m_line->setPlaceholderText(tr("path of a file"));
    setFocusProxy(m_line);
    auto *button = new VerbButton(theme, tr("Choose…"), {}, VerbButton::Rank::Secondary, this);
    button->setObjectName(name + QStringLiteral("Choose"));
    button->setAccessibleName(tr("Choose a file"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_line, 1);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, &PathField::choose);
}

QString PathField::path() const
{
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty()) {
        return {};
    }
    const bool isAtHome = typed == u"~" || typed.startsWith(QLatin1StringView("~/"));
    return QDir::cleanPath(isAtHome ? QDir::homePath() + typed.mid(1) : QDir(m_folder).absoluteFilePath(typed));
}

bool PathField::isFile() const
{
    const QFileInfo info(path());
    return info.isFile() && info.isReadable();
}

void PathField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"), m_line->text().isEmpty() ? m_folder : QFileInfo(path()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

} // namespace quarterdeck
