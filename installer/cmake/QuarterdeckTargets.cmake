# One folder, one target: every function here takes the sources of the folder it is called in.

# With QUARTERDECK_UNITY a library is compiled a dozen files at a time, which takes a third of the time from scratch. So names in the unnamed
# namespaces of one library are unique.
function(quarterdeck_unite target)
  if(QUARTERDECK_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  endif()
endfunction()

# quarterdeck_library(<name> [LINKS <public>...] [PRIVATE <private>...] [SUBDIRS <dir>...])
function(quarterdeck_library name)
  cmake_parse_arguments(ARG "" "" "LINKS;PRIVATE;SUBDIRS" ${ARGN})
  set(patterns *.cpp *.h)
  foreach(dir IN LISTS ARG_SUBDIRS)
    list(APPEND patterns ${dir}/*.cpp ${dir}/*.h)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  add_library(${name} STATIC ${sources})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(${name} PUBLIC qd_flags ${ARG_LINKS} PRIVATE ${ARG_PRIVATE})
  quarterdeck_use_prefix(${name} ${ARG_LINKS})
  quarterdeck_unite(${name})
endfunction()

# quarterdeck_add_connector(<id> [LINKS <libs>...]): app/sources/<id>/ becomes qd_source_<id>, is registered, and must bring fixtures for its contract test.
# Its folder offers `std::unique_ptr<Connector> make<Id>Connector()` in connector.h.
function(quarterdeck_add_connector id)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  if(NOT EXISTS "${CMAKE_SOURCE_DIR}/tests/fixtures/${id}")
    message(FATAL_ERROR "Backend ${id} has no tests/fixtures/${id}/")
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${id}/*.cpp ${id}/*.h)
  add_library(qd_source_${id} STATIC ${sources})
  set_target_properties(qd_source_${id} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(qd_source_${id} PUBLIC qd_source_api ${ARG_LINKS} PRIVATE qd_net qd_json)
  quarterdeck_use_prefix(qd_source_${id})
  quarterdeck_unite(qd_source_${id})
  set_property(GLOBAL APPEND PROPERTY QUARTERDECK_CONNECTORS ${id})
endfunction()

# A page: ui/pages/<id>/ becomes qd_page_<id> and is registered.
# Its folder offers `std::unique_ptr<PageFactory> make<Id>Page()` in factory.h.
function(quarterdeck_add_page id)
  file(GLOB sources CONFIGURE_DEPENDS ${id}/*.cpp ${id}/*.h)
  add_library(qd_page_${id} STATIC ${sources})
  set_target_properties(qd_page_${id} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(qd_page_${id} PUBLIC qd_page_api PRIVATE qd_page_parts qd_models qd_widgets)
  quarterdeck_use_prefix(qd_page_${id} qd_widgets)
  quarterdeck_unite(qd_page_${id})
  set_property(GLOBAL APPEND PROPERTY QUARTERDECK_PAGES ${id})
endfunction()

# Writes <out> with includes and a factory list for the ids of a global property.
function(quarterdeck_write_registry property header_pattern function_pattern type registry out)
  get_property(ids GLOBAL PROPERTY ${property})
  set(includes "")
  set(calls "")
  foreach(id IN LISTS ids)
    string(SUBSTRING ${id} 0 1 first)
    string(TOUPPER ${first} first)
    string(SUBSTRING ${id} 1 -1 rest)
    string(REPLACE "@id@" ${id} header ${header_pattern})
    string(REPLACE "@Id@" "${first}${rest}" function ${function_pattern})
    string(APPEND includes "#include \"${header}\"\n")
    string(APPEND calls "    all.push_back(${function}());\n")
  endforeach()
  file(CONFIGURE OUTPUT ${out} CONTENT "// Written by CMake from the registry.\n#pragma once\n${includes}#include <memory>\n#include <vector>\nnamespace quarterdeck {\ninline std::vector<std::unique_ptr<${type}>> ${registry}()\n{\n    std::vector<std::unique_ptr<${type}>> all;\n${calls}    return all;\n}\n} // namespace quarterdeck\n" @ONLY)
endfunction()

# quarterdeck_tests(<folder> LINKS <libs>... [LABEL <label>]): every tst_*.cpp of tests/<folder> is one Qt Test program.
function(quarterdeck_tests folder)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "LINKS" ${ARGN})
  file(GLOB programs CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${folder}/tst_*.cpp")
  foreach(program IN LISTS programs)
    get_filename_component(name ${program} NAME_WE)
    add_executable(${name} ${program})
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} qd_testsupport Qt6::Test)
    quarterdeck_use_prefix(${name} ${ARG_LINKS})
    target_compile_definitions(${name} PRIVATE QUARTERDECK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" QUARTERDECK_BUILD_DIR="${CMAKE_BINARY_DIR}")
    if(TARGET qd_tsan)
      target_link_libraries(${name} PRIVATE qd_tsan)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
      LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 77
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan/suppressions.txt die_after_fork=0 ignore_noninstrumented_modules=1;QUARTERDECK_SHARED=${CMAKE_SOURCE_DIR}/../shared")
  endforeach()
endfunction()
