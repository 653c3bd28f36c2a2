#include "simulate/random/luck.hpp"

#include <set>

namespace cjm::simulate {

std::uint64_t luck_of(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : name) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3U;
    }
    hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdU;
    hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53U;
    return hash ^ (hash >> 33U);
}

std::vector<std::uint64_t> distinct_luck(std::span<const std::string> names,
                                         std::uint64_t (*hash)(std::string_view)) {
    std::set<std::uint64_t> taken{hash({})};
    std::vector<std::uint64_t> numbers;
    numbers.reserve(names.size());
    for (std::string name : names) {
        std::uint64_t number = hash(name);
        while (!taken.insert(number).second) {
            name += '\xff';
            number = hash(name);
        }
        numbers.push_back(number);
    }
    return numbers;
}

}  // namespace cjm::simulate
