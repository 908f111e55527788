#pragma once

#include "app/ports/secretbook.h"
#include "tests/support/fakeanswers.h"

#include <QHash>

namespace quarterdeck {

/// Secrets in memory, in whatever state a test wants.
class FakeSecretBook final : public SecretBook {
public:
    QHash<SourceId, QStringList> bySource;
    QHash<QString, QByteArray> kept;
    std::optional<SecretState> forced; ///< Set: what every look says.
    std::optional<Error> refusal;      ///< Set: how store() and remove() end.
    FakeAnswers answers;
    int looks = 0;

    QStringList names(const SourceId &source) const override { return bySource.value(source); }
    Async<SecretState> state(QString name) override
    {
        ++looks;
        return ready<SecretState>(forced.value_or(kept.contains(name) ? SecretState::Stored : SecretState::Missing));
    }
    Async<Done> store(QString name, Secret secret) override
    {
        if (refusal) {
            return answers.answer<Done>(tl::unexpected(*refusal));
        }
        kept.insert(name, secret.reveal());
        return answers.answer<Done>(Done {});
    }
    Async<Done> remove(QString name) override
    {
        if (refusal) {
            return answers.answer<Done>(tl::unexpected(*refusal));
        }
        kept.remove(name);
        return answers.answer<Done>(Done {});
    }
};

} // namespace quarterdeck
