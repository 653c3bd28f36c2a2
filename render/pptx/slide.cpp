#include "render/pptx/slide.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "render/link.hpp"
#include "render/overloaded.hpp"
#include "render/page_title.hpp"
#include "render/pptx/drawingml.hpp"
#include "render/pptx/geometry.hpp"
#include "render/pptx/text_body.hpp"
#include "render/pptx/xml_part.hpp"
#include "render/text/clean.hpp"

namespace cjm::render::detail {
namespace {

/// What the boxes of a group's shapes cover, in whole units.
struct Reach {
    std::int64_t left = 0, top = 0, right = 0, bottom = 0;
    bool empty = true;

    void take(const Reach& other) {
        if (other.empty) return;
        left = empty ? other.left : std::min(left, other.left);
        top = empty ? other.top : std::min(top, other.top);
        right = empty ? other.right : std::max(right, other.right);
        bottom = empty ? other.bottom : std::max(bottom, other.bottom);
        empty = false;
    }
};

Reach reach(const Box& box) {
    return {emu(box.x), emu(box.y), emu(box.right()), emu(box.bottom()), false};
}

class SlideWriter {
  public:
    SlideWriter(const Picture& picture, Media& media) : picture_(picture), media_(media) {}

    Slide write(std::size_t number) {
        const Page& page = picture_.pages.at(number);
        page_ = &page;
        pugi::xml_document document;
        const pugi::xml_node slide = add_root(document, "p:sld");
        const pugi::xml_node content = add(slide, "p:cSld");
        const pugi::xml_node background = add(add(content, "p:bg"), "p:bgPr");
        add_colour(background, page.background);
        add(background, "a:effectLst");
        const pugi::xml_node tree = add(content, "p:spTree");
        add_tree_head(tree);
        write_hidden_title(tree, clean_text(page_title(picture_, number)), page.width);
        if (page.content.title.empty()) {
            for (const Item& item : page.content.items) write_item(tree, item);
        } else {
            write_group(tree, page.content);
        }
        add(add(slide, "p:clrMapOvr"), "a:masterClrMapping");
        return {text_of(document), std::move(targets_)};
    }

  private:
    /// Named and numbered; a shape without words of its own is decoration to a screen reader.
    pugi::xml_node add_identity(pugi::xml_node parent, const std::string& kind,
                                const std::string& name, const std::string& description) {
        const std::size_t id = next_id_++;
        const std::string given = clean_text(name);
        const pugi::xml_node identity =
            add(parent, "p:cNvPr",
                {{"id", std::to_string(id)},
                 {"name", given.empty() ? fmt::format("{} {}", kind, id) : given}});
        const std::string told = clean_text(description);
        if (!told.empty()) pugi::xml_node(identity).append_attribute("descr") = told.c_str();
        return identity;
    }

