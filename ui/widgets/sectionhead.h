#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

class PlainLabel;

/// A section title on the left and a quiet remark on the right: "What changed before it      ranked".
class SectionHead final : public QWidget {
    Q_OBJECT

public:
    SectionHead(const Theme &theme, const QString &title, QWidget *parent = nullptr);
    /// Foreign text on either side is shown plain.
    void setTitle(const QString &title);
    void setRemark(const QString &remark, Token token = Token::Faint);

private:
    const Theme &m_theme;
    PlainLabel *m_title;
    PlainLabel *m_remark;
};

} // namespace quarterdeck
