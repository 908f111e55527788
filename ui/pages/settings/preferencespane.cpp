#include "ui/pages/settings/preferencespane.h"

#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

// One column of names through all sections.
constexpr int labelWidth = 266;
constexpr int leastTarget = 24;

} // namespace

PreferencesPane::PreferencesPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("settingsPreferences"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(22);
    column->addWidget(buildAppearance());
    column->addWidget(buildActions());
    column->addWidget(buildData());
    read(context.preferences.values());
    for (QComboBox *box : {m_appearance, m_density, m_language}) {
        connect(box, &QComboBox::activated, this, &PreferencesPane::write);
    }
    for (QCheckBox *check : {m_utc, m_motion, m_keys, m_notify}) {
        connect(check, &QCheckBox::toggled, this, &PreferencesPane::write);
    }
    for (QSpinBox *number : {m_acknowledge, m_logDays, m_historyDays}) {
        connect(number, &QSpinBox::valueChanged, this, &PreferencesPane::write);
    }
    connect(m_author, &QLineEdit::editingFinished, this, &PreferencesPane::write);
    connect(&context.preferences, &Preferences::changed, this, &PreferencesPane::read);
}

QWidget *PreferencesPane::section(const QString &title, QFormLayout *&form)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(new SectionHead(m_context.theme, title, box));
    form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    column->addLayout(form);
    return box;
}

QWidget *PreferencesPane::buildAppearance()
{
    QFormLayout *form = nullptr;
    QWidget *box = section(tr("Appearance"), form);
    m_appearance = addBox(form, QStringLiteral("prefAppearance"), tr("Theme"), {tr("Same as system"), tr("Light"), tr("Dark"), tr("High contrast")});
    m_density = addBox(form, QStringLiteral("prefDensity"), tr("Row height"), {tr("Compact"), tr("Comfortable")});
    m_language = addBox(form, QStringLiteral("prefLanguage"), tr("Language"), {tr("Same as system")});
    // Languages name themselves.
    m_language->setItemData(0, QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_utc = addCheck(form, QStringLiteral("prefUtc"), tr("Show times in UTC"));
    m_motion = addCheck(form, QStringLiteral("prefMotion"), tr("Reduce motion"));
    return box;
}

QWidget *PreferencesPane::buildActions()
{
    QFormLayout *form = nullptr;
    QWidget *box = section(tr("Behaviour"), form);
    m_author = new QLineEdit(box);
    m_author->setObjectName(QStringLiteral("prefAuthor"));
    m_author->setAccessibleName(tr("Display name"));
    m_author->setMaxLength(80);
    m_author->setFixedWidth(260);
    m_author->setPlaceholderText(tr("shown to others"));
    auto *label = new PlainLabel(tr("Your name in acknowledgements and checklists"), box);
    label->setBuddy(m_author);
    label->setMinimumWidth(labelWidth);
    form->addRow(label, m_author);
    m_acknowledge = addNumber(form, QStringLiteral("prefAcknowledge"), tr("Acknowledgements last"), 5, 24 * 60, tr(" min"));
    m_keys = addCheck(form, QStringLiteral("prefKeys"), tr("Use single-letter shortcuts"));
    m_notify = addCheck(form, QStringLiteral("prefNotify"), tr("Desktop notification when an alert fires"));
    return box;
}

QWidget *PreferencesPane::buildData()
{
    QFormLayout *form = nullptr;
    QWidget *box = section(tr("Data"), form);
    m_logDays = addNumber(form, QStringLiteral("prefLogDays"), tr("Keep log lines for"), 1, 365, tr(" days"));
    m_historyDays = addNumber(form, QStringLiteral("prefHistoryDays"), tr("Keep alert history for"), 30, 3650, tr(" days"));
    addFact(form, QStringLiteral("prefDataFolder"), tr("Data folder"), m_context.preferences.dataFolder());
    addFact(form, QStringLiteral("prefCacheFolder"), tr("Cache (safe to delete)"), m_context.preferences.cacheFolder());
    addFact(form, QStringLiteral("prefConfigFile"), tr("Configuration"), m_context.preferences.configFile());
    return box;
}

QComboBox *PreferencesPane::addBox(QFormLayout *form, const QString &name, const QString &words, const QStringList &choices)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(words);
    box->setMinimumWidth(200);
    box->addItems(choices);
    auto *label = new PlainLabel(words, this);
    label->setBuddy(box);
    label->setMinimumWidth(labelWidth);
    form->addRow(label, box);
    return box;
}

