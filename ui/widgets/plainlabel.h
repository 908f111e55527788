#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>

namespace quarterdeck {

class Theme;

/// A label that never guesses at markup: the only way foreign text reaches a QLabel. Where it wraps, a word that is wider than a line is broken
/// anywhere, so that no name from outside makes a page wider.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &foreign, QWidget *parent = nullptr);
    /// Shows the text after text::plain().
    void setPlain(const QString &foreign);
    /// Shows several lines after text::plainBlock().
    void setPlainBlock(const QString &foreign);
    /// Face and colour, kept when the theme changes. `strong` is the medium weight.
    void setLook(const Theme &theme, TypeFace face, Token token = Token::Text, bool strong = false);
    /// Room around the text. Unlike contents margins it outlives a change of the style sheet.
    void setPadding(const QMargins &padding);
    /// One line with an ellipsis where there is no room; hovering shows the whole text. Where text may be selected, a click selects the
    /// whole of it: what is not seen cannot be chosen from. Paths are elided in the middle: both ends tell where they lead.
    void setEliding(bool eliding, Qt::TextElideMode mode = Qt::ElideRight);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using QLabel::setContentsMargins;
    using QLabel::setText;
    void refreshLook();
    void refreshInk();
    bool selectWhole(const QMouseEvent &event);
    bool mustBreak(int width) const;
    bool breakInDocument(int width) const;

    const Theme *m_theme = nullptr;
    TypeFace m_face = TypeFace::Body;
    Token m_token = Token::Text;
    bool m_strong = false;
    bool m_eliding = false;
    Qt::TextElideMode m_elideMode = Qt::ElideRight;
    QMargins m_padding;
};

} // namespace quarterdeck
