#pragma once

#include "app/core/error.h"

#include <tl/expected.hpp>

namespace quarterdeck {

/// A value or the Error that stands in its place.
template <class T> using Result = tl::expected<T, Error>;

/// The value of an operation that only succeeds or fails.
struct Done { };

/// An Error ready to be returned from a function that yields a Result.
inline tl::unexpected<Error> fail(ErrorKind kind, QString what, QString where = {})
{
    return tl::unexpected<Error>(Error {kind, std::move(what), std::move(where), 0, std::nullopt});
}

} // namespace quarterdeck
