#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>

#include <memory>

class QApplication;

namespace quarterdeck {

class DesktopSettings;

/// Colours, fonts, metrics and icons of the moment. One per application, passed to whoever paints. Thread: main.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Scheme : quint8 { Light, Dark, HighContrastDark };
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;
    /// Applies palette, style and style sheet to the application and follows the desktop when `scheme` is not given.
    void apply(QApplication &app);
    void setScheme(Scheme scheme);
    void followDesktop();
    void setCompact(bool compact);
    void setReducedMotion(bool reduced);

    /// What is in force.
    Scheme scheme() const { return m_scheme; }
    bool isDark() const { return m_scheme != Scheme::Light; }
    bool isCompact() const { return m_compact; }
    bool isReducedMotion() const { return m_reducedMotion || m_desktopReducedMotion; }
    /// The value of a token in the scheme of now.
    QColor color(Token token) const;
    /// The face at its size; sizes follow the font of the application.
    QFont font(TypeFace face) const;
    /// The face in a medium weight, for what stands out within a line.
    QFont strongFont(TypeFace face) const;
    /// Units: device-independent pixels.
    int rowHeight() const;
    int logRowHeight() const;
    int controlHeight() const;
    /// An icon of resources/icons, drawn in the token's colour at any scale.
    QIcon icon(const QString &name, Token token = Token::Muted) const;

signals:
    /// Colours, fonts or metrics are different now: repaint.
    void changed();

private:
    void useDesktop();
    void refresh();

    Scheme m_scheme = Scheme::Light;
    Scheme m_paletteScheme = Scheme::Light;
    bool m_compact = false;
    bool m_reducedMotion = false;
    bool m_desktopReducedMotion = false;
    bool m_followsDesktop = true;
    int m_bodyPixels = 13;
    QString m_family;
    QString m_monoFamily;
    QApplication *m_app = nullptr;
    std::unique_ptr<DesktopSettings> m_desktop;
};

} // namespace quarterdeck
