#include "ui/shell/palette.h"

#include "ui/shell/palettemodel.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/spokennotice.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

class PaletteDelegate final : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const PaletteLine &line = static_cast<const PaletteModel *>(index.model())->line(index.row());
        QRectF rest = rect.adjusted(-4, 0, 0, 0);
        if (!line.key.isEmpty()) {
            rest.setRight(rest.right() - paintKeyBox(painter, rest, line.key, theme()) - 12);
        }
        paintIcon(painter, QRectF(rest.left(), rest.top(), 16, rest.height()), line.icon, Token::Muted, theme());
        rest.setLeft(rest.left() + 26);
        const qreal width = std::min(QFontMetricsF(painter.font()).horizontalAdvance(line.title) + 2, rest.width());
        paintElided(painter, QRectF(rest.left(), rest.top(), width, rest.height()), line.title);
        rest.setLeft(rest.left() + width + 8);
        if (rest.width() > 24) {
            painter.setPen(theme().color(Token::Faint));
            paintElided(painter, rest, line.detail);
        }
    }
};

} // namespace

CommandPalette::CommandPalette(const Theme &theme, QWidget *window, Provider provider)
    : Overlay(theme, window)
    , m_provider(std::move(provider))
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new PaletteModel(this))
{
    setObjectName(QStringLiteral("palette"));
    setSheet(640, 64);
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setPlaceholderText(tr("Go to a page, service, alert or runbook, or run an action…"));
    setAccessibleName(m_edit->placeholderText());
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_edit->setMaxLength(300);
    m_edit->setMinimumHeight(34);
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(12 * theme.rowHeight());
    m_list->viewport()->setBackgroundRole(QPalette::Base);
    m_list->setStyleSheet(QStringLiteral("QListView { background: palette(base); }"));
    content()->addWidget(m_edit);
    content()->addWidget(m_list);
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &CommandPalette::tellChosen);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::openWith(const QString &text)
{
    m_edit->setText(text);
    refill();
    open(m_edit);
}

void CommandPalette::refill()
{
    m_model->setLines(m_provider(m_edit->text().trimmed()));
    m_list->setCurrentIndex(m_model->index(0));
    move(0);
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) {
        return;
    }
    const auto run = m_model->line(index.row()).run;
    dismiss();
    run();
}

void CommandPalette::move(int by)
{
    const int count = m_model->rowCount();
    if (count > 0) {
        m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + by + count) % count));
    }
    m_pause.start();
}

// The focus stays in the field, so what is chosen has to be told, once the typing pauses.
void CommandPalette::tellChosen()
{
    if (isOpen()) {
        announce(this, m_model->rowCount() == 0 ? tr("No results.") : m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isControl = press->modifiers().testFlag(Qt::ControlModifier);
        switch (press->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(std::min(8, m_model->rowCount() - 1 - m_list->currentIndex().row()));
            return true;
        case Qt::Key_PageUp:
            move(-std::min(8, m_list->currentIndex().row()));
            return true;
        case Qt::Key_N:
        case Qt::Key_P:
            if (isControl) {
                move(press->key() == Qt::Key_N ? 1 : -1);
                return true;
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        default:
            break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace quarterdeck
