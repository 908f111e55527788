#pragma once

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace quarterdeck {

/// Unpacks a gzip body piece by piece and knows whether it came whole, to its checksum and length: libcurl takes one that lacks its end
/// for complete. Several members in a row are one body.
class Gunzip {
public:
    enum class Outcome : quint8 { Good, Bad, Stopped };

    Gunzip();
    ~Gunzip();
    /// Hands what is in these bytes to `out`, which may stop it by false.
    Outcome take(QByteArrayView bytes, const std::function<bool(QByteArrayView)> &out);
    /// The last member has ended. Where nothing came at all, none has.
    bool isWhole() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
