#include "ui/widgets/barcolumns.h"

#include "app/core/text.h"
#include "ui/widgets/charttable.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/spokenrows.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QTableWidget>
#include <QToolTip>

#include <cmath>

namespace quarterdeck {

namespace {

// A single week must not fill the page with one block.
constexpr qreal WidestColumn = 56; // Units: px.
constexpr qreal RoomForTotal = 28; // Narrower ones carry no figure. Units: px.

} // namespace

class BarColumns::Private {
public:
    explicit Private(const Theme &theTheme)
        : theme(theTheme)
    {
    }
    int count() const { return int(columns.size()) + int(forecast.size()); }
    double valueAt(const Layer &layer, int column) const { return column < int(layer.values.size()) ? layer.values.at(std::size_t(column)) : 0; }
    double totalOf(int column) const;
    QRectF plot(const QRect &room) const;
    QString describe(int column) const;
    void paintColumns(QPainter &painter, const QRectF &plot, double highest, int marked) const;
    void paintLegend(QPainter &painter, const QRectF &line) const;
    void fillTable();

    const Theme &theme;
    QString title;
    QStringList columns;
    std::vector<Layer> layers;
    std::vector<double> forecast;
    QString firstLabel;
    QString lastLabel;
    std::optional<double> limit;
    QString limitWords;
    QTableWidget *table = nullptr;
    int current = -1;
};

double BarColumns::Private::totalOf(int column) const
{
    if (column >= int(columns.size())) {
        return forecast.at(std::size_t(column - columns.size()));
    }
    double sum = 0;
    for (const Layer &layer : layers) {
        sum += valueAt(layer, column);
    }
    return sum;
}

QRectF BarColumns::Private::plot(const QRect &room) const
{
    const qreal header = QFontMetricsF(theme.font(TypeFace::Body)).height() + 20;
    const qreal footer = QFontMetricsF(theme.font(TypeFace::Caption)).height() + 8;
    return QRectF(room).adjusted(2, header, -2, -footer);
}

QString BarColumns::Private::describe(int column) const
{
    if (column < 0 || column >= int(columns.size())) {
        return column < 0 ? QString() : BarColumns::tr("forecast: %1").arg(totalOf(column), 0, 'f', 1);
    }
    QStringList parts;
    for (const Layer &layer : layers) {
        parts += QStringLiteral("%1 %2").arg(QString::number(valueAt(layer, column)), layer.name);
    }
    return phrases::pair(columns.at(column), phrases::list(parts));
}

void BarColumns::Private::paintColumns(QPainter &painter, const QRectF &plot, double highest, int marked) const
{
    const qreal slot = plot.width() / std::max(1, count());
    const qreal wide = std::max<qreal>(2, std::min({slot - 2, slot * 0.72, WidestColumn}));
    for (int i = 0; i < count(); ++i) {
        const qreal left = std::round(plot.left() + slot * i + (slot - wide) / 2);
        qreal bottom = plot.bottom();
        if (i >= int(columns.size())) {
            const qreal tall = plot.height() * totalOf(i) / highest;
            painter.setPen(QPen(theme.color(Token::Muted), 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(left + 0.5, bottom - tall, wide - 1, tall));
            continue;
        }
        for (const Layer &layer : layers) {
            const qreal tall = plot.height() * valueAt(layer, i) / highest;
            if (tall > 0) {
                painter.fillRect(QRectF(left, bottom - tall, wide, std::max<qreal>(1, tall - 1)), theme.color(layer.token));
                bottom -= tall;
            }
        }
        if (slot >= RoomForTotal && totalOf(i) > 0) {
            painter.setFont(theme.font(TypeFace::Caption));
            painter.setPen(theme.color(Token::Muted));
            const qreal high = QFontMetricsF(painter.font()).height();
            paintFigures(painter, QRectF(left, bottom - high - 2, wide, high), QLocale().toString(totalOf(i)), Qt::AlignHCenter | Qt::AlignVCenter);
        }
        if (i == marked) {
            painter.setPen(QPen(theme.color(Token::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(left - 2, bottom - 2, wide + 4, plot.bottom() - bottom + 3));
        }
    }
}

void BarColumns::Private::paintLegend(QPainter &painter, const QRectF &line) const
{
    const QFontMetricsF metrics(painter.font());
    qreal right = line.right();
    for (std::size_t i = layers.size(); i-- > 0;) {
        const Layer &layer = layers[i];
        const qreal width = metrics.horizontalAdvance(layer.name);
        painter.setPen(theme.color(Token::Muted));
        paintElided(painter, QRectF(right - width, line.top(), width, line.height()), layer.name);
        painter.fillRect(QRectF(right - width - 14, line.center().y() - 4.5, 9, 9), theme.color(layer.token));
        right -= width + 26;
    }
}

void BarColumns::Private::fillTable()
{
    table->clear();
    table->setRowCount(int(columns.size()));
    table->setColumnCount(int(layers.size()) + 1);
    QStringList heads {QString()};
    for (const Layer &layer : layers) {
        heads += layer.name;
    }
    table->setHorizontalHeaderLabels(heads);
    for (int row = 0; row < int(columns.size()); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(columns.at(row)));
        for (int i = 0; i < int(layers.size()); ++i) {
            auto *cell = new QTableWidgetItem(QString::number(valueAt(layers.at(std::size_t(i)), row)));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, i + 1, cell);
        }
    }
}

BarColumns::BarColumns(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(theme))
{
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setSpokenRows(this, QAccessible::Chart,
        {[] { return 0; }, [this] { return isTableShown() ? 0 : d->count(); }, [this] { return d->current; },
            [this](int column) { return d->describe(column); }, [this](int) { return d->plot(rect()).toRect(); }});
    setAccessibleName(summary());
}

BarColumns::~BarColumns() = default;

void BarColumns::setData(const QStringList &columns, std::vector<Layer> layers)
{
    d->columns.clear();
    for (const QString &column : columns) {
        d->columns += text::plain(column, 80);
    }
    d->layers = std::move(layers);
    for (Layer &layer : d->layers) {
        layer.name = text::plain(layer.name, 40);
    }
    d->current = -1;
    setAccessibleName(summary());
    if (isTableShown()) {
        d->fillTable();
    }
    update();
}

void BarColumns::setEndLabels(const QString &first, const QString &last)
{
    d->firstLabel = first;
    d->lastLabel = last;
    update();
}

void BarColumns::setLimit(std::optional<double> limit, const QString &words)
{
    d->limit = limit;
    d->limitWords = text::plain(words, 80);
    update();
}

void BarColumns::setForecast(std::vector<double> totals)
{
    d->forecast = std::move(totals);
    update();
}

void BarColumns::setTitle(const QString &title)
{
    d->title = text::plain(title, 120);
    setAccessibleName(summary());
    update();
}

QString BarColumns::summary() const
{
    const QString title = d->title.isEmpty() ? tr("Columns") : d->title;
    if (d->columns.isEmpty()) {
        return tr("%1, no data").arg(title);
    }
    double highest = 0;
    for (int i = 0; i < int(d->columns.size()); ++i) {
        highest = std::max(highest, d->totalOf(i));
    }
    return tr("%1, max %2, last %3").arg(title).arg(highest).arg(d->totalOf(int(d->columns.size()) - 1));
}

bool BarColumns::isTableShown() const
{
    return d->table != nullptr && !d->table->isHidden();
}

void BarColumns::setTableShown(bool shown)
{
    if (shown == isTableShown()) {
        return;
    }
    if (d->table == nullptr) {
        d->table = newChartTable(this);
    }
    d->table->setAccessibleName(tr("Values of %1").arg(summary()));
    d->table->setGeometry(d->plot(rect()).toRect());
    d->table->setVisible(shown);
    if (shown) {
        d->fillTable();
        d->table->setCurrentCell(0, 0);
        d->table->setFocus();
    } else {
        setFocus();
    }
    update();
}

QSize BarColumns::sizeHint() const
{
    return {420, 220};
}

void BarColumns::resizeEvent(QResizeEvent *)
{
    if (d->table != nullptr) {
        d->table->setGeometry(d->plot(rect()).toRect());
    }
}

void BarColumns::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF plot = d->plot(rect());
    const QRectF header(2, 0, width() - 4, plot.top() - 12);
    painter.setFont(d->theme.strongFont(TypeFace::Body));
    painter.setPen(d->theme.color(Token::Text));
    paintElided(painter, header, d->title);
    painter.setFont(d->theme.font(TypeFace::Body));
    d->paintLegend(painter, header);
    if (!isTableShown() && plot.height() > 8) {
        double highest = d->limit.value_or(0);
        for (int i = 0; i < d->count(); ++i) {
            highest = std::max(highest, d->totalOf(i));
        }
        highest = std::max(highest * 1.08, 1e-9);
        d->paintColumns(painter, plot, highest, hasFocus() ? d->current : -1);
        painter.setFont(d->theme.font(TypeFace::Caption));
        painter.setPen(d->theme.color(Token::Muted));
        if (d->limit) {
            const qreal y = std::round(plot.bottom() - plot.height() * *d->limit / highest) + 0.5;
            painter.drawText(QPointF(plot.left() + 2, y - 5), d->limitWords);
            QPen pen(d->theme.color(Token::Text), 1, Qt::CustomDashLine);
            pen.setDashPattern({3, 3});
            painter.setPen(pen);
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        }
        painter.setPen(d->theme.color(Token::Faint));
        const QRectF footer(plot.left(), plot.bottom() + 4, plot.width(), height() - plot.bottom() - 4);
        paintElided(painter, footer, d->firstLabel, Qt::AlignLeft | Qt::AlignTop);
        paintElided(painter, footer, d->lastLabel, Qt::AlignRight | Qt::AlignTop);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(d->theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void BarColumns::mouseReleaseEvent(QMouseEvent *event)
{
    const QRectF plot = d->plot(rect());
    const int column = int((event->position().x() - plot.left()) / plot.width() * d->count());
    if (event->button() == Qt::LeftButton && column >= 0 && column < int(d->columns.size())) {
        d->current = column;
        update();
        emit columnActivated(column);
    }
}

void BarColumns::keyPressEvent(QKeyEvent *event)
{
    const int last = int(d->columns.size()) - 1;
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier) {
        setTableShown(!isTableShown());
    } else if (last >= 0 && event->key() == Qt::Key_Left) {
        d->current = std::max(0, (d->current < 0 ? last + 1 : d->current) - 1);
    } else if (last >= 0 && event->key() == Qt::Key_Right) {
        d->current = std::min(last, d->current + 1);
    } else if (d->current >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit columnActivated(d->current);
    } else {
        QWidget::keyPressEvent(event);
        return;
    }
    tellCurrentRow(this);
    update();
}

bool BarColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_T || key == Qt::Key_Escape) {
            setTableShown(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool BarColumns::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QRectF plot = d->plot(rect());
        const int column = int((help->pos().x() - plot.left()) / plot.width() * d->count());
        if (column >= 0 && column < d->count()) {
            QToolTip::showText(help->globalPos(), text::tooltip(d->describe(column)), this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace quarterdeck
