// The files are compiled in by CMake (resources/CMakeLists.txt).
