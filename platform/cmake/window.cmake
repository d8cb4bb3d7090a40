# SPDX-License-Identifier: GPL-3.0-or-later
#
# How pages and the classes behind them are built.

set(lianxin_qt_definitions QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)

# lianxin_qt(TARGET): a library of ours with classes of Qt.
function(lianxin_qt target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    # moc 6.4 cannot read <concepts>: it takes it as read.
    set_property(TARGET ${target} APPEND PROPERTY AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)
    # What pages may use of a class: read by qmllint, and by the compiler that turns bindings into C++.
    get_target_property(type ${target} TYPE)
    if(NOT type STREQUAL "EXECUTABLE")
        # In a build folder from before there were these files, moc does not see by itself that it must write them.
        if(NOT EXISTS "${CMAKE_CURRENT_BINARY_DIR}/meta_types")
            file(REMOVE_RECURSE "${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen")
        endif()
        qt_extract_metatypes(${target})
    endif()
    # Written by Qt's tools, not by us.
    target_compile_options(${target} PRIVATE -Wno-redundant-decls)
    target_compile_definitions(${target} PUBLIC ${lianxin_qt_definitions})
    lianxin_together(${target} lianxin_window_headers)
endfunction()

# lianxin_lint(TARGET PATH): qmllint over the pages of the calling folder, once for each change of them or of what
# they are made of. The target TARGET_lint is part of the build.
function(lianxin_lint target path)
    set(types "${CMAKE_BINARY_DIR}/qml/${path}/${target}.qmltypes")
    set(done "${CMAKE_CURRENT_BINARY_DIR}/${target}_lint.done")
    set(controls "")
    if(NOT target STREQUAL lianxin_controls)
        set(controls $<TARGET_FILE:lianxin_controls>)
    endif()
    file(GLOB pages CONFIGURE_DEPENDS *.qml)
    add_custom_command(OUTPUT "${done}"
        COMMAND "${CMAKE_COMMAND}" -Dqmllint=$<TARGET_FILE:Qt6::qmllint> "-Dpages=${pages}"
            -Dmodules=${CMAKE_BINARY_DIR}/qml -Dqt_modules=${QT6_INSTALL_PREFIX}/${QT6_INSTALL_QML}
            -Dresources=${CMAKE_CURRENT_BINARY_DIR}/.rcc -P "${CMAKE_SOURCE_DIR}/platform/cmake/lint.cmake"
        COMMAND "${CMAKE_COMMAND}" -E touch "${done}"
        DEPENDS ${pages} "${types}" ${controls} "${CMAKE_SOURCE_DIR}/platform/cmake/lint.cmake"
        COMMENT "Reading the pages of ${target}" VERBATIM)
    add_custom_target(${target}_lint ALL DEPENDS "${done}")
    add_dependencies(${target}_lint ${target})
endfunction()

# lianxin_qml_module(TARGET URI libs...): the module of the folder it is called in: every QML file, every icon,
# and types.h, which says which classes the pages know. qmllint is part of the build: a warning fails it.
function(lianxin_qml_module target uri)
    string(REPLACE "." "/" path ${uri})
    file(GLOB pages RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS *.qml)
    file(GLOB resources RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS icons/*.svg)
    set(CMAKE_AUTOMOC ON)
    # Pages turned into C++ and instrumented take as long to build as everything else, and find nothing of ours.
    set(compiled "")
    if(LIANXIN_SANITIZE)
        set(compiled NO_CACHEGEN)
    endif()
    # The types of C++ that a module names belong to modules beside it. Named for the tools alone: what is in
    # IMPORTS would be imported into every file.
    set(beside QtQuick)
    if(NOT uri STREQUAL "Lianxin.Controls")
        list(APPEND beside Lianxin.Controls)
    endif()
    qt_add_qml_module(${target} URI ${uri} VERSION 1.0 STATIC ${compiled}
        DEPENDENCIES ${beside}
        RESOURCE_PREFIX /qt/qml
        OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/${path}"
        QML_FILES ${pages} RESOURCES ${resources} SOURCES types.h)
    lianxin_qt(${target})
    # Nearly all of it is written by Qt's tools, for files that stand alone.
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    lianxin_lint(${target} ${path})
    target_link_libraries(${target} PUBLIC ${ARGN} Qt6::Qml Qt6::Quick)
    # The registration that Qt writes includes "types.h" as it stands here.
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
endfunction()
