#include "ui/theme/stylesheet.h"

#include <QMap>

namespace quarterdeck {

namespace {

QString rules()
{
    return QStringLiteral(R"(
QToolTip { background: @raised; color: @text; border: 1px solid @hairline; padding: 4px 6px; }
QPushButton { background: @surface; color: @text; border: 1px solid @border; border-radius: 6px; padding: 3px 10px; min-height: 18px; }
QPushButton:hover { background: @raised; }
QPushButton:pressed, QPushButton:checked { background: @selection; }
QPushButton:disabled { color: @faint; }
QPushButton:focus { border: 2px solid @accent; padding: 2px 9px; }
QPushButton[primary="true"] { background: @accent; color: @onaccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[primary="true"]:focus { background: @window; color: @text; border: 2px solid @accent; }
QPushButton[primary="true"]:disabled { background: @raised; color: @faint; border: 1px solid @hairline; }
QToolButton { background: transparent; color: @muted; border: 1px solid transparent; border-radius: 6px; padding: 3px 6px; min-height: 18px; min-width: 14px; }
QToolButton:hover { background: @raised; color: @text; }
QToolButton:checked { background: @selection; color: @text; }
QToolButton:focus { border: 2px solid @accent; padding: 2px 5px; }
QToolButton[small="true"] { font-size: @smallpx; padding: 1px 6px; }
QToolButton[tone="ok"] { color: @ok; }
QToolButton[tone="warning"] { color: @warning; }
QToolButton[tone="critical"] { color: @critical; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit { background: @surface; color: @text;
  border: 1px solid @border; border-radius: 6px; padding: 3px 8px; selection-background-color: @accentground; selection-color: @text; }
QLineEdit, QSpinBox, QComboBox, QDateTimeEdit { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus, QDateTimeEdit:focus { border: 2px solid @accent; padding: 2px 7px; }
QLineEdit > QToolButton { border: none; padding: 0; min-height: 0; min-width: 0; }
QTextEdit[ground="none"] { background: transparent; border: 2px solid transparent; border-radius: 0; padding: 2px 6px; }
QTextEdit[ground="none"]:focus { border: 2px solid @accent; padding: 2px 6px; }
QLineEdit:disabled, QComboBox:disabled { color: @faint; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down.svg); width: 12px; height: 12px; }
QSpinBox::up-arrow { image: url(:/icons/arrow-up.svg); width: 9px; height: 9px; }
QSpinBox::down-arrow { image: url(:/icons/arrow-down.svg); width: 9px; height: 9px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @hairline; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 16px; }
QAbstractScrollArea { border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea[ground="none"], QScrollArea[ground="none"] > QWidget, QScrollArea[ground="none"] > QWidget > QWidget { background: transparent; }
QTableView, QTreeView, QListView { background: @window; border: none; gridline-color: @hairline; outline: none;
  selection-background-color: @selection; selection-color: @text; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @muted; border: none; border-bottom: 1px solid @hairline; padding: 4px 8px; font-size: @captionpx; }
QTableCornerButton::section { background: @window; border: none; }
QMenuBar { background: @window; color: @muted; border-bottom: 1px solid @hairline; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: @raised; color: @text; }
QMenu { background: @raised; color: @text; border: 1px solid @hairline; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @hairline; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; border-radius: 4px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 4px; background: transparent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@tick); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 8px; background: transparent; }
QRadioButton::indicator:checked { border: 4px solid @accent; width: 8px; height: 8px; }
QSplitter::handle { background: @hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @hairline; }
QProgressBar { background: @raised; border: none; border-radius: 3px; height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)");
}

} // namespace

QString styleSheet(const Theme &theme)
{
    // Longer names first, or @accent would eat the start of @accentground.
    const std::pair<const char *, Token> names[] = {{"@accentground", Token::AccentGround}, {"@onaccent", Token::OnAccent},
        {"@accent", Token::Accent}, {"@selection", Token::Selection}, {"@hairline", Token::Hairline}, {"@border", Token::Border},
        {"@surface", Token::Surface}, {"@window", Token::Window}, {"@raised", Token::Raised}, {"@muted", Token::Muted}, {"@faint", Token::Faint},
        {"@text", Token::Text}, {"@ok", Token::Ok}, {"@warning", Token::Warning}, {"@critical", Token::Critical}};
    QString sheet = rules();
    for (const auto &[name, token] : names) {
        sheet.replace(QLatin1StringView(name), theme.color(token).name());
    }
    // The ground of a ticked box is dark in the light schemes and light in the dark ones.
    sheet.replace(
        QLatin1StringView("@tick"), theme.isDark() ? QStringLiteral(":/icons/tick-on-light.svg") : QStringLiteral(":/icons/tick-on-dark.svg"));
    sheet.replace(QLatin1StringView("@smallpx"), QStringLiteral("%1px").arg(theme.font(TypeFace::Section).pixelSize()));
    return sheet.replace(QLatin1StringView("@captionpx"), QStringLiteral("%1px").arg(theme.font(TypeFace::Caption).pixelSize()));
}

} // namespace quarterdeck
