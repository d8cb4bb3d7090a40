// SPDX-License-Identifier: GPL-3.0-or-later
// Items that wait for their turn, owner by owner: whoever brings many delays the others by one item a turn,
// and his own keep their order.
#pragma once

#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace lianxin::sync {

/// Not thread-safe.
template <class Owner, class Item>
class FairQueue {
public:
    void push(const Owner& owner, Item item) {
        std::deque<Item>& own = items_[owner];
        own.push_back(std::move(item));
        if (own.size() == 1)
            turns_.push_back(owner);
    }

    std::optional<Item> pop() {
        if (turns_.empty())
            return std::nullopt;
        const Owner owner = turns_.front();
        turns_.pop_front();
        const auto own = items_.find(owner);
        std::optional<Item> item(std::move(own->second.front()));
        own->second.pop_front();
        if (own->second.empty())
            items_.erase(own);
        else
            turns_.push_back(owner);
        return item;
    }

    bool empty() const { return turns_.empty(); }

private:
    std::unordered_map<Owner, std::deque<Item>> items_;
    std::deque<Owner> turns_; ///< each owner of waiting items once
};

} // namespace lianxin::sync
