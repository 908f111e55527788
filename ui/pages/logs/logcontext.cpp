#include "ui/pages/logs/logcontext.h"

#include "app/core/text.h"
#include "app/ports/telemetry.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/loglinesheet.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"

#include <QCoreApplication>
#include <QDialog>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int LinesEachWay = 200;
constexpr Millis FarEachWay {3'600'000};

/// Reads both sides of one line and shows them as they come.
class LogContext final : public QDialog {
public:
    LogContext(const LogLine &line, const PageContext &context, QWidget *parent)
        : QDialog(parent)
        , m_context(context)
        , m_line(line)
        , m_head(new PlainLabel(this))
        , m_view(new LogView(context.theme, this))
    {
        setObjectName(QStringLiteral("logContext"));
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(say(QT_TRANSLATE_NOOP("LogContext", "Lines around it")));
        m_head->setObjectName(QStringLiteral("logContextHead"));
        m_head->setLook(context.theme, TypeFace::Caption, Token::Muted);
        m_head->setWordWrap(true);
        m_view->setObjectName(QStringLiteral("logContextLines"));
        m_view->setFollowing(false);
        m_view->setTimeText([&time = context.time](qint64 nanos) { return time.clockText({nanos / 1'000'000}); });
        m_view->setLines({line});
        m_view->setCurrentLine(0);
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_head);
        column->addWidget(m_view, 1);
        connect(m_view, &LogView::lineActivated, this, [this](int index) { showLogLine(m_view->line(index), m_context.theme, this); });
        resize(1000, 560);
        describe();
        read(true);
        read(false);
    }

private:
    static QString say(const char *words) { return QCoreApplication::translate("LogContext", words); }

    void read(bool isBefore)
    {
        const UtcTime at {m_line.nanos / 1'000'000};
        LogQuery query;
        query.sources = {m_line.source};
        query.service = m_line.service;
        query.range = isBefore ? TimeRange {at - FarEachWay, at + Millis(1)} : TimeRange {at, at + FarEachWay};
        query.limit = LinesEachWay;
        query.isFromStart = !isBefore;
        then(m_context.telemetry.logs(query), this, [this, isBefore](const Result<Dated<LogPage>> &page) {
            (isBefore ? m_isBeforeRead : m_isAfterRead) = true;
            if (page) {
                merge(page->value.lines);
                m_problem = page->isLive ? m_problem : page->error ? errorWords(*page->error) : m_problem;
            } else {
                m_problem = errorWords(page.error());
            }
            describe();
        });
    }

    void merge(const std::vector<LogLine> &more)
    {
        std::vector<LogLine> all;
        for (int i = 0; i < m_view->lineCount(); ++i) {
            all.push_back(m_view->line(i));
        }
        for (const LogLine &line : more) {
            const bool isKnown = std::ranges::any_of(
                all, [&line](const LogLine &one) { return one.cursor == line.cursor && one.text == line.text && one.nanos == line.nanos; });
            if (!isKnown) {
                all.push_back(line);
            }
        }
        std::ranges::stable_sort(all, {}, &LogLine::nanos);
        const auto own = std::ranges::find_if(all, [this](const LogLine &one) { return one.cursor == m_line.cursor && one.text == m_line.text; });
        const int index = int(own - all.begin());
        m_view->setLines(std::move(all));
        m_view->scrollToTime({m_line.nanos / 1'000'000});
        m_view->setCurrentLine(index);
    }

    void describe()
    {
        const QString of = m_line.service.isEmpty() ? text::plain(m_line.source, 60)
                                                    : text::plain(m_line.source + QStringLiteral(" · ") + m_line.service, 120);
        QStringList parts {of};
        if (!m_isBeforeRead || !m_isAfterRead) {
            parts << say(QT_TRANSLATE_NOOP("LogContext", "Reading the log…"));
        }
        if (!m_problem.isEmpty()) {
            parts << m_problem;
        }
        m_head->setPlain(parts.join(QStringLiteral(" · ")));
    }

    const PageContext m_context;
    const LogLine m_line;
    PlainLabel *m_head;
    LogView *m_view;
    QString m_problem;
    bool m_isBeforeRead = false;
    bool m_isAfterRead = false;
};

} // namespace

void showLogContext(const LogLine &line, const PageContext &context, QWidget *parent)
{
    (new LogContext(line, context, parent))->open();
}

} // namespace quarterdeck
