#pragma once

#include <QColor>

namespace quarterdeck {

/// Meaning of a colour; the theme gives it a value. The only way a widget names a colour.
enum class Token : quint8 {
    Window,
    Surface,
    Raised,
    Hairline, ///< Parts what stands side by side; never the only sign of something to press or fill in.
    Border,   ///< Of fields and buttons, and of bars that mean nothing bad.
    Text,
    Muted,
    Faint,
    Selection,
    Accent,
    AccentGround,
    OnAccent,
    Critical,
    Error,
    Warning,
    Info,
    Ok,
    Stale,
    OnsetShade,
    Series1,
    Series2,
    Series3,
    Series4
};

/// The kinds of text. Sizes follow the user's font setting: Body is the application font (13 px at the default).
enum class TypeFace : quint8 { Body, Caption, Section, Title, Figure, Mono };

} // namespace quarterdeck
