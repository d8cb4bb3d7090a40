// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file uses of the JSON library is compiled once, in instantiated.cpp, instead of anew for
// each. Read only where headers are read once (LIANXIN_COMPILE_TOGETHER): it changes how long the build
// takes, nothing else.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace lianxin::platform {
using JsonInput = nlohmann::detail::iterator_input_adapter<std::string::const_iterator>;
}

extern template class nlohmann::basic_json<>;
extern template class nlohmann::detail::serializer<nlohmann::json>;
extern template class nlohmann::detail::lexer<nlohmann::json, lianxin::platform::JsonInput>;
extern template class nlohmann::detail::parser<nlohmann::json, lianxin::platform::JsonInput>;
extern template class nlohmann::detail::json_sax_dom_parser<nlohmann::json>;
extern template class nlohmann::detail::json_sax_dom_callback_parser<nlohmann::json>;
extern template class std::vector<nlohmann::json>;
extern template class std::map<std::string, nlohmann::json, std::less<>>;
