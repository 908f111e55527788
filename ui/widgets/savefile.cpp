#include "ui/widgets/savefile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace quarterdeck {

void saveFile(QWidget *window, const SavedFile &file, std::function<void(const QString &)> tell)
{
    auto *dialog = new QFileDialog(window, file.title);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(file.name).suffix());
    dialog->selectFile(file.name);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [bytes = file.bytes, tell = std::move(tell)](const QString &name) {
        QSaveFile out(name);
        const bool isWritten = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
        tell(isWritten ? QCoreApplication::translate("SaveFile", "Exported to %1.").arg(name)
                       : QCoreApplication::translate("SaveFile", "Could not write the file: %1.").arg(out.errorString()));
    });
    dialog->open();
}

} // namespace quarterdeck
