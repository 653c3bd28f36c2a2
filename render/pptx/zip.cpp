#include "render/pptx/zip.hpp"

#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <zip.h>

namespace cjm::render::detail {
namespace {

[[noreturn]] void fail(const char* why) {
    throw std::runtime_error(fmt::format("writing a ZIP archive failed: {}", why));
}

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using SourceHandle = std::unique_ptr<zip_source_t, FreeSource>;
using ArchiveHandle = std::unique_ptr<zip_t, DiscardArchive>;

/// The member's bytes are read when the archive is closed.
void add(zip_t* archive, const ZipMember& member) {
    constexpr zip_uint16_t midnight = 0, first_day_of_1980 = 1 << 5 | 1;
    constexpr zip_uint32_t best = 9;
    SourceHandle source(zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0));
    if (!source) fail(zip_strerror(archive));
    const zip_int64_t at =
        zip_file_add(archive, member.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (at < 0) fail(zip_strerror(archive));
    static_cast<void>(source.release());  // the archive's from now on
    const auto index = static_cast<zip_uint64_t>(at);
    if (zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, best) != 0 ||
        zip_file_set_dostime(archive, index, midnight, first_day_of_1980, 0) != 0)
        fail(zip_strerror(archive));
}

std::string content_of(zip_source_t* source) {
    zip_stat_t about{};
    if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0)
        fail(zip_error_strerror(zip_source_error(source)));
    std::string bytes(static_cast<std::size_t>(about.size), '\0');
    const zip_int64_t count = zip_source_read(source, bytes.data(), about.size);
    zip_source_close(source);
    if (count != static_cast<zip_int64_t>(about.size)) fail("it could not be read back");
    return bytes;
}

}  // namespace

std::string zip_of(const std::vector<ZipMember>& members) {
    zip_error_t error{};
    zip_error_init(&error);
    const SourceHandle target(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!target) fail(zip_error_strerror(&error));
    zip_source_keep(target.get());  // closing the archive lets go of it once
    ArchiveHandle archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(target.get());
        fail(zip_error_strerror(&error));
    }
    for (const ZipMember& member : members) add(archive.get(), member);
    if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
    static_cast<void>(archive.release());
    return content_of(target.get());
}

}  // namespace cjm::render::detail
