#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <glib.h>

#include "render/link.hpp"
#include "render/overloaded.hpp"
#include "render/page_title.hpp"
#include "render/svg/attributes.hpp"
#include "render/svg/xml.hpp"
#include "render/text/clean.hpp"
#include "render/text/direction.hpp"
#include "render/writers.hpp"

namespace cjm::render {
namespace {

using detail::attribute;
using detail::fill_attributes;
using detail::stroke_attributes;
using detail::xml_number;
using detail::xml_text;

int weight_number(Weight weight) {
    switch (weight) {
        case Weight::medium:
            return 500;
        case Weight::semibold:
            return 600;
        case Weight::bold:
            return 700;
        case Weight::regular:
            break;
    }
    return 400;
}

struct FreeGlib {
    void operator()(gchar* text) const { g_free(text); }
};

std::string base64(const std::string& bytes) {
    return std::unique_ptr<gchar, FreeGlib>(
               g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size()))
        .get();
}

/// Words for screen readers and tool tips.
std::string told(std::string_view text) {
    return xml_text(clean_text(text));
}

class SvgWriter {
  public:
    [[nodiscard]] std::string write(const Picture& picture, std::size_t page_number) {
        const Page& page = picture.pages.at(page_number);
        write_rectangle({{0, 0, page.width, page.height}, 0, Fill{page.background}, {}});
        write_group(page.content);
        std::string document = head(picture, page_number);
        if (!patterns_.empty()) {
            document += "<defs>\n";
            for (const auto& [id, fill] : patterns_) document += detail::pattern_element(fill);
            document += "</defs>\n";
        }
        return document + body_ + "</svg>\n";
    }

