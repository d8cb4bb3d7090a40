// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A day of two devices and a hub, during which one store fails or loses its power once. The story notes what
// was acknowledged to whom, and says what is missing of it.

#include "tests/faults/crash/failing_medium.h"
#include "tests/world/fake_ward.h"

#include <functional>
#include <map>
#include <set>
#include <stdexcept>

namespace lianxin::crash {

enum class Victim { Hub, Device };

struct Point {
    Victim victim = Victim::Device;
    std::uint64_t seed = 1;
    FaultPlan plan;
    Remains remains = Remains::Nothing;
    /// After a fault that was no power cut: whether the program goes on, or the power is cut all the same.
    bool livesOn = false;
};

class Violation : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct StoryReport {
    bool struck = false; ///< the story came to the point
    long changes = 0;    ///< of the victim's file, in the whole story
    long reads = 0;
    long allocations = 0; ///< of hub and devices together
};

class Story {
public:
    explicit Story(const Point& point);

    /// Throws Violation.
    StoryReport tell();

private:
    struct Acknowledged {
        sync::Uuid id;
        std::string field;
        sync::Value value;
    };
    using Step = std::function<void()>;

    std::vector<Step> steps();
    void take(const Step& step);
    void takeInside(const Step& step);
    bool isOfMemory() const;
    bool hasStruck() const;
    void settleAfter();
    void aftermath();
    void cutPower(Remains remains);

    void save(std::size_t device, const std::string& title);
    void saveTogether(std::size_t device, const std::vector<std::string>& titles);
    void saveStep(std::size_t device, const std::string& kind);
    void savePicture(std::size_t device, char seed);
    void openPictures(std::size_t device);
    void edit(std::size_t device, const std::string& field);
    void backUp();
    void erase();
    void restart();
    void requireKind(const sync::SaveError& error) const;

    void requireSound();
    void requireAcknowledgedHere();
    void requireReceiptsAtHub();
    void requireRest();
    void requirePicturesSound();
    void requireOneValueADot();
    bool isReachable(const Acknowledged& kept, sync::Tables& tables) const;
    bool isAtHub(const Acknowledged& kept);
    const sync::RecordType& typeOf(const sync::Uuid& id) const;

    Point point_;
    FailingVfs vfs_;
    FailingMedium* medium_ = nullptr;
    std::unique_ptr<world::FakeWard> ward_;
    platform::SeededRandom random_;
    std::vector<sync::Uuid> notes_;
    std::set<sync::Uuid> steps_;
    std::vector<std::pair<std::size_t, sync::BlobAddress>> pictures_; ///< acknowledged, and by which device
    std::map<std::tuple<std::size_t, sync::Uuid, std::string>, Acknowledged> acknowledged_;
    std::vector<std::filesystem::path> backups_;
    std::set<sync::Uuid> erased_; ///< and the hub has said so
    std::set<sync::Uuid>
        askedToErase_; ///< which may be durable though the power went before it could be said
    std::map<std::string, std::string> dots_; ///< what each dot was ever seen to say
    int texts_ = 0;
};

} // namespace lianxin::crash
