# The libraries that cjm is built from; packages.txt lists the Debian packages that hold them.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost REQUIRED)
find_package(pugixml REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(tomlplusplus REQUIRED tomlplusplus)
pkg_check_modules(cairo REQUIRED IMPORTED_TARGET cairo cairo-pdf cairo-png)
pkg_check_modules(pango REQUIRED IMPORTED_TARGET pango pangocairo)
pkg_check_modules(rsvg REQUIRED IMPORTED_TARGET librsvg-2.0)
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(graphviz REQUIRED IMPORTED_TARGET libgvc libcgraph)

# Compiled into the one source that reads TOML: its shared library parses numbers by streams, which
# takes longer than all the rest of a small journey.
add_library(tomlplusplus INTERFACE)
target_include_directories(tomlplusplus SYSTEM INTERFACE ${tomlplusplus_INCLUDE_DIRS})
target_compile_definitions(tomlplusplus INTERFACE TOML_HEADER_ONLY=1 TOML_FLOAT_CHARCONV=1
                           TOML_ENABLE_FORMATTERS=0)

# small_library(NAME HEADER): target NAME::NAME of a library of one header, from its archive where there is
# one, because every shared library is felt at the start
function(small_library name header)
  find_path(${name}_INCLUDE_DIR ${header} REQUIRED)
  find_library(${name}_LIBRARY NAMES lib${name}.a ${name} REQUIRED)
  add_library(${name}::${name} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${name}::${name} PROPERTIES IMPORTED_LOCATION ${${name}_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${${name}_INCLUDE_DIR})
endfunction()
small_library(utf8proc utf8proc.h)
small_library(md sha2.h)
small_library(csv csv.h)

find_program(CJM_CCACHE ccache)
if(CJM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CJM_CCACHE})
endif()
