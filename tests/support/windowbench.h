#pragma once

#include "app/core/clock.h"
#include "app/desktop/desktop.h"
#include "app/desktop/preferencestore.h"
#include "ui/shell/mainwindow.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace quarterdeck {

/// The whole program with its window, over a configuration and a data folder of its own. Opened again it finds what it left.
struct WindowBench {
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Desktop> desktop;

    QString config() const { return folder.filePath(QStringLiteral("config.yaml")); }
    QString data() const { return folder.filePath(QStringLiteral("data")); }
    bool write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(folder.filePath(name)).path());
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    bool open(DesktopOptions options)
    {
        desktop = std::make_unique<Desktop>(*qApp, std::move(options), clock);
        if (const auto started = desktop->start(); !started) {
            qWarning() << started.error().what << started.error().where;
            return false;
        }
        PreferenceValues values = desktop->preferences().values();
        values.appearance = PreferenceValues::Appearance::Light;
        values.author = QStringLiteral("ana");
        desktop->preferences().setValues(values);
        window().resize(1440, 900);
        window().activateWindow();
        return QTest::qWaitForWindowActive(&window());
    }
    bool open()
    {
        DesktopOptions options;
        options.configFile = config();
        options.dataDir = data();
        return open(options);
    }
    void close() { desktop.reset(); }

    MainWindow &window() const { return desktop->window(); }
    template <class T> T *find(const char *name) const { return window().findChild<T *>(QLatin1StringView(name)); }
    SourceStatus status(const QString &id) const
    {
        for (const SourceStatus &status : desktop->engine().sync().statuses()) {
            if (status.id == id) {
                return status;
            }
        }
        return {};
    }
    template <class T> static Result<T> wait(const Async<T> &future, int limitMs = 20'000)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, limitMs) || future.resultCount() == 0) {
            return fail(ErrorKind::Timeout, QStringLiteral("never finished"));
        }
        return future.result();
    }
    std::vector<Alert> openAlerts() const
    {
        auto all = wait(desktop->engine().store().alerts()).value_or(std::vector<Alert> {});
        std::erase_if(all, [](const Alert &alert) { return !alert.isOpen(); });
        return all;
    }
    std::vector<OutboxEntry> outbox() const { return wait(desktop->engine().store().entries()).value_or(std::vector<OutboxEntry> {}); }
};

} // namespace quarterdeck
