#pragma once

#include "ui/pages/api/page.h"

class QBoxLayout;

namespace quarterdeck {

class PlainLabel;
class PreferencesPane;
class SectionHead;
class SourcesPane;

/// Sources with their tests, what is wrong with the configuration, and the choices of the person.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    SettingsPage(const PageContext &context, QWidget *parent);

    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override;
    std::vector<PaletteItem> find(const QString &text, int limit) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *addVerb(const QString &name, const QString &text, const QKeySequence &key);
    QWidget *buildSourcesHead();
    void describe();

    const PageContext m_context;
    PlainLabel *m_title;
    QBoxLayout *m_columns = nullptr;
    SourcesPane *m_sources;
    PreferencesPane *m_preferences;
    QWidget *m_warningBox;
    SectionHead *m_warningHead;
    PlainLabel *m_warnings;
    QList<QAction *> m_verbs;
};

} // namespace quarterdeck
