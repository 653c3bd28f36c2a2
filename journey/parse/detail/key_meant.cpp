#include "journey/parse/detail/key_meant.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

struct Word {
    std::string_view typed, key;
};

constexpr std::array words{Word{"tiêu đề", "title"},
                           Word{"tên", "title"},
                           Word{"tựa đề", "title"},
                           Word{"ngôn ngữ", "language"},
                           Word{"tiền tệ", "currency"},
                           Word{"đơn vị tiền", "currency"},
                           Word{"bắt đầu", "start"},
                           Word{"thành công", "success"},
                           Word{"thời gian theo dõi", "horizon"},
                           Word{"thời hạn", "horizon"},
                           Word{"mã", "id"},
                           Word{"giai đoạn", "stage"},
                           Word{"kênh", "channel"},
                           Word{"thuộc về", "owner"},
                           Word{"chủ sở hữu", "owner"},
                           Word{"phụ trách", "responsible"},
                           Word{"người phụ trách", "responsible"},
                           Word{"liên kết", "links"},
                           Word{"khoảnh khắc", "moment"},
                           Word{"thẻ", "tags"},
                           Word{"nhãn", "tags"},
                           Word{"thời khắc quyết định", "moment_of_truth"},
                           Word{"trải nghiệm", "experience"},
                           Word{"tốt", "good"},
                           Word{"xấu", "bad"},
                           Word{"tệ", "bad"},
                           Word{"trọng số", "weight"},
                           Word{"tiếp theo", "next"},
                           Word{"bước sau", "next"},
                           Word{"bước tiếp theo", "next"},
                           Word{"nguyên nhân", "causes"},
                           Word{"lý do", "causes"},
                           Word{"lí do", "causes"},
                           Word{"im lặng", "silent"},
                           Word{"công sức", "effort"},
                           Word{"nỗ lực", "effort"},
                           Word{"chi phí", "cost"},
                           Word{"giá", "cost"},
                           Word{"doanh thu", "revenue"},
                           Word{"giới thiệu", "refers"},
                           Word{"bằng chứng", "evidence"},
                           Word{"cảm xúc", "emotion"},
                           Word{"chờ", "wait"},
                           Word{"thời gian chờ", "wait"},
                           Word{"kiên nhẫn", "patience"},
                           Word{"liền mạch", "seamless"},
                           Word{"tỷ lệ", "share"},
                           Word{"tỉ lệ", "share"},
                           Word{"thiện cảm", "goodwill"},
                           Word{"nguy cơ", "hazard"},
                           Word{"mục tiêu", "goals"},
                           Word{"nhu cầu", "needs"},
                           Word{"khó chịu", "frustrations"},
                           Word{"điều khó chịu", "frustrations"},
                           Word{"trích lời", "quote"},
                           Word{"câu nói", "quote"},
                           Word{"đôi nét", "about"},
                           Word{"loại", "kind"},
                           Word{"hành động", "does"},
                           Word{"việc làm", "does"},
                           Word{"suy nghĩ", "thinks"},
                           Word{"cảm nhận", "feels"},
                           Word{"điểm đau", "pains"},
                           Word{"vướng mắc", "pains"},
                           Word{"ý tưởng", "ideas"},
                           Word{"hỗ trợ", "support"},
                           Word{"chỉ số", "metrics"},
                           Word{"thước đo", "metrics"},
                           Word{"nguồn", "source"},
                           Word{"phân phối", "distribution"},
                           Word{"trung bình", "mean"}};

}  // namespace

std::string_view key_meant(std::string_view typed) {
    std::string word = compose(typed);
    std::replace_if(
        word.begin(), word.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    const auto* found = std::find_if(words.begin(), words.end(),
                                     [&](const Word& one) { return one.typed == word; });
    return found == words.end() ? std::string_view() : found->key;
}

}  // namespace cjm::detail
