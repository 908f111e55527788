#include "ui/pages/metrics/optionbar.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowrow.h"

#include <QLineEdit>
#include <QLocale>
#include <QMenu>

#include <array>
#include <cmath>

namespace quarterdeck {

namespace {

constexpr Millis DayAgo {86'400'000};
constexpr Millis WeekAgo {7 * 86'400'000};

/// With a point, or as the language writes it.
std::optional<double> numberIn(const QString &text)
{
    bool isNumber = false;
    const double plain = text.toDouble(&isNumber);
    if (isNumber && std::isfinite(plain)) {
        return plain;
    }
    const double local = QLocale().toDouble(text, &isNumber);
    return isNumber && std::isfinite(local) ? std::optional(local) : std::nullopt;
}

} // namespace

OptionBar::OptionBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_unit(new Chip(theme, {}, this))
    , m_threshold(new QLineEdit(this))
{
    setObjectName(QStringLiteral("metrics.options"));
    auto *row = new FlowRow(this, 8);
    m_unit->setObjectName(QStringLiteral("metrics.unit"));
    m_threshold->setObjectName(QStringLiteral("metrics.threshold"));
    m_threshold->setPlaceholderText(tr("Threshold"));
    m_threshold->setAccessibleName(tr("Threshold, a number"));
    m_threshold->setFixedWidth(110);
    m_threshold->setMaxLength(40);
    row->addWidget(m_unit);
    row->addWidget(m_threshold);
    m_logarithmic = addToggle(tr("Log axis"), "logarithmic", &OptionBar::toggleLogarithmic);
    m_stacked = addToggle(tr("Stacked"), "stacked", &OptionBar::toggleStacked);
    m_stepped = addToggle(tr("Steps"), "stepped", &OptionBar::toggleStepped);
    m_split = addToggle(tr("A chart for each query"), "split", &OptionBar::toggleSplit);
    m_compared = new Chip(theme, {}, this);
    m_compared->setObjectName(QStringLiteral("metrics.compared"));
    row->addWidget(m_compared);
    connect(m_unit, &QAbstractButton::clicked, this, &OptionBar::chooseUnit);
    connect(m_compared, &QAbstractButton::clicked, this, &OptionBar::chooseCompared);
    connect(m_threshold, &QLineEdit::editingFinished, this, &OptionBar::readThreshold);
    connect(m_threshold, &QLineEdit::textEdited, m_threshold, [this] { setHint(m_threshold, {}); });
    describe();
}

Chip *OptionBar::addToggle(const QString &text, const char *name, void (OptionBar::*press)())
{
    auto *chip = new Chip(m_theme, text, this);
    chip->setObjectName(QLatin1StringView("metrics.") + QLatin1StringView(name));
    chip->setCheckable(true);
    layout()->addWidget(chip);
    connect(chip, &QAbstractButton::clicked, this, press);
    return chip;
}

void OptionBar::setOptions(const ExplorerOptions &options)
{
    m_options = options;
    m_threshold->setText(options.threshold ? QString::number(*options.threshold, 'g', 12) : QString());
    setHint(m_threshold, {});
    describe();
}

void OptionBar::toggleLogarithmic()
{
    ExplorerOptions next = m_options;
    next.isLogarithmic = !next.isLogarithmic;
    // Sums of logarithms mean nothing.
    next.isStacked = next.isStacked && !next.isLogarithmic;
    take(next);
}

void OptionBar::toggleStacked()
{
    ExplorerOptions next = m_options;
    next.isStacked = !next.isStacked;
    next.isLogarithmic = next.isLogarithmic && !next.isStacked;
    take(next);
}

void OptionBar::toggleStepped()
{
    ExplorerOptions next = m_options;
    next.isStepped = !next.isStepped;
    take(next);
}

void OptionBar::toggleSplit()
{
    ExplorerOptions next = m_options;
    next.isSplit = !next.isSplit;
    take(next);
}

void OptionBar::compareNext()
{
    ExplorerOptions next = m_options;
    next.compared = next.compared == Millis(0) ? DayAgo : next.compared == DayAgo ? WeekAgo : Millis(0);
    take(next);
}

void OptionBar::focusThreshold()
{
    m_threshold->setFocus(Qt::ShortcutFocusReason);
    m_threshold->selectAll();
}

void OptionBar::chooseUnit()
{
    const std::array<std::pair<QString, QString>, 7> units {{{tr("Unit of the source"), {}}, {tr("Number"), QStringLiteral("{}")},
        {tr("Per second"), QStringLiteral("/s")}, {tr("Percent (0 to 1)"), QStringLiteral("1")}, {tr("Seconds"), QStringLiteral("s")},
        {tr("Bytes"), QStringLiteral("By")}, {tr("Bytes per second"), QStringLiteral("By/s")}}};
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("metrics.unitMenu"));
    for (const auto &[words, unit] : units) {
        QAction *one = menu.addAction(words);
        one->setData(unit);
        one->setCheckable(true);
        one->setChecked(unit == m_options.unit);
    }
    if (const QAction *picked = menu.exec(m_unit->mapToGlobal(QPoint(0, m_unit->height() + 2)))) {
        ExplorerOptions next = m_options;
        next.unit = picked->data().toString();
        take(next);
    }
}

