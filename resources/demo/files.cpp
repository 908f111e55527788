// The files are compiled in by CMake (resources/demo/CMakeLists.txt).
