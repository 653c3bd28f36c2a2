#include "journey/check/flow.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "base/exact_math.hpp"
#include "journey/check/wait_law.hpp"
#include "journey/shares.hpp"

namespace cjm::check {
namespace {

double multiplier_of(const Table<NamedNumber>& table, std::string_view cause) {
    for (const auto& entry : table.entries)
        if (entry.name.value == cause) return entry.number.likely;
    return 1;
}

/// The entries of a table by name, for touchpoints with many targets too.
template <class Value>
using ByName = std::map<std::string_view, Value>;

class Reader {
  public:
    Reader(const Journey& journey, const NameIndex& index, PersonaId persona)
        : journey_(journey), index_(index), persona_(journey.personas[persona.index()]) {
        flow_.journey = &journey;
        flow_.persona = persona;
    }

    Flow read() {
        flow_.share = persona_.share.likely;
        flow_.start_goodwill =
            persona_.goodwill ? persona_.goodwill->value : journey_.goodwill.start.value;
        for (const auto& share : (persona_.start ? *persona_.start : journey_.start).shares)
            if (share.number.likely > 0)
                flow_.start.emplace_back(vertex_of(share.name.value), share.number.likely);
        impatience_factor_ = multiplier("delay");
        flow_.visits.reserve(journey_.touchpoints.size());
        for (const auto& touchpoint : journey_.touchpoints)
            flow_.visits.push_back(visit_of(touchpoint));
        return std::move(flow_);
    }

  private:
    Vertex vertex_of(std::string_view name) const {
        const auto target = index_.find(name);
        if (const auto* touchpoint = std::get_if<TouchpointId>(&target))
            return static_cast<Vertex>(touchpoint->index());
        return static_cast<Vertex>(journey_.touchpoints.size() +
                                   std::get<OutcomeId>(target).index());
    }

    /// m_c(persona) x m_c(scenario)
    double multiplier(std::string_view cause) const {
        const auto scenario = journey_.scenario_hazard.find(std::string(cause));
        return multiplier_of(persona_.hazard, cause) *
               (scenario == journey_.scenario_hazard.end() ? 1.0 : scenario->second);
    }

    /// The persona's own key where given, else the touchpoint's.
    template <class T>
    const std::optional<T>& key(std::optional<T> Behaviour::*member) const {
        return own_ && own_->*member ? own_->*member : here_->behaviour.*member;
    }

    FlowVisit visit_of(const Touchpoint& touchpoint) {
        here_ = &touchpoint;
        own_ = nullptr;
        for (const auto& [name, behaviour] : touchpoint.for_persona)
            if (name.value == persona_.id.value) own_ = &behaviour;
        FlowVisit visit;
        if (const auto& experience = key(&Behaviour::experience))
            visit.chance = chances_of(experience->good.likely, experience->bad.likely);
        if (const auto& weight = key(&Behaviour::weight)) visit.weight = weight->value;
        read_causes(visit);
        read_ways(visit);
        return visit;
    }

    static std::array<double, 3> chances_of(double good, double bad) {
        double neutral = 1 - good - bad;
        if (neutral < share_tolerance) neutral = 0;
        const double sum = good + bad + neutral;
        return {good / sum, neutral / sum, bad / sum};
    }

    void read_causes(FlowVisit& visit) const {
        const auto& causes = key(&Behaviour::causes);
        if (!causes) {
            visit.dissatisfaction = multiplier("dissatisfaction");
            return;
        }
        double sum = 0;
        for (const auto& cause : causes->entries) sum += cause.number.likely;
        visit.dissatisfaction = 0;
        for (const auto& cause : causes->entries) {
            const std::string& name = cause.name.value;
            auto& hazard = name == "dissatisfaction" ? visit.dissatisfaction : visit.other;
            if (cause.number.likely > 0) hazard += cause.number.likely / sum * multiplier(name);
        }
    }

