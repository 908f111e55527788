#pragma once

#include "app/ports/preferences.h"
#include "ui/pages/api/page.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace quarterdeck {

/// Appearance, behaviour, name and retention; what is chosen holds at once.
class PreferencesPane final : public QWidget {
    Q_OBJECT

public:
    PreferencesPane(const PageContext &context, QWidget *parent = nullptr);

private:
    QWidget *buildAppearance();
    QWidget *buildActions();
    QWidget *buildData();
    QComboBox *addBox(QFormLayout *form, const QString &name, const QString &words, const QStringList &choices);
    QCheckBox *addCheck(QFormLayout *form, const QString &name, const QString &words);
    QSpinBox *addNumber(QFormLayout *form, const QString &name, const QString &words, int least, int most, const QString &suffix);
    void addFact(QFormLayout *form, const QString &name, const QString &words, const QString &value);
    QWidget *section(const QString &title, QFormLayout *&form);
    void read(const PreferenceValues &values);
    void write();

    const PageContext m_context;
    QComboBox *m_appearance = nullptr;
    QComboBox *m_density = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_utc = nullptr;
    QCheckBox *m_motion = nullptr;
    QCheckBox *m_keys = nullptr;
    QCheckBox *m_notify = nullptr;
    QLineEdit *m_author = nullptr;
    QSpinBox *m_acknowledge = nullptr;
    QSpinBox *m_logDays = nullptr;
    QSpinBox *m_historyDays = nullptr;
    bool m_isReading = false;
};

} // namespace quarterdeck
