#include "app/desktop/welcome.h"

#include "app/desktop/discovery.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSaveFile>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int ColumnWidth = 560;

PlainLabel *paragraph(const Theme &theme, const QString &words, Token token, QWidget *parent)
{
    auto *label = new PlainLabel(words, parent);
    label->setLook(theme, TypeFace::Body, token);
    label->setWordWrap(true);
    return label;
}

} // namespace

Welcome::Welcome(const Theme &theme, QString configFile, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_configFile(std::move(configFile))
{
    setObjectName(QStringLiteral("welcome"));
    auto *column = new QWidget(this);
    column->setFixedWidth(ColumnWidth);
    auto *title = new PlainLabel(tr("Nothing is connected yet"), column);
    title->setLook(theme, TypeFace::Title);
    auto *text = paragraph(theme,
        tr("Quarterdeck reads the systems you already run. Connect an alert source such as Alertmanager, Icinga2 or PagerDuty, a Prometheus or a "
           "journal server, or try the demo: a simulated company on real local servers, with an incident within a minute."),
        Token::Muted, column);
    auto *add = new VerbButton(theme, tr("Add a source…"), {}, VerbButton::Rank::Primary, column);
    add->setObjectName(QStringLiteral("welcome.add"));
    auto *demo = new VerbButton(theme, tr("Try the demo"), {}, VerbButton::Rank::Secondary, column);
    demo->setObjectName(QStringLiteral("welcome.demo"));
    demo->setAccessibleName(tr("Try the demo"));
    auto *search = new VerbButton(theme, tr("Scan this machine"), {}, VerbButton::Rank::Secondary, column);
    search->setObjectName(QStringLiteral("welcome.look"));
    search->setAccessibleName(tr("Scan this machine for backends"));
    auto *use = new VerbButton(theme, tr("Connect"), {}, VerbButton::Rank::Primary, column);
    use->setObjectName(QStringLiteral("welcome.connect"));
    use->setAccessibleName(tr("Connect these backends"));
    use->hide();
    m_connect = use;
    m_verdict = paragraph(theme, {}, Token::Text, column);
    m_verdict->setObjectName(QStringLiteral("welcome.verdict"));
    m_verdict->hide();
    m_list = new KeyValueGrid(theme, column);
    m_list->setObjectName(QStringLiteral("welcome.found"));
    m_list->hide();
    auto *hint = paragraph(theme, tr("Or write %1 by hand; qdeck config check reports what is wrong.").arg(m_configFile), Token::Muted, column);
    auto *open = new VerbButton(theme, tr("Open config.yaml"), {}, VerbButton::Rank::Secondary, column);
    open->setObjectName(QStringLiteral("welcome.open"));
    auto *without = paragraph(theme, tr("Press Esc to continue without a source."), Token::Faint, column);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(add);
    buttons->addWidget(search);
    buttons->addWidget(demo);
    buttons->addStretch(1);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(12);
    lines->addWidget(title);
    lines->addWidget(text);
    lines->addSpacing(4);
    lines->addLayout(buttons);
    lines->addSpacing(4);
    lines->addWidget(m_verdict);
    lines->addWidget(m_list);
    lines->addWidget(m_connect, 0, Qt::AlignLeft);
    lines->addWidget(new Hairline(theme, Qt::Horizontal, column));
    lines->addWidget(hint);
    lines->addWidget(open, 0, Qt::AlignLeft);
    lines->addWidget(without);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    // Stretches, not an alignment: that would keep the paragraphs from getting the height their width needs.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(column);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(3);
    connect(add, &QPushButton::clicked, this, &Welcome::addRequested);
    connect(open, &QPushButton::clicked, this, &Welcome::openRequested);
    connect(demo, &QPushButton::clicked, this, &Welcome::demoRequested);
    connect(search, &QPushButton::clicked, this, &Welcome::look);
    connect(use, &QPushButton::clicked, this, &Welcome::writeConfiguration);
    parent->installEventFilter(this);
    setGeometry(parent->rect());
    add->setFocus();
}

bool Welcome::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

bool Welcome::focusNextPrevChild(bool next)
{
    // What lies behind cannot be seen: the focus stays among these buttons.
    QList<QPushButton *> buttons = findChildren<QPushButton *>();
    buttons.removeIf([](const QPushButton *one) { return !one->isVisible() || !one->isEnabled(); });
    if (buttons.isEmpty()) {
        return false;
    }
    const qsizetype at = buttons.indexOf(qobject_cast<QPushButton *>(QApplication::focusWidget()));
    const qsizetype count = buttons.size();
    buttons.at(next ? (at + 1) % count : (std::max<qsizetype>(at, 0) + count - 1) % count)
        ->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Welcome::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Welcome::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Window));
}

void Welcome::look()
{
    m_list->hide();
    m_connect->hide();
    m_verdict->setPlain(tr("Scanning the usual local ports and amtool's configuration…"));
    m_verdict->show();
    then(discoverBackends(), this,
        [this](const Result<std::vector<FoundBackend>> &found) { showFound(found ? *found : std::vector<FoundBackend>()); });
}

void Welcome::showFound(const std::vector<FoundBackend> &found)
{
    m_found = found;
    m_verdict->show();
    m_list->setVisible(!found.empty());
    m_connect->setVisible(!found.empty());
    if (found.empty()) {
        m_verdict->setPlain(tr("No answer on ports 9090, 9093 and 19531; amtool is not configured."));
        return;
    }
    m_verdict->setPlain(tr("Found %n backend(s):", nullptr, int(found.size())));
    std::vector<KeyValueGrid::Row> rows;
    rows.reserve(found.size());
    for (const FoundBackend &backend : found) {
        rows.push_back({backend.kind, backend.url, backend.where, Token::Text});
    }
    m_list->setRows(rows);
    m_connect->setFocus();
}

void Welcome::writeConfiguration()
{
    if (QFileInfo::exists(m_configFile)) {
        m_verdict->setPlain(tr("%1 already exists and was not changed. Add the backends there.").arg(m_configFile));
        return;
    }
    QDir().mkpath(QFileInfo(m_configFile).path());
    QSaveFile file(m_configFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(configurationFor(m_found)) < 0 || !file.commit()) {
        m_verdict->setPlain(tr("Cannot write %1: %2").arg(m_configFile, file.errorString()));
        return;
    }
    emit configured();
}

} // namespace quarterdeck
