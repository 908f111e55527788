#include "app/desktop/startproblem.h"

#include "app/core/text.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestWords = 2000;

}

StartTrouble StartTrouble::of(const Error &error, const QString &configFile)
{
    StartTrouble trouble {error.what, error.where, {}};
    const bool isOfData = error.kind == ErrorKind::Storage || error.kind == ErrorKind::Internal || error.kind == ErrorKind::Cancelled;
    if (configFile.isEmpty() || isOfData) {
        return trouble;
    }
    trouble.advice = StartProblem::tr("Fix it, or choose another configuration with --config. qdeck config check reports everything that is wrong.");
    return trouble;
}

QString StartTrouble::line() const
{
    const QString place = where.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(where);
    QString told = text::plain(what + place, LongestWords);
    if (!advice.isEmpty()) {
        told += QStringLiteral(". ") + advice;
    }
    return told;
}

StartProblem::StartProblem(const Theme &theme, const StartTrouble &trouble)
{
    setObjectName(QStringLiteral("startProblem"));
    setWindowTitle(tr("Quarterdeck"));
    new DialogFrame(theme, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto *head = new PlainLabel(tr("Quarterdeck cannot start"), this);
    head->setLook(theme, TypeFace::Section, Token::Text, true);
    column->addWidget(head);
    const auto add = [&](const char *name, const QString &words, TypeFace face, Token token) {
        auto *label = new PlainLabel(this);
        label->setObjectName(QStringLiteral("startProblem.") + QLatin1StringView(name));
        label->setLook(theme, face, token);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setPlain(words.left(LongestWords));
        label->setVisible(!words.isEmpty());
        column->addWidget(label);
    };
    add("what", trouble.what, TypeFace::Body, Token::Text);
    add("where", trouble.where, TypeFace::Mono, Token::Muted);
    add("advice", trouble.advice, TypeFace::Body, Token::Muted);
    auto *close = new VerbButton(theme, tr("Close"), QStringLiteral("Esc"), VerbButton::Rank::Primary, this);
    close->setObjectName(QStringLiteral("startProblem.close"));
    close->setDefault(true);
    close->setFocus();
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(close);
    column->addStretch();
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    resize(520, 200);
}

bool hasScreen()
{
    const QString platform = QGuiApplication::platformName();
    return platform != QLatin1StringView("offscreen") && !platform.startsWith(QLatin1StringView("minimal"));
}

} // namespace quarterdeck
