#include "ui/pages/settings/settingspage.h"

#include "app/ports/preferences.h"
#include "app/ports/sourceeditor.h"
#include "app/ports/sources.h"
#include "ui/pages/settings/preferencespane.h"
#include "ui/pages/settings/sourcespane.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/verbbutton.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int warningLimit = 20;
constexpr int ColumnGap = 40;
// Two columns want as much; below that they stand one under the other.
constexpr int LeastForColumns = 1040;

} // namespace

SettingsPage::SettingsPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_title(new PlainLabel(this))
    , m_sources(new SourcesPane(context, this))
    , m_preferences(new PreferencesPane(context, this))
    , m_warningBox(new QWidget(this))
    , m_warningHead(new SectionHead(context.theme, tr("Configuration warnings"), m_warningBox))
    , m_warnings(new PlainLabel(m_warningBox))
{
    setObjectName(QStringLiteral("settingsPage"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Settings"));
    m_title->setLook(context.theme, TypeFace::Title);
    m_title->setObjectName(QStringLiteral("settingsTitle"));
    m_title->setEliding(true);
    m_warnings->setObjectName(QStringLiteral("settingsWarnings"));
    m_warnings->setLook(context.theme, TypeFace::Mono, Token::Warning);
    m_warnings->setWordWrap(true);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *warningColumn = new QVBoxLayout(m_warningBox);
    warningColumn->setContentsMargins(0, 0, 0, 0);
    warningColumn->setSpacing(8);
    warningColumn->addWidget(m_warningHead);
    warningColumn->addWidget(m_warnings);
    auto *caption = new PlainLabel(tr("Settings").toUpper(), this);
    caption->setLook(context.theme, TypeFace::Caption, Token::Muted);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(22, 12, 22, 10);
    head->setSpacing(1);
    head->addWidget(caption);
    head->addWidget(m_title);
    auto *body = new QWidget(this);
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(buildSourcesHead());
    left->addWidget(m_sources);
    left->addSpacing(14);
    left->addWidget(m_warningBox);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_preferences);
    right->addStretch(1);
    m_columns = new QHBoxLayout(body);
    m_columns->setContentsMargins(22, 16, 22, 22);
    m_columns->setSpacing(ColumnGap);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("settingsArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(body);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Hairline(context.theme, Qt::Horizontal, this));
    column->addWidget(area, 1);
    connect(&context.sources, &Sources::statusChanged, this, &SettingsPage::describe);
    connect(&context.preferences, &Preferences::changed, this, &SettingsPage::describe);
    describe();
}

QAction *SettingsPage::addVerb(const QString &name, const QString &text, const QKeySequence &key)
{
    auto *verb = new QAction(text, this);
    verb->setObjectName(name);
    verb->setShortcut(key);
    verb->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(verb);
    m_verbs.append(verb);
    return verb;
}

QWidget *SettingsPage::buildSourcesHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new SectionHead(m_context.theme, tr("Sources"), head), 1);
    QAction *add = addVerb(QStringLiteral("addSource"), tr("Add a source…"), Qt::Key_A);
    QAction *open = addVerb(QStringLiteral("openConfiguration"), tr("Open config.yaml"), Qt::Key_O);
    QAction *testAll = addVerb(QStringLiteral("testAllSources"), tr("Test all sources"), Qt::Key_T);
    add->setEnabled(m_context.editor.isEditable());
    connect(add, &QAction::triggered, m_sources, &SourcesPane::add);
    QAction *again = addVerb(QStringLiteral("readConfiguration"), tr("Reload config.yaml"), Qt::Key_R);
    again->setEnabled(m_context.editor.isEditable());
    connect(open, &QAction::triggered, m_sources, &SourcesPane::openFile);
    connect(again, &QAction::triggered, m_sources, &SourcesPane::readAgain);
    connect(testAll, &QAction::triggered, m_sources, &SourcesPane::testAll);
    // The window's own key leads to it where no message offers to undo something else.
    QAction *undo = addVerb(QStringLiteral("undoSourceChange"), tr("Undo the last change of a source"), {});
    undo->setProperty("undoesOnPage", true);
    undo->setEnabled(m_context.editor.isEditable());
    connect(undo, &QAction::triggered, m_sources, &SourcesPane::undo);
    row->addWidget(new VerbButton(m_context.theme, add, VerbButton::Rank::Secondary, head));
    row->addWidget(new VerbButton(m_context.theme, open, VerbButton::Rank::Secondary, head));
    return head;
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_columns->setDirection(width() < LeastForColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SettingsPage::show(const Destination &)
{
    describe();
}

Destination SettingsPage::current() const
{
    return {QStringLiteral("settings"), {}, {}};
}

QList<QAction *> SettingsPage::verbs() const
{
    return m_verbs;
}

std::vector<PaletteItem> SettingsPage::find(const QString &, int) const
{
    return {};
}

void SettingsPage::describe()
{
    int live = 0;
    const std::vector<SourceStatus> statuses = m_context.sources.statuses();
    for (const SourceStatus &status : statuses) {
        live += status.freshness == Freshness::Live ? 1 : 0;
    }
    const int all = int(statuses.size());
    const QString context = m_context.sources.context().name;
    m_title->setPlain(all == 0 ? (context.isEmpty() ? tr("Nothing is connected yet") : tr("The context %1 has no source").arg(context))
            : live == all      ? tr("%n source(s), all up to date", nullptr, all)
                               : tr("%1 of %n source(s) up to date", nullptr, all).arg(live));
    const QStringList warnings = m_context.preferences.warnings();
    m_warningBox->setVisible(!warnings.isEmpty());
    m_warningHead->setRemark(QString::number(warnings.size()), Token::Warning);
    QStringList shown = warnings.mid(0, warningLimit);
    if (warnings.size() > warningLimit) {
        shown << tr("and %n more", nullptr, int(warnings.size()) - warningLimit);
    }
    m_warnings->setPlainBlock(shown.join(u'\n'));
}

} // namespace quarterdeck
