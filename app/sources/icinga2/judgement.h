#pragma once

#include "app/core/time.h"
#include "app/sources/icinga2/preflight.h"

#include <array>

namespace quarterdeck::icinga2 {

/// The action as a call for many sends it: under the id of the call, which stands in the text of all of them.
AlertAction inCall(AlertAction action, const QUuid &call);
/// One reading shows what came of however many, but judging them holds up all else on the io thread.
inline constexpr int MostReadBack = 1'000;
/// Who cannot look has not missed it: `why` it could not be read what came of what was sent.
Error notReadBack(const Error &why);
/// What an earlier try of an action has left: NotSent where that is nothing, Unknown where it cannot be told by this read. `call`: the call for
/// many that it was last sent by; null: by itself.
Outcome found(const AlertAction &action, const QUuid &call, const Present &present, UtcTime now);
/// A downtime that a longer one has taken the place of could not be ended.
Reason shorterStays(const QString &words);
/// The no of one row of an answer.
Error refusalOf(const ActResult &result);
/// The server is loading its configuration anew and has done nothing.
Error reloading(const QString &words);
/// Between the looks for the result of a check. Most take a second or two; one that hangs is read back later.
inline constexpr std::array CheckWaits {Millis(300), Millis(700), Millis(1'000), Millis(2'000), Millis(4'000), Millis(7'000)};
/// The server has taken the wish for a check, and no result came within all the looks.
Error uncheckedYet();
/// What came of an action that the server has said yes to, by a read after it. `made`: the name that the server gave.
Outcome afterYes(const AlertAction &action, const Present &present, UtcTime now, const QString &made);
/// What came of an action that the server has said no to, by a read after it: somebody else was faster, the problem is over, or the no stands.
Outcome afterNo(const AlertAction &action, const Present &present, UtcTime now, const Style &style, const Error &refusal);

} // namespace quarterdeck::icinga2
