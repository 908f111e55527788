#include "ui/widgets/chartheader.h"

#include "app/core/text.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/unittext.h"

#include <QCoreApplication>

#include <cmath>
#include <numeric>

namespace quarterdeck {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("TimeChart", text);
}

const QString Between = QStringLiteral(" · ");

// One piece of the right side of the header.
struct Piece {
    QString text;
    QColor colour;
};

std::vector<Piece> pieces(const ChartHeader &header, const std::vector<Series> &series, const Theme &theme)
{
    constexpr std::size_t Shown = 4;
    std::vector<Piece> all;
    const QColor quiet = theme.color(Token::Muted);
    if (!header.stale.isEmpty()) {
        all.push_back({text::plain(header.stale, 80), theme.color(Token::Warning)});
    } else if (header.at.isValid()) {
        all.push_back({header.atText, quiet});
    }
    for (std::size_t i = 0; i < std::min(series.size(), Shown); ++i) {
        const QString value = valueText(valueAt(series.at(i), header.at), series.at(i).unit);
        if (series.size() == 1) {
            // What is stale is not how it stands now.
            const QString latest = header.stale.isEmpty() ? words(QT_TRANSLATE_NOOP("TimeChart", "now %1"))
                                                          : words(QT_TRANSLATE_NOOP("TimeChart", "last %1"));
            all.push_back({header.at.isValid() ? value : latest.arg(value), quiet});
        } else {
            const QColor colour = seriesColour(theme, header.tokens, seriesPlace(header.places, i));
            all.push_back({text::plain(header.names.value(int(i)), 40) + u' ' + value, colour});
        }
    }
    if (series.size() > Shown) {
        all.push_back({words(QT_TRANSLATE_NOOP("TimeChart", "%1 more")).arg(series.size() - Shown), quiet});
    }
    if (header.threshold && !series.empty()) {
        all.push_back({words(QT_TRANSLATE_NOOP("TimeChart", "threshold %1")).arg(valueText(*header.threshold, series.front().unit)), quiet});
    }
    return all;
}

/// Those that fit: the newest value stays, and why it is old; the threshold is seen in the plot.
std::vector<Piece> fitting(std::vector<Piece> all, const ChartHeader &header, const QFontMetricsF &metrics, qreal room)
{
    const std::size_t least = !header.stale.isEmpty() || header.at.isValid() ? 2 : 1;
    const auto width = [&] {
        return std::accumulate(all.begin(), all.end(), metrics.horizontalAdvance(Between) * qreal(all.size() - 1),
            [&](qreal sum, const Piece &piece) { return sum + figuresWidth(metrics, piece.text); });
    };
    while (all.size() > least && width() > room) {
        all.pop_back();
    }
    return all;
}

} // namespace

QStringList chartHeaderWords(
    const ChartHeader &header, const std::vector<Series> &series, const Theme &theme, const QFontMetricsF &metrics, qreal room)
{
    QStringList words;
    for (const Piece &piece : fitting(pieces(header, series, theme), header, metrics, room)) {
        words += piece.text;
    }
    return words;
}

double valueAt(const Series &series, UtcTime at)
{
    const auto &samples = series.samples;
    if (samples.empty()) {
        return std::nan("");
    }
    if (!at.isValid()) {
        return samples.back().value;
    }
    const auto after = std::upper_bound(samples.begin(), samples.end(), at.ms, [](qint64 ms, const Sample &sample) { return ms < sample.ms; });
    if (after == samples.begin()) {
        return std::nan("");
    }
    const Sample &found = *(after - 1);
    const qint64 gap = std::max<qint64>(1000, usualStep(series) * 5 / 2);
    return at.ms - found.ms > gap ? std::nan("") : found.value;
}

void paintChartHeader(QPainter &painter, const QRectF &rect, const ChartHeader &header, const std::vector<Series> &series, const Theme &theme)
{
    const QFont titleFont = theme.strongFont(TypeFace::Body);
    painter.setFont(titleFont);
    const qreal titleWidth = std::min(QFontMetricsF(titleFont).horizontalAdvance(header.title) + 2, rect.width());
    painter.setPen(theme.color(Token::Text));
    paintElided(painter, QRectF(rect.left(), rect.top(), titleWidth, rect.height()), header.title);

    painter.setFont(theme.font(TypeFace::Body));
    const QFontMetricsF metrics(painter.font());
    const qreal betweenWidth = metrics.horizontalAdvance(Between);
    qreal right = rect.right();
    const qreal left = rect.left() + titleWidth + 16;
    const std::vector<Piece> all = fitting(pieces(header, series, theme), header, metrics, right - left);
    for (auto it = all.rbegin(); it != all.rend() && right - left > 20; ++it) {
        if (it != all.rbegin()) {
            painter.setPen(theme.color(Token::Faint));
            paintElided(painter, QRectF(right - betweenWidth, rect.top(), betweenWidth, rect.height()), Between);
            right -= betweenWidth;
        }
        const qreal width = std::min(figuresWidth(metrics, it->text), right - left);
        painter.setPen(it->colour);
        paintFigures(painter, QRectF(right - width, rect.top(), width, rect.height()), it->text);
        right -= width;
    }
}

QString chartSummary(const QString &title, const QStringList &names, const std::vector<Series> &series, TimeRange range)
{
    if (series.empty()) {
        return words(QT_TRANSLATE_NOOP("TimeChart", "%1, no data")).arg(title);
    }
    QStringList parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(series.size(), 8); ++i) {
        double highest = std::nan("");
        for (const Sample &sample : series.at(i).samples) {
            if (range.contains({sample.ms}) && !std::isnan(sample.value)) {
                highest = std::isnan(highest) ? sample.value : std::max(highest, sample.value);
            }
        }
        const QString unit = series.at(i).unit;
        const QString figures
            = words(QT_TRANSLATE_NOOP("TimeChart", "max %1, now %2")).arg(valueText(highest, unit), valueText(valueAt(series.at(i), {}), unit));
        parts += series.size() == 1 ? figures : names.value(int(i)) + u' ' + figures;
    }
    return phrases::list({title, phrases::clauses(parts)});
}

QString chartValuesText(
    const QStringList &names, const std::vector<Series> &series, UtcTime at, const std::function<QString(UtcTime, bool)> &timeText)
{
    QStringList parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(series.size(), 8); ++i) {
        parts += (names.value(int(i)) + u' ' + valueText(valueAt(series.at(i), at), series.at(i).unit)).trimmed();
    }
    return phrases::pair(timeText(at, true), phrases::list(parts));
}

QStringList seriesNames(const std::vector<Series> &series, const QStringList &given)
{
    QStringList names;
    for (std::size_t i = 0; i < series.size(); ++i) {
        QString name = given.value(int(i));
        if (name.isEmpty()) {
            QStringList own;
            for (const Label &label : series.at(i).labels) {
                const bool isShared = std::all_of(
                    series.begin(), series.end(), [&label](const Series &other) { return other.labels.value(label.name) == label.value; });
                if (!isShared) {
                    own += label.value;
                }
            }
            name = own.join(u' ');
        }
        names += name.isEmpty() ? QString::number(i + 1) : text::plain(name, 80);
    }
    return names;
}

} // namespace quarterdeck
