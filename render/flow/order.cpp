#include "render/flow/order.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

#include <graphviz/gvc.h>

namespace cjm::render::flow {
namespace {

/// Edges over more layers than this say little about who stands beside whom, and cost dot much
/// time.
constexpr std::size_t longest_span = 6, longest_span_when_large = 2, large = 90;

/// Graphviz keeps global state: one context, one user at a time.
std::mutex graphviz_mutex;

struct Context {
    GVC_t* handle = gvContext();
    Context() { agseterr(AGMAX); }  // its messages belong to nobody
    ~Context() { gvFreeContext(handle); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

GVC_t* context() {
    static const Context the_context;
    return the_context.handle;
}

void set(void* object, const char* name, const std::string& value) {
    agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()),
              const_cast<char*>(""));
}

/// An empty graph of fixed-size nodes named n0, n1, ... in ranks, as dot wants it.
class RankedGraph {
  public:
    explicit RankedGraph(std::size_t ranks) : graph_(agopen(name("flow"), Agdirected, nullptr)) {
        if (!graph_) throw std::runtime_error("Graphviz cannot make a graph");
        set(graph_, "nodesep", "0.3");
        set(graph_, "nslimit", "4");
        set(graph_, "nslimit1", "4");
        for (std::size_t rank = 0; rank < ranks; ++rank) {
            rank_graphs_.push_back(agsubg(graph_, name("r" + std::to_string(rank)), 1));
            set(rank_graphs_.back(), "rank", "same");
            auto* anchor = add_node("a" + std::to_string(rank), rank);
            set(anchor, "width", "0.01");
            if (!anchors_.empty())
                set(agedge(graph_, anchors_.back(), anchor, nullptr, 1), "weight", "0");
            anchors_.push_back(anchor);
        }
    }
    ~RankedGraph() {
        if (laid_out_) gvFreeLayout(context(), graph_);
        agclose(graph_);
    }
    RankedGraph(const RankedGraph&) = delete;
    RankedGraph& operator=(const RankedGraph&) = delete;

    void add(std::size_t rank) {
        nodes_.push_back(add_node("n" + std::to_string(nodes_.size()), rank));
    }
    void connect(std::size_t from, std::size_t to, int weight) {
        set(agedge(graph_, nodes_[from], nodes_[to], nullptr, 1), "weight", std::to_string(weight));
    }
    void lay_out() {
        if (gvLayout(context(), graph_, "dot") != 0) {
            throw std::runtime_error("Graphviz cannot lay out the journey");
        }
        laid_out_ = true;
    }
    [[nodiscard]] double across(std::size_t node) const { return ND_coord(nodes_[node]).x; }

  private:
    char* name(std::string text) {
        name_ = std::move(text);
        return name_.data();
    }
    Agnode_t* add_node(const std::string& text, std::size_t rank) {
        auto* node = agnode(graph_, name(text), 1);
        set(node, "shape", "box");
        set(node, "fixedsize", "true");
        set(node, "label", "");
        agsubnode(rank_graphs_[rank], node, 1);
        return node;
    }

    std::string name_;
    Agraph_t* graph_;
    std::vector<Agraph_t*> rank_graphs_;
    std::vector<Agnode_t*> anchors_, nodes_;
    bool laid_out_ = false;
};

bool within_stage(const FlowGraph& graph, const Edge& edge) {
    return !edge.back && !graph.is_end(edge.to) &&
           graph.cards[edge.from].stage == graph.cards[edge.to].stage;
}

void find_layers(const FlowGraph& graph, Ordering& ordering) {
    const auto count = graph.cards.size();
    std::vector<std::vector<std::size_t>> next(count);
    std::vector<std::size_t> waiting_for(count, 0), ready;
    for (const auto& edge : graph.edges) {
        if (!within_stage(graph, edge)) continue;
        next[edge.from].push_back(edge.to);
        ++waiting_for[edge.to];
    }
    for (std::size_t card = 0; card < count; ++card) {
        if (waiting_for[card] == 0) ready.push_back(card);
    }
    ordering.layer.assign(count, 0);
    for (std::size_t i = 0; i < ready.size(); ++i) {
        for (const auto to : next[ready[i]]) {
            ordering.layer[to] = std::max(ordering.layer[to], ordering.layer[ready[i]] + 1);
            if (--waiting_for[to] == 0) ready.push_back(to);
        }
    }
    ordering.layers.assign(graph.stages.size(), 0);
    for (std::size_t card = 0; card < count; ++card) {
        auto& layers = ordering.layers[graph.cards[card].stage];
        layers = std::max(layers, ordering.layer[card] + 1);
    }
}

std::vector<std::size_t> ranks_of(const FlowGraph& graph, const Ordering& ordering) {
    std::vector<std::size_t> first(graph.stages.size(), 0), ranks;
    for (std::size_t stage = 1; stage < first.size(); ++stage) {
        first[stage] = first[stage - 1] + ordering.layers[stage - 1];
    }
    for (std::size_t card = 0; card < graph.cards.size(); ++card) {
        ranks.push_back(first[graph.cards[card].stage] + ordering.layer[card]);
    }
    ranks.insert(ranks.end(), graph.ends.size(), first.back() + ordering.layers.back());
    return ranks;
}

void find_places_across(const FlowGraph& graph, const std::vector<std::size_t>& ranks,
                        Ordering& ordering) {
    const std::scoped_lock lock(graphviz_mutex);
    RankedGraph ranked(*std::max_element(ranks.begin(), ranks.end()) + 1);
    for (const auto rank : ranks) ranked.add(rank);
    double most = 0;
    for (const auto& edge : graph.edges) most = std::max(most, edge.traffic);
    const auto span_limit = graph.cards.size() > large ? longest_span_when_large : longest_span;
    for (const auto& edge : graph.edges) {
        const auto low = std::min(ranks[edge.from], ranks[edge.to]);
        const auto high = std::max(ranks[edge.from], ranks[edge.to]);
        if (low == high || high - low > span_limit) continue;
        const double busy = most > 0 ? edge.traffic / most : 0;
        const int weight = edge.back ? 1 : 1 + static_cast<int>(std::lround(9 * busy));
        const bool forward = ranks[edge.from] < ranks[edge.to];
        ranked.connect(forward ? edge.from : edge.to, forward ? edge.to : edge.from, weight);
    }
    ranked.lay_out();
    for (std::size_t node = 0; node < ranks.size(); ++node) {
        ordering.across.push_back(ranked.across(node));
    }
}

}  // namespace

Ordering order_cards(const FlowGraph& graph) {
    Ordering ordering;
    find_layers(graph, ordering);
    const auto ranks = ranks_of(graph, ordering);
    if (!ranks.empty()) find_places_across(graph, ranks, ordering);
    return ordering;
}

}  // namespace cjm::render::flow
