#pragma once

#include "app/core/clock.h"
#include "app/domain/silencepreview.h"
#include "models/inboxfeed.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLineEdit;
class QTimer;
class QScrollArea;
class QVBoxLayout;

namespace quarterdeck {

class Chip;
class FlowRow;
class PlainLabel;
class VerbButton;

/// Composes a silence: label chips to toggle, a duration, a comment, and at every moment what it would hide. What is typed and not yet a
/// chip counts; where it cannot be read, nothing is sent. At a source whose silences are about one alert each it has no labels to choose,
/// and names the alerts. Deletes itself.
class SilenceDialog final : public QDialog {
    Q_OBJECT

public:
    struct Request {
        SourceId source;
        std::vector<Alert> alerts;      ///< Those it is meant for: at least one.
        bool isByMatchers = true;       ///< One silence for all that match; else one for each alert.
        int elsewhere = 0;              ///< Meant as well, but of another source: not reached.
        bool isAcknowledgement = false; ///< Offered instead of many acknowledgements.
        Millis duration {7'200'000};
    };
    struct Choice {
        std::vector<Matcher> matchers; ///< Empty where it is not by matchers.
        Millis duration {0};
        QString comment;
        int hits = 0;
    };
    SilenceDialog(const PageContext &context, InboxFeed &feed, const Request &request, QWidget *parent);

signals:
    /// The person confirmed what to silence and for how long.
    void chosen(const quarterdeck::SilenceDialog::Choice &choice);
    /// Acknowledge one by one after all.
    void eachChosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMatchers(QVBoxLayout *column);
    void buildDurations(QVBoxLayout *column);
    void buildPreview(QVBoxLayout *column);
    void buildButtons(QVBoxLayout *column);
    void addChip(const Matcher &matcher);
    void fitChips();
    void fitExamples(int lines);
    void growToContents();
    bool addTyped();
    Result<std::vector<Matcher>> typed() const;
    void warn(const QStringList &sentences);
    void setDuration(Millis duration);
    void readDuration();
    void updatePreview();
    void showHidden(int total, const std::vector<Alert> &examples);
    void finish();
    std::vector<Matcher> matchers() const;

    struct MatcherChip {
        Chip *chip;
        Matcher matcher;
    };
    PageContext m_context;
    InboxFeed &m_feed;
    Request m_request;
    FlowRow *m_chipRow = nullptr;
    QScrollArea *m_chipArea = nullptr;
    std::vector<MatcherChip> m_chips;
    std::vector<std::pair<Chip *, Millis>> m_presets;
    QLineEdit *m_typed = nullptr;
    QLineEdit *m_durationEdit = nullptr;
    QLineEdit *m_comment = nullptr;
    PlainLabel *m_ends = nullptr;
    PlainLabel *m_count = nullptr;
    PlainLabel *m_examples = nullptr;
    QScrollArea *m_exampleArea = nullptr;
    PlainLabel *m_warnings = nullptr;
    VerbButton *m_accept = nullptr;
    QTimer *m_pause = nullptr;
    Millis m_duration {0};
    int m_hits = 0;
    std::vector<SilencePreview::Finding> m_told;
};

} // namespace quarterdeck
