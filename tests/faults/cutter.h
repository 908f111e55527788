#pragma once

#include "tests/support/latemail.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <array>

namespace quarterdeck {

/// How a connection is cut around a request that writes.
enum class Cut : quint8 {
    RequestLost,
    RequestRefused, ///< By a gateway, which has not passed it on.
    AnswerLost,
    ClosedSilently,
    CutInHead,
    CutWithLength,
    CutWithoutLength,
    CutInChunk,
    PageInstead,
    GatewayGivesUp, ///< The server has taken it, here and in the next two.
    GatewayDenies,
    Redirected,
    LandsLate,
    AnswersLate,
};

/// Stands before a server and breaks the first write about each thing, in one way after the other; everything else passes. It counts what
/// has reached the server. Thread: any.
class Cutter {
public:
    using Pass = std::function<ScriptedReply(const ScriptedRequest &)>;
    /// What a request writes to; empty where it only reads.
    using About = std::function<QByteArray(const ScriptedRequest &)>;

    /// In words, in the order of Cut.
    static constexpr std::array Ways {"request lost", "request refused by a gateway", "answer lost", "connection closed without an answer",
        "answer cut in its head", "answer cut, with a length", "answer cut, without a length", "answer cut in a chunk",
        "a page in place of the answer", "gateway gives up after it was taken", "gateway denies what was taken", "redirected after it was taken",
        "request lands late", "answer comes late"};

    Cutter(Pass pass, About about)
        : m_pass(std::move(pass))
        , m_about(std::move(about))
        , m_late([this](const ScriptedRequest &request) { land(request); })
    {
    }

    ScriptedReply answer(const ScriptedRequest &request)
    {
        const QByteArray about = m_about(request);
        if (about.isEmpty()) {
            return m_pass(request);
        }
        const auto number = begin(about);
        return number ? cut(request, *number) : carry(request);
    }
    /// How many writes were cut.
    int cuts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_cuts;
    }
    /// How the first write about it was cut; "not at all" where there was none.
    QString wayOf(const QByteArray &about) const
    {
        const std::lock_guard lock(m_mutex);
        return QString::fromLatin1(m_ways.contains(about) ? Ways.at(std::size_t(m_ways.value(about))) : "not at all");
    }
    /// Writes that reached the server twice, but for those that landed only when they had been sent again: no look could have found them.
    QStringList doubled() const
    {
        const std::lock_guard lock(m_mutex);
        QStringList all;
        for (auto it = m_carried.begin(); it != m_carried.end(); ++it) {
            if (it.value() > 1 && !m_overtaken.contains(it.key().first)) {
                all.append(QStringLiteral("%1 times: %2 %3 (%4)")
                               .arg(QString::number(it.value()), QString::fromUtf8(it.key().second), QString::fromUtf8(it.key().first),
                                   QString::fromLatin1(Ways.at(std::size_t(m_ways.value(it.key().first))))));
            }
        }
        return all;
    }
    /// True where that write was sent again before its first try had landed.
    bool isOvertaken(const QByteArray &about) const
    {
        const std::lock_guard lock(m_mutex);
        return m_overtaken.contains(about);
    }
    /// True where nothing is on its way any more.
    bool isIdle() const { return m_late.isEmpty(); }

private:
    static constexpr Millis LandsAfter {300};
    // Longer than others wait for one that hangs.
    static constexpr Millis AnswersAfter {2'500};

    std::optional<int> begin(const QByteArray &about)
    {
        const std::lock_guard lock(m_mutex);
        if (m_ways.contains(about)) {
            if (m_onTheWay.contains(about)) {
                m_overtaken.insert(about);
            }
            return std::nullopt;
        }
        const Cut way = wayOf(m_cuts);
        m_ways.insert(about, way);
        if (way == Cut::LandsLate) {
            m_onTheWay.insert(about);
        }
        return m_cuts++;
    }
    ScriptedReply carry(const ScriptedRequest &request)
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_carried[{m_about(request), request.method + ' ' + request.path()}];
        }
        return m_pass(request);
    }
    void land(const ScriptedRequest &request)
    {
        (void)carry(request);
        const std::lock_guard lock(m_mutex);
        m_onTheWay.remove(m_about(request));
    }
    static Cut wayOf(int number) { return Cut(number % int(Ways.size())); }
    ScriptedReply cut(const ScriptedRequest &request, int number)
    {
        switch (wayOf(number)) {
        case Cut::RequestLost:
            return ScriptedReply::reset();
        case Cut::RequestRefused:
            return ScriptedReply::html("<html>Bad gateway</html>", 502);
        case Cut::LandsLate:
            m_late.post(request, LandsAfter);
            return ScriptedReply::reset();
        default:
            // At another point at each turn.
            return broken(carry(request), wayOf(number), number / int(Ways.size()));
        }
    }
    static ScriptedReply broken(ScriptedReply answer, Cut way, int turn)
    {
        switch (way) {
        case Cut::AnswerLost:
            return ScriptedReply::reset();
        case Cut::ClosedSilently:
            return ScriptedReply::closeSilently();
        case Cut::PageInstead:
            return ScriptedReply::html("<html>Sign in</html>");
        case Cut::GatewayGivesUp:
            return ScriptedReply::html("<html>Gateway timeout</html>", 504);
        case Cut::GatewayDenies:
            return ScriptedReply::html("<html>Not found</html>", 404);
        case Cut::Redirected:
            return ScriptedReply::redirect(302, "/login");
        case Cut::AnswersLate:
            answer.delay = AnswersAfter;
            return answer;
        case Cut::CutInHead:
            answer.ending = ScriptedReply::Ending::Raw;
            answer.body = QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n").left(9 + turn * 7 % 40);
            return answer;
        case Cut::CutWithLength:
            answer.ending = ScriptedReply::Ending::Truncate;
            break;
        case Cut::CutInChunk:
            answer.ending = ScriptedReply::Ending::TruncateChunk;
            break;
        default:
            answer.ending = ScriptedReply::Ending::Close;
            break;
        }
        answer.body.truncate(answer.body.size() * (1 + turn % 7) / 8);
        return answer;
    }

    Pass m_pass;
    About m_about;
    mutable std::mutex m_mutex;
    int m_cuts = 0;
    QMap<QByteArray, Cut> m_ways;
    QMap<std::pair<QByteArray, QByteArray>, int> m_carried;
    QSet<QByteArray> m_onTheWay;
    QSet<QByteArray> m_overtaken;
    LateMail m_late; ///< The last: its threads use all the others.
};

} // namespace quarterdeck
