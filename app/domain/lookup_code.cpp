// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/lookup_code.h"

#include <cctype>

namespace lianxin::domain {

namespace {

constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's thirty-two
constexpr std::size_t length = 8;

/// Any single wrong sign changes it, and so does swapping two neighbours that differ, save a few pairs.
char checkSign(std::string_view body) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < body.size(); ++i)
        sum += (2 * i + 1) * signs.find(body[i]);
    return signs[sum % signs.size()];
}

char asSign(char typed) {
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
    return upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
}

} // namespace

std::string makeLookupCode(platform::Random& random) {
    std::string code;
    while (code.size() + 1 < length)
        code += signs[random.below(signs.size())];
    return code + checkSign(code);
}

std::optional<std::string> readLookupCode(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        const char sign = asSign(c);
        if (code.size() == length || signs.find(sign) == std::string_view::npos)
            return std::nullopt;
        code += sign;
    }
    if (code.size() != length || checkSign(std::string_view(code).substr(0, length - 1)) != code.back())
        return std::nullopt;
    return code;
}

std::string lookupCodeInGroups(std::string_view code) {
    return std::string(code.substr(0, 4)) + ' ' +
           std::string(code.substr(std::min<std::size_t>(4, code.size())));
}

} // namespace lianxin::domain
