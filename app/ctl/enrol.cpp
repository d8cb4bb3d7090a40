// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include <ostream>

namespace lianxin::ctl {

ExitStatus enrol(const Call& call) {
    const store::Settings settings{*call.line.value("--hub"), *call.line.value("--secret")};
    store::enrolDevice(call.data(), settings);
    if (call.asJson())
        call.out << nlohmann::json{{"enrolled", settings.hubUrl}}.dump() << '\n';
    else
        print(call.out,
              terminal::Message{"本机已设置，主机为 " + settings.hubUrl +
                                    "。现在就可以填写；连上网后运行 sync，届时主机核对密钥。",
                                "This device is set up for the hub " + settings.hubUrl +
                                    ". Records can be taken from now on; with the cable in, run sync: "
                                    "then the hub looks at the secret."});
    return ExitStatus::Done;
}

} // namespace lianxin::ctl
