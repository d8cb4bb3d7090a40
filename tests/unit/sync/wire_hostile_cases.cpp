// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/wire_hostile_cases.h"

namespace lianxin::tests {

namespace {

std::vector<HostileCase> messages() {
    return {
        {"nothing", "", "malformed "},
        {"not JSON", "{\"round\":", "malformed "},
        {"not an object", "[]", "wrong-type "},
        {"two documents", "{}{}", "malformed "},
        {"not a number", oneNote(R"("seen":[NaN])"), "malformed "},
        {"broken UTF-8", fields("\"once.to\":[\"\xff\"]"), "malformed "},
        {"half a surrogate", fields(R"("once.to":["\ud800"])"), "malformed "},
        {"deep", repeated("[", 5000), "malformed "},
        {"deep and closed", repeated("[", 13) + repeated("]", 13), "too-large "},
        {"a member missing", R"({"round":"AAAAAAAAAAA"})", "malformed through"},
        {"a member too many", R"({"hello":1})", "malformed hello"},
        {"a member with a name for the log", "{\"a\\n\xe6\x80\xa5\":1}", "malformed a????"},
        {"a member twice", R"({"round":"AAAAAAAAAAA","round":"AAAAAAAAAAA"})", "malformed round"},
        {"a batch backwards", R"({"round":"AAAAAAAAAAA","after":5,"through":4,"writers":["AAAAAAAAAKE"]})",
         "malformed after"},
        {"nobody pushes", R"({"round":"AAAAAAAAAAA","through":4})", "malformed "},
        {"writer zero", R"({"round":"AAAAAAAAAAA","through":4,"writers":["AAAAAAAAAAA"]})",
         "malformed writers"},
        {"a key of another message", R"({"round":"AAAAAAAAAAA","seen":[0,"AAAAAAAAAAA"],"through":4})",
         "malformed seen"},
        {"bits beyond 64", R"({"round":"AAAAAAAAAAB","through":4})", "malformed round"},
        {"a sequence too high", R"({"round":"AAAAAAAAAAA","through":9007199254740992})", "malformed through"},
    };
}

std::vector<HostileCase> groups() {
    return {
        {"no type", pushOf(R"("id":[])"), "malformed types[0].type"},
        {"a type with a strange name", pushOf(R"("type":"Note\"","id":[])"), "malformed types[0]"},
        {"a long name", pushOf(R"("type":")" + std::string(65, 'a') + R"(","id":[])"), "too-large types[0]"},
        {"records without a type",
         pushOf(R"("type":"unknown_record","id":["AaBaRgq6AAAAAAAAAAAACA"],"stamp":[5])"),
         "malformed types[0]"},
        {"the null id", pushOf(R"("type":"note","id":["AAAAAAAAAAAAAAAAAAAAAA"])"), "malformed types[0]"},
        {"a short id", pushOf(R"("type":"note","id":["AaBa"])"), "malformed types[0]"},
        {"ids cut off", pushOf(R"("type":"note","id":{"time":[1],"rest":"AAAAAAAAAAAAA"})"),
         "malformed types[0]"},
        {"a time beyond 48 bits",
         pushOf(R"("type":"note","id":{"time":[281474976710656],"rest":"AAAAAAAAAAAAAA"})"),
         "malformed types[0]"},
        {"too many records", manyRows(2001, ""), "too-large types[0]"},
        {"a group member too many", oneNote(R"("hub":[4])"), "malformed types[0].hub"},
    };
}

std::vector<HostileCase> columnsOfAGroup() {
    return {
        {"columns of unequal length", oneNote(R"("seen":[1,2])"), "too-large types[0].seen"},
        {"a column too short", oneNote(R"("seen":[])"), "malformed types[0].seen"},
        {"a column of text", oneNote(R"("seen":["1"])"), "wrong-type types[0].seen"},
        {"a column of another form", oneNote(R"("seen":{"all":1})"), "malformed types[0].seen.all"},
        {"a column of two forms", oneNote(R"("seen":{"by":[1],"of":[1]})"), "malformed types[0].seen"},
        {"no such choice", oneNote(R"("seen":{"of":[1],"is":"B"})"), "malformed types[0].seen"},
        {"no letter", oneNote(R"("seen":{"of":[1],"is":"="})"), "malformed types[0].seen"},
        {"a place before an id where there is no time", oneNote(R"("seen":{"ago":[1]})"),
         "malformed types[0].seen"},
        {"a huge integer", oneNote(R"("seen":[99999999999999999999999])"), "malformed "},
        {"an unsigned integer", kinds(R"("number.io":[18446744073709551615])"),
         "wrong-type types[0].fields.number.io"},
        {"a negative sequence", oneNote(R"("seen":[-1])"), "malformed types[0].seen"},
        {"a position outside the batch", oneNote(R"("position":[9001])"), "malformed "},
        {"a row that is not there", oneNote(R"("partial":[1])"), "malformed types[0]"},
        {"a row twice", oneNote(R"("partial":[0,0])"), "too-large types[0]"},
        {"an erased record with a cover", oneNote(R"("erased":[0])"), "malformed types[0]"},
        {"an erased record with a value",
         pushOf(R"("type":"note","id":["AaBaRgq6AAAAAAAAAAAACA"],"erased":[0],"fields":{"once.to":["a"]})"),
         "malformed types[0].fields.once.to"},
        {"a value without a cover",
         pushOf(R"("type":"note","id":["AaBaRgq6AAAAAAAAAAAACA"],"fields":{"once.to":["a"]})"),
         "malformed types[0].fields.once.to"},
        {"a writer that is not named", oneNote(R"("writer":[1])"), "malformed types[0]"},
        {"sequence zero", oneNote(R"("sequence":[0])"), "malformed types[0]"},
        {"a stamp beyond 48 bits",
         pushOf(R"("type":"note","id":["AaBaRgq6AAAAAAAAAAAACA"],"stamp":[281474976710656])"),
         "malformed types[0]"},
        {"a counter beyond 16 bits", oneNote(R"("counter":[65536])"), "malformed types[0]"},
        {"a writer for no cover", pushOf(R"("type":"note","id":["AaBaRgq6AAAAAAAAAAAACA"],"sequence":[4])"),
         "malformed types[0]"},
    };
}

std::vector<HostileCase> fieldsOfAGroup() {
    return {
        {"a field without its rule", fields(R"("once":["a"])"), "malformed types[0].fields.once"},
        {"a field of no such rule", fields(R"("once.tx":["a"])"), "malformed types[0].fields.once.tx"},
        {"a field with a strange name", fields(R"("on ce.to":["a"])"), "malformed types[0].fields.on ce.to"},
        {"a field twice", fields(R"("once.to":["a"],"once.to":["a"])"), "malformed types[0].fields.once.to"},
        {"a field of another rule", fields(R"("once.tl":["a"])"), "field-differs types[0].fields.once.tl"},
        {"a field of another type", fields(R"("once.io":[1])"), "field-differs types[0].fields.once.io"},
        {"an unknown field of two rules", fields(R"("later.to":["a"],"later.tl":["a"])"),
         "malformed types[0].fields.later.tl"},
        {"a set of numbers", fields(R"("later.is":[1])"), "malformed types[0].fields.later.is"},
        {"a set that is no list", fields(R"("set.ts":["a"])"), "wrong-type types[0].fields.set.ts"},
        {"a set of numbers in a list", fields(R"("set.ts":["[1]"])"), "wrong-type types[0].fields.set.ts"},
        {"an integer with a point", kinds(R"("number.io":[1.5])"), "wrong-type types[0].fields.number.io"},
        {"a boolean as a number", kinds(R"("yes.bo":[1])"), "wrong-type types[0].fields.yes.bo"},
        {"a real beyond all reals", kinds(R"("real.ro":[1e400])"), "malformed "},
        {"broken JSON in a text", kinds(R"("tree.jo":["{"])"), "wrong-type types[0].fields.tree.jo"},
        {"a reference to nothing", kinds(R"("other.uo":["x"])"), "wrong-type types[0].fields.other.uo"},
        {"not base64", kinds(R"("closed.so":["="])"), "wrong-type types[0].fields.closed.so"},
        {"a moment before all time", kinds(R"("moment.mo":{"ago":[-9223372036854775808]})"),
         "malformed types[0].fields.moment.mo"},
        {"a sum beyond all numbers",
         pushOf(
             R"("type":"kinds","id":["AaBaRgq6AAAAAAAAAAAACA","AaBaRgq6AAAAAAAAAAAACQ"],"stamp":[5,5],"fields":{"number.io":{"by":[9223372036854775807,1]}})"),
         "malformed types[0].fields.number.io"},
    };
}

std::vector<HostileCase> tablesOfWrites() {
    return {
        {"a table without stamps", own(R"("latest.tl":{"value":["a"]})"),
         "malformed types[0].own.latest.tl.stamp"},
        {"a table of nothing", own(R"("latest.tl":{"stamp":[],"row":[]})"),
         "malformed types[0].own.latest.tl"},
        {"two writes of a latest field",
         own(R"("latest.tl":{"row":[0,0],"sequence":[1,2],"stamp":[6,7],"value":["a","b"]})"),
         "malformed types[0].own.latest.tl"},
        {"writes out of order",
         own(R"("versions.tv":{"row":[0,0],"sequence":[2,1],"stamp":[6,7],"value":["a","b"]})"),
         "malformed types[0].own.versions.tv"},
        {"one write twice",
         own(R"("versions.tv":{"row":[0,0],"sequence":[2,2],"stamp":[6,7],"value":["a","b"]})"),
         "malformed types[0].own.versions.tv"},
        {"a removal from a text", own(R"("versions.tv":{"stamp":[6],"value":["a"],"kind":"r"})"),
         "malformed types[0].own.versions.tv"},
        {"a moved version with its text", own(R"("versions.tv":{"stamp":[6],"value":["a"],"kind":"m"})"),
         "malformed types[0].own.versions.tv"},
        {"an element that is null", own(R"("set.ts":{"stamp":[6]})"), "malformed types[0].own.set.ts"},
        {"a kind of no such letter", own(R"("latest.tl":{"stamp":[6],"kind":"x"})"),
         "malformed types[0].own.latest.tl.kind"},
        {"a base of half a dot", own(R"("latest.tl":{"stamp":[6],"base":[[0]]})"),
         "malformed types[0].own.latest.tl.base"},
        {"a base out of order", own(R"("latest.tl":{"stamp":[6],"base":[[0,2,0,1]]})"),
         "malformed types[0].own.latest.tl.base"},
        {"a base of nobody", own(R"("latest.tl":{"stamp":[6],"base":[[1,2]]})"),
         "malformed types[0].own.latest.tl.base"},
        {"a base of sequence zero", own(R"("latest.tl":{"stamp":[6],"base":[[0,0]]})"),
         "malformed types[0].own.latest.tl.base"},
        {"a row of no such number", own(R"("latest.tl":{"stamp":[6],"row":[1]})"),
         "malformed types[0].own.latest.tl.row"},
        {"rows out of order",
         pushOf(
             R"("type":"note","id":["AaBaRgq6AAAAAAAAAAAACA","AaBaRgq6AAAAAAAAAAAACQ"],"own":{"latest.tl":{"row":[1,0],"stamp":[6,6]}})"),
         "malformed types[0].own.latest.tl"},
        {"covered and of its own at once",
         oneNote(R"("fields":{"latest.tl":["a"]},"own":{"latest.tl":{"stamp":[6],"value":["b"]}})"),
         "malformed types[0].own.latest.tl"},
        {"unknown, covered and of its own at once",
         oneNote(R"("fields":{"later.tl":["a"]},"own":{"later.tl":{"stamp":[6],"value":["b"]}})"),
         "malformed types[0].own.later.tl"},
    };
}

} // namespace

std::string pushOf(const std::string& group) {
    return R"({"round":"AAAAAAAAAAA","after":0,"through":9000,"writers":["AAAAAAAAAKE"],"types":[{)" + group +
           "}]}";
}

std::string oneNote(const std::string& more) {
    return pushOf(R"("type":"note","id":["AaBaRgq6AAAAAAAAAAAACA"],"stamp":[5])" +
                  (more.empty() ? "" : "," + more));
}

std::string fields(const std::string& columns) {
    return oneNote("\"fields\":{" + columns + "}");
}
std::string own(const std::string& tables) {
    return oneNote("\"own\":{" + tables + "}");
}

std::string kinds(const std::string& columns) {
    return pushOf(R"("type":"kinds","id":["AaBaRgq6AAAAAAAAAAAACA"],"stamp":[5],"fields":{)" + columns + "}");
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (; times > 0; --times)
        all += text;
    return all;
}

std::string manyRows(std::size_t rows, const std::string& column) {
    const std::string rest = repeated("AAAAAAAAAAAAAQ", rows);
    const std::string letters(rows, 'A');
    return pushOf(R"("type":"note","id":{"time":{"of":[1],"is":")" + letters + R"("},"rest":")" + rest +
                  R"("},"position":{"by":{"of":[1],"is":")" + letters + R"("}},"stamp":{"of":[5],"is":")" +
                  letters + R"("},"fields":{)" + column + "}");
}

std::vector<HostileCase> hostileCases() {
    std::vector<HostileCase> all;
    for (const auto& cases : {messages(), groups(), columnsOfAGroup(), fieldsOfAGroup(), tablesOfWrites()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

} // namespace lianxin::tests
