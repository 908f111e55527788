#pragma once

#include <QLabel>

namespace quarterdeck {

/// A label that never guesses at markup: the only way foreign text reaches a QLabel.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &foreign, QWidget *parent = nullptr);
    /// Shows the text after text::plain().
    void setPlain(const QString &foreign);
    /// Shows several lines after text::plainBlock().
    void setPlainBlock(const QString &foreign);

private:
    using QLabel::setText;
};

} // namespace quarterdeck
