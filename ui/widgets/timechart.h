#pragma once

#include "app/domain/series.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quarterdeck {

/// What happened, drawn as a line with a dot: a deploy, a flag, an alert that fired.
struct ChartMarker {
    UtcTime at;
    QString text; ///< Shown on hover; foreign.
    Token token = Token::Accent;
};

/// The colours of series, in turn, where nothing else is chosen.
inline constexpr std::array UsualSeriesTokens {Token::Series1, Token::Series2, Token::Series3, Token::Series4};

/// How the lines of a chart are drawn.
struct ChartStyle {
    std::vector<Token> tokens {UsualSeriesTokens.begin(), UsualSeriesTokens.end()}; ///< Colours, in turn.
    std::vector<int> places;                                                        ///< Which colour each series has; shorter: the others in order.
    bool isStacked = false;                                                         ///< Each on top of those before it; not on a logarithmic axis.
    bool isStepped = false;
    bool isLogarithmic = false;
    std::size_t ghosts = 0; ///< So many of the last series are pale and stand in no stack: what was at another time.

    friend bool operator==(const ChartStyle &, const ChartStyle &) = default;
};

/// The one door to line charts. Dense series are drawn as one minimum-maximum column per pixel, columns aligned to absolute time, so
/// cost follows the width and not the number of points. NaN and missing steps are gaps. `t` switches to a table of the same values.
class TimeChart final : public QWidget {
    Q_OBJECT

public:
    explicit TimeChart(const Theme &theme, QWidget *parent = nullptr);
    ~TimeChart() override;

    /// Foreign text; shown plain.
    void setTitle(const QString &title);
    /// Replaces every series. Names in the header come from `names`, else from the labels. The unit is that of the first series.
    void setSeries(std::vector<Series> series, const QStringList &names = {});
    /// Plain lines in the theme's four series colours by default.
    void setStyle(ChartStyle style);
    /// The stretch shown. A sliding range may be set every second: it is cheap.
    void setRange(TimeRange range);
    TimeRange range() const;
    /// Drawn dashed; nothing removes it.
    void setThreshold(std::optional<double> threshold);
    /// Shades from the onset to `until` (invalid: to the end); an invalid `from` removes it.
    void setOnset(UtcTime from, UtcTime until = {});
    void setMarkers(std::vector<ChartMarker> markers);
    /// Why the values are not live: shown in the header; empty when they are.
    void setStale(const QString &sentence);
    /// Shown in the middle instead of a plot without data: "Loading", "No data in this range"...
    void setEmptyText(const QString &sentence);
    /// The shared crosshair; an invalid time hides it.
    void setCrosshair(UtcTime at);
    /// Time of day in the zone shown; local time by default.
    void setTimeText(std::function<QString(UtcTime at, bool withSeconds)> timeText);
    /// Chart or table.
    void setTableShown(bool shown);
    bool isTableShown() const;
    /// "CPU, max 91 %, now 43 %".
    QString summary() const;
    /// CSV of the samples in range: time (RFC 3339, UTC), then one column a series.
    QByteArray toCsv() const;

    QSize sizeHint() const override { return {360, 200}; }
    QSize minimumSizeHint() const override { return {160, 96}; }

signals:
    /// The pointer or the arrow keys are at this time; invalid when they left.
    void crosshairMoved(quarterdeck::UtcTime at);
    /// A range was dragged out.
    void rangeSelected(quarterdeck::TimeRange range);
    void markerActivated(int index);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