  private:
    [[nodiscard]] static std::string head(const Picture& picture, std::size_t page_number) {
        const Page& page = picture.pages[page_number];
        const bool described = !picture.description.empty();
        std::string text = fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}mm\" height=\"{1}mm\" "
            "viewBox=\"0 0 {0} {1}\""
            " xml:lang=\"{2}\" role=\"graphics-document document\" "
            "aria-labelledby=\"picture.title\"{3}"
            " font-family=\"Inter, 'Noto Sans', 'DejaVu Sans', sans-serif\" fill=\"none\""
            " stroke-linejoin=\"round\">\n<title id=\"picture.title\">{4}</title>\n",
            xml_number(page.width), xml_number(page.height),
            picture.language.empty() ? "en" : xml_text(picture.language),
            described ? " aria-describedby=\"picture.desc\"" : "",
            told(page_title(picture, page_number)));
        if (described)
            text += fmt::format("<desc id=\"picture.desc\">{}</desc>\n", told(picture.description));
        if (!picture.provenance.empty())
            text += fmt::format("<metadata>{}</metadata>\n", told(picture.provenance));
        return text;
    }

    void write_item(const Item& item) {
        std::visit(Overloaded{[this](const Rectangle& rectangle) { write_rectangle(rectangle); },
                              [this](const Path& path) { write_path(path); },
                              [this](const TextItem& text) { write_text(text); },
                              [this](const Image& image) { write_image(image); },
                              [this](const Group& group) { write_group(group); }},
                   item);
    }

    /// A name that XML takes and no other element of the file has.
    [[nodiscard]] std::string unique_id(const Group& group) {
        std::string id = "g-";
        for (const char c : group.id.empty() ? std::to_string(ids_.size() + 1) : group.id) {
            const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                               (c >= 'a' && c <= 'z') || c == '-' || c == '_';
            id += plain ? std::string(1, c) : fmt::format(".{:02x}", static_cast<unsigned char>(c));
        }
        std::string candidate = id;
        for (int n = 2; !ids_.insert(candidate).second; ++n)
            candidate = fmt::format("{}.-{}", id, n);
        return candidate;
    }

    void write_group(const Group& group) {
        if (group.clip)
            body_ += fmt::format("<clipPath id=\"clip.{}\"><rect{}/></clipPath>\n", ++clips_,
                                 detail::box_attributes(*group.clip));
        body_ += "<g";
        if (group.clip) body_ += fmt::format(" clip-path=\"url(#clip.{})\"", clips_);
        if (!group.id.empty() || !group.title.empty()) {
            const std::string id = unique_id(group);
            body_ += fmt::format(" id=\"{}\"", id);
            write_words(group, id);
        }
        body_ += ">\n";
        for (const Item& item : group.items) write_item(item);
        body_ += "</g>\n";
    }

    /// Rest of the attributes of a group and its title and description, up to the last one's ">".
    void write_words(const Group& group, const std::string& id) {
        if (group.title.empty()) return;
        const bool described = !group.description.empty();
        body_ += fmt::format(" role=\"group\" aria-labelledby=\"{}.title\"", id);
        if (described) body_ += fmt::format(" aria-describedby=\"{}.desc\"", id);
        body_ += fmt::format(">\n<title id=\"{}.title\">{}</title", id, told(group.title));
        if (described)
            body_ += fmt::format(">\n<desc id=\"{}.desc\">{}</desc", id, told(group.description));
    }

    [[nodiscard]] std::string painted(const std::optional<Fill>& fill) {
        if (fill && fill->pattern != Pattern::solid)
            patterns_.emplace(detail::pattern_id(*fill), *fill);
        return fill_attributes(fill);
    }

    void write_rectangle(const Rectangle& rectangle) {
        body_ += "<rect" + detail::box_attributes(rectangle.box);
        if (rectangle.radius > 0) body_ += attribute("rx", rectangle.radius);
        body_ += painted(rectangle.fill) + stroke_attributes(rectangle.stroke) + "/>\n";
    }

    void write_path(const Path& path) {
        if (path.segments.empty()) return;
        body_ += fmt::format("<path d=\"{}\"{}{}/>\n", detail::path_data(path), painted(path.fill),
                             stroke_attributes(path.stroke));
    }

    /// Within the file, so that nothing is fetched; scripts of an image do not run.
    void write_image(const Image& image) {
        body_ += "<image" + detail::box_attributes(image.box) +
                 fmt::format(
                     " role=\"img\" aria-label=\"{0}\" preserveAspectRatio=\"none\" "
                     "href=\"data:image/{1};base64,{2}\"><title>{0}</title></image>\n",
                     told(image.description), image.svg ? "svg+xml" : "png",
                     base64(image.svg ? *image.svg : *image.png));
    }

    void write_text(const TextItem& item) {
        const std::optional<std::string> link = safe_link(item.link);
        if (link) body_ += fmt::format("<a href=\"{}\">\n", xml_text(*link));
        const bool right_to_left = is_right_to_left(item.paragraph);
        for (const TextLine& line : item.lines)
            if (!line.text.empty()) write_line(line, item.style, right_to_left);
        if (link) body_ += "</a>\n";
    }

    void write_line(const TextLine& line, const TextStyle& style, bool right_to_left) {
        constexpr double mm_per_point = 25.4 / 72;
        body_ += "<text" + attribute("x", line.start.x) + attribute("y", line.start.y) +
                 attribute("font-size", style.size_pt * mm_per_point);
        if (style.weight != Weight::regular)
            body_ += fmt::format(" font-weight=\"{}\"", weight_number(style.weight));
        if (style.italic) body_ += " font-style=\"italic\"";
        body_ += fill_attributes(Fill{style.colour});
        // x is the left end in either direction
        if (right_to_left) body_ += " direction=\"rtl\" text-anchor=\"end\"";
        if (line.width > 0)
            body_ += attribute("textLength", line.width) + " lengthAdjust=\"spacingAndGlyphs\"";
        body_ += fmt::format(">{}</text>\n", xml_text(line.text));
    }

    std::string body_;
    std::map<std::string, Fill> patterns_;
    std::set<std::string> ids_;
    int clips_ = 0;
};

}  // namespace

std::string to_svg(const Picture& picture, std::size_t page) {
    return SvgWriter().write(picture, page);
}

}  // namespace cjm::render
