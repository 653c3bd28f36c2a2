#include "simulate/exact/purchases.hpp"

#include <algorithm>
#include <utility>

namespace cjm::simulate {

Cut purchases_of(const Chain& chain) {
    Cut cut(chain.visits.size());
    for (std::size_t t = 0; t < cut.size(); ++t) cut[t] = chain.visits[t].purchase;
    return cut;
}

ChainVector at_purchases(const Chain& chain, const ChainVector& arrivals) {
    ChainVector part(chain);
    for (std::size_t t = 0; t < chain.visits.size(); ++t) {
        if (!chain.visits[t].purchase) continue;
        const auto from = arrivals.at(TouchpointId(t));
        std::copy(from.begin(), from.end(), part.at(TouchpointId(t)).begin());
    }
    return part;
}

ChainVector chance_to_buy(ChainSolver& solver) {
    const Chain& chain = solver.chain();
    ChainVector certain(chain);
    for (std::size_t t = 0; t < chain.visits.size(); ++t)
        if (chain.visits[t].purchase)
            std::fill(certain.at(TouchpointId(t)).begin(), certain.at(TouchpointId(t)).end(), 1.0);
    return solver.values(std::move(certain), Weighing::customers, purchases_of(chain));
}

}  // namespace cjm::simulate
