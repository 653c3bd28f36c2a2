#include "tests/support/drawn_journeys.hpp"

#include <array>
#include <iterator>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "tests/support/random_bits.hpp"

namespace cjm::testing {
namespace {

using Words = std::array<std::string_view, 12>;

constexpr Words english_titles{"See the advert",
                               "Compare on the web",
                               "Ask a friend who has been there before",
                               "Book online",
                               "Phone the desk",
                               "Reminder by SMS",
                               "Arrive",
                               "Waiting room on the second floor of the building opposite",
                               "Meet the dentist",
                               "Pay",
                               "Aftercare advice",
                               "?"};
constexpr Words vietnamese_titles{
    "Thấy quảng cáo trên mạng xã hội",
    "Đọc đánh giá của bệnh nhân khác",
    "Trò chuyện với tổng đài hỗ trợ khách hàng suốt ngày đêm",
    "Đặt lịch hẹn trực tuyến",
    "Nhận tin nhắn nhắc lịch hẹn",
    "Điền tờ khai sức khoẻ",
    "Ngồi chờ",
    "Gặp nha sĩ lần đầu",
    "Thanh toán qua ví điện tử",
    "Nhận hướng dẫn chăm sóc sau điều trị tại nhà cùng người thân trong gia đình",
    "Giới thiệu cho người thân",
    "Ờ"};
constexpr Words english_texts{
    "Compares three offers",
    "Why does nobody tell me how long this will take?",
    "Relieved",
    "Hopes that the price on the page is the price at the counter, and has no way to find out "
    "before "
    "the day itself",
    "OK",
    "Types the same address for the third time",
    "Send the form before the visit",
    "Waits 12 minutes on the phone, is cut off and starts again from the first menu",
    "“I was told something else yesterday.”",
    "A & B < C > D \"quoted\" 100 % ± 2 € → done",
    "Nervous, then calm",
    "Asks whether insurance pays"};
constexpr Words vietnamese_texts{
    "So sánh ba nơi",
    "Sao không ai nói trước là phải chờ bao lâu?",
    "Nhẹ nhõm",
    "Mong giá ghi trên trang cũng là giá ở quầy, nhưng không có cách nào biết chắc trước ngày hẹn",
    "Ừ",
    "Gõ lại địa chỉ đến lần thứ ba",
    "Gửi tờ khai trước buổi hẹn để khách điền ở nhà",
    "Chờ máy 12 phút rồi bị ngắt, phải gọi lại từ đầu",
    "“Hôm qua chị bảo tôi khác cơ mà.”",
    "Ẫ Ễ Ỗ Ữ Ợ & < > “ngoặc” 100 % ± 2 ₫ → xong",
    "Hồi hộp, rồi yên tâm",
    "Hỏi bảo hiểm có trả không"};
constexpr std::array<std::string_view, 10> rows{
    "does",           "thinks",     "feels",     "pains",   "ideas",
    "evidence_shown", "frontstage", "backstage", "support", "metrics"};
constexpr std::string_view long_word =
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle";
constexpr std::string_view long_address =
    "https://example.org/a/very/long/path/without/any/place/to/break/it?and=more&of=the-same";

class Writer {
  public:
    Writer(std::uint64_t seed, const DrawnJourneyOptions& options)
        : random_(seed), options_(options) {}

    std::string write() {
        head();
        for (int i = 0; i < options_.personas; ++i) persona(i);
        line("[[row]]\nid = \"legal\"\ntitle = \"{}\"",
             options_.vietnamese ? "Điều khoản pháp lý phải báo cho khách" : "Legal");
        for (int i = 0; i < options_.stages; ++i) {
            line("[[stage]]\nid = \"s{}\"\ntitle = \"{}\"", i, stage_title(i));
            if (options_.texts > 0 && random_.chance(0.3)) texts();
        }
        for (int i = 0; i < options_.touchpoints; ++i) touchpoint(i);
        for (const char* id : {"won", "also-won", "rival"})
            line("[[outcome]]\nid = \"{}\"\ntitle = \"{}\"\nkind = \"{}\"", id,
                 options_.vietnamese ? "Chọn phòng khám khác gần nhà hơn" : id,
                 id[0] == 'r' ? "lost" : "success");
        scenario();
        return text_;
    }

