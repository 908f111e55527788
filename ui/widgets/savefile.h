#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace quarterdeck {

/// What is saved.
struct SavedFile {
    QString title; ///< Of the dialog.
    QString name;  ///< Proposed, with its suffix.
    QByteArray bytes;
};

/// Asks where to, writes the file whole or not at all, and tells in a sentence what came of it.
void saveFile(QWidget *window, const SavedFile &file, std::function<void(const QString &)> tell);

} // namespace quarterdeck
