#include "app/sources/alertmanager/mutebook.h"

namespace quarterdeck::alertmanager {

namespace {

constexpr int FirstWithMutes = 28;
constexpr int NotFound = 404;
constexpr int MethodNotAllowed = 405;
// Time intervals begin and end at full minutes: what was muted just now most likely still is.
constexpr Millis MutesLast {90'000};

/// Alerts say by which intervals they are muted since 0.28. A version that cannot be read may be any.
bool isSinceMutes(const QString &version)
{
    const QStringList parts = version.split(u'.');
    bool isNumber = false;
    const int minor = parts.size() > 1 && parts.first() == u'0' ? parts[1].toInt(&isNumber) : 0;
    return !isNumber || minor >= FirstWithMutes;
}

} // namespace

bool MuteBook::mayTell(const std::optional<MemberStatus> &told) const
{
    return told && m_mutelessIn != told->version && told->mayMute && isSinceMutes(told->version);
}

std::optional<Error> MuteBook::take(std::vector<Alert> &alerts, const Result<Mutes> &mutes, const QString &version, Millis now)
{
    if (mutes && !mutes->isTold && !mutes->isEmpty) {
        m_mutelessIn = version;
    } else if (mutes) {
        m_mutes = *mutes;
        m_mutes.active.clear();
        m_at = now;
    } else if (mutes.error().httpStatus == NotFound || mutes.error().httpStatus == MethodNotAllowed) {
        // What stands in for an Alertmanager may have no groups: its alerts say what they say.
        m_mutelessIn = version;
    } else if (!m_at || now - *m_at > MutesLast) {
        Error error = mutes.error();
        error.what = QStringLiteral("which alerts are muted could not be read, so none counts as muted: %1").arg(error.what);
        return error;
    }
    if (m_mutelessIn != version) {
        applyMutes(alerts, m_mutes);
    }
    return std::nullopt;
}

} // namespace quarterdeck::alertmanager
