#include "ui/widgets/logviewprivate.h"
#include "ui/widgets/paint.h"

#include <QPainter>

// How a LogView draws its lines.
namespace quarterdeck {

void LogView::Private::paint()
{
    QPainter painter(view.viewport());
    const QRectF room(view.viewport()->rect());
    if (lines.empty()) {
        painter.setFont(theme.font(TypeFace::Body));
        painter.setPen(theme.color(Token::Muted));
        paintElided(painter, room.adjusted(0, 0, 0, -room.height() / 3), emptyText, Qt::AlignCenter);
    }
    painter.setFont(theme.font(TypeFace::Mono));
    const int height = theme.logRowHeight();
    const int rows = int(room.height()) / height + 2;
    for (int i = 0; i < rows && top() + i < count(); ++i) {
        paintLine(painter, QRectF(0, i * height, room.width(), height), top() + i);
    }
    if (view.hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(room.adjusted(1, 1, -1, -1));
    }
}

void LogView::Private::paintLine(QPainter &painter, const QRectF &row, int index) const
{
    const LogLine &one = at(index);
    const bool isSelected = current >= 0 && index >= std::min(anchor, current) && index <= std::max(anchor, current);
    paintRowGround(painter, row, isSelected, index == current && view.hasFocus(), theme);
    const QFontMetricsF metrics(painter.font());
    const qreal cell = metrics.horizontalAdvance(u'0');
    const auto put = [&](qreal x, const QString &words, Token token) {
        painter.setPen(theme.color(token));
        painter.drawText(QRectF(x, row.top(), row.right() - x, row.height()), int(Qt::AlignLeft | Qt::AlignVCenter), words);
    };
    const QString time = timeText(one.nanos);
    const qreal levelX = inset + cell * qreal(time.size() + 2);
    const qreal textX = levelX + cell * 7;
    const QString words = logText(one);
    painter.save();
    painter.setClipRect(QRectF(textX, row.top(), row.right() - textX, row.height()));
    const qreal x = textX - view.horizontalScrollBar()->value();
    const qsizetype hit = highlight.isEmpty() ? -1 : words.indexOf(highlight, 0, Qt::CaseInsensitive);
    if (hit >= 0) {
        const QRectF mark(x + metrics.horizontalAdvance(words.left(hit)), row.top() + 2, metrics.horizontalAdvance(words.mid(hit, highlight.size())),
            row.height() - 4);
        painter.fillRect(mark, theme.color(Token::AccentGround));
    }
    // Log text runs left to right whatever the language of the window is.
    painter.setLayoutDirection(Qt::LeftToRight);
    put(x, words, one.level == LogLevel::Info || one.level == LogLevel::Debug ? Token::Muted : Token::Text);
    painter.restore();
    put(inset, time, Token::Faint);
    put(levelX, logLevelWord(one.level), logLevelToken(one.level));
}

} // namespace quarterdeck
