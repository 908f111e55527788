#include "ui/widgets/chartground.h"

#include "app/core/text.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QPainter>
#include <QPen>

namespace quarterdeck {

class ChartGround::Chart {
public:
    Chart()
        : chart(new QChart)
        , axis(new QCategoryAxis)
    {
        scene.addItem(chart);
        chart->setBackgroundVisible(false);
        chart->setPlotAreaBackgroundVisible(false);
        chart->setMargins({});
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        chart->legend()->hide();
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->addAxis(axis, Qt::AlignLeft);
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLineVisible(false);
    }

    void setAxis(const ValueAxis &values, const Theme &theme)
    {
        const QStringList old = axis->categoriesLabels();
        for (const QString &label : old) {
            axis->remove(label);
        }
        axis->setStartValue(values.scaled(values.low));
        for (const double tick : values.ticks()) {
            // Qt Charts reads its labels as markup.
            axis->append(text::escaped(values.label(tick)), values.scaled(tick));
        }
        axis->setRange(values.scaled(values.low), values.scaled(values.high));
        axis->setLabelsFont(theme.font(TypeFace::Caption));
        axis->setLabelsColor(theme.color(Token::Faint));
        QColor grid = theme.color(Token::Hairline);
        if (theme.scheme() == Theme::Scheme::HighContrastDark) {
            // A hairline there is as bright as an outline: the grid must not outshine the curves.
            grid.setAlpha(90);
        }
        axis->setGridLinePen(QPen(grid, 1));
    }

    QGraphicsScene scene;
    QChart *chart;
    QCategoryAxis *axis;
};

ChartGround::ChartGround() = default;
ChartGround::~ChartGround() = default;

void ChartGround::invalidate()
{
    m_isValid = false;
}

void ChartGround::lay(const QSize &size, const QRectF &plot, const ValueAxis &axis, const Theme &theme)
{
    if (!m_chart) {
        m_chart = std::make_unique<Chart>();
    }
    m_chart->setAxis(axis, theme);
    m_chart->chart->resize(size);
    m_chart->chart->setPlotArea(plot);
    // Without an event loop the layout would be done after the picture.
    m_chart->chart->layout()->setGeometry(QRectF(QPointF(0, 0), size));
}

void ChartGround::paint(QPainter &painter, const QSize &size, const QRectF &plot, const ValueAxis &axis, const Theme &theme)
{
    lay(size, plot, axis, theme);
    m_isValid = false;
    m_chart->scene.render(&painter, QRectF(QPointF(0, 0), size), QRectF(QPointF(0, 0), size));
}

const QPixmap &ChartGround::picture(const QSize &size, qreal pixelRatio, const QRectF &plot, const ValueAxis &axis, const Theme &theme)
{
    if (m_isValid && size == m_size && qFuzzyCompare(pixelRatio, m_pixelRatio) && plot == m_plot && axis == m_axis) {
        return m_picture;
    }
    m_size = size;
    m_pixelRatio = pixelRatio;
    m_plot = plot;
    m_axis = axis;
    m_isValid = true;
    lay(size, plot, axis, theme);
    m_picture = QPixmap(size * pixelRatio);
    m_picture.setDevicePixelRatio(pixelRatio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    m_chart->scene.render(&painter, QRectF(QPointF(0, 0), size), QRectF(QPointF(0, 0), size));
    return m_picture;
}

} // namespace quarterdeck
