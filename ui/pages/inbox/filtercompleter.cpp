#include "ui/pages/inbox/filtercompleter.h"

#include "app/core/text.h"
#include "app/domain/filtersuggestions.h"
#include "models/alertindex.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

namespace quarterdeck {

namespace {

constexpr int MostOffers = 12;
constexpr std::size_t MostAlerts = 20'000; // looked at for each letter
constexpr int WidestOffers = 460;          // pixels
constexpr int TermRole = Qt::UserRole + 1;
constexpr int IsFieldRole = Qt::UserRole + 2;

std::vector<const Alert *> alertsOf(const AlertIndex &index)
{
    std::vector<const Alert *> alerts;
    alerts.reserve(std::min(MostAlerts, std::size_t(index.slotCount())));
    for (int slot = 0; slot < index.slotCount() && alerts.size() < MostAlerts; ++slot) {
        if (index.item(slot).isUsed) {
            alerts.push_back(&index.item(slot).alert);
        }
    }
    return alerts;
}

} // namespace

FilterCompleter::FilterCompleter(QLineEdit *edit, const AlertIndex &alerts)
    : QObject(edit)
    , m_edit(edit)
    , m_alerts(alerts)
    , m_rows(new QStandardItemModel(this))
    , m_completer(new QCompleter(this))
{
    m_completer->setModel(m_rows);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(edit);
    m_completer->setMaxVisibleItems(MostOffers);
    m_completer->popup()->setObjectName(QStringLiteral("inbox.filterOffers"));
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    // After the completer's own filter, and so before it: it would let the field have Enter and Escape first.
    m_completer->popup()->installEventFilter(this);
    edit->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(&m_pause, &QTimer::timeout, this, &FilterCompleter::offer);
    connect(edit, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) { take(index.row()); });
}

bool FilterCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QObject::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_completer->popup()) {
        return takesKey(key->key());
    }
    if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
        offer();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

bool FilterCompleter::takesKey(int key)
{
    QAbstractItemView *popup = m_completer->popup();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape) {
        popup->hide();
        return true;
    }
    if (key == Qt::Key_Tab || (isEnter && popup->currentIndex().isValid())) {
        const int row = std::max(0, popup->currentIndex().row());
        popup->hide();
        take(row);
        return true;
    }
    if (isEnter) {
        popup->hide();
    }
    return false;
}

void FilterCompleter::offer()
{
    const QString text = m_edit->text();
    const FilterPlace place = filterPlace(text, m_edit->cursorPosition());
    const QString typed = text.mid(place.at, place.length);
    m_rows->clear();
    for (const FilterSuggestion &one : filterSuggestions(typed, alertsOf(m_alerts), MostOffers)) {
        if (one.text == typed) {
            continue;
        }
        const QString shown = text::plain(one.text, 120);
        auto *item = new QStandardItem(one.isField ? shown : tr("%1 (%n alert(s))", nullptr, one.count).arg(shown));
        item->setData(one.text, TermRole);
        item->setData(one.isField, IsFieldRole);
        m_rows->appendRow(item);
    }
    if (m_rows->rowCount() == 0 || !m_edit->hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    QRect below = m_edit->rect();
    below.setWidth(std::min(WidestOffers, below.width()));
    m_completer->complete(below);
    m_completer->popup()->setCurrentIndex({});
}

void FilterCompleter::take(int row)
{
    const QString text = m_edit->text();
    const FilterPlace place = filterPlace(text, m_edit->cursorPosition());
    const QString term = m_rows->index(row, 0).data(TermRole).toString();
    const bool isField = m_rows->index(row, 0).data(IsFieldRole).toBool();
    m_edit->setText(text.first(place.at) + term + text.mid(place.at + place.length));
    m_edit->setCursorPosition(int(place.at + term.size()));
    if (isField) {
        m_pause.start();
    }
}

} // namespace quarterdeck
