#include "base/message.hpp"

#include <array>

#include "base/contract.hpp"

namespace cjm {
namespace {

struct Texts {
    std::string_view english, vietnamese;
};

constexpr std::array catalogue{
#define CJM_MESSAGE(name, english, vietnamese) Texts{english, vietnamese},
#include "base/messages/all.def"
#undef CJM_MESSAGE
};
static_assert(catalogue.size() == static_cast<std::size_t>(Message::count_));

}  // namespace

std::string_view text(Language language, Message message) {
    CJM_EXPECTS(message < Message::count_);
    const auto& texts = catalogue[static_cast<std::size_t>(message)];
    return language == Language::vietnamese ? texts.vietnamese : texts.english;
}

}  // namespace cjm
