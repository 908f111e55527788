#include "ui/widgets/spokenrows.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>

#include <utility>

namespace quarterdeck {

namespace {

class RowsFace;

/// One row. Nothing paints it but its widget, so there is no object behind it.
class RowFace final : public QAccessibleInterface {
public:
    RowFace(RowsFace &rows, int number)
        : m_rows(rows)
        , m_number(number)
    {
    }
    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;

private:
    RowsFace &m_rows;
    const int m_number;
};

class RowsFace final : public QAccessibleWidget {
public:
    RowsFace(QWidget *view, QAccessible::Role role, SpokenRows rows)
        : QAccessibleWidget(view, role)
        , m_list(std::move(rows))
        , m_class(view->metaObject())
    {
    }
    const SpokenRows &list() const { return m_list; }
    QWidget *view() const { return widget(); }
    // The widgets within it come first: scroll bars, the table of a chart.
    int childCount() const override { return QAccessibleWidget::childCount() + count(); }
    QAccessibleInterface *child(int index) const override
    {
        const int row = index - QAccessibleWidget::childCount();
        return row < 0 ? QAccessibleWidget::child(index) : row < count() ? face(m_list.first() + row) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto face = m_faces.cbegin(); face != m_faces.cend(); ++face) {
            if (QAccessible::accessibleInterface(*face) == child) {
                return QAccessibleWidget::childCount() + face.key() - m_list.first();
            }
        }
        return QAccessibleWidget::indexOfChild(child);
    }
    QAccessibleInterface *focusChild() const override
    {
        return count() > 0 && widget()->hasFocus() && m_list.current() >= 0 ? face(m_list.current()) : QAccessibleWidget::focusChild();
    }

protected:
    ~RowsFace() override
    {
        for (const QAccessible::Id id : std::as_const(m_faces)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

private:
    // A widget that is being taken down has no rows any more, and is asked all the same.
    int count() const { return widget()->metaObject() == m_class ? m_list.count() : 0; }
    QAccessibleInterface *face(int number) const
    {
        const auto known = m_faces.constFind(number);
        if (known != m_faces.constEnd()) {
            return QAccessible::accessibleInterface(*known);
        }
        auto *made = new RowFace(const_cast<RowsFace &>(*this), number);
        m_faces.insert(number, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    SpokenRows m_list;
    const QMetaObject *m_class;
    mutable QHash<int, QAccessible::Id> m_faces;
};

bool RowFace::isValid() const
{
    return m_rows.isValid();
}

QAccessibleInterface *RowFace::parent() const
{
    return &m_rows;
}

QString RowFace::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name ? m_rows.list().text(m_number) : QString();
}

QRect RowFace::rect() const
{
    const QRect place = m_rows.list().place(m_number);
    return {m_rows.view()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::State RowFace::state() const
{
    const bool isCurrent = m_rows.list().current() == m_number;
    QAccessible::State state;
    state.focusable = true;
    state.selectable = true;
    state.selected = isCurrent;
    state.focused = isCurrent && m_rows.view()->hasFocus();
    state.invisible = !m_rows.view()->isVisible();
    state.offscreen = !m_rows.view()->rect().intersects(m_rows.list().place(m_number));
    return state;
}

} // namespace

void setSpokenRows(QWidget *widget, QAccessible::Role role, SpokenRows rows)
{
    QAccessible::registerAccessibleInterface(new RowsFace(widget, role, std::move(rows)));
}

void tellCurrentRow(QWidget *widget)
{
    if (!QAccessible::isActive() || !widget->hasFocus()) {
        return;
    }
    if (QAccessibleInterface *row = QAccessible::queryAccessibleInterface(widget)->focusChild()) {
        QAccessibleEvent event(row, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace quarterdeck
