// SPDX-License-Identifier: GPL-3.0-or-later
// tidy: the rules of this house as a test.
//   tidy check ROOT   every check over the tree
//   tidy prove ROOT   every sample must turn exactly its check red, and every check must have a sample
//   tidy rules ROOT   how many MUST rules of the domain have a test
#include "tests/tidy/checks.h"
#include "tests/tidy/rules.h"
#include "tests/tidy/samples.h"

#include <exception>
#include <iostream>

namespace {

using namespace lianxin::tidy;

bool printed(const Findings& findings) {
    for (const Finding& finding : findings) {
        std::cout << finding.path << ':' << finding.line << ": " << finding.message << " [" << finding.check
                  << "]\n";
    }
    return !findings.empty();
}

void printRules(const Tree& tree) {
    const RuleCount count = countRules(tree);
    std::cout << "MUST rules with a test: " << count.tested << " of " << count.must << '\n';
}

int run(const std::string& command, const std::string& root) {
    const Tree tree = readTree(root);
    if (command == "rules") {
        printRules(tree);
        return 0;
    }
    if (command == "check") {
        printRules(tree);
        std::cout << tree.size() << " files looked at\n";
        return printed(findingsOf(tree)) ? 1 : 0;
    }
    if (command == "prove") {
        const std::vector<std::string> unproved = proveSamples(tree);
        for (const std::string& line : unproved) {
            std::cout << line << '\n';
        }
        return unproved.empty() ? 0 : 1;
    }
    std::cerr << "tidy: no such command: " << command << '\n';
    return 2;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: tidy check|prove|rules ROOT\n";
        return 2;
    }
    try {
        return run(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        std::cerr << "tidy: " << error.what() << '\n';
        return 2;
    }
}
