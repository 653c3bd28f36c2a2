#include "journey/parse/detail/syntax_scene.hpp"

#include <algorithm>

#include "base/text_place.hpp"
#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

bool ends_word(char c) {
    return std::string_view(" \t.[]{}=,#").find(c) != std::string_view::npos;
}

}  // namespace

SyntaxScene::SyntaxScene(std::shared_ptr<const SourceText> source, std::string_view description,
                         SourcePoint place)
    : source_(std::move(source)), description_(description), place_(place) {
    line_ = line_of(source_->text, place.line);
    if (says("parsing table header") && place.line > 1 && !text(whole()).starts_with('[')) {
        // some mistakes in a header are noticed only behind it
        --place_.line;
        line_ = line_of(source_->text, place_.line);
        at_ = line_.size();
        place_.column = static_cast<std::uint32_t>(count_code_points(line_) + 1);
        return;
    }
    at_ = byte_of_column(line_, place.column);
}

Stretch SyntaxScene::trimmed(Stretch stretch) const {
    while (stretch.begin < stretch.end &&
           std::string_view(" \t").find(line_[stretch.begin]) != std::string_view::npos)
        ++stretch.begin;
    while (stretch.end > stretch.begin &&
           std::string_view(" \t").find(line_[stretch.end - 1]) != std::string_view::npos)
        --stretch.end;
    return stretch;
}

bool SyntaxScene::in_brackets(std::size_t at) const {
    const auto count = [&](char c) {
        return std::count(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(at), c);
    };
    return count('[') + count('{') > count(']') + count('}');
}

Stretch SyntaxScene::value() const {
    const auto opener = line_.substr(0, at_).find_last_of("=[{,");
    auto begin = opener == std::string_view::npos ? 0 : opener + 1;
    // a comma outside of brackets is part of what was meant as one value
    if (begin > 0 && line_[begin - 1] == ',' && !in_brackets(begin)) {
        const auto equals = line_.substr(0, at_).rfind('=');
        begin = equals == std::string_view::npos ? 0 : equals + 1;
    }
    const auto enders = in_brackets(begin) ? ",]}#" : "#";
    const auto end = std::min(line_.find_first_of(enders, std::max(at_, begin)), line_.size());
    return trimmed({begin, end});
}

Stretch SyntaxScene::word() const {
    auto begin = at_, end = at_;
    while (begin > 0 && !ends_word(line_[begin - 1])) --begin;
    while (end < line_.size() && !ends_word(line_[end])) ++end;
    return {begin, end};
}

Stretch SyntaxScene::letter() const {
    if (at_ >= line_.size()) return {line_.size(), line_.size()};
    return {at_, at_ + grapheme_clusters(line_.substr(at_, 64)).front().size()};
}

Stretch SyntaxScene::whole() const {
    return trimmed({0, line_.size()});
}

SourceSpan SyntaxScene::span(Stretch stretch) const {
    const auto column = [&](std::size_t byte) {
        return static_cast<std::uint32_t>(count_code_points(line_.substr(0, byte)) + 1);
    };
    return {source_, {place_.line, column(stretch.begin)}, {place_.line, column(stretch.end)}};
}

}  // namespace cjm::detail
