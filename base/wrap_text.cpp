// The line breaking of base/text_width.hpp.
#include "base/contract.hpp"
#include "base/text_width.hpp"

namespace cjm {
namespace {

class LineFiller {
  public:
    LineFiller(std::vector<std::string>& lines, int columns) : lines_(lines), columns_(columns) {}

    void add_spaces(std::string_view gap) { gap_ += gap; }

    void add_word(std::string_view word) {
        const int width = display_width(word);
        const int gap = display_width(gap_);
        if (started_ && width_ + gap + width > columns_) break_line();
        // spaces at a break vanish; those that open a paragraph stay where the word still fits
        // beside them
        if (!gap_.empty() && display_width(gap_) + width_ + width <= columns_) append(gap_, gap);
        gap_.clear();
        if (width <= columns_) return append(word, width);
        for (const auto cluster : grapheme_clusters(word)) {
            const int cluster_columns = display_width(cluster);
            if (started_ && width_ + cluster_columns > columns_) break_line();
            append(cluster, cluster_columns);
        }
    }

    void end_paragraph() {
        lines_.push_back(line_);
        reset();
    }

  private:
    void append(std::string_view piece, int width) {
        line_ += piece;
        width_ += width;
        started_ = true;
    }
    void break_line() {
        lines_.push_back(line_);
        reset();
    }
    void reset() {
        line_.clear();
        gap_.clear();
        width_ = 0;
        started_ = false;
    }

    std::vector<std::string>& lines_;
    int columns_;
    std::string line_, gap_;
    int width_ = 0;
    bool started_ = false;
};

void wrap_paragraph(std::string_view paragraph, LineFiller& filler) {
    while (!paragraph.empty()) {
        const auto gap = std::min(paragraph.find_first_not_of(' '), paragraph.size());
        filler.add_spaces(paragraph.substr(0, gap));
        paragraph.remove_prefix(gap);
        const auto word = std::min(paragraph.find(' '), paragraph.size());
        if (word > 0) filler.add_word(paragraph.substr(0, word));
        paragraph.remove_prefix(word);
    }
    filler.end_paragraph();
}

}  // namespace

std::vector<std::string> wrap_text(std::string_view text, int columns) {
    CJM_EXPECTS(columns >= 1);
    std::vector<std::string> lines;
    LineFiller filler(lines, columns);
    for (;;) {
        const auto end = text.find('\n');
        wrap_paragraph(text.substr(0, end), filler);
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

}  // namespace cjm