void OptionBar::chooseCompared()
{
    const std::array<std::pair<QString, Millis>, 3> times {
        {{tr("No comparison"), Millis(0)}, {tr("The day before"), DayAgo}, {tr("The week before"), WeekAgo}}};
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("metrics.comparedMenu"));
    for (const auto &[words, ago] : times) {
        QAction *one = menu.addAction(words);
        one->setData(qint64(ago.count()));
        one->setCheckable(true);
        one->setChecked(ago == m_options.compared);
    }
    if (const QAction *picked = menu.exec(m_compared->mapToGlobal(QPoint(0, m_compared->height() + 2)))) {
        ExplorerOptions next = m_options;
        next.compared = Millis(picked->data().toLongLong());
        take(next);
    }
}

void OptionBar::readThreshold()
{
    const QString text = m_threshold->text().trimmed();
    const auto number = numberIn(text);
    setHint(m_threshold, text.isEmpty() || number ? QString() : tr("“%1” is not a number; the threshold is unchanged.").arg(text::plain(text, 40)));
    if (text.isEmpty() || number) {
        ExplorerOptions next = m_options;
        next.threshold = number;
        take(next);
    }
}

void OptionBar::take(const ExplorerOptions &options)
{
    const bool isOther = options != m_options;
    m_options = options;
    describe();
    if (isOther) {
        emit changed();
    }
}

void OptionBar::describe()
{
    const auto show = [](Chip *chip, bool isOn) {
        chip->setChecked(isOn);
        chip->setAccented(isOn);
    };
    show(m_logarithmic, m_options.isLogarithmic);
    show(m_stacked, m_options.isStacked);
    show(m_stepped, m_options.isStepped);
    show(m_split, m_options.isSplit);
    const QString unit = m_options.unit == QLatin1StringView("{}") ? tr("number")
        : m_options.unit == QLatin1StringView("1")                 ? QStringLiteral("%")
        : m_options.unit == QLatin1StringView("By")                ? QStringLiteral("B")
        : m_options.unit == QLatin1StringView("By/s")              ? QStringLiteral("B/s")
                                                                   : m_options.unit;
    m_unit->setChipText(unit.isEmpty() ? tr("Unit of the source") : tr("Unit: %1").arg(unit));
    m_unit->setAccented(!unit.isEmpty());
    const Millis ago = m_options.compared;
    m_compared->setChipText(ago == Millis(0) ? tr("Compare…")
            : ago == DayAgo                  ? tr("Compared: day before")
            : ago == WeekAgo                 ? tr("Compared: week before")
                                             : tr("Compared: %1 before").arg(formatDuration(ago)));
    m_compared->setAccented(ago > Millis(0));
}

} // namespace quarterdeck
