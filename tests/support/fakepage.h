#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakelibrary.h"
#include "tests/support/fakeoncall.h"
#include "tests/support/fakeoutbox.h"
#include "tests/support/fakepreferences.h"
#include "tests/support/fakereader.h"
#include "tests/support/fakerunlog.h"
#include "tests/support/fakesecretbook.h"
#include "tests/support/fakesourceeditor.h"
#include "tests/support/fakesources.h"
#include "tests/support/faketelemetry.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

namespace quarterdeck {

/// Records where a page wanted to go and what it said.
class FakeNavigator final : public Navigator {
public:
    std::vector<Destination> destinations;
    QStringList toasts;
    std::function<void()> lastUndo; ///< Of the newest toast that had one.
    QStringList opened;
    int backs = 0;

    void go(const Destination &destination) override { destinations.push_back(destination); }
    void back() override { ++backs; }
    void toast(const QString &sentence, std::function<void()> undo = {}) override
    {
        toasts << sentence;
        if (undo) {
            lastUndo = std::move(undo);
        }
    }
    void openExternal(const QString &url) override { opened << url; }
    void openFile(const QString &path) override { opened << path; }
};

/// All fakes that a page needs, put together, and the context of them.
struct FakePage {
    FakeClock clock {UtcTime {1'795'271'762'000}}; ///< 2026-11-21T14:36:02Z.
    FakeReader reader;
    FakeOutbox outbox {clock, &reader};
    FakeSources sources;
    FakeTelemetry telemetry;
    FakeOnCall onCall;
    FakeRunLog runLog;
    FakeLibrary library;
    FakePreferences preferences;
    FakeSecretBook secrets;
    FakeSourceEditor editor;
    TimeControl time {clock};
    Theme theme;
    FakeNavigator navigator;

    PageContext context()
    {
        return {reader, outbox, sources, telemetry, onCall, runLog, library, preferences, secrets, editor, time, clock, theme, navigator};
    }
};

} // namespace quarterdeck
