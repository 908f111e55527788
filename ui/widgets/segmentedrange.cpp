#include "ui/widgets/segmentedrange.h"

#include "ui/widgets/accessiblerole.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace quarterdeck {

using namespace std::chrono_literals;

SegmentedRange::SegmentedRange(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    m_group->setExclusive(false);
    const std::pair<QString, Millis> spans[] = {{tr("15 min"), 15min}, {tr("1 h"), 1h}, {tr("6 h"), 6h}, {tr("24 h"), 24h}};
    for (const auto &[text, span] : spans) {
        QToolButton *segment = addSegment(text, QStringLiteral("range%1").arg(span.count() / 60'000));
        segment->setProperty("span", qlonglong(span.count()));
        segment->setAccessibleName(tr("Show the last %1").arg(text));
        connect(segment, &QToolButton::clicked, this, [this, span = span] {
            setSpan(span);
            emit spanChosen(span);
        });
        m_group->addButton(segment);
    }
    m_custom = addSegment(tr("Custom range"), QStringLiteral("rangeCustom"));
    m_custom->setAccessibleName(tr("Choose a time range"));
    connect(m_custom, &QToolButton::clicked, this, [this] {
        m_custom->setChecked(m_custom->property("fixed").toBool());
        emit customRequested();
    });
    refreshLook();
    connect(&theme, &Theme::changed, this, &SegmentedRange::refreshLook);
}

QToolButton *SegmentedRange::addSegment(const QString &text, const QString &name)
{
    auto *segment = new QToolButton(this);
    segment->setText(text);
    segment->setObjectName(name);
    segment->setCheckable(true);
    setRadioRole(segment);
    segment->setFocusPolicy(Qt::TabFocus);
    segment->setAutoRaise(true);
    layout()->addWidget(segment);
    return segment;
}

void SegmentedRange::refreshLook()
{
    for (QToolButton *segment : findChildren<QToolButton *>()) {
        segment->setFixedHeight(m_theme.controlHeight() - 2);
    }
    const QFontMetrics metrics(m_theme.font(TypeFace::Body));
    m_custom->setMinimumWidth(metrics.horizontalAdvance(QStringLiteral("00:00 – 00:00")) + 20);
    update();
}

void SegmentedRange::setSpan(Millis span)
{
    for (QAbstractButton *segment : m_group->buttons()) {
        segment->setChecked(segment->property("span").toLongLong() == span.count());
    }
}

void SegmentedRange::setCustom(const QString &text, bool isFixed)
{
    m_custom->setText(text);
    m_custom->setProperty("fixed", isFixed);
    m_custom->setChecked(isFixed);
    if (m_custom->accessibleDescription() != text) {
        m_custom->setAccessibleDescription(text);
    }
    if (isFixed) {
        setSpan(Millis(0));
    }
}

void SegmentedRange::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Border), 1));
    painter.setBrush(m_theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto segments = findChildren<QToolButton *>();
    for (const QToolButton *segment : segments) {
        if (segment->x() > 2) {
            painter.fillRect(segment->x() - 1, 1, 1, height() - 2, m_theme.color(Token::Hairline));
        }
    }
}

} // namespace quarterdeck
