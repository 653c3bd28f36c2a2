// Owns: a page as a slide of native shapes and text. Must not know: the package around it.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "render/picture.hpp"

namespace cjm::render::detail {

/// A part that a slide refers to by `rId1` on, in their order.
struct SlideTarget {
    std::string type;    ///< last word of the relationship's type, such as "image"
    std::string target;  ///< path from the slide's folder, or an address
    bool external = false;
};

/// Files beside the slides; a file that several slides show is there once.
class Media {
  public:
    /// Path from a slide's folder.
    [[nodiscard]] std::string path_of(const std::shared_ptr<const std::string>& bytes,
                                      const char* suffix);
    struct File {
        std::string name;  ///< within ppt/media
        std::shared_ptr<const std::string> bytes;
    };
    [[nodiscard]] const std::vector<File>& files() const { return files_; }

  private:
    std::vector<File> files_;
};

struct Slide {
    std::string xml;
    std::vector<SlideTarget> targets;  ///< the first is the layout
};

/// expects  a page of positive size (contract)
[[nodiscard]] Slide slide_of(const Picture& picture, std::size_t page, Media& media);

}  // namespace cjm::render::detail
