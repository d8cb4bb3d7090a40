// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of lianxinctl. Each gets what stands on the command line and where to write; it throws
// terminal::Trouble, or what the machine throws, and main puts that into words.
#pragma once

#include "app/store/device.h"
#include "app/terminal/command_line.h"
#include "app/terminal/message.h"

#include <iosfwd>

namespace lianxin::ctl {

struct Call {
    const terminal::CommandLine& line;
    std::ostream& out;

    bool asJson() const { return line.has("--json"); }
    std::filesystem::path data() const { return *line.value("--data"); }
};

using terminal::ExitStatus;

/// A device that tells on the side what a person has to know of its store.
class Device : public store::Device {
public:
    explicit Device(const std::filesystem::path& folder);
};

// ---- in the files of their names
ExitStatus enrol(const Call& call);
ExitStatus importFolder(const Call& call);
ExitStatus submit(const Call& call);
ExitStatus edit(const Call& call);
ExitStatus resolve(const Call& call);
ExitStatus synchronise(const Call& call);
ExitStatus watch(const Call& call);
ExitStatus list(const Call& call);
ExitStatus show(const Call& call);
ExitStatus showTypes(const Call& call);
ExitStatus showLedger(const Call& call);
ExitStatus showParked(const Call& call);
ExitStatus showStatus(const Call& call);
ExitStatus exportAll(const Call& call);
ExitStatus bundle(const Call& call);
ExitStatus form(const Call& call);
ExitStatus attach(const Call& call);
ExitStatus evidence(const Call& call);

/// After a save: whether it took the room that was set aside.
void tellOfRoom(const Device& device);

/// Finds a record by its id in every type a person may see; history is none of them. Throws
/// terminal::Trouble.
sync::Record findRecord(Device& device, const std::string& id);

/// That there are no records of this type, and which there are.
terminal::Trouble unknownType(const sync::Schema& schema, const std::string& name);

/// One line about a record: type, id, and the beginning of what stands in it.
std::string summaryOf(const sync::Record& record);

/// An option's value as a number above zero. Throws terminal::Trouble.
std::int64_t wholeNumber(const std::string& option, const std::string& text);

/// Where a record stands between this device and the hub: "waiting", "received", "parked", "from_hub".
std::string whereItStands(Device& device, const sync::Record& record);

nlohmann::json ledgerToOutput(const sync::Ledger& ledger);
/// "312 records saved here, 312 received there, 0 parked", in the two languages.
terminal::Message ledgerInWords(const sync::Ledger& ledger);

} // namespace lianxin::ctl
