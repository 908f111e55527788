#include "ui/pages/logs/logquerybar.h"

#include "ui/pages/parts/sourcechoice.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/filteredit.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quarterdeck {

LogQueryBar::LogQueryBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new FilterEdit(theme, tr("Search: words, \"exact words\", service=checkout, level=error, _HOSTNAME=web-1"), this))
    , m_source(new SourceChoice(theme, QStringLiteral("logs"), tr("All log sources"), this))
{
    setObjectName(QStringLiteral("logs.queryBar"));
    m_edit->setObjectName(QStringLiteral("logs.filter"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_source);
    connect(m_edit, &FilterEdit::filterChanged, this, &LogQueryBar::read);
    connect(m_edit, &FilterEdit::left, this, &LogQueryBar::left);
    connect(m_source, &SourceChoice::changed, this, &LogQueryBar::read);
}

void LogQueryBar::setSources(const QStringList &names)
{
    m_source->setSources(names);
}

void LogQueryBar::set(const QString &text, const QStringList &chosen)
{
    m_source->choose(chosen);
    if (m_edit->text() == text) {
        read();
    } else {
        m_edit->setFilter(text);
    }
}

QString LogQueryBar::text() const
{
    return m_edit->text();
}

QStringList LogQueryBar::chosen() const
{
    return m_source->chosen();
}

void LogQueryBar::focusFilter()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void LogQueryBar::read()
{
    const auto words = parseLogWords({m_edit->text()});
    const QString why = words ? QString() : errorWords(words.error());
    m_edit->setProblem(why);
    emit refused(why);
    if (words) {
        emit searched(*words, chosen());
    }
}

void LogQueryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
}

} // namespace quarterdeck
