#include "ui/pages/inbox/outboxpanel.h"

#include "app/core/text.h"
#include "models/roles.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/outboxtext.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/verbbutton.h"
#include "ui/widgets/verbwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

QString cellWords(const OutboxEntry &entry, const QModelIndex &index, const TimeControl &time)
{
    switch (index.column()) {
    case OutboxModel::VerbColumn:
        return verbwords::noun(entry.action.verb);
    case OutboxModel::StateColumn:
        return inboxwords::outboxState(entry.state);
    case OutboxModel::CreatedColumn:
        return time.clockText(entry.action.createdAt);
    default:
        return text::plain(index.data().toString(), 200);
    }
}

class OutboxDelegate final : public RowDelegate {
public:
    OutboxDelegate(const Theme &theme, const TimeControl &time, const OutboxModel &model, QObject *parent)
        : RowDelegate(theme, parent)
        , m_time(time)
        , m_model(model)
    {
    }

protected:
    void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const OutboxEntry *entry = m_model.rowAt(index.row());
        if (entry == nullptr) {
            return;
        }
        if (index.column() == OutboxModel::StateColumn) {
            painter.setPen(theme().color(needsAttention(*entry) ? Token::Critical : isFinal(entry->state) ? Token::Muted : Token::Accent));
        }
        paintElided(painter, rect, cellWords(*entry, index, m_time));
    }

private:
    const TimeControl &m_time;
    const OutboxModel &m_model;
};

} // namespace

OutboxPanel::OutboxPanel(const Theme &theme, const TimeControl &time, OutboxModel &model, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_model(model)
    , m_table(new QuietTable(theme, this))
    , m_head(new PlainLabel(this))
    , m_detail(new PlainLabel(this))
    , m_resend(new VerbButton(theme, tr("Send anyway"), {}, VerbButton::Rank::Secondary, this))
    , m_drop(new VerbButton(theme, tr("Discard"), {}, VerbButton::Rank::Secondary, this))
{
    setObjectName(QStringLiteral("inbox.outboxPanel"));
    m_table->setObjectName(QStringLiteral("inbox.outboxPanel.list"));
    m_table->setAccessibleName(tr("Outbox"));
    model.setSpoken([&time, &model](const QModelIndex &index) { return cellWords(*model.rowAt(index.row()), index, time); });
    m_table->setModel(&model);
    m_table->setItemDelegate(new OutboxDelegate(theme, time, model, m_table));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(OutboxModel::AlertColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(OutboxModel::VerbColumn, 160);
    m_table->setColumnWidth(OutboxModel::StateColumn, 200);
    m_head->setLook(theme, TypeFace::Section, Token::Text, true);
    m_detail->setObjectName(QStringLiteral("inbox.outboxPanel.detail"));
    m_detail->setLook(theme, TypeFace::Body, Token::Muted);
    m_detail->setEliding(true);
    m_resend->setObjectName(QStringLiteral("inbox.outboxPanel.resend"));
    m_drop->setObjectName(QStringLiteral("inbox.outboxPanel.drop"));
    auto *close = new VerbButton(theme, tr("Close"), QStringLiteral("b"), VerbButton::Rank::Secondary, this);
    close->setObjectName(QStringLiteral("inbox.outboxPanel.close"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(6);
    row->addWidget(m_head);
    row->addWidget(m_detail, 1);
    row->addWidget(m_resend);
    row->addWidget(m_drop);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline(theme, Qt::Horizontal, this));
    column->addLayout(row);
    column->addWidget(m_table, 1);
    const auto ask = [this](void (OutboxPanel::*wish)(const QUuid &)) {
        if (const OutboxEntry *entry = current()) {
            emit(this->*wish)(entry->action.id);
        }
    };
    connect(m_resend, &QPushButton::clicked, this, [ask] { ask(&OutboxPanel::resendAsked); });
    connect(m_drop, &QPushButton::clicked, this, [ask] { ask(&OutboxPanel::withdrawAsked); });
    connect(close, &QPushButton::clicked, this, &OutboxPanel::closeAsked);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutboxPanel::updateButtons);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &OutboxPanel::updateButtons);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &OutboxPanel::updateButtons);
    connect(&model, &QAbstractItemModel::dataChanged, this, &OutboxPanel::updateButtons);
    updateButtons();
}

void OutboxPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (current() == nullptr && m_model.rowCount() > 0) {
        const auto asking = std::find_if(m_model.rows().begin(), m_model.rows().end(), needsAttention);
        const bool isNone = asking == m_model.rows().end();
        m_table->setCurrentIndex(m_model.index(isNone ? 0 : int(asking - m_model.rows().begin()), 0));
    }
}

const OutboxEntry *OutboxPanel::current() const
{
    return m_model.rowAt(m_table->currentIndex().row());
}

void OutboxPanel::updateButtons()
{
    const OutboxEntry *entry = current();
    m_head->setPlain(m_model.rowCount() == 0 ? tr("The outbox is empty.") : outboxText(countOutbox(m_model.rows())));
    m_detail->setPlain(entry == nullptr ? QString() : inboxwords::reason(entry->reason, m_time));
    m_resend->setEnabled(entry != nullptr && needsAttention(*entry));
    m_drop->setEnabled(entry != nullptr && (entry->state == OutboxState::Queued || entry->state == OutboxState::Conflict));
}

} // namespace quarterdeck
