# What nearly every file includes is read once. A file still includes what it uses: the preset `tidy` builds without this.
file(WRITE "${CMAKE_BINARY_DIR}/generated/prefix.cpp" "")
add_library(qd_prefix OBJECT "${CMAKE_BINARY_DIR}/generated/prefix.cpp")
target_link_libraries(qd_prefix PRIVATE qd_flags Qt6::Core tl::expected)
set_target_properties(qd_prefix PROPERTIES AUTOMOC OFF)
target_precompile_headers(qd_prefix PRIVATE
  <QByteArray> <QDateTime> <QDir> <QFile> <QFuture> <QFutureWatcher> <QHash> <QJsonObject> <QMap> <QObject> <QPointer> <QProcess> <QPromise>
  <QRegularExpression> <QSet> <QString> <QStringList> <QTemporaryDir> <QTimer> <QUrl> <QUuid> <QVariant> <QAbstractItemModel>
  <algorithm> <array> <chrono> <deque> <functional> <map> <memory> <mutex> <optional> <set> <span> <string> <utility> <variant> <vector>
  <tl/expected.hpp>)
if(QUARTERDECK_GUI)
  add_library(qd_prefix_gui OBJECT "${CMAKE_BINARY_DIR}/generated/prefix.cpp")
  target_link_libraries(qd_prefix_gui PRIVATE qd_flags Qt6::Widgets tl::expected)
  set_target_properties(qd_prefix_gui PROPERTIES AUTOMOC OFF)
  get_target_property(core_headers qd_prefix PRECOMPILE_HEADERS)
  target_precompile_headers(qd_prefix_gui PRIVATE ${core_headers} <QtWidgets>)
endif()

# quarterdeck_use_prefix(<target> <libraries it links>...): the prefix with Widgets where one of them brings Widgets along.
function(quarterdeck_use_prefix target)
  if(CMAKE_DISABLE_PRECOMPILE_HEADERS)
    return()
  endif()
  set(prefix qd_prefix)
  foreach(library IN LISTS ARGN)
    if(library MATCHES "^(Qt6::(Widgets|Charts|Svg)|qd_(theme|widgets|page_.*|shell|desktop))$")
      set(prefix qd_prefix_gui)
    endif()
  endforeach()
  target_precompile_headers(${target} REUSE_FROM ${prefix})
endfunction()
