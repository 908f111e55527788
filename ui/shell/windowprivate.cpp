#include "ui/shell/windowprivate.h"

#include "app/core/log.h"
#include "ui/shell/menureveal.h"
#include "ui/shell/overlay.h"
#include "ui/shell/rail.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/accessiblerole.h"

#include <QApplication>
#include <QStackedWidget>

namespace quarterdeck {

MainWindow::Private::Private(MainWindow &theWindow, const Parts &theParts, std::vector<std::unique_ptr<PageFactory>> theFactories)
    : window(theWindow)
    , parts(theParts)
    , context {parts.reader, parts.outbox, parts.sources, parts.telemetry, parts.onCall, parts.runLog, parts.library, parts.preferences,
          parts.secrets, parts.editor, parts.time, parts.clock, parts.theme, theWindow}
    , factories(std::move(theFactories))
{
}

MainWindow::Private::~Private() = default;

const PageFactory *MainWindow::Private::factory(const QString &id) const
{
    const auto found = std::find_if(factories.begin(), factories.end(), [&id](const auto &one) { return one->id() == id; });
    return found == factories.end() ? nullptr : found->get();
}

QString MainWindow::Private::pageTitle(const QString &id) const
{
    const PageFactory *one = factory(id);
    return one == nullptr ? QString() : one->title();
}

Page *MainWindow::Private::page(const QString &id)
{
    if (Page *known = pages.value(id)) {
        return known;
    }
    const PageFactory *maker = factory(id);
    if (maker == nullptr) {
        return nullptr;
    }
    Page *made = maker->create(context, stack);
    if (made->objectName().isEmpty()) {
        made->setObjectName(QStringLiteral("page_") + id);
    }
    setAccessibleRole(made, QAccessible::Pane);
    if (made->accessibleName().isEmpty()) {
        made->setAccessibleName(maker->title());
    }
    stack->addWidget(made);
    pages.insert(id, made);
    for (QAction *verb : made->verbs()) {
        // An action that belongs to no widget would have a key that never works.
        if (verb->associatedObjects().isEmpty()) {
            made->addAction(verb);
        }
    }
    QObject::connect(made, &Page::badgeChanged, &window, [this, id](int count) { rail->setBadge(id, count); });
    return made;
}

Page *MainWindow::Private::currentPage() const
{
    return pages.value(current);
}

void MainWindow::Private::showPage(const Destination &destination)
{
    const bool isNew = !pages.contains(destination.page);
    Page *shown = page(destination.page);
    if (shown == nullptr) {
        return;
    }
    // A place asked for from elsewhere must not hide behind a sheet.
    for (Overlay *sheet : window.findChildren<Overlay *>(Qt::FindDirectChildrenOnly)) {
        sheet->dismiss();
    }
    const bool isBare = destination.object.isEmpty() && destination.arguments.isEmpty();
    current = destination.page;
    stack->setCurrentWidget(shown);
    rail->setCurrent(current);
    actions->setVerbs(pageTitle(current), shown->verbs());
    window.setWindowTitle(QStringLiteral("%1 – Quarterdeck").arg(pageTitle(current)));
    const Destination before = restored.take(current);
    // Coming back to a page by its name leaves it as it was left.
    if (!isBare) {
        shown->show(destination);
    } else if (isNew) {
        shown->show(before.page.isEmpty() ? destination : before);
    }
    if (QApplication::focusWidget() == nullptr || !shown->isAncestorOf(QApplication::focusWidget())) {
        shown->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::Private::createEveryPage()
{
    for (const auto &one : factories) {
        const bool isNew = !pages.contains(one->id());
        Page *made = page(one->id());
        if (isNew && made != nullptr) {
            const Destination before = restored.take(one->id());
            made->show(before.page.isEmpty() ? Destination {one->id(), {}, {}} : before);
        }
    }
}

} // namespace quarterdeck
