#include "ui/shell/helpoverlay.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/verbbutton.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {
constexpr int LeastHeight = 200;
constexpr int RoundAbout = 160; // what stands above, below and over the list
} // namespace

HelpOverlay::HelpOverlay(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("help"));
    setSheet(860, 64);
    auto *title = new PlainLabel(tr("Keyboard shortcuts"), this);
    title->setLook(theme, TypeFace::Title);
    setAccessibleName(title->text());
    content()->addWidget(title);
    m_scroll->setObjectName(QStringLiteral("helpScroll"));
    setAccessibleRole(m_scroll, QAccessible::Pane);
    m_scroll->setAccessibleName(tr("Available shortcuts"));
    m_scroll->setProperty("ground", "none");
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content()->addWidget(m_scroll);
}

void HelpOverlay::openWith(const QList<Group> &groups)
{
    auto *body = new QWidget;
    auto *columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 12, 0);
    columns->setSpacing(24);
    for (const Group &group : groups) {
        auto *grid = new QGridLayout;
        grid->setVerticalSpacing(4);
        grid->setHorizontalSpacing(12);
        grid->setColumnStretch(1, 1);
        columns->addLayout(grid, 1);
        int row = 0;
        grid->addWidget(new SectionHead(theme(), group.title, body), row++, 0, 1, 2);
        for (const QAction *action : group.actions) {
            const QString key = keyText(action);
            if (key.isEmpty()) {
                continue;
            }
            grid->addWidget(new KeyHint(theme(), key, body), row, 0, Qt::AlignLeft);
            auto *label = new PlainLabel(actionText(action), body);
            label->setLook(theme(), TypeFace::Body, action->isEnabled() ? Token::Text : Token::Faint);
            label->setEliding(true);
            grid->addWidget(label, row++, 1);
        }
        grid->setRowStretch(row, 1);
    }
    m_scroll->setWidget(body);
    // All keys at once where the window is high enough for them.
    m_scroll->setMinimumHeight(std::max(LeastHeight, std::min(body->sizeHint().height() + 4, parentWidget()->height() - RoundAbout)));
    open(m_scroll);
}

} // namespace quarterdeck
