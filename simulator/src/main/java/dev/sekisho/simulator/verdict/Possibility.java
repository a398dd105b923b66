package dev.sekisho.simulator.verdict;

import java.util.List;

/// One of several outcomes that cannot be told apart with what is known.
///
/// @param outcome what would happen, such as `Allow by policy/group/collection/rule`
/// @param because what would have to be true for it, each a clause
public record Possibility(String outcome, List<String> because) {
    public Possibility {
        because = List.copyOf(because);
    }

    @Override
    public String toString() {
        return outcome + (because.isEmpty() ? "" : " if " + String.join(" and ", because));
    }
}
