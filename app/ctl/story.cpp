// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/story.h"

namespace lianxin::ctl {
ExitStatus story(const Call& /*call*/) { return ExitStatus::NotDone; }
}
