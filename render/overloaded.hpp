// Owns: visiting a variant with one lambda per kind. Must not know: what the kinds are.
#pragma once

namespace cjm::render {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

}  // namespace cjm::render