    static void mark_as_decoration(pugi::xml_node identity) {
        const pugi::xml_node extension = add(add(identity, "a:extLst"), "a:ext",
                                             {{"uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}});
        add(extension, "adec:decorative",
            {{"xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"},
             {"val", "1"}});
    }

    /// Above the slide: outlines, screen readers and lists of slides call it by this name.
    void write_hidden_title(pugi::xml_node tree, const std::string& title, double page_width) {
        constexpr double height = 12;
        const pugi::xml_node shape = add(tree, "p:sp");
        const pugi::xml_node head = add(shape, "p:nvSpPr");
        add_identity(head, "Title", "", "");
        add(add(head, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
        add(add(head, "p:nvPr"), "p:ph", {{"type", "title"}});
        add_place(add(add(shape, "p:spPr"), "a:xfrm"), {0, -height, page_width, height});
        const pugi::xml_node body = add(shape, "p:txBody");
        add(add(body, "a:bodyPr"), "a:normAutofit");
        add(body, "a:lstStyle");
        const pugi::xml_node run = add(add(body, "a:p"), "a:r");
        add(run, "a:rPr", {{"lang", picture_.language == "vi" ? "vi-VN" : "en-GB"}});
        add(run, "a:t").text().set(title.c_str());
    }

    Reach write_item(pugi::xml_node parent, const Item& item) {
        return std::visit(
            Overloaded{
                [&](const Rectangle& rectangle) { return write_rectangle(parent, rectangle); },
                [&](const Path& path) { return write_path(parent, path); },
                [&](const TextItem& text) { return write_text(parent, text); },
                [&](const Image& image) { return write_image(parent, image); },
                [&](const Group& group) { return write_group(parent, group); }},
            item);
    }

    template <class Shape>
    void write_shape(pugi::xml_node parent, const char* kind, const Box& box, const Shape& drawn) {
        const pugi::xml_node shape = add(parent, "p:sp");
        const pugi::xml_node head = add(shape, "p:nvSpPr");
        mark_as_decoration(add_identity(head, kind, "", ""));
        add(head, "p:cNvSpPr");
        add(head, "p:nvPr");
        const pugi::xml_node properties = add(shape, "p:spPr");
        add_place(add(properties, "a:xfrm"), box);
        add_geometry(properties, drawn);
        add_fill(properties, drawn.fill);
        add_line(properties, drawn.stroke);
        add_empty_text_body(shape);
    }

    Reach write_rectangle(pugi::xml_node parent, const Rectangle& rectangle) {
        write_shape(parent, "Rectangle", rectangle.box, rectangle);
        return reach(rectangle.box);
    }

    Reach write_path(pugi::xml_node parent, const Path& path) {
        if (path.segments.empty()) return {};
        const Box box = reach_of(path);
        if (is_straight_line(path)) {
            write_connector(parent, path, box);
        } else {
            write_shape(parent, "Freeform", box, path);
        }
        return reach(box);
    }

    void write_connector(pugi::xml_node parent, const Path& path, const Box& box) {
        const Point from = std::get<MoveTo>(path.segments[0]).to;
        const Point to = std::get<LineTo>(path.segments[1]).to;
        const pugi::xml_node shape = add(parent, "p:cxnSp");
        const pugi::xml_node head = add(shape, "p:nvCxnSpPr");
        mark_as_decoration(add_identity(head, "Line", "", ""));
        add(head, "p:cNvCxnSpPr");
        add(head, "p:nvPr");
        const pugi::xml_node properties = add(shape, "p:spPr");
        const pugi::xml_node transform = add(properties, "a:xfrm");
        if (to.x < from.x) pugi::xml_node(transform).append_attribute("flipH") = "1";
        if (to.y < from.y) pugi::xml_node(transform).append_attribute("flipV") = "1";
        add_place(transform, box);
        add(add(properties, "a:prstGeom", {{"prst", "line"}}), "a:avLst");
        add_line(properties, path.stroke);
    }

    Reach write_text(pugi::xml_node parent, const TextItem& item) {
        if (item.lines.empty() || item.paragraph.empty()) return {};
        const Box frame = text_frame(item);
        const bool cut = written_text(item) != item.paragraph;
        const pugi::xml_node shape = add(parent, "p:sp");
        const pugi::xml_node head = add(shape, "p:nvSpPr");
        const pugi::xml_node identity =
            add_identity(head, "Text", item.lines.front().text, cut ? item.paragraph : "");
        if (const auto link = safe_link(item.link))
            add(identity, "a:hlinkClick", {{"r:id", refer("hyperlink", *link, true)}});
        add(head, "p:cNvSpPr", {{"txBox", "1"}});
        add(head, "p:nvPr");
        const pugi::xml_node properties = add(shape, "p:spPr");
        add_place(add(properties, "a:xfrm"), frame);
        add_geometry(properties, Rectangle{});
        add(properties, "a:noFill");
        add_text_body(shape, item, picture_.language);
        return reach(frame);
    }

    Reach write_image(pugi::xml_node parent, const Image& image) {
        const pugi::xml_node shape = add(parent, "p:pic");
        const pugi::xml_node head = add(shape, "p:nvPicPr");
        add_identity(head, "Picture", "", image.description);
        add(add(head, "p:cNvPicPr"), "a:picLocks", {{"noChangeAspect", "1"}});
        add(head, "p:nvPr");
        const pugi::xml_node fill = add(shape, "p:blipFill");
        const pugi::xml_node blip =
            add(fill, "a:blip",
                {{"r:embed", refer("image", media_.path_of(image.png, ".png"), false)}});
        if (image.svg) add_vector_version(blip, image);
        add(add(fill, "a:stretch"), "a:fillRect");
        const pugi::xml_node properties = add(shape, "p:spPr");
        add_place(add(properties, "a:xfrm"), image.box);
        add_geometry(properties, Rectangle{});
        return reach(image.box);
    }

    /// What PowerPoint from 2016 on shows instead of the dots.
    void add_vector_version(pugi::xml_node blip, const Image& image) {
        const pugi::xml_node extension = add(add(blip, "a:extLst"), "a:ext",
                                             {{"uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"}});
        add(extension, "asvg:svgBlip",
            {{"xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"},
             {"r:embed", refer("image", media_.path_of(image.svg, ".svg"), false)}});
    }

    Reach write_group(pugi::xml_node parent, const Group& group) {
        pugi::xml_node shape = add(parent, "p:grpSp");
        const pugi::xml_node head = add(shape, "p:nvGrpSpPr");
        add_identity(
            head, "Group", group.title.empty() ? group.id : group.title,
            group.description.empty() ? group.title : group.title + ". " + group.description);
        add(head, "p:cNvGrpSpPr");
        add(head, "p:nvPr");
        const pugi::xml_node transform = add(add(shape, "p:grpSpPr"), "a:xfrm");
        Reach covered;
        for (const Item& item : group.items) covered.take(write_item(shape, item));
        if (group.clip) covered.take(write_masks(shape, *group.clip));
        if (covered.empty) {
            pugi::xml_node(parent).remove_child(shape);
            return {};
        }
        for (const auto& [corner, size] : {std::pair{"a:off", "a:ext"}, {"a:chOff", "a:chExt"}}) {
            add(transform, corner,
                {{"x", std::to_string(covered.left)}, {"y", std::to_string(covered.top)}});
            add(transform, size,
                {{"cx", std::to_string(covered.right - covered.left)},
                 {"cy", std::to_string(covered.bottom - covered.top)}});
        }
        return covered;
    }

    /// Slides cannot clip: what is not to show is covered with paper.
    Reach write_masks(pugi::xml_node parent, const Box& clip) {
        const double width = page_->width, height = page_->height;
        Reach covered;
        for (const Box& box : {Box{0, 0, width, clip.y},
                               {0, clip.bottom(), width, height - clip.bottom()},
                               {0, clip.y, clip.x, clip.height},
                               {clip.right(), clip.y, width - clip.right(), clip.height}})
            if (box.width > 0 && box.height > 0)
                covered.take(write_rectangle(parent, {box, 0, Fill{page_->background}, {}}));
        return covered;
    }

    std::string refer(const std::string& type, const std::string& target, bool external) {
        const auto same = std::find_if(targets_.begin(), targets_.end(), [&](const SlideTarget& t) {
            return t.type == type && t.target == target;
        });
        const auto at = same - targets_.begin();
        if (same == targets_.end()) targets_.push_back({type, target, external});
        return fmt::format("rId{}", at + 1);
    }

    const Picture& picture_;
    Media& media_;
    std::vector<SlideTarget> targets_{{"slideLayout", "../slideLayouts/slideLayout1.xml", false}};
    const Page* page_ = nullptr;
    std::size_t next_id_ = 2;  // 1 is the tree
};

}  // namespace

std::string Media::path_of(const std::shared_ptr<const std::string>& bytes, const char* suffix) {
    const auto same = std::find_if(files_.begin(), files_.end(),
                                   [&](const File& file) { return *file.bytes == *bytes; });
    if (same != files_.end()) return "../media/" + same->name;
    files_.push_back({fmt::format("image{}{}", files_.size() + 1, suffix), bytes});
    return "../media/" + files_.back().name;
}

Slide slide_of(const Picture& picture, std::size_t page, Media& media) {
    return SlideWriter(picture, media).write(page);
}

}  // namespace cjm::render::detail
