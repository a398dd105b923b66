package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Priority;
import java.util.List;

/// Rules of one kind under one priority and one action. The kinds are separate types, so a mixed collection cannot be
/// written (`FW-9`).
public sealed interface RuleCollection
        permits NatRuleCollection, NetworkRuleCollection, ApplicationRuleCollection {

    /// The name: letters, digits, `_`, `.` and `-`, at most 80 characters (`FW-61`).
    String name();

    /// The place within the group; lower first.
    Priority priority();

    /// The rules in the order in which they are tried (`FW-4`).
    List<? extends Rule> rules();

    /// Where the collection was written.
    SourceLocation at();
}
