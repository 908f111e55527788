#include "ui/pages/logs/logspage.h"

#include "app/core/text.h"
#include "app/domain/logwords.h"
#include "app/ports/sources.h"
#include "ui/pages/logs/logcontext.h"
#include "ui/pages/logs/logcsv.h"
#include "ui/pages/logs/logquerybar.h"
#include "ui/pages/parts/logpane.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/stalestrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int LineLimit = 2000;

} // namespace

LogsPage::LogsPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_bar(new LogQueryBar(context.theme, this))
    , m_strip(new StaleStrip(context.theme, this))
    , m_lines(new LogPane(context, QStringLiteral("logs"), this))
{
    setObjectName(QStringLiteral("logsPage"));
    setAccessibleName(tr("Logs"));
    m_strip->setObjectName(QStringLiteral("logsNote"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_strip);
    column->addWidget(m_lines, 1);
    addVerbs();
    connect(m_bar, &LogQueryBar::searched, this, &LogsPage::search);
    connect(m_bar, &LogQueryBar::refused, this, [this](const QString &why) {
        m_strip->setToken(Token::Warning);
        m_strip->setSentence(why);
    });
    connect(m_bar, &LogQueryBar::left, m_lines, &LogPane::focusLines);
    connect(&context.sources, &Sources::statusChanged, this, &LogsPage::refreshSources);
    refreshSources();
}

void LogsPage::show(const Destination &destination)
{
    const QString sources = destination.arguments.value(QStringLiteral("source"));
    m_bar->set(destination.arguments.value(QStringLiteral("q")), sources.isEmpty() ? QStringList() : sources.split(u','));
    m_lines->focusLines();
}

Destination LogsPage::current() const
{
    Destination place {QStringLiteral("logs"), {}, {}};
    if (!m_bar->text().isEmpty()) {
        place.arguments.insert(QStringLiteral("q"), m_bar->text());
    }
    if (!m_bar->chosen().isEmpty()) {
        place.arguments.insert(QStringLiteral("source"), m_bar->chosen().join(u','));
    }
    return place;
}

std::vector<PaletteItem> LogsPage::find(const QString &text, int limit) const
{
    const QString wanted = text.trimmed();
    if (wanted.size() < 3 || limit < 1) {
        return {};
    }
    return {{tr("Search the logs for \"%1\"").arg(text::plain(wanted, 60)), tr("logs"),
        {QStringLiteral("logs"), {}, {{QStringLiteral("q"), u'"' + wanted + u'"'}}}}};
}

QByteArray LogsPage::exportCsv() const
{
    const LogView &view = m_lines->view();
    return view.lineCount() == 0 ? QByteArray() : logCsv(view.lineCount(), [&view](int line) -> const LogLine & { return view.line(line); });
}

void LogsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_isSearched) {
        m_bar->set(m_bar->text(), m_bar->chosen());
    }
}

void LogsPage::addVerb(const QString &name, const QString &text, const QKeySequence &key, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_verbs.append(action);
}

void LogsPage::addVerbs()
{
    addVerb(QStringLiteral("logsFilter"), tr("Search"), Qt::Key_Slash, [this] { m_bar->focusFilter(); });
    addVerb(QStringLiteral("logsNext"), tr("Next match"), Qt::Key_N, [this] { findNext(true, false); });
    addVerb(QStringLiteral("logsPrevious"), tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_N), [this] { findNext(false, false); });
    addVerb(QStringLiteral("logsNextError"), tr("Next error"), Qt::Key_E, [this] { findNext(true, true); });
    addVerb(QStringLiteral("logsPreviousError"), tr("Previous error"), QKeySequence(Qt::SHIFT | Qt::Key_E), [this] { findNext(false, true); });
    addVerb(QStringLiteral("logsContext"), tr("Lines around this one"), Qt::Key_C, [this] { showContext(); });
    addVerb(QStringLiteral("logsEarlier"), tr("Load earlier lines"), Qt::Key_B, [this] { m_lines->loadEarlier(); });
    addVerb(QStringLiteral("logsFollow"), tr("Follow the end"), Qt::Key_F, [this] { m_lines->view().setFollowing(true); });
    addVerb(QStringLiteral("logsPause"), tr("Pause, or go on"), Qt::Key_P, [this] { m_lines->setPaused(!m_lines->isPaused()); });
    addVerb(QStringLiteral("logsCopy"), tr("Copy the selected lines"), Qt::Key_Y, [this] { copy(); });
}

void LogsPage::search(const LogWords &words, const QStringList &sources)
{
    m_isSearched = true;
    LogQuery query;
    query.sources = sources;
    query.service = words.service;
    query.levels = words.levels;
    query.fields = words.fields;
    query.text = words.text;
    query.limit = LineLimit;
    m_highlight = words.text;
    m_lines->view().setHighlight(words.text);
    m_lines->setQuery(query, m_bar->text().isEmpty() ? tr("No log lines in this range.") : tr("No line matches in this range."));
    m_strip->setToken(Token::Muted);
    m_strip->setSentence(text::plain(phrases::sentences(words.notes), 300));
    emit currentChanged();
}

void LogsPage::findNext(bool forward, bool isError)
{
    LogView &view = m_lines->view();
    view.setHighlight(isError ? QString() : m_highlight);
    const bool isFound = view.findNext(forward);
    view.setHighlight(m_highlight);
    if (!isFound) {
        m_context.navigator.toast(
            isError || m_highlight.isEmpty() ? tr("No further error among the loaded lines.") : tr("No further match among the loaded lines."));
    }
}

void LogsPage::showContext()
{
    const LogView &view = m_lines->view();
    if (view.currentLine() >= 0) {
        showLogContext(view.line(view.currentLine()), m_context, this);
    } else {
        m_context.navigator.toast(tr("Choose a line first."));
    }
}

void LogsPage::copy()
{
    const QString lines = m_lines->view().selectedText();
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines);
        m_context.navigator.toast(tr("Copied %n line(s).", nullptr, int(lines.count(u'\n'))));
    }
}

void LogsPage::refreshSources()
{
    QStringList names;
    for (const SourceStatus &status : m_context.sources.statuses()) {
        if (status.faces.testFlag(Face::Logs)) {
            names.append(status.id);
        }
    }
    m_bar->setSources(names);
}

} // namespace quarterdeck
