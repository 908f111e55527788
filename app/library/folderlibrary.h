#pragma once

#include "app/ports/library.h"

#include <memory>

namespace quarterdeck {

/// The runbooks of some folders and single files, watched for changes. Scans off the main thread; follows no links out of a folder,
/// skips files over 1 MB with a reason. Thread: main.
class FolderLibrary final : public Library {
    Q_OBJECT

public:
    explicit FolderLibrary(QStringList places, QObject *parent = nullptr);
    ~FolderLibrary() override;
    std::vector<RunbookFile> runbooks() const override;
    Async<QByteArray> markdown(const QString &id) override;
    QString forAlert(const QString &alertname, const QString &runbookUrl, const QString &service) const override;
    /// Scans now and waits; for the command line and tests.
    void scanNow();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
