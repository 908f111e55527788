// The catalogues are compiled in by CMake (translations/CMakeLists.txt).
