#include "tests/support/flow_journeys.hpp"

#include <array>
#include <iterator>
#include <map>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/random_bits.hpp"

namespace cjm::testing {
namespace {

constexpr std::array english{"See the advert",   "Compare on the web",
                             "Ask a friend",     "Book online",
                             "Phone the desk",   "Reminder by SMS",
                             "Arrive",           "Waiting room",
                             "Meet the dentist", "Pay at the counter",
                             "Aftercare advice", "Incomprehensibilities-without-a-blank"};
constexpr std::array vietnamese{
    "Thấy quảng cáo trên mạng xã hội",
    "Đọc đánh giá của bệnh nhân khác",
    "Trò chuyện với tổng đài hỗ trợ khách hàng suốt ngày đêm",
    "Đặt lịch hẹn trực tuyến",
    "Nhận tin nhắn nhắc lịch hẹn",
    "Điền tờ khai sức khoẻ",
    "Ngồi chờ ở phòng chờ",
    "Gặp nha sĩ lần đầu",
    "Thanh toán qua ví điện tử",
    "Nhận hướng dẫn chăm sóc sau điều trị tại nhà cùng người thân trong gia đình",
    "Giới thiệu cho người thân",
    "Ờ"};

constexpr std::array english_texts{
    "Looks for prices",
    "Why does nobody answer the phone at noon?",
    "Relieved",
    "Compares three practices, reads what others say and asks a friend who has been there before",
    "Supercalifragilisticexpialidocious-forms/and/paths/without/blanks",
    "Waits"};
constexpr std::array vietnamese_texts{
    "Tìm bảng giá trọn gói",
    "Sao họ xem rồi mà chưa trả lời?",
    "Nhẹ nhõm",
    "So sánh ba phòng khám, đọc đánh giá rồi hỏi thêm người quen đã từng điều trị ở đó",
    "Chờ quá giờ hẹn mà không ai báo",
    "Ngại"};

class Writer {
  public:
    Writer(std::uint64_t seed, const FlowJourneyOptions& options)
        : random_(seed), options_(options) {}

    std::string write() {
        line("[journey]\ntitle = \"{}\"\nlanguage = \"{}\"\nstart = {{ t0 = 0.75, t{} = 0.25 }}",
             options_.vietnamese ? "Đặt lịch khám nha sĩ" : "Booking a dentist",
             options_.vietnamese ? "vi" : "en", whole(1, options_.touchpoints - 1));
        line("[[cause]]\nid = \"moved\"\ntitle = \"Moved away\"");
        if (options_.texts > 0) personas();
        for (int i = 0; i < options_.stages; ++i) {
            line("[[stage]]\nid = \"s{}\"\ntitle = \"{}\"", i,
                 i % 3 == 2 ? "Khoảnh khắc của sự thật" : "Nhận biết");
            if (options_.texts > 0 && i % 2 == 0) line("does = [{}]", texts(1));
        }
        for (int i = 0; i < options_.touchpoints; ++i) touchpoint(i);
        for (const auto* id : {"won", "also-won", "rival"}) {
            line("[[outcome]]\nid = \"{}\"\ntitle = \"{}\"\nkind = \"{}\"", id,
                 options_.vietnamese ? "Chọn phòng khám khác gần nhà hơn" : id,
                 id[0] == 'r' ? "lost" : "success");
        }
        return text_;
    }

  private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    int whole(int low, int high) { return random_.whole(low, high); }
    bool chance(double p) { return random_.chance(p); }

    void touchpoint(int i) {
        const auto pick = static_cast<std::size_t>(whole(0, 11));
        line("[[touchpoint]]\nid = \"t{}\"\ntitle = \"{}\"", i,
             options_.vietnamese ? vietnamese[pick] : english[pick]);
        if (options_.stages > 0)
            line("stage = \"s{}\"", i * options_.stages / options_.touchpoints);
        if (chance(0.8))
            line("channel = \"{}\"",
                 options_.vietnamese ? "tổng đài điện thoại cả ngày lẫn đêm" : "web");
        if (chance(0.15)) line("owner = \"{}\"", chance(0.5) ? "partner" : "third-party");
        if (chance(0.15)) line("moment_of_truth = true");
        if (chance(0.2)) line("moment = \"{}\"", chance(0.5) ? "know" : "buy");
        line("silent = 0.{}\ncauses = {{ price = 1, neglect = 0.{}, moved = 0.2 }}", whole(1, 9),
             whole(1, 9));
        if (options_.texts > 0) rows();
        targets(i);
    }

