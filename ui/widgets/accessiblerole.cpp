#include "ui/widgets/accessiblerole.h"

#include "app/core/text.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QWidget>

namespace quarterdeck {

namespace {

class RadioFace final : public QAccessibleWidget {
public:
    explicit RadioFace(QAbstractButton *button)
        : QAccessibleWidget(button, QAccessible::RadioButton)
        , m_button(button)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        const QString words = QAccessibleWidget::text(kind);
        return words.isEmpty() && kind == QAccessible::Name ? m_button->text() : words;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = m_button->isChecked();
        return state;
    }
    QStringList actionNames() const override { return QStringList(pressAction()) + QAccessibleWidget::actionNames(); }
    void doAction(const QString &name) override
    {
        if (name == pressAction()) {
            m_button->click();
        } else {
            QAccessibleWidget::doAction(name);
        }
    }

private:
    QAbstractButton *m_button;
};

// Whoever asked before was given Qt's own.
void forgetFace(QWidget *widget)
{
    if (QAccessibleInterface *before = QAccessible::queryAccessibleInterface(widget)) {
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(before));
    }
}

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    forgetFace(widget);
    QAccessible::registerAccessibleInterface(new QAccessibleWidget(widget, role));
}

void setRadioRole(QAbstractButton *button)
{
    forgetFace(button);
    QAccessible::registerAccessibleInterface(new RadioFace(button));
}

void setHint(QWidget *widget, const QString &foreign)
{
    const QString words = text::plain(foreign);
    widget->setToolTip(words.isEmpty() ? QString() : text::tooltip(foreign));
    if (widget->accessibleDescription() != words) {
        widget->setAccessibleDescription(words);
    }
}

} // namespace quarterdeck
