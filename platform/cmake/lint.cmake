# SPDX-License-Identifier: GPL-3.0-or-later
# qmllint over `pages`, with what its compiler cannot compile. A warning is an error, save those that qmllint 6.4 gives
# of what is right; each stands here with its reason.
set(false_reports
    # A drawing, a background and a content are made at once here, with or without an id.
    "Cannot defer property assignment to"
    # 6.4 does not know that a list of QML is an array of JavaScript, nor that such an array has methods.
    "Property \"(filter|find|includes|indexOf|join|map|reduce|slice|some)\" not found on type \"Q(VariantList|StringList|List<[A-Za-z]+>)\""
    "Type is a list. You cannot access \"includes\" from here"
    "does not have a property (filter|find|includes|indexOf|join|map|reduce|slice|some) for calling"
    # A 64 bit number of C++ is a number to QML; 6.4 has no entry for it.
    "Type \"qlonglong\" of property"
    "Cannot load property [a-zA-Z]+ from lianxin::[a-zA-Z:]+ of .* with type lianxin::"
    # Qt.callLater is a function.
    "callLater"
    # What its compiler has not learnt; such bindings are interpreted.
    "can be shadowed"
    "Instruction \"generate_[A-Za-z]+\" not implemented"
    "No matching override found. Candidates:"
    "for argument 0 cannot be resolved"
    "function without type annotation returns"
    "Cannot (assign|load) [a-zA-Z ]* (from QVariant of|from conversion to|to QString of)"
    "Cannot access value for name (box|view|window)") # goes with components that are not Bound

set(options --compiler warning --unqualified warning --bare -I "${modules}" -I "${qt_modules}")
file(GLOB maps "${resources}/*.qrc")
foreach(map IN LISTS maps)
    list(APPEND options --resource "${map}")
endforeach()
# The compiler in qmllint 6.4 walks its hashes in their order, and in a rare order it crashes: one order for everybody,
# and another try when it crashes all the same.
set(ENV{QT_HASH_SEED} 0)
foreach(try RANGE 1 3)
    execute_process(COMMAND "${qmllint}" ${options} ${pages} OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
    if(status MATCHES "^-?[0-9]+$")
        break()
    endif()
endforeach()
if(NOT status MATCHES "^-?[0-9]+$")
    message(FATAL_ERROR "qmllint did not come to its end: ${status}\n${said}")
endif()
string(REGEX REPLACE "[][;]" " " said "${said}")
string(REGEX MATCHALL "(Warning|Error): [^\n]*" warnings "${said}")
set(found "")
foreach(warning IN LISTS warnings)
    set(right FALSE)
    foreach(false_report IN LISTS false_reports)
        if(warning MATCHES "${false_report}")
            set(right TRUE)
        endif()
    endforeach()
    if(NOT right)
        string(APPEND found "${warning}\n")
    endif()
endforeach()
if(found)
    message(FATAL_ERROR "\n${found}")
endif()
