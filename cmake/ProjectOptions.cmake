# Flags of our own targets: warnings, sanitizers, coverage, contracts, and bit-exact floating point.
add_library(cjm_options INTERFACE)

target_compile_options(cjm_options INTERFACE
  # the same doubles on every machine: no fused multiply-add, no reassociation
  -ffp-contract=off
  -Wall -Wextra -Wconversion -Wshadow
  # false alarms of GCC 12: in std::string, and in std::variant where much is inlined
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-maybe-uninitialized>
  $<$<BOOL:${CJM_WARNINGS_AS_ERRORS}>:-Werror>)

if(CJM_CONTRACTS)
  target_compile_definitions(cjm_options INTERFACE CJM_CONTRACTS=1)
endif()
if(CJM_SANITIZE)
  list(JOIN CJM_SANITIZE "," sanitizers)
  target_compile_options(cjm_options INTERFACE -fsanitize=${sanitizers} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all
                         # false alarms of GCC 12 in std::regex where code is instrumented
                         $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(cjm_options INTERFACE -fsanitize=${sanitizers})
endif()
if(CJM_COVERAGE)
  target_compile_options(cjm_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(cjm_options INTERFACE --coverage)
endif()

# cjm_library(NAME): the library cjm_NAME, alias cjm::NAME, of every source below the calling folder.
function(cjm_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp)
  list(FILTER sources EXCLUDE REGEX "/program/")  # programs of their own
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS *.hpp)
  add_library(cjm_${name} STATIC ${sources})
  add_library(cjm::${name} ALIAS cjm_${name})
  target_sources(cjm_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
                 FILES ${headers})
  set_target_properties(cjm_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(cjm_${name} PRIVATE $<BUILD_INTERFACE:cjm_options>)
endfunction()