  private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    [[nodiscard]] static std::string quoted(std::string_view words) {
        std::string quoted = "\"";
        for (const char c : words) {
            if (c == '"' || c == '\\') quoted += '\\';
            quoted += c;
        }
        return quoted + "\"";
    }

    std::string pick(const Words& english, const Words& vietnamese) {
        const auto at = static_cast<std::size_t>(random_.whole(0, 11));
        std::string words(options_.vietnamese ? vietnamese[at] : english[at]);
        if (random_.chance(options_.long_words))
            words += std::string(" ") + std::string(random_.chance(0.5) ? long_word : long_address);
        return words;
    }
    std::string title() { return quoted(pick(english_titles, vietnamese_titles)); }
    std::string sentence() { return quoted(pick(english_texts, vietnamese_texts)); }
    std::string sentences(int least, int most) {
        std::string list;
        for (int n = random_.whole(least, most); n > 0; --n)
            list += (list.empty() ? "" : ", ") + sentence();
        return "[" + list + "]";
    }

    [[nodiscard]] std::string stage_title(int i) const {
        if (!options_.vietnamese) return i % 4 == 3 ? "Moments that decide everything" : "Aware";
        return i % 3 == 2 ? "Khoảnh khắc của sự thật" : "Nhận biết";
    }

    void head() {
        line("[journey]\ntitle = {}\nlanguage = \"{}\"\nstart = {{ t0 = 0.75, t{} = 0.25 }}",
             quoted(options_.vietnamese ? "Đặt lịch khám nha sĩ" : "Booking a dentist"),
             options_.vietnamese ? "vi" : "en", random_.whole(1, options_.touchpoints - 1));
        line("currency = \"{}\"", options_.vietnamese ? "VND" : "EUR");
        if (options_.horizon) line("horizon = \"100 d\"\nghost_after = \"14 d\"");
        line("[[cause]]\nid = \"moved\"\ntitle = \"Moved away\"");
    }

    void persona(int i) {
        line("[[persona]]\nid = \"p{}\"\ntitle = {}\nshare = {:.6f}", i, title(),
             1.0 / options_.personas);
        if (options_.texts == 0) return;
        line("goals = {}\nneeds = {}\nfrustrations = {}", sentences(0, 3), sentences(0, 2),
             sentences(0, 2));
        line("quote = {}\nabout = {}", sentence(), sentence());
    }

    void texts() {
        for (const std::string_view row : rows)
            if (random_.chance(0.55)) line("{} = {}", row, sentences(1, options_.texts));
    }

    /// Changes touchpoints, adds one, takes ways away.
    void scenario() {
        line("[[scenario]]\nid = \"redesign\"\ntitle = {}", sentence());
        line(
            "[scenario.touchpoint.t0]\nexperience = {{ good = 0.8, bad = 0.05 }}\n"
            "next = {{ extra = 0.5, won = 0.3 }}");
        const int changed = random_.whole(1, options_.touchpoints - 1);
        line("[scenario.touchpoint.t{}]\ncauses = {{ price = 0.5, moved = 3 }}", changed);
        line(
            "[scenario.touchpoint.extra]\nnew = true\ntitle = {}\n"
            "next = {{ t{} = 0.9 }}",
            title(), changed);
        if (options_.stages > 0) line("stage = \"s0\"");
    }

