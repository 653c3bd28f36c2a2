// Owns: which way of folding a journey suits a page best. Must not know: how anything is drawn.
#pragma once
#include <optional>

#include "render/flow/body.hpp"
#include "render/flow/flow.hpp"

namespace cjm::render::flow {

/// Tries many foldings by estimate, arranges the most promising, and keeps the best: large type on
/// a page, a pleasant aspect without one, few detours, stages unbroken.
[[nodiscard]] Body best_body(const Scene& scene, const std::optional<PageSize>& page,
                             const Ordering& ordering, const Faces& faces);

}  // namespace cjm::render::flow
