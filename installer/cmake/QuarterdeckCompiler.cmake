# Flags that every target of ours is compiled with.
add_library(qd_flags INTERFACE)
target_compile_options(qd_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<BOOL:${QUARTERDECK_WERROR}>:-Werror>)
target_compile_definitions(qd_flags INTERFACE QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
                           QUARTERDECK_VERSION="${PROJECT_VERSION}")
target_include_directories(qd_flags INTERFACE "${CMAKE_SOURCE_DIR}")

if(QUARTERDECK_SANITIZE)
  add_compile_options(-fsanitize=${QUARTERDECK_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${QUARTERDECK_SANITIZE})
  if(QUARTERDECK_SANITIZE MATCHES undefined)
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
  if(QUARTERDECK_SANITIZE_WITHOUT)
    add_compile_options(-fno-sanitize=${QUARTERDECK_SANITIZE_WITHOUT})
  endif()
endif()

# What users get: position independent, read-only relocations resolved at start, checked stack and copies. The sanitizers check more, and
# _FORTIFY_SOURCE needs an optimizer. tests/architecture/tst_releaseflags looks at the programs.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT QUARTERDECK_SANITIZE)
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES CXX)
  add_compile_options(-fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()

find_program(QUARTERDECK_CCACHE ccache)
if(QUARTERDECK_CCACHE)
  # ccache keeps what a precompiled header was part of only when it is told that the macros of its compilation may be trusted, and reads
  # the header of 160 MB once, not for every file, when it may remember it by its inode.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_INODECACHE=true "${QUARTERDECK_CCACHE}")
endif()
find_program(QUARTERDECK_MOLD mold)
if(QUARTERDECK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
