#pragma once

#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

namespace quarterdeck {

/// Fonts and colours as tests of widgets want them: a scheme that does not follow the machine.
inline void setStage(Theme &theme, Theme::Scheme scheme)
{
    theme.setScheme(scheme);
    theme.apply(*qApp);
}

/// Shows a widget and waits until it is there. False when it never was.
inline bool showAndWait(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    return QTest::qWaitForWindowExposed(&widget);
}

/// Writes a picture of the widget to $QUARTERDECK_PICTURES/<name>.png, for a person to look at; nothing without that variable.
inline void takePicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("QUARTERDECK_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder)) {
        widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }
}

/// How many distinct colours a picture has: 1 means nothing was painted.
inline qsizetype colourCount(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            seen.insert(image.pixel(x, y));
        }
    }
    return seen.size();
}

} // namespace quarterdeck
