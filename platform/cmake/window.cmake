# SPDX-License-Identifier: GPL-3.0-or-later
#
# How pages and the classes behind them are built.

# lianxin_qt(TARGET): a library of ours with classes of Qt.
function(lianxin_qt target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    # Written by Qt's tools, not by us.
    target_compile_options(${target} PRIVATE -Wno-redundant-decls)
    target_compile_definitions(${target} PUBLIC QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)
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
    qt_add_qml_module(${target} URI ${uri} VERSION 1.0 STATIC ${compiled}
        RESOURCE_PREFIX /qt/qml
        OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/${path}"
        QML_FILES ${pages} RESOURCES ${resources} SOURCES types.h)
    lianxin_qt(${target})
    target_link_libraries(${target} PUBLIC ${ARGN} Qt6::Qml Qt6::Quick)
    # The registration that Qt writes includes "types.h" as it stands here.
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
endfunction()
