#include "ui/theme/theme.h"

#include "ui/theme/colors.h"
#include "ui/theme/desktopsettings.h"
#include "ui/theme/iconengine.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QDBusConnection>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QLocale>
#include <QPalette>
#include <QStyleFactory>
#include <QTimer>

namespace quarterdeck {

namespace {

QString installedOr(const QString &wanted, const QString &fallback)
{
    return QFontDatabase::hasFamily(wanted) ? wanted : fallback;
}

// The size the person chose. Where no desktop says anything Qt falls back to 9 points, which nobody chose.
int chosenPixels(const QFont &font)
{
    const bool isFallback = font.family() == QLatin1StringView("Sans Serif") || font.family().isEmpty();
    return isFallback ? 13 : std::clamp(QFontInfo(font).pixelSize(), 9, 40);
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    m_family = installedOr(QStringLiteral("Inter"), system.family());
    m_monoFamily = installedOr(QStringLiteral("JetBrains Mono"), QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    m_bodyPixels = chosenPixels(system);
}

Theme::~Theme() = default;

void Theme::apply(QApplication &app)
{
    m_app = &app;
    // Read before our own palette replaces it.
    m_paletteScheme = app.palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (m_followsDesktop) {
        m_scheme = m_paletteScheme;
    }
    refresh();
    // The bus is asked after the first paint: a slow portal must not hold the window back.
    QTimer::singleShot(0, this, [this] {
        if (!QDBusConnection::sessionBus().isConnected()) {
            return;
        }
        m_desktop = std::make_unique<DesktopSettings>();
        connect(m_desktop.get(), &DesktopSettings::changed, this, [this] { useDesktop(); });
        m_desktop->read();
    });
}

void Theme::useDesktop()
{
    m_desktopReducedMotion = m_desktop && m_desktop->prefersReducedMotion();
    if (!m_followsDesktop) {
        return;
    }
    Scheme wanted = m_paletteScheme;
    if (m_desktop && m_desktop->prefersDark()) {
        wanted = *m_desktop->prefersDark() ? Scheme::Dark : Scheme::Light;
    }
    if (m_desktop && m_desktop->prefersContrast()) {
        wanted = Scheme::HighContrastDark;
    }
    if (wanted != m_scheme) {
        m_scheme = wanted;
        refresh();
    }
}

void Theme::setScheme(Scheme scheme)
{
    m_followsDesktop = false;
    if (scheme != m_scheme) {
        m_scheme = scheme;
        refresh();
    }
}

void Theme::followDesktop()
{
    m_followsDesktop = true;
    useDesktop();
}

void Theme::setCompact(bool compact)
{
    if (compact != m_compact) {
        m_compact = compact;
        emit changed();
    }
}

void Theme::setReducedMotion(bool reduced)
{
    if (reduced != m_reducedMotion) {
        m_reducedMotion = reduced;
        emit changed();
    }
}

void Theme::refresh()
{
    if (m_app != nullptr) {
        QApplication::setPalette(schemePalette(m_scheme));
        QApplication::setFont(font(TypeFace::Body));
        m_app->setStyleSheet(styleSheet(*this));
    }
    emit changed();
}

QColor Theme::color(Token token) const
{
    return tokenColor(m_scheme, token);
}

QFont Theme::font(TypeFace face) const
{
    const QString family = face == TypeFace::Mono ? m_monoFamily : m_family;
    QFont made(family);
    if (QLocale().language() == QLocale::Chinese) {
        // Left to itself the fallback takes the Japanese forms of the characters.
        made.setFamilies({family, QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"), QStringLiteral("WenQuanYi Micro Hei")});
    }
    int pixels = m_bodyPixels;
    switch (face) {
    case TypeFace::Body:
        break;
    case TypeFace::Caption:
        pixels = m_bodyPixels * 11 / 13;
        break;
    case TypeFace::Section:
        pixels = m_bodyPixels * 12 / 13;
        made.setWeight(QFont::DemiBold);
        break;
    case TypeFace::Title:
        pixels = m_bodyPixels * 19 / 13;
        made.setWeight(QFont::DemiBold);
        break;
    case TypeFace::Figure:
        pixels = m_bodyPixels * 24 / 13;
        made.setWeight(QFont::DemiBold);
        break;
    case TypeFace::Mono:
        pixels = m_bodyPixels * 12 / 13;
        made.setStyleHint(QFont::Monospace);
        made.setFixedPitch(true);
        break;
    }
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setPixelSize(std::max(9, pixels));
    return made;
}

QFont Theme::strongFont(TypeFace face) const
{
    QFont strong = font(face);
    strong.setWeight(std::max(font(face).weight(), QFont::Medium));
    return strong;
}

int Theme::rowHeight() const
{
    return std::max(m_compact ? 30 : 32, QFontMetrics(font(TypeFace::Body)).height() + (m_compact ? 10 : 14));
}

int Theme::logRowHeight() const
{
    return std::max(20, QFontMetrics(font(TypeFace::Mono)).height() + 3);
}

int Theme::controlHeight() const
{
    return std::max(m_compact ? 26 : 28, QFontMetrics(font(TypeFace::Body)).height() + 10);
}

QIcon Theme::icon(const QString &name, Token token) const
{
    return QIcon(new IconEngine(name, color(token), color(Token::Faint)));
}

} // namespace quarterdeck
