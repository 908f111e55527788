#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QFontMetricsF>

namespace quarterdeck {

namespace {

qreal digitWidth(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    }
    return widest;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

int wrapFlags(const QFontMetrics &metrics, const QString &text, int width)
{
    const QList<QStringView> words = QStringView(text).split(u' ');
    const bool isAnyTooWide = std::any_of(
        words.begin(), words.end(), [&](QStringView word) { return metrics.horizontalAdvance(word.toString()) > width; });
    return isAnyTooWide ? Qt::TextWordWrap | Qt::TextWrapAnywhere : Qt::TextWordWrap;
}

void paintElided(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment, Qt::TextElideMode mode)
{
    const QFontMetricsF metrics(painter.font());
    // Half a pixel of slack: advances are fractional, and a text that just fits must not lose its end.
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine, metrics.elidedText(text, mode, rect.width() + 0.5));
}

qreal figuresWidth(const QFontMetricsF &metrics, const QString &text)
{
    const qreal cell = digitWidth(metrics);
    qreal width = 0;
    for (const QChar c : text) {
        width += isDigit(c) ? cell : metrics.horizontalAdvance(c);
    }
    return width;
}

void paintFigures(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(painter.font());
    const qreal width = figuresWidth(metrics, text);
    const bool isSimple = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x250; });
    if (width > rect.width() + 0.5 || !isSimple) {
        paintElided(painter, rect, text, alignment);
        return;
    }
    qreal x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.center().x() - width / 2;
    }
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    const qreal cell = digitWidth(metrics);
    qsizetype i = 0;
    while (i < text.size()) {
        if (isDigit(text.at(i))) {
            const qreal own = metrics.horizontalAdvance(text.at(i));
            painter.drawText(QPointF(x + (cell - own) / 2, baseline), text.mid(i, 1));
            x += cell;
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && !isDigit(text.at(end))) {
            ++end;
        }
        painter.drawText(QPointF(x, baseline), text.mid(i, end - i));
        for (; i < end; ++i) {
            x += metrics.horizontalAdvance(text.at(i));
        }
    }
}

void paintHairline(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color(Token::Hairline));
}

void paintRowGround(QPainter &painter, const QRectF &rect, bool isSelected, bool hasFocus, const Theme &theme)
{
    if (isSelected) {
        painter.fillRect(rect, theme.color(Token::Selection));
    }
    if (hasFocus) {
        painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), theme.color(Token::Accent));
    }
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, Token token, const Theme &theme)
{
    const qreal side = std::min({rect.width(), rect.height(), qreal(16)});
    const QRectF box(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    theme.icon(name, token).paint(&painter, box.toAlignedRect());
}

} // namespace quarterdeck
