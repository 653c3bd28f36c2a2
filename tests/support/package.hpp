// Owns: reading the parts of a ZIP package back. Must not know: what they should hold.
#pragma once
#include <map>
#include <memory>
#include <string>

#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <zip.h>

namespace cjm::testing {

/// Every member by its name, checked against its checksum. Fails the test where the archive is
/// broken or names a member twice.
inline std::map<std::string, std::string> members_of(const std::string& bytes) {
    zip_error_t error{};
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    REQUIRE(source != nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    REQUIRE(archive != nullptr);
    std::map<std::string, std::string> members;
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
    for (zip_uint64_t i = 0; i < count; ++i) {
        zip_stat_t about{};
        REQUIRE(zip_stat_index(archive, i, 0, &about) == 0);
        std::string text(static_cast<std::size_t>(about.size), '\0');
        zip_file_t* file = zip_fopen_index(archive, i, 0);
        REQUIRE(file != nullptr);
        REQUIRE(zip_fread(file, text.data(), about.size) == static_cast<zip_int64_t>(about.size));
        zip_fclose(file);
        CHECK(members.emplace(about.name, std::move(text)).second);
    }
    zip_discard(archive);
    return members;
}

/// A part as a document. Fails the test where it is not well-formed.
inline std::shared_ptr<pugi::xml_document> document_of(const std::string& text) {
    auto document = std::make_shared<pugi::xml_document>();
    const auto parsed = document->load_buffer(text.data(), text.size());
    INFO(parsed.description() << "\n" << text.substr(0, 400));
    REQUIRE(parsed);
    return document;
}

}  // namespace cjm::testing
