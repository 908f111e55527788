#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace quarterdeck {

/// One figure: caption, number, and the sentence that puts it in proportion, each of up to two lines. Can be pressed for its definition.
class StatTile final : public QAbstractButton {
    Q_OBJECT

public:
    explicit StatTile(const Theme &theme, QWidget *parent = nullptr);
    /// `figure` is "–" where the value is unknown, never 0. Part of the remark after the last "·" takes the token when `isRemarkMarked`.
    void set(const QString &caption, const QString &figure, const QString &remark, Token token = Token::Text, bool isRemarkMarked = false);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal lines(TypeFace face, const QString &text, qreal width) const;
    QString quietRemark() const;

    const Theme &m_theme;
    QString m_caption;
    QString m_figure;
    QString m_remark;
    Token m_token = Token::Text;
    bool m_isRemarkMarked = false;
};

} // namespace quarterdeck
