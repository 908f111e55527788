#include "app/desktop/languages.h"

#include "app/core/regularfile.h"
#include "app/json/jsonreader.h"
#include "app/settings/config.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace quarterdeck {

QString preferredLanguage(const QString &dataDir)
{
    const auto bytes = readRegularFile(Folders::resolve(dataDir).config + QStringLiteral("/preferences.json"), 64 * 1024);
    if (!bytes) {
        return {};
    }
    const auto document = JsonDocument::parse(*bytes);
    return document ? document->root()[u"language"].stringOr({}) : QString();
}

void installLanguage(QCoreApplication &app, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    // Figures go with the words.
    QLocale::setDefault(locale);
    auto *qt = new QTranslator(&app);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
    auto *own = new QTranslator(&app);
    if (own->load(locale, QStringLiteral("quarterdeck"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || own->load(QStringLiteral(":/i18n/quarterdeck_en.qm"))) {
        QCoreApplication::installTranslator(own);
    }
}

} // namespace quarterdeck
