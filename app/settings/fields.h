#pragma once

#include "app/core/httpconfig.h"
#include "app/core/result.h"

namespace quarterdeck {

struct YamlNode;

/// A refusal at a line of the file: Rejected, `where` is the line.
tl::unexpected<Error> refuse(int line, const QString &sentence);
/// An http or https URL without a name or password.
/// Errors: Rejected, as refuse().
Result<QUrl> readUrl(const QString &text, int line);
/// Sets `flag` where the map has the key.
/// Errors: Rejected, as refuse().
Result<Done> readFlag(const YamlNode &map, QStringView key, bool &flag);
/// "keychain:<name>"; `key` is what the sentence calls it.
/// Errors: Rejected, as refuse().
Result<SecretRef> readKeychainRef(const QString &text, const QString &key, int line);
/// One of "<base>_ref", "<base>_file" and "<base>_env" of a map; empty where there is none. Relative files resolve against `folder`.
/// Errors: Rejected, as refuse(), also for a secret in the file itself.
Result<SecretRef> readSecret(const YamlNode &map, const QString &base, const QString &folder);
/// What to do with a secret that stands in the file itself under `key`.
QString inlineSecretSentence(const QString &key, const QString &base);

} // namespace quarterdeck
