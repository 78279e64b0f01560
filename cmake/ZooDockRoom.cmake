# SPDX-License-Identifier: GPL-3.0-or-later

# zoodock_together(NAME)
#
# Where ZOODOCK_UNITY is on, several sources of the library NAME are compiled as one: most of the time goes to Qt's headers.
# So a name may stand once only among the anonymous namespaces of a room.
function(zoodock_together name)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ${ZOODOCK_UNITY} UNITY_BUILD_BATCH_SIZE 16)
endfunction()

# zoodock_build_quickly(NAME): a library without widgets.
function(zoodock_build_quickly name)
    if(NOT ZOODOCK_UNITY) # a handful of compilations would not make good for it
        target_precompile_headers(${name} PRIVATE
            <QtCore/QObject> <QtCore/QString> <QtCore/QList> <QtCore/QHash> <chrono> <functional> <memory> <optional>)
    endif()
    zoodock_together(${name})
endfunction()

# zoodock_room(NAME HEADERS … SOURCES … USES … PRIVATE …)
#
# A room of models/: the static library zoodock_NAME, whose public headers lie in include/NAME/ and are the only
# ones that other rooms see. USES are the rooms and libraries that its headers may include (docs/architecture.md has
# the table), PRIVATE those that only its .cpp files include.
function(zoodock_room name)
    cmake_parse_arguments(ROOM "" "" "HEADERS;SOURCES;USES;PRIVATE" ${ARGN})
    list(TRANSFORM ROOM_HEADERS PREPEND "include/${name}/")
    add_library(zoodock_${name} STATIC ${ROOM_HEADERS} ${ROOM_SOURCES})
    target_include_directories(zoodock_${name} PUBLIC include)
    target_link_libraries(zoodock_${name} PUBLIC ${ROOM_USES} PRIVATE ${ROOM_PRIVATE} zoodock_flags)
    zoodock_build_quickly(zoodock_${name})
    if(ZOODOCK_FUZZ) # the fuzzer is led by the paths taken in the rooms, not in the tests
        target_compile_options(zoodock_${name} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
endfunction()

# What every test runs with.
set(ZOODOCK_TEST_ENVIRONMENT "QT_QPA_PLATFORM=offscreen" "LC_ALL=C.UTF-8"
    "TSAN_OPTIONS=suppressions='${CMAKE_SOURCE_DIR}/tests/tsan.supp':die_after_fork=0"
    "LSAN_OPTIONS=suppressions='${CMAKE_SOURCE_DIR}/tests/lsan.supp':print_suppressions=0")

# zoodock_compile_quickly(NAME): for what is compiled often and run once.
function(zoodock_compile_quickly name)
    set_target_properties(${name} PROPERTIES ZOODOCK_COMPILED_QUICKLY ON)
    target_compile_options(${name} PRIVATE "$<$<NOT:$<CONFIG:Debug>>:-O0;-g0>")
    if(ZOODOCK_SANITIZE STREQUAL "thread") # its libraries are optimised a little
        target_compile_options(${name} PRIVATE -O0)
    endif()
endfunction()

# zoodock_test_moc(NAME SOURCES…)
#
# Runs moc on those sources of a test that declare classes of their own and include NAME.moc. AUTOMOC would scan, and
# compile an empty file, for each of more than a hundred executables: a quarter of the time a build took. Where a header
# has such a class, AUTOMOC does it.
function(zoodock_test_moc name)
    list(FILTER ARGN INCLUDE REGEX "\\.(cpp|h)$")
    set(outputs)
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source)
        file(STRINGS "${source}" classes REGEX "Q_OBJECT|Q_GADGET" LIMIT_COUNT 1)
        if(NOT classes)
            continue()
        elseif(source MATCHES "\\.h$")
            return()
        endif()
        cmake_path(GET source STEM stem)
        set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc")
        add_custom_command(OUTPUT "${output}" COMMAND Qt6::moc "${source}" -o "${output}" DEPENDS "${source}" VERBATIM
            COMMENT "moc ${stem}.cpp")
        list(APPEND outputs "${output}")
    endforeach()
    file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_sources(${name} PRIVATE ${outputs})
    target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
endfunction()

# zoodock_test(NAME LABELS … SOURCES … USES … [ENVIRONMENT …] [TIMEOUT s] [LANE one|two])
#
# A QtTest executable NAME, run by ctest with the given labels; linked with USES alone, so that a use outside the
# room's declared ones is a link error. Tests that make whole clusters have a LANE: in each of the two runs one at a time,
# beside tests that leave the engine alone.
function(zoodock_test name)
    cmake_parse_arguments(T "" "TIMEOUT;LANE" "LABELS;SOURCES;USES;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${T_SOURCES})
    zoodock_test_moc(${name} ${T_SOURCES})
    target_link_libraries(${name} PRIVATE ${T_USES} zoodock_qttest zoodock_flags)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    # Qt's headers once for all.
    zoodock_compile_quickly(${name})
    if(T_USES MATCHES "zoodock_ui|zoodock_tour|zoodock_desktop")
        target_precompile_headers(${name} REUSE_FROM zoodock_gui_test_pch)
    elseif(NOT T_USES MATCHES "Qt6::Widgets|Qt6::Gui")
        target_precompile_headers(${name} REUSE_FROM zoodock_test_pch)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 300) # some take half a minute alone, and more beside builds
    endif()
    if(ZOODOCK_SANITIZE)
        math(EXPR T_TIMEOUT "3 * ${T_TIMEOUT}") # slow by themselves, and niced
    endif()
    # QtTest gives up a function by itself, after five minutes unless it is told otherwise.
    set_tests_properties(${name} PROPERTIES LABELS "${T_LABELS}" TIMEOUT ${T_TIMEOUT}
        ENVIRONMENT "${ZOODOCK_TEST_ENVIRONMENT};QTEST_FUNCTION_TIMEOUT=${T_TIMEOUT}000;${T_ENVIRONMENT}")
    if(T_LANE)
        # The longest first.
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK "engine, lane ${T_LANE}" COST ${T_TIMEOUT})
    endif()
endfunction()
