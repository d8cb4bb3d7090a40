// SPDX-License-Identifier: GPL-3.0-or-later
// What kinds of record there are: for whoever writes records by hand, or another client.
#include "app/ctl/command.h"
#include "app/domain/schema.h"
#include "app/domain/validation.h"
#include "sync/wire/field_spec.h"

#include <ostream>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;

Json toOutput(const sync::RecordType& type) {
    Json fields = Json::array();
    for (const sync::Field& field : type.fields()) {
        Json one{{"field", field.name},
                 {"type", nameOf(field.type)},
                 {"rule", nameOf(field.rule)},
                 {"spec", sync::fieldSpec(field)}};
        if (domain::isRequired(type.name(), field.name))
            one["required"] = true;
        if (field.hubGiven)
            one["given_by_hub"] = true;
        if (const auto codes = domain::codesOf(type.name(), field.name); !codes.empty())
            one["codes"] = std::vector<std::string>(codes.begin(), codes.end());
        fields.push_back(std::move(one));
    }
    Json output{{"type", type.name()}, {"fields", std::move(fields)}};
    if (const auto parent = type.parentField())
        output["parent"] = type.field(*parent).name;
    if (const auto blob = type.blobField())
        output["blob"] = type.field(*blob).name;
    return output;
}

void printInWords(std::ostream& out, const Json& type) {
    out << type["type"].get<std::string>() << '\n';
    for (const Json& field : type["fields"]) {
        out << "  " << field["field"].get<std::string>() << "  " << field["type"].get<std::string>() << ", "
            << field["rule"].get<std::string>();
        if (field.contains("required"))
            out << "  必填 required";
        if (type.value("blob", "") == field["field"])
            out << "  内容的地址 address of a blob";
        if (field.contains("given_by_hub"))
            out << "  由主机给出 given by the hub";
        if (field.contains("codes"))
            for (const Json& code : field["codes"])
                out << (code == field["codes"].front() ? "  " : " | ") << code.get<std::string>();
        out << '\n';
    }
}

} // namespace

terminal::Trouble unknownType(const sync::Schema& schema, const std::string& name) {
    std::string known;
    for (const auto& one : schema.types())
        known += ' ' + one->name();
    return {ExitStatus::NotDone,
            "no-such-type",
            {"没有这种记录：" + name + "。有：" + known,
             "There are no records of the type " + name + ". There are:" + known}};
}

ExitStatus showTypes(const Call& call) {
    const sync::Schema schema = domain::makeHospitalSchema();
    const auto wanted = call.line.word(0);
    if (wanted && !schema.find(*wanted))
        throw unknownType(schema, *wanted);
    Json types = Json::array();
    for (const auto& type : schema.types())
        if (!wanted || type->name() == *wanted)
            types.push_back(toOutput(*type));
    if (call.asJson()) {
        call.out << Json{{"schema", schema.version()}, {"types", std::move(types)}}.dump() << '\n';
        return ExitStatus::Done;
    }
    for (const Json& type : types)
        printInWords(call.out, type);
    return ExitStatus::Done;
}

} // namespace lianxin::ctl
