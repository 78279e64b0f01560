# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries what every target of ours is compiled with.

add_library(zoodock_flags INTERFACE)
target_compile_definitions(zoodock_flags INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
)
target_compile_options(zoodock_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
    $<$<BOOL:${ZOODOCK_WERROR}>:-Werror>
)
# QTest's data tables and Qt's own macros are built on these two.
target_compile_options(zoodock_flags INTERFACE -Wno-sign-conversion -Wno-subobject-linkage)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(zoodock_flags INTERFACE -Wno-unknown-warning-option)
endif()

# Several sources as one need some 700 MiB; g++ that need not look for memory to be had again is done some 7 % sooner.
if(ZOODOCK_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(zoodock_flags INTERFACE "SHELL:--param ggc-min-heapsize=1048576")
endif()

# More than a hundred test executables: the linker's time counts.
find_program(ZOODOCK_MOLD mold)
if(ZOODOCK_MOLD)
    target_link_options(zoodock_flags INTERFACE -fuse-ld=mold)
endif()

if(ZOODOCK_SANITIZE)
    target_compile_definitions(zoodock_flags INTERFACE ZOODOCK_SANITIZED)
    target_compile_options(zoodock_flags INTERFACE -fsanitize=${ZOODOCK_SANITIZE} -fno-omit-frame-pointer)
    if(ZOODOCK_SANITIZE MATCHES "undefined")
        # Object sizes are not known without optimisation, and an x86 minds no alignment; the code for both takes a sixth of the
        # compiler's time.
        target_compile_options(zoodock_flags INTERFACE -fno-sanitize-recover=undefined -fno-sanitize=alignment,object-size)
    endif()
    target_link_options(zoodock_flags INTERFACE -fsanitize=${ZOODOCK_SANITIZE})
elseif(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    # Fortification needs an optimised build; tests are none.
    target_compile_options(zoodock_flags INTERFACE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:ZOODOCK_COMPILED_QUICKLY>>>:-D_FORTIFY_SOURCE=2>)
    target_link_options(zoodock_flags INTERFACE LINKER:-z,relro,-z,now)
endif()
