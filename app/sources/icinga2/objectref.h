#pragma once

#include <QString>

namespace quarterdeck::icinga2 {

/// A host or a service of Icinga2. Names hold any character but '!', by which Icinga2 joins the two.
struct ObjectRef {
    QString host;
    QString service; ///< Empty for the host itself.

    bool isHost() const { return service.isEmpty(); }
    bool isValid() const { return !host.isEmpty(); }
    /// "host" or "host!service", as Icinga2 itself names it.
    QString id() const { return isHost() ? host : host + u'!' + service; }
    /// Inverse of id(). Invalid for what names neither: an empty host, an empty service, a second '!'.
    static ObjectRef fromId(QStringView id);
    friend bool operator==(const ObjectRef &, const ObjectRef &) = default;
};

} // namespace quarterdeck::icinga2
