package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;

/// A rule of a firewall: what it matches, as written. The action belongs to its collection.
public sealed interface Rule permits NatRule, NetworkRule, ApplicationRule {

    /// The name, unique within its collection (`FW-61`).
    String name();

    /// Free text for people; empty where there is none.
    String description();

    /// Where the traffic must come from.
    SourceSide sources();

    /// Where the rule was written.
    SourceLocation at();
}
