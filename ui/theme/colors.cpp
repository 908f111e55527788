#include "ui/theme/colors.h"

#include <QPalette>

#include <array>

namespace quarterdeck {

namespace {

constexpr std::size_t TokenCount = std::size_t(Token::Series4) + 1;
using Colors = std::array<QRgb, TokenCount>;

// In the order of Token.
constexpr Colors Dark {0xff0e1014, 0xff13161c, 0xff1a1e26, 0xff252a34, 0xff667080, 0xffe7e9ee, 0xffa3acbb, 0xff868f9e, 0xff1b2233, 0xff8fb0ff,
    0xff1d2740, 0xff0e1014, 0xffff7352, 0xffff9d5c, 0xfff2b63c, 0xff5ab7ea, 0xff35c195, 0xff868f9d, 0x12ff7352, 0xff7aa7ff, 0xfff2b63c, 0xff35c195,
    0xffc792ea};
constexpr Colors Light {0xfff6f6f4, 0xffffffff, 0xfff3f3f0, 0xffe3e2dd, 0xff838994, 0xff1b1d21, 0xff525965, 0xff646b76, 0xffeef2fd, 0xff2f5fd0,
    0xffe8eefc, 0xffffffff, 0xffc23a14, 0xffa64a08, 0xff8f6200, 0xff0a6a9e, 0xff08795a, 0xff646d7a, 0x0dc23a14, 0xff2f5fd0, 0xffb27a00, 0xff0b8a67,
    0xff8a4fbf};
constexpr Colors HighContrast {0xff000000, 0xff000000, 0xff161616, 0xff8c8c8c, 0xffbdbdbd, 0xffffffff, 0xffe4e4e4, 0xffcccccc, 0xff00306e, 0xffffe14d,
    0xff3d3400, 0xff000000, 0xffff9a82, 0xffffb380, 0xffffd24d, 0xff8fd4ff, 0xff5fe3b8, 0xffbfc5d0, 0x40ff9a82, 0xff9fc2ff, 0xffffd24d, 0xff5fe3b8,
    0xffe0b8ff};

} // namespace

QColor tokenColor(Theme::Scheme scheme, Token token)
{
    const Colors &colors = scheme == Theme::Scheme::Light ? Light : scheme == Theme::Scheme::Dark ? Dark : HighContrast;
    return QColor::fromRgba(colors.at(std::size_t(token)));
}

QPalette schemePalette(Theme::Scheme scheme)
{
    const auto c = [scheme](Token token) { return tokenColor(scheme, token); };
    QPalette palette;
    palette.setColor(QPalette::Window, c(Token::Window));
    palette.setColor(QPalette::Base, c(Token::Surface));
    palette.setColor(QPalette::AlternateBase, c(Token::Raised));
    palette.setColor(QPalette::Button, c(Token::Surface));
    palette.setColor(QPalette::ToolTipBase, c(Token::Raised));
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText, QPalette::HighlightedText}) {
        palette.setColor(role, c(Token::Text));
        palette.setColor(QPalette::Disabled, role, c(Token::Faint));
    }
    palette.setColor(QPalette::PlaceholderText, c(Token::Faint));
    palette.setColor(QPalette::Highlight, c(Token::Selection));
    palette.setColor(QPalette::Link, c(Token::Accent));
    palette.setColor(QPalette::LinkVisited, c(Token::Accent));
    for (const auto role : {QPalette::Light, QPalette::Midlight, QPalette::Mid, QPalette::Dark, QPalette::Shadow}) {
        palette.setColor(role, c(Token::Hairline));
    }
    return palette;
}

} // namespace quarterdeck
