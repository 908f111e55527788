#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace quarterdeck {

/// Stacked columns with a dashed limit: interruptions a week. `t` switches to a table.
class BarColumns final : public QWidget {
    Q_OBJECT

public:
    /// One layer of the stack, bottom first.
    struct Layer {
        QString name;
        Token token = Token::Raised;
        std::vector<double> values; ///< One a column.
    };
    explicit BarColumns(const Theme &theme, QWidget *parent = nullptr);
    ~BarColumns() override;
    /// `columns` names every column ("week of 3 Jun"), for hover and table; `firstLabel` and `lastLabel` stand below the ends.
    void setData(const QStringList &columns, std::vector<Layer> layers);
    void setEndLabels(const QString &first, const QString &last);
    void setLimit(std::optional<double> limit, const QString &words = {});
    /// Dashed bars after the data: a forecast of totals.
    void setForecast(std::vector<double> totals);
    void setTitle(const QString &title);
    bool isTableShown() const;
    void setTableShown(bool shown);
    QString summary() const;
    QSize sizeHint() const override;

signals:
    /// A column was clicked, or Enter pressed on it.
    void columnActivated(int column);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
