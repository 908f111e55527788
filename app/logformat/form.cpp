#include "app/logformat/form.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace quarterdeck::logformat {

namespace {

constexpr std::array FormNames {QLatin1StringView("none"), QLatin1StringView("datetime"), QLatin1StringView("postgres"),
    QLatin1StringView("postgres-csv"), QLatin1StringView("syslog"), QLatin1StringView("apache-error"), QLatin1StringView("access"),
    QLatin1StringView("squid-access"), QLatin1StringView("epoch"), QLatin1StringView("tai64n"), QLatin1StringView("klog"),
    QLatin1StringView("container"), QLatin1StringView("json"), QLatin1StringView("logfmt"), QLatin1StringView("mariadb-general"),
    QLatin1StringView("mariadb-slow"), QLatin1StringView("uwsgi")};
static_assert(FormNames.size() == std::size_t(Form::Uwsgi) + 1);

} // namespace

QLatin1StringView formName(Form form)
{
    return FormNames.at(std::size_t(form));
}

std::optional<Form> formFromName(QStringView name)
{
    const auto *const found = std::find(FormNames.begin() + 1, FormNames.end(), name);
    return found == FormNames.end() ? std::nullopt : std::optional(Form(found - FormNames.begin()));
}

std::span<const QLatin1StringView> formNames()
{
    return std::span(FormNames).subspan(1);
}

} // namespace quarterdeck::logformat
