#include "cli/report/text_report.hpp"

#include <algorithm>

#include "base/text_width.hpp"

namespace cjm::cli {
namespace {

constexpr int prose_width = 100;  // longer lines are hard to read
constexpr int rule_width = 80;    // without a limit

/// Appends lines to the text of a report.
class TextWriter {
  public:
    explicit TextWriter(const TextStyle& style) : style_(style) {}

    void line(const std::string& words) {
        text_ += words;
        text_ += '\n';
    }
    void prose(const std::string& words, Tone tone) {
        const int width = style_.width > 0 ? std::min(style_.width, prose_width) : prose_width;
        for (const auto& part : wrap_text(words, width)) line(toned(part, tone, style_.colour));
    }
    void rule(int columns) {
        std::string dashes;
        for (int i = 0; i < columns; ++i) dashes += "─";
        line(toned(dashes, Tone::faint, style_.colour));
    }
    /// The heading, and a rule to the right edge.
    void heading(const std::string& words) {
        const int width = style_.width > 0 ? style_.width : rule_width;
        line("");
        auto lines = wrap_text(words, width);
        if (lines.empty()) lines.emplace_back();
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            line(toned(lines[i], Tone::strong, style_.colour));
        const int left = width - display_width(lines.back()) - 1;
        std::string dashes;
        for (int i = 0; i < left; ++i) dashes += "─";
        line(toned(lines.back(), Tone::strong, style_.colour) +
             (left > 0 ? " " + toned(dashes, Tone::faint, style_.colour) : ""));
    }
    void section(const Section& section) {
        heading(section.heading);
        for (const auto& sentence : section.sentences) prose(sentence, Tone::plain);
        std::vector<std::string> notes;
        if (section.table) {
            if (!section.sentences.empty()) line("");
            auto table = text_table(*section.table, style_);
            for (const auto& row : table.lines) line(row);
            notes = std::move(table.notes);
        }
        notes.insert(notes.end(), section.notes.begin(), section.notes.end());
        std::string small_print;
        for (const auto& note : notes) small_print += (small_print.empty() ? "" : " ") + note;
        if (!small_print.empty()) prose(small_print, Tone::faint);
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    TextStyle style_;
    std::string text_;
};

}  // namespace

std::string document_text(const Document& document, const TextStyle& style) {
    TextWriter writer(style);
    writer.prose(document.title, Tone::strong);
    if (!document.subtitle.empty()) writer.prose(document.subtitle, Tone::plain);
    for (const auto& paragraph : document.lead) {
        writer.line("");
        writer.prose(paragraph, Tone::plain);
    }
    for (const auto& section : document.sections) writer.section(section);
    return writer.take();
}

std::string text_report(const Journey& journey, const SimulationResult& result,
                        const TextOptions& options) {
    const auto document = simulation_document(
        journey, result, {options.program, options.input_sha256, ""}, options.moments);
    return document_text(document, {options.width, options.colour});
}

}  // namespace cjm::cli
