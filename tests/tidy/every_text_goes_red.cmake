# SPDX-License-Identifier: GPL-3.0-or-later
# The test of the texts must notice one that nobody translated, in a page as in C++.
function(expect_red because file content)
    file(REMOVE_RECURSE "${in}")
    file(WRITE "${in}/pages/${file}" "${content}")
    execute_process(
        COMMAND "${CMAKE_COMMAND}" "-Dcollect=${collect}" "-Dtexts=${texts}" "-Din=${in}/texts" "-Dmore=${in}/pages"
            -P "${CMAKE_CURRENT_LIST_DIR}/every_text.cmake"
        RESULT_VARIABLE status ERROR_VARIABLE said OUTPUT_QUIET)
    if(status EQUAL 0 OR NOT said MATCHES "lianxin_en.ts has no words for: ${because}"
       OR NOT said MATCHES "lianxin_zh_TW.ts has no words for: ${because}")
        message(SEND_ERROR "a text without translation was not noticed: ${because}\n${said}")
    endif()
endfunction()


expect_red("没有人译过" NewPage.qml "import QtQuick\nText { text: qsTr(\"没有人译过\") }\n")
expect_red("也没有人译过" new.cpp "struct New : QObject { Q_OBJECT\n QString said() { return tr(\"也没有人译过\"); } };\n")
expect_red("有 %n 个" Counted.qml "import QtQuick\nText { text: qsTr(\"有 %n 个\", \"\", 3) }\n")
