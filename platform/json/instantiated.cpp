// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/json/instantiated.h"

using lianxin::platform::JsonInput;

template class nlohmann::basic_json<>;
template class nlohmann::detail::serializer<nlohmann::json>;
template class nlohmann::detail::lexer<nlohmann::json, JsonInput>;
template class nlohmann::detail::parser<nlohmann::json, JsonInput>;
template class nlohmann::detail::json_sax_dom_parser<nlohmann::json>;
template class nlohmann::detail::json_sax_dom_callback_parser<nlohmann::json>;
template class std::vector<nlohmann::json>;
template class std::map<std::string, nlohmann::json, std::less<>>;
