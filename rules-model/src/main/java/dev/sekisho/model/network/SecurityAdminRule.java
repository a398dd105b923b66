package dev.sekisho.model.network;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Priority;

/// A security admin rule of Azure Virtual Network Manager, which precedes all security groups (`NSG-11`).
public record SecurityAdminRule(String name, String description, Priority priority, SecurityRule.Direction direction,
        Access access, SecurityRule.Protocol protocol, SecurityRule.Side source, SecurityRule.Side destination,
        SourceLocation at) {

    /// What the rule does.
    public enum Access {
        /// The security groups decide.
        ALLOW("Allow"),
        /// The flow passes, whatever the security groups say.
        ALWAYS_ALLOW("AlwaysAllow"),
        /// The flow is dropped, whatever the security groups say.
        DENY("Deny");

        private final String azureName;

        Access(String azureName) {
            this.azureName = azureName;
        }

        /// Returns the spelling of Azure's API.
        public String azureName() {
            return azureName;
        }
    }
}
