#include "app/desktop/welcome.h"

#include "app/desktop/discovery.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {
constexpr int ColumnWidth = 560;
}

Welcome::Welcome(const Theme &theme, QString configFile, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_configFile(std::move(configFile))
    , m_results(new QVBoxLayout)
    , m_verdict(new PlainLabel(this))
{
    setObjectName(QStringLiteral("welcome"));
    setAutoFillBackground(true);
    auto *column = new QWidget(this);
    column->setFixedWidth(ColumnWidth);
    auto *lines = new QVBoxLayout(column);
    lines->setSpacing(12);
    auto *title = new PlainLabel(tr("Nothing is connected yet"), column);
    title->setFont(m_theme.font(TypeFace::Title));
    auto *text = new PlainLabel(tr("Quarterdeck reads the systems you already run. Connect Prometheus, Alertmanager or a journal server, or try the "
                                   "demo: real servers on this machine, a simulated company, and an incident within a minute."),
        column);
    text->setWordWrap(true);
    auto *demo = new VerbButton(m_theme, tr("Try the demo"), {}, VerbButton::Rank::Primary, column);
    demo->setObjectName(QStringLiteral("welcome.demo"));
    demo->setAccessibleName(tr("Try the demo"));
    auto *search = new VerbButton(m_theme, tr("Look on this machine"), {}, VerbButton::Rank::Secondary, column);
    search->setObjectName(QStringLiteral("welcome.look"));
    search->setAccessibleName(tr("Look on this machine for backends"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(demo);
    buttons->addWidget(search);
    buttons->addStretch(1);
    auto *hint = new PlainLabel(tr("Or write %1 by hand; qdeck config check explains what is wrong with it.").arg(m_configFile), column);
    hint->setWordWrap(true);
    m_verdict->setWordWrap(true);
    m_verdict->hide();
    lines->addWidget(title);
    lines->addWidget(text);
    lines->addLayout(buttons);
    lines->addWidget(m_verdict);
    lines->addLayout(m_results);
    lines->addWidget(hint);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(column, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(demo, &QPushButton::clicked, this, &Welcome::demoRequested);
    connect(search, &QPushButton::clicked, this, &Welcome::look);
    demo->setFocus();
}

void Welcome::look()
{
    m_verdict->setPlain(tr("Looking at the usual ports of this machine and at amtool's configuration…"));
    m_verdict->show();
    then(discoverBackends(), this,
        [this](const Result<std::vector<FoundBackend>> &found) { showFound(found ? *found : std::vector<FoundBackend>()); });
}

void Welcome::showFound(const std::vector<FoundBackend> &found)
{
    while (QLayoutItem *item = m_results->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (found.empty()) {
        m_verdict->setPlain(tr("Nothing answered on ports 9090, 9093 and 19531, and amtool is not configured here."));
        return;
    }
    m_verdict->setPlain(tr("Found %n backend(s):", nullptr, int(found.size())));
    for (const FoundBackend &backend : found) {
        m_results->addWidget(new PlainLabel(tr("%1 at %2 (%3)").arg(backend.kind, backend.url, backend.where), this));
    }
    auto *use = new VerbButton(m_theme, tr("Connect these"), {}, VerbButton::Rank::Primary, this);
    use->setObjectName(QStringLiteral("welcome.connect"));
    use->setAccessibleName(tr("Connect these backends"));
    m_results->addWidget(use, 0, Qt::AlignLeft);
    connect(use, &QPushButton::clicked, this, [this, found] { writeConfiguration(found); });
    use->setFocus();
}

void Welcome::writeConfiguration(const std::vector<FoundBackend> &found)
{
    if (QFileInfo::exists(m_configFile)) {
        m_verdict->setPlain(tr("%1 exists already and is left as it is. Add the backends there.").arg(m_configFile));
        return;
    }
    QDir().mkpath(QFileInfo(m_configFile).path());
    QSaveFile file(m_configFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(configurationFor(found)) < 0 || !file.commit()) {
        m_verdict->setPlain(tr("%1 cannot be written: %2").arg(m_configFile, file.errorString()));
        return;
    }
    emit configured();
}

} // namespace quarterdeck
