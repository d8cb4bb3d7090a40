// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/answer_head.h"

#include <boost/beast/http/status.hpp>

namespace lianxin::platform {

bool mayHaveBody(unsigned status) noexcept {
    return status >= 200 && status != 204 && status != 304;
}

std::string headOf(const ServerAnswer& answer, bool close) {
    namespace http = boost::beast::http;
    const auto reason = http::obsolete_reason(http::int_to_status(answer.status));
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + ' ';
    head.append(reason.data(), reason.size()).append("\r\n");
    if (mayHaveBody(answer.status)) {
        head += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
    }
    if (!answer.contentType.empty()) {
        head.append("Content-Type: ").append(answer.contentType).append("\r\n");
    }
    if (answer.retryAfter) {
        head += "Retry-After: " + std::to_string(answer.retryAfter->count()) + "\r\n";
    }
    if (close) {
        head += "Connection: close\r\n";
    }
    return head += "\r\n";
}

} // namespace lianxin::platform