    void read_ways(FlowVisit& visit) {
        read_targets();
        if (const auto& next = key(&Behaviour::next)) visit.ways.push_back(way_of(*next));
        const Behaviour& with_after = own_ && own_->after_given ? *own_ : here_->behaviour;
        for (std::size_t experience = 0; experience < visit.way.size(); ++experience)
            if (const auto& next = with_after.after[experience]) {
                visit.way[experience] = visit.ways.size();
                visit.ways.push_back(way_of(*next));
            }
    }

    void read_targets() {
        waits_.clear();
        patience_.clear();
        seamless_.clear();
        if (const auto& waits = key(&Behaviour::wait))
            for (const auto& entry : waits->entries) waits_[entry.target.value] = &entry.wait;
        if (const auto& patience = key(&Behaviour::patience))
            for (const auto& entry : patience->entries)
                patience_[entry.name.value] = entry.number.likely;
        if (here_->seamless)
            for (const auto& entry : here_->seamless->entries)
                seamless_[entry.target.value] = entry.flag.value;
    }

    FlowWay way_of(const Next& next) const {
        FlowWay way;
        double sum = 0;
        for (const auto& share : next.shares) sum += share.number.likely;
        if (const double stay = sum_of_shares(next.shares); stay < 1)
            way.hazard = -exact::log(stay);
        for (const auto& share : next.shares)
            if (share.number.likely > 0)
                way.edges.push_back(edge_to(share.name.value, share.number.likely / sum));
        return way;
    }

    FlowEdge edge_to(std::string_view name, double share) const {
        FlowEdge edge{.target = vertex_of(name), .share = share};
        if (const auto wait = waits_.find(name); wait != waits_.end()) {
            edge.wait = wait->second;
            edge.time_can_pass = can_be_positive(*wait->second);
        }
        if (const auto patience = patience_.find(name); patience != patience_.end()) {
            edge.patience_given = true;
            edge.impatience = impatience_factor_ / patience->second;
        }
        if (edge.target < journey_.touchpoints.size()) {
            const auto& there = journey_.touchpoints[edge.target].channel;
            const auto seamless = seamless_.find(name);
            edge.friction = here_->channel && there && here_->channel->value != there->value &&
                            !(seamless != seamless_.end() && seamless->second);
        }
        return edge;
    }

    const Journey& journey_;
    const NameIndex& index_;
    const Persona& persona_;
    const Touchpoint* here_ = nullptr;
    const Behaviour* own_ = nullptr;
    ByName<const Wait*> waits_;
    ByName<double> patience_;
    ByName<bool> seamless_;
    double impatience_factor_ = 1;
    Flow flow_;
};

}  // namespace

Flow flow_of(const Journey& journey, const NameIndex& index, PersonaId persona) {
    return Reader(journey, index, persona).read();
}

std::vector<Edge> edges_of(const Flow& flow) {
    std::vector<Edge> edges;
    std::vector<double> probability(flow.vertex_count());
    std::vector<Vertex> targets;
    for (Vertex from = 0; from < flow.visits.size(); ++from) {
        const FlowVisit& visit = flow.visits[from];
        for (std::size_t experience = 0; experience < visit.chance.size(); ++experience) {
            if (visit.chance[experience] <= 0) continue;
            const FlowWay& way = visit.after(experience);
            const double stay = exact::exp(
                -way.hazard * (way.hazard > 0 ? visit.dissatisfaction + visit.other : 0));
            for (const FlowEdge& edge : way.edges) {
                if (probability[edge.target] == 0) targets.push_back(edge.target);
                probability[edge.target] += visit.chance[experience] * stay * edge.share;
            }
        }
        for (const Vertex to : targets) {
            // a probability that is too small for a double is still a way
            const double p = std::clamp(probability[to], 1e-300, 1.0);
            edges.push_back({from, to, -exact::log(p)});
            probability[to] = 0;
        }
        targets.clear();
    }
    return edges;
}

}  // namespace cjm::check
