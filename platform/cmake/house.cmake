# SPDX-License-Identifier: GPL-3.0-or-later
#
# How this house is built: the warnings, the sanitizers, and the floors.
#
# Includes are written from the repository root ("sync/record/record.h"), yet the root is on nobody's include
# path. Each floor gets a folder of its own, BUILD/floors/TARGET, which holds one symbolic link to its sources;
# a target sees that folder and those of the targets it links. An include that points up finds no file.

include(CheckIPOSupported)

set(LIANXIN_SANITIZE "" CACHE STRING "Sanitizers to build with, separated by commas (address,undefined or thread)")
option(LIANXIN_LIBFUZZER "Make libFuzzer programs of the fuzz targets (clang)" OFF)
option(LIANXIN_LTO "Optimise across translation units when linking" OFF)
option(LIANXIN_COMPILE_TOGETHER
    "Build anew in half the time: several files at once, the headers of others read once; a forgotten include passes" OFF)

# What every target of ours is compiled with; libraries of others are system includes and stay silent.
add_library(lianxin_house INTERFACE)
target_compile_options(lianxin_house INTERFACE
    -Wall -Wextra -Wpedantic -Werror
    -Wconversion -Wsign-conversion -Wdouble-promotion -Wold-style-cast -Wcast-qual -Wcast-align
    -Wformat=2 -Wimplicit-fallthrough -Wnon-virtual-dtor -Woverloaded-virtual -Wsuggest-override -Wundef
    -Wextra-semi -Wredundant-decls
    # GCC 12 takes the names in an enum class for shadows of types; of locals it is right.
    $<$<CXX_COMPILER_ID:Clang>:-Wshadow>
    $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local -Wduplicated-cond -Wduplicated-branches -Wlogical-op>)

if(LIANXIN_SANITIZE)
    target_compile_options(lianxin_house INTERFACE
        -fsanitize=${LIANXIN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        # Instrumented code hides from gcc which way was taken, so it warns of values that are never read.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(lianxin_house INTERFACE -fsanitize=${LIANXIN_SANITIZE})
    if(LIANXIN_SANITIZE MATCHES "address")
        # The address sanitizer stops at nulls and at what lies outside, too, and the machines this runs on
        # read what is not aligned; without these three the build takes a quarter less.
        target_compile_options(lianxin_house INTERFACE -fno-sanitize=null,alignment,object-size)
    endif()
    if(LIANXIN_SANITIZE MATCHES "thread")
        # Boost.Asio has fences that the sanitizer does not see; gcc warns of each.
        target_compile_options(lianxin_house INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
    endif()
endif()

if(LIANXIN_COMPILE_TOGETHER)
    target_compile_options(lianxin_house INTERFACE
        # Without it a compiler cache passes by what uses such headers.
        $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
        # What is private to a file looks like something out of a header when several are compiled at once.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    # A hundred and fifty programs are linked, in three fifths of the time.
    target_link_options(lianxin_house INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fuse-ld=gold>)
endif()

if(LIANXIN_LIBFUZZER)
    target_compile_options(lianxin_house INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(LIANXIN_LTO)
    check_ipo_supported(RESULT lianxin_lto_works OUTPUT lianxin_lto_reason LANGUAGES CXX)
    if(lianxin_lto_works)
        set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
    else()
        message(STATUS "Building without link-time optimisation: ${lianxin_lto_reason}")
    endif()
endif()

# lianxin_floor(TARGET DIR): the target, and whoever links it, may include "DIR/..."
function(lianxin_floor target dir)
    set(floor "${CMAKE_BINARY_DIR}/floors/${target}")
    get_filename_component(parent "${floor}/${dir}" DIRECTORY)
    file(MAKE_DIRECTORY "${parent}")
    file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${dir}" "${floor}/${dir}" SYMBOLIC)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "INTERFACE_LIBRARY")
        target_include_directories(${target} INTERFACE "${floor}")
    else()
        target_include_directories(${target} PUBLIC "${floor}")
    endif()
endfunction()

# lianxin_precompiled(NAME HEADERS... LIBS libs... DEFINITIONS names...): headers of others, read once for all
# targets with the same libraries and definitions that ask for it with lianxin_together(), and whose files are then
# compiled several at once.
function(lianxin_precompiled name)
    cmake_parse_arguments(arg "" "" "HEADERS;LIBS;DEFINITIONS" ${ARGN})
    if(LIANXIN_COMPILE_TOGETHER)
        set(empty "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
        file(CONFIGURE OUTPUT "${empty}" CONTENT "")
        add_library(${name} OBJECT "${empty}")
        target_link_libraries(${name} PRIVATE ${arg_LIBS} lianxin_house)
        target_compile_definitions(${name} PRIVATE ${arg_DEFINITIONS})
        target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    endif()
endfunction()

function(lianxin_together target headers)
    if(LIANXIN_COMPILE_TOGETHER)
        target_precompile_headers(${target} REUSE_FROM ${headers})
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    endif()
endfunction()

# lianxin_library(NAME DIR [QT] SOURCES... PUBLIC libs... PRIVATE libs... DEFINITIONS names...): a library and its
# floor. A floor without sources yet is a library of headers. QT: it has classes of Qt.
function(lianxin_library name dir)
    cmake_parse_arguments(arg "QT" "" "SOURCES;PUBLIC;PRIVATE;DEFINITIONS" ${ARGN})
    if(arg_SOURCES)
        add_library(${name} STATIC ${arg_SOURCES})
        target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} lianxin_house)
        target_compile_definitions(${name} PUBLIC ${arg_DEFINITIONS})
        if(arg_QT)
            lianxin_qt(${name})
        else()
            lianxin_together(${name} lianxin_plain_headers)
        endif()
    else()
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE ${arg_PUBLIC})
        target_compile_definitions(${name} INTERFACE ${arg_DEFINITIONS})
    endif()
    lianxin_floor(${name} ${dir})
endfunction()

# lianxin_program(NAME PARTS DIR libs...): a program, made of DIR/main.cpp and of the library PARTS that holds
# every other source of DIR, so that tests can link what the program is made of.
function(lianxin_program name parts dir)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${dir}/*.cpp")
    set(main "${CMAKE_SOURCE_DIR}/${dir}/main.cpp")
    list(REMOVE_ITEM sources "${main}")
    lianxin_library(${parts} ${dir} SOURCES ${sources} PUBLIC ${ARGN})
    if(EXISTS "${main}")
        add_executable(${name} "${main}")
        target_link_libraries(${name} PRIVATE ${parts} lianxin_house)
        lianxin_together(${name} lianxin_plain_headers)
    endif()
endfunction()
