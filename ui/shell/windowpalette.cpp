#include "ui/shell/windowprivate.h"

#include "ui/shell/fuzzy.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/verbbutton.h"

#include <algorithm>

namespace quarterdeck {

namespace {

struct Scored {
    int score = 0;
    PaletteLine line;
};

void offer(std::vector<Scored> &found, QAction *action, const QString &detail, const QString &text, int bonus)
{
    const QString title = actionText(action);
    const int score = action->isEnabled() ? fuzzyScore(title, text) : 0;
    if (score > 0) {
        const bool isPage = action->objectName().startsWith(QLatin1StringView("action_go_"));
        const QString icon = isPage ? QStringLiteral("chevron-right") : QStringLiteral("palette");
        found.push_back({score + bonus, {title, detail, keyText(action), icon, [action] { action->trigger(); }}});
    }
}

} // namespace

std::vector<PaletteLine> MainWindow::Private::paletteLines(const QString &text)
{
    constexpr int ObjectsPerPage = 8;
    constexpr std::size_t Shown = 40;
    std::vector<Scored> found;
    for (QAction *action : actions->all()) {
        const bool isPage = action->objectName().startsWith(QLatin1StringView("action_go_"));
        if (action->objectName() != QLatin1StringView("action_palette")) {
            offer(found, action, isPage ? tr("page") : QString(), text, isPage ? 50 : 0);
        }
    }
    if (const Page *shown = currentPage()) {
        for (QAction *verb : shown->verbs()) {
            offer(found, verb, pageTitle(current), text, text.isEmpty() ? 20 : 10);
        }
    }
    if (!text.isEmpty()) {
        // The first letter typed is soon enough: opening shows nothing of the pages not seen yet.
        createEveryPage();
        for (const auto &one : factories) {
            const Page *made = pages.value(one->id());
            if (made == nullptr) {
                continue;
            }
            for (const PaletteItem &item : made->find(text, ObjectsPerPage)) {
                const int score = std::max(fuzzyScore(item.title, text), fuzzyScore(item.detail, text) / 2);
                found.push_back({std::max(score, 1),
                    {item.title, one->title() + QStringLiteral(" · ") + item.detail, {}, one->icon(),
                        [this, to = item.destination] { window.go(to); }}});
            }
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Scored &a, const Scored &b) { return a.score > b.score; });
    std::vector<PaletteLine> lines;
    for (std::size_t i = 0; i < std::min(found.size(), Shown); ++i) {
        lines.push_back(std::move(found.at(i).line));
    }
    return lines;
}

} // namespace quarterdeck
