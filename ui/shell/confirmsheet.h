#pragma once

#include "ui/shell/overlay.h"

#include <functional>

class QPushButton;

namespace quarterdeck {

class PlainLabel;

/// A question with one thing to do and a way out. The way out has the focus.
class ConfirmSheet final : public Overlay {
    Q_OBJECT

public:
    ConfirmSheet(const Theme &theme, QWidget *window);
    /// `detail` is foreign text, shown in the mono face.
    void ask(const QString &sentence, const QString &detail, const QString &verb, std::function<void()> confirmed);

private:
    PlainLabel *m_sentence;
    PlainLabel *m_detail;
    QPushButton *m_verb;
    QPushButton *m_cancel;
    std::function<void()> m_confirmed;
};

} // namespace quarterdeck