QCheckBox *PreferencesPane::addCheck(QFormLayout *form, const QString &name, const QString &words)
{
    auto *check = new QCheckBox(words, this);
    check->setObjectName(name);
    check->setAccessibleName(words);
    form->addRow(check);
    return check;
}

QSpinBox *PreferencesPane::addNumber(QFormLayout *form, const QString &name, const QString &words, int least, int most, const QString &suffix)
{
    auto *number = new QSpinBox(this);
    number->setObjectName(name);
    number->setAccessibleName(words);
    number->setRange(least, most);
    number->setSuffix(suffix);
    number->setMinimumWidth(120);
    number->setKeyboardTracking(false);
    auto *label = new PlainLabel(words, this);
    label->setBuddy(number);
    label->setMinimumWidth(labelWidth);
    form->addRow(label, number);
    return number;
}

void PreferencesPane::addFact(QFormLayout *form, const QString &name, const QString &words, const QString &value)
{
    auto *label = new PlainLabel(words, this);
    label->setMinimumWidth(labelWidth);
    auto *fact = new PlainLabel(QDir::toNativeSeparators(value), this);
    fact->setLook(m_context.theme, TypeFace::Mono, Token::Muted);
    // A long path must not move what stands beside it.
    fact->setEliding(true, Qt::ElideMiddle);
    fact->setObjectName(name);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fact->setFocusPolicy(Qt::StrongFocus);
    fact->setMinimumHeight(leastTarget);
    fact->setAccessibleName(phrases::pair(words, value));
    form->addRow(label, fact);
}

void PreferencesPane::read(const PreferenceValues &values)
{
    m_isReading = true;
    m_appearance->setCurrentIndex(int(values.appearance));
    m_density->setCurrentIndex(int(values.density));
    if (m_language->findData(values.language) < 0) {
        m_language->addItem(QLocale(values.language).nativeLanguageName(), values.language);
    }
    m_language->setCurrentIndex(m_language->findData(values.language));
    m_utc->setChecked(values.isUtc);
    m_motion->setChecked(values.isReducedMotion);
    m_keys->setChecked(values.isSingleKeyEnabled);
    m_notify->setChecked(values.isNotifying);
    m_author->setText(values.author);
    m_acknowledge->setValue(values.acknowledgeMinutes);
    m_logDays->setValue(values.logRetentionDays);
    m_historyDays->setValue(values.historyRetentionDays);
    m_isReading = false;
}

void PreferencesPane::write()
{
    if (m_isReading) {
        return;
    }
    PreferenceValues values = m_context.preferences.values();
    values.appearance = PreferenceValues::Appearance(m_appearance->currentIndex());
    values.density = PreferenceValues::Density(m_density->currentIndex());
    values.language = m_language->currentData().toString();
    values.isUtc = m_utc->isChecked();
    values.isReducedMotion = m_motion->isChecked();
    values.isSingleKeyEnabled = m_keys->isChecked();
    values.isNotifying = m_notify->isChecked();
    values.author = m_author->text().trimmed();
    values.acknowledgeMinutes = m_acknowledge->value();
    values.logRetentionDays = m_logDays->value();
    values.historyRetentionDays = m_historyDays->value();
    m_context.preferences.setValues(values);
}

} // namespace quarterdeck
