#include "ui/pages/services/steplines.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"

namespace quarterdeck {

namespace {

constexpr int textLeft = 24;
constexpr int gap = 7;

} // namespace

StepLines::StepLines(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleRole(this, QAccessible::StaticText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void StepLines::setLines(std::vector<Line> lines)
{
    QStringList spoken;
    m_lines = std::move(lines);
    for (Line &line : m_lines) {
        line.text = text::plain(line.text, 160);
        line.remark = text::plain(line.remark, 80);
        spoken << (line.isDone ? tr("done: %1 %2") : tr("open: %1 %2")).arg(line.text, line.remark);
    }
    setAccessibleName(phrases::clauses(spoken));
    updateGeometry();
    update();
}

int StepLines::lineHeight(const Line &line, int width) const
{
    const QFontMetrics metrics(m_theme.font(TypeFace::Body));
    const QString all = line.remark.isEmpty() ? line.text : line.text + u' ' + line.remark;
    const int room = std::max(40, width - textLeft);
    const QRect box = metrics.boundingRect(QRect(0, 0, room, 1000), wrapFlags(metrics, all, room), all);
    return std::min(box.height(), metrics.lineSpacing() * 3) + gap;
}

int StepLines::heightForWidth(int width) const
{
    int height = 0;
    for (const Line &line : m_lines) {
        height += lineHeight(line, width);
    }
    return height;
}

QSize StepLines::sizeHint() const
{
    return {260, heightForWidth(260)};
}

void StepLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TypeFace::Body));
    int y = 0;
    for (const Line &line : m_lines) {
        const int height = lineHeight(line, width());
        const QRectF box(0.5, y + 1.5, 13, 13);
        if (line.isDone) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Token::Ok));
            painter.drawRoundedRect(box, 4, 4);
            paintIcon(painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"), Token::Surface, m_theme);
        } else {
            painter.setPen(m_theme.color(Token::Muted));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, 4, 4);
        }
        painter.setPen(m_theme.color(line.isDone ? Token::Muted : Token::Text));
        const QString all = line.remark.isEmpty() ? line.text : line.text + u' ' + line.remark;
        painter.drawText(QRect(textLeft, y, width() - textLeft, height - gap), wrapFlags(painter.fontMetrics(), all, width() - textLeft), all);
        y += height;
    }
}

} // namespace quarterdeck
