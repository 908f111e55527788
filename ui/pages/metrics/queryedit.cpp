#include "ui/pages/metrics/queryedit.h"

#include "app/core/text.h"
#include "models/metricsuggestions.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/metrics/suggestiondelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errorwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QTimer>

namespace quarterdeck {

namespace {

constexpr int TypingPause = 120;
constexpr int LongestQuery = 8000;
constexpr int WidestOffer = 560;

} // namespace

QueryEdit::QueryEdit(const PageContext &context, QWidget *parent)
    : QLineEdit(parent)
    , m_context(context)
    , m_suggestions(new MetricSuggestions(context.telemetry, context.clock, this))
    , m_completer(new QCompleter(this))
    , m_pause(new QTimer(this))
{
    setMaxLength(LongestQuery);
    setFont(context.theme.font(TypeFace::Mono));
    setMinimumHeight(context.theme.controlHeight());
    connect(&context.theme, &Theme::changed, this, [this] {
        setFont(m_context.theme.font(TypeFace::Mono));
        setMinimumHeight(m_context.theme.controlHeight());
    });
    m_completer->setModel(m_suggestions);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setItemDelegate(new SuggestionDelegate(context.theme, m_completer));
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(TypingPause);
    connect(m_pause, &QTimer::timeout, this, &QueryEdit::look);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_isWanted = true;
        m_pause->start();
    });
    connect(this, &QLineEdit::editingFinished, this, &QueryEdit::committed);
    connect(m_suggestions, &MetricSuggestions::found, this, &QueryEdit::offer);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) { putIn(index.row()); });
}

void QueryEdit::setSources(const QStringList &sources)
{
    m_suggestions->setSources(sources);
}

void QueryEdit::setAround(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        m_isWanted = true;
        look();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isOpen = m_completer->popup()->isVisible();
    const bool isChosen = isOpen && m_completer->popup()->selectionModel()->hasSelection();
    if ((isEnter && isChosen) || (event->key() == Qt::Key_Escape && isOpen)) {
        // The list takes the row, or closes.
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        m_isWanted = false;
        emit left();
        return;
    }
    if (isEnter) {
        m_isWanted = false;
        m_pause->stop();
        m_completer->popup()->hide();
        QLineEdit::keyPressEvent(event);
        // Else the list would take its first row as well.
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void QueryEdit::look()
{
    m_suggestions->complete(m_before + text() + m_after, int(m_before.size()) + cursorPosition(), m_context.time.range());
}

void QueryEdit::offer()
{
    emit unoffered(m_suggestions->error() ? tr("Suggestions are incomplete: %1").arg(errorWords(*m_suggestions->error(), 160)) : QString());
    if (!m_isWanted || !hasFocus() || m_suggestions->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect below = cursorRect();
    below.setWidth(std::min(WidestOffer, width()));
    m_completer->complete(below);
}

void QueryEdit::putIn(int row)
{
    const auto [whole, cursor] = m_suggestions->withRow(m_before + text() + m_after, row);
    setText(whole.mid(m_before.size()).chopped(m_after.size()));
    setCursorPosition(cursor - int(m_before.size()));
    m_isWanted = false;
}

} // namespace quarterdeck
