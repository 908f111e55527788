// The window, worked by nobody: `quarterdeck-driver --pictures FOLDER` leaves a picture of every page, `--trace-start` prints when the first
// paint and the first rows came (`--trace-for SECONDS`: after so long, not when nothing more comes). The other arguments are quarterdeck's.
#include "app/desktop/app.h"
#include "app/desktop/desktop.h"
#include "tests/driver/starttrace.h"
#include "tests/driver/tour.h"
#include "ui/shell/mainwindow.h"

#include <QString>

#include <cstdio>
#include <vector>

using namespace quarterdeck;

namespace {

/// Takes `name` and the word behind it out of the arguments; null where it is not there.
const char *take(std::vector<char *> &arguments, QLatin1StringView name)
{
    for (std::size_t i = 1; i + 1 < arguments.size(); ++i) {
        if (QLatin1StringView(arguments[i]) == name) {
            const char *value = arguments[i + 1];
            arguments.erase(arguments.begin() + std::ptrdiff_t(i), arguments.begin() + std::ptrdiff_t(i) + 2);
            return value;
        }
    }
    return nullptr;
}

MakeDriver tour(const QString &folder)
{
    return [folder](Desktop &desktop) {
        auto driver = std::make_unique<Tour>(desktop, folder);
        driver->start();
        return driver;
    };
}

MakeDriver trace(int seconds)
{
    return [seconds](Desktop &desktop) { return std::make_unique<StartTrace>(desktop.window(), seconds); };
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<char *> arguments(argv, argv + argc);
    const char *pictures = take(arguments, QLatin1StringView("--pictures"));
    const char *seconds = take(arguments, QLatin1StringView("--trace-for"));
    const bool isTraced = std::erase_if(arguments, [](const char *one) { return QLatin1StringView(one) == QLatin1StringView("--trace-start"); }) > 0;
    if ((pictures != nullptr) == isTraced) {
        std::fputs("usage: quarterdeck-driver --pictures FOLDER | --trace-start [--trace-for SECONDS] [OPTIONS OF QUARTERDECK]\n", stderr);
        return 2;
    }
    arguments.push_back(nullptr);
    return runDesktop(int(arguments.size()) - 1, arguments.data(),
        isTraced ? trace(seconds != nullptr ? QByteArray(seconds).toInt() : 0) : tour(QString::fromLocal8Bit(pictures)));
}
