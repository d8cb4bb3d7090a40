# SPDX-License-Identifier: GPL-3.0-or-later

# lianxin_test(NAME SOURCES files... LIBS libs... STARTS programs... LABEL label): one QtTest program, registered
# with ctest. The programs it starts are built before it.
function(lianxin_test name)
    cmake_parse_arguments(arg "" "LABEL" "SOURCES;LIBS;STARTS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    # Empty where the classes stand in the test itself, as they nearly always do: nothing is read for it.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    set_target_properties(${name} PROPERTIES
        AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/tests"
        AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS) # moc 6.4 cannot read <concepts>: it takes it as read
    target_link_libraries(${name} PRIVATE ${arg_LIBS} lianxin_tests lianxin_house Qt6::Core Qt6::Test)
    foreach(program IN LISTS arg_STARTS)
        if(TARGET ${program})
            add_dependencies(${name} ${program})
        endif()
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 300
        # A test with a window needs neither display nor graphics card.
        ENVIRONMENT "LC_ALL=C.UTF-8;UBSAN_OPTIONS=print_stacktrace=1;QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software")
endfunction()

# lianxin_tests_of_folder(LABEL EXCEPT folders... LIBS libs... STARTS programs...): every *_test.cpp below the calling
# folder, save in EXCEPT, becomes a test of its own; every other source there is shared by them. A
# *_property_test.cpp also gets RapidCheck.
function(lianxin_tests_of_folder label)
    cmake_parse_arguments(arg "" "" "EXCEPT;LIBS;STARTS" ${ARGN})
    file(GLOB_RECURSE tests CONFIGURE_DEPENDS *_test.cpp)
    file(GLOB_RECURSE helpers CONFIGURE_DEPENDS *.cpp)
    foreach(folder IN LISTS arg_EXCEPT)
        list(FILTER tests EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
        list(FILTER helpers EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
    endforeach()
    list(REMOVE_ITEM helpers ${tests})
    set(headers lianxin_${label}_test_headers)
    lianxin_precompiled(${headers} HEADERS ${plain_headers} <QtTest>
        LIBS ${arg_LIBS} lianxin_tests Qt6::Core Qt6::Test)
    set(shared "")
    if(helpers)
        set(shared lianxin_${label}_helpers)
        add_library(${shared} STATIC ${helpers})
        target_link_libraries(${shared} PUBLIC ${arg_LIBS} lianxin_tests PRIVATE lianxin_house Qt6::Core Qt6::Test)
        lianxin_together(${shared} ${headers})
    endif()
    foreach(source IN LISTS tests)
        get_filename_component(name "${source}" NAME_WE)
        if(TARGET ${name})
            message(FATAL_ERROR "${source}: another test is called ${name} already; test names are unique")
        endif()
        set(libs ${shared} ${arg_LIBS})
        if(name MATCHES "_property_test$")
            list(APPEND libs rapidcheck)
        endif()
        lianxin_test(${name} SOURCES "${source}" LIBS ${libs} STARTS ${arg_STARTS} LABEL ${label})
        lianxin_together(${name} ${headers})
    endforeach()
endfunction()
