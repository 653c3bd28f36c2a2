#include "tests/support/template_shape.hpp"

#include <cstdlib>
#include <map>
#include <set>
#include <sstream>

namespace cjm::testing {
namespace {

const std::set<std::string> amount_keys{"cost", "revenue", "cost_add", "cost_per_customer",
                                        "acquisition_cost"};
const std::set<std::string> multiplied_in_each{"cost", "revenue"};
/// Keys whose texts are the format's own words or values, not somebody's text.
const std::set<std::string> format_keys{"kind",         "owner",   "moment",
                                        "distribution", "horizon", "ghost_after"};

struct RawWord {
    std::string text;
    bool quoted = false;
};

bool is_word_byte(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-' || byte == '.' ||
           static_cast<unsigned char>(byte) >= 0x80;
}

/// The words of a line up to its comment; `.` parts words of a header, not of a number.
std::vector<RawWord> words_of(const std::string& line, bool header) {
    std::vector<RawWord> words;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == '#') break;
        if (line[at] == ' ') {
            ++at;
        } else if (line[at] == '"') {
            std::string text;
            for (++at; line[at] != '"'; ++at) {
                if (line[at] == '\\') ++at;
                text += line[at];
            }
            ++at;
            words.push_back({text, true});
        } else if (is_word_byte(line[at]) && !(header && line[at] == '.')) {
            std::string text;
            while (at < line.size() && is_word_byte(line[at]) && !(header && line[at] == '.'))
                text += line[at++];
            words.push_back({text, false});
        } else {
            words.push_back({std::string(1, line[at++]), false});
        }
    }
    return words;
}

/// A number, perhaps with the unit of a duration.
bool is_value(const std::string& text) {
    char* end = nullptr;
    std::strtod(text.c_str(), &end);
    if (end == text.c_str()) return false;
    static const std::set<std::string> units{"", "s", "min", "h", "d", "w", "mo", "y"};
    const std::string rest = end;
    return units.count(rest.find(' ') == 0 ? rest.substr(1) : rest) == 1;
}

/// Names, numbered in the order they are first met in.
class Names {
  public:
    void meet(const std::string& name) { order_.emplace(name, order_.size()); }
    [[nodiscard]] bool has(const std::string& name) const { return order_.count(name) == 1; }
    [[nodiscard]] std::string shown(const std::string& name) const {
        return "#" + std::to_string(order_.at(name));
    }

  private:
    std::map<std::string, std::size_t> order_;
};

/// A file's own names; channels and tags are words that `where` names.
struct FileNames {
    Names ids, channels, tags;
};

FileNames names_of(const std::vector<std::string>& lines) {
    FileNames names;
    constexpr std::string_view added = "[scenario.touchpoint.";
    for (const std::string& line : lines) {
        if (line.starts_with(added))
            names.ids.meet(
                line.substr(added.size(), line.find_first_of("].", added.size()) - added.size()));
        const auto words = words_of(line, false);
        if (words.size() < 3) continue;
        const std::string& key = words[0].text;
        for (std::size_t i = 2; i < words.size(); ++i) {
            if (key == "channel") names.channels.meet(words[i].text);
            if (key == "tags" && words[i].quoted) names.tags.meet(words[i].text);
            const bool attribute = key == "csi" && i + 1 < words.size() && words[i + 1].text == "=";
            if ((key == "id" && words[i].quoted) || attribute) names.ids.meet(words[i].text);
        }
    }
    return names;
}

/// Where a word stands.
struct Place {
    std::string key;          ///< of its line
    std::string before;       ///< the word before the sign before it: what it is the value of
    bool first = false;       ///< of its line
    bool in_targets = false;  ///< in a table by targets, such as [touchpoint.wait]
    bool of_distribution = false;
};

std::string shown(const RawWord& word, const Place& at, const FileNames& names) {
    const bool format_word =
        format_keys.count(at.key) == 1 || at.of_distribution || is_value(word.text);
    if (word.quoted && at.before == "channel") return "channel " + names.channels.shown(word.text);
    if (word.quoted && (at.key == "tags" || at.before == "tag") && names.tags.has(word.text))
        return "tag " + names.tags.shown(word.text);
    if ((!at.first || at.in_targets) && !format_word && names.ids.has(word.text))
        return names.ids.shown(word.text);
    const bool a_kind = at.before == "kind";
    return word.quoted && !format_word && !a_kind ? "text" : word.text;
}

}  // namespace

std::vector<ShapeWord> template_shape(std::string_view journey_file) {
    std::vector<std::string> lines;
    std::istringstream text{std::string(journey_file)};
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    const FileNames names = names_of(lines);
    std::vector<ShapeWord> shape;
    std::string header;
    for (std::size_t number = 1; number <= lines.size(); ++number) {
        const std::string& line = lines[number - 1];
        const bool is_header = line.starts_with('[');
        if (is_header) header = line.substr(0, line.find(' '));
        const auto words = words_of(line, is_header);
        Place at;
        at.key = words.empty() ? "" : words[0].text;
        at.in_targets = header.ends_with(".wait]") || header.ends_with(".patience]") ||
                        header.ends_with(".seamless]");
        at.of_distribution = line.find("distribution") != std::string::npos;
        const bool multiplies =
            header == "[[scenario.each]]" && multiplied_in_each.count(at.key) == 1;
        const bool of_money = amount_keys.count(at.key) == 1 && !multiplies;
        for (std::size_t i = 0; i < words.size(); ++i) {
            at.first = i == 0;
            at.before = i >= 2 && words[i - 1].text == "=" ? words[i - 2].text : "";
            if (of_money && i > 0 && is_value(words[i].text)) {
                shape.push_back(
                    {"amount", true, std::strtod(words[i].text.c_str(), nullptr), number});
            } else {
                // a target before its distribution is a name all the same
                Place here = at;
                if (at.first && at.in_targets) here.of_distribution = false;
                shape.push_back({shown(words[i], here, names), false, 0, number});
            }
        }
    }
    return shape;
}

}  // namespace cjm::testing
