#pragma once

#include "app/cli/clisession.h"
#include "app/domain/silencepreview.h"

namespace quarterdeck {

/// What a silence of these matchers would do at this source, by the alerts that are stored. Errors: those of the store.
Result<SilencePreview> previewAt(CliSession &session, const SourceId &source, const std::vector<Matcher> &matchers);

/// "This hides 2 of 5 open alerts of am."
QString hidesSentence(const SilencePreview &preview, const SourceId &source);

/// Says what the silence would do before it is sent. Where it may well do what nobody meant, --yes or an answer at the terminal is
/// needed. Errors: Rejected, saying why it was not sent.
Result<Done> agreeTo(CliSession &session, const SilencePreview &preview, const SourceId &source);

} // namespace quarterdeck
