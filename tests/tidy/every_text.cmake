# SPDX-License-Identifier: GPL-3.0-or-later
# Every text of the pages has its words in every language. Collects the texts once more, into copies in `in`, with
# the command `collect` and of the folders that the command names and of `more`; red when a copy then has a text
# that waits for its translation, or when it is no longer what was committed.
file(REMOVE_RECURSE "${in}")
file(COPY ${texts} DESTINATION "${in}")
list(REMOVE_ITEM collect -ts)
foreach(committed IN LISTS texts)
    get_filename_component(name "${committed}" NAME)
    execute_process(COMMAND ${collect} ${more} -ts "${in}/${name}" ERROR_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
    file(READ "${in}/${name}" after)
    string(REGEX MATCHALL "<source>[^<]*</source>[^<]*<translation type=\"unfinished\"" waiting "${after}")
    foreach(text IN LISTS waiting)
        string(REGEX REPLACE "<source>([^<]*)</source>.*" "\\1" text "${text}")
        message(SEND_ERROR "${name} has no words for: ${text}")
    endforeach()
    # In which order texts stand goes with the order in which a folder gives its files.
    file(STRINGS "${committed}" before ENCODING UTF-8)
    file(STRINGS "${in}/${name}" now ENCODING UTF-8)
    list(SORT before)
    list(SORT now)
    if(NOT waiting AND NOT before STREQUAL now)
        message(SEND_ERROR "${name} is not what the pages say; build the target collect_texts, and look at what changed")
    endif()
endforeach()