    void touchpoint(int i) {
        line("[[touchpoint]]\nid = \"t{}\"\ntitle = {}", i, title());
        if (options_.stages > 0)
            line("stage = \"s{}\"", i * options_.stages / options_.touchpoints);
        if (random_.chance(0.8))
            line("channel = {}", quoted(options_.vietnamese ? "tổng đài điện thoại cả ngày lẫn đêm"
                                                            : (i % 3 == 0 ? "web" : "phone")));
        if (random_.chance(0.15))
            line("owner = \"{}\"", random_.chance(0.5) ? "partner" : "third-party");
        if (random_.chance(0.3)) line("responsible = {}", sentence());
        if (random_.chance(0.15)) line("moment_of_truth = true");
        if (random_.chance(0.3)) line("moment = \"{}\"", random_.chance(0.5) ? "know" : "buy");
        if (random_.chance(0.3))
            line("evidence = {{ kind = \"{}\", n = 120, source = {} }}",
                 random_.chance(0.5) ? "survey" : "assumed", sentence());
        line("emotion = {}", random_.whole(-2, 2));
        line("experience = {{ good = 0.{}, bad = 0.{} }}", random_.whole(1, 6),
             random_.whole(1, 3));
        const int silent = random_.whole(1, 9);
        line("silent = 0.{}\ncauses = {{ price = 1, neglect = 0.{}, moved = 0.2 }}", silent,
             random_.whole(1, 9));
        if (options_.texts > 0) {
            texts();
            if (random_.chance(0.2)) line("rows = {{ legal = {} }}", sentences(1, 2));
        }
        targets(i);
    }

    void targets(int i) {
        const int last = options_.touchpoints - 1;
        std::map<std::string, int> weights;
        const auto name = [&](int t) {
            return t > last ? std::string("won") : fmt::format("t{}", t);
        };
        weights[name(i + (random_.chance(0.4) ? random_.whole(2, 3) : 1))] += 6;
        for (int more = random_.whole(0, 3); more > 0; --more) {
            const int to =
                random_.chance(options_.tangle) ? random_.whole(0, last) : i + random_.whole(1, 3);
            weights[name(to)] += random_.whole(1, 3);
        }
        if (random_.chance(0.08)) weights[name(i)] += 1;
        if (random_.chance(0.25)) weights["rival"] += 1;
        if (random_.chance(0.1)) weights["also-won"] += 1;
        int total = random_.whole(1, 3);
        for (const auto& [target, weight] : weights) total += weight;
        std::string next;
        for (const auto& [target, weight] : weights)
            next += fmt::format("{}{} = {:.6f}", next.empty() ? "" : ", ", target,
                                static_cast<double>(weight) / total);
        line("next = {{ {} }}", next);
        if (random_.chance(0.4))
            line("wait = {{ {} = \"{} h\" }}", weights.begin()->first, random_.whole(1, 200));
    }

    RandomBits random_;
    DrawnJourneyOptions options_;
    std::string text_;
};

}  // namespace

DrawnJourneyOptions drawn_journey_options(std::uint64_t n) {
    constexpr std::array sizes{5, 12, 3, 20, 8, 40, 16, 60, 6, 28, 10, 80};
    RandomBits random(n + 1000);
    DrawnJourneyOptions options;
    options.touchpoints = sizes[n % sizes.size()];
    const int most = options.touchpoints < 12 ? options.touchpoints : 12;
    options.stages = random.chance(0.15) ? 0 : random.whole(most < 3 ? 1 : 3, most);
    options.vietnamese = n % 2 == 1;
    options.tangle = 0.05 * random.whole(1, 8);
    options.texts = random.whole(0, 4);
    options.long_words = random.chance(0.3) ? 0.2 : 0.02;
    options.personas = random.whole(0, 4);
    if (options.personas == 3) options.personas = 2;  // thirds do not sum to 1 in six digits
    options.horizon = random.chance(0.4);
    return options;
}

std::string to_string(const DrawnJourneyOptions& options) {
    return fmt::format(
        "{} touchpoints, {} stages, {}, tangle {}, up to {} texts, long words {}, {} personas{}",
        options.touchpoints, options.stages, options.vietnamese ? "vi" : "en", options.tangle,
        options.texts, options.long_words, options.personas, options.horizon ? ", horizon" : "");
}

std::string drawn_journey(std::uint64_t seed, const DrawnJourneyOptions& options) {
    return Writer(seed, options).write();
}

}  // namespace cjm::testing
