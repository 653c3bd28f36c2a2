// Owns: what a picture says, for tests of views. Must not know: any one view.
#pragma once
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "render/picture.hpp"

namespace cjm::testing {

inline void visit_items(const std::vector<render::Item>& items,
                        const std::function<void(const render::Item&)>& visit) {
    for (const auto& item : items) {
        visit(item);
        if (const auto* group = std::get_if<render::Group>(&item)) visit_items(group->items, visit);
    }
}

/// Every drawn paragraph, one a line.
inline std::string all_text(const render::Picture& picture) {
    std::string text;
    for (const auto& page : picture.pages) {
        visit_items(page.content.items, [&](const render::Item& item) {
            if (const auto* words = std::get_if<render::TextItem>(&item))
                text += words->paragraph + "\n";
        });
    }
    return text;
}

/// What a screen reader is told of a picture: its pages and the titles of its groups, the deeper
/// ones further in.
inline std::string outline(const render::Picture& picture) {
    std::string text;
    const std::function<void(const std::vector<render::Item>&, std::size_t)> tell =
        [&](const std::vector<render::Item>& items, std::size_t depth) {
            for (const auto& item : items) {
                const auto* group = std::get_if<render::Group>(&item);
                if (group == nullptr) continue;
                if (!group->title.empty())
                    text += std::string(2 * depth, ' ') + group->title + "\n";
                tell(group->items, depth + (group->title.empty() ? 0 : 1));
            }
        };
    for (const auto& page : picture.pages) {
        text += "page " + page.label + "\n";
        tell(page.content.items, 1);
    }
    return text;
}

/// The last group of the first page with that title; null = none.
inline const render::Group* find_group(const render::Picture& picture, const std::string& title) {
    const render::Group* found = nullptr;
    visit_items(picture.pages.at(0).content.items, [&](const render::Item& item) {
        const auto* group = std::get_if<render::Group>(&item);
        if (group && group->title == title) found = group;
    });
    return found;
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace cjm::testing