    void personas() {
        line("[[row]]\nid = \"legal\"\ntitle = \"{}\"",
             options_.vietnamese ? "Quy định" : "Legal requirements");
        for (int i = 0; i < 3; ++i) {
            line("[[persona]]\nid = \"p{}\"\ntitle = \"{}\"\nshare = {}", i,
                 options_.vietnamese ? "Chị Nguyễn Thị Hạnh, sợ đau từ nhỏ" : "Anxious patient",
                 i == 0 ? 0.5 : 0.25);
            line("quote = {}\ngoals = [{}]", texts(1), texts(2));
        }
    }

    /// Phrases of their own sequence, so that journeys without texts stay as they are.
    std::string texts(int count) {
        std::string list;
        for (int i = 0; i < count; ++i) {
            const std::size_t pick = phrase_++ % english_texts.size();
            list += fmt::format("{}\"{}\"", i > 0 ? ", " : "",
                                options_.vietnamese ? vietnamese_texts[pick] : english_texts[pick]);
        }
        return list;
    }

    void rows() {
        for (const char* row : {"does", "thinks", "feels", "pains", "ideas", "evidence_shown",
                                "frontstage", "backstage", "support", "metrics"}) {
            const int count = static_cast<int>(phrase_ / 3) % (options_.texts + 1);
            line("{} = [{}]", row, texts(count));
            ++phrase_;
        }
        line("rows = {{ legal = [{}] }}", texts(1));
        line("emotion = {}", static_cast<int>(phrase_ % 5) - 2);
        line("experience = {{ good = 0.{}, bad = 0.{} }}", phrase_ % 6, (phrase_ / 2) % 4);
        line("evidence = {{ kind = \"{}\", n = {} }}", phrase_ % 2 == 0 ? "log" : "expert",
             17 * phrase_);
    }

    void targets(int i) {
        const int last = options_.touchpoints - 1;
        std::map<std::string, int> weights;
        const auto name = [&](int t) {
            return t > last ? std::string("won") : fmt::format("t{}", t);
        };
        // ways that part and meet again give layers of several cards
        weights[name(i + (chance(0.4) ? whole(2, 3) : 1))] += 6;
        const int more = whole(0, 3);
        for (int k = 0; k < more; ++k) {
            weights[chance(options_.tangle) ? name(whole(0, last)) : name(i + whole(1, 3))] +=
                whole(1, 3);
        }
        if (chance(0.08)) weights[name(i)] += 1;
        if (chance(0.25)) weights["rival"] += 1;
        if (chance(0.1)) weights["also-won"] += 1;
        int total = whole(1, 3);
        for (const auto& [target, weight] : weights) total += weight;
        std::string next;
        for (const auto& [target, weight] : weights) {
            next += fmt::format("{}{} = {:.6f}", next.empty() ? "" : ", ", target,
                                static_cast<double>(weight) / total);
        }
        line("next = {{ {} }}", next);
        if (chance(0.4)) line("wait = {{ {} = \"{} h\" }}", weights.begin()->first, whole(1, 200));
    }

    RandomBits random_;
    FlowJourneyOptions options_;
    std::size_t phrase_ = 0;
    std::string text_;
};

}  // namespace

std::string flow_journey(std::uint64_t seed, const FlowJourneyOptions& options) {
    return Writer(seed, options).write();
}

Journey read_journey(const std::string& text) {
    auto parsed = parse_journey(std::make_shared<SourceText>(SourceText{"journey.toml", text}));
    for (const auto& diagnostic : parsed.diagnostics) UNSCOPED_INFO(format_diagnostic(diagnostic));
    REQUIRE(parsed.value);
    return *parsed.value;
}

}  // namespace cjm::testing
