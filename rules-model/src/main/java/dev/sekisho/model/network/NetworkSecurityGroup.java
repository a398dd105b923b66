package dev.sekisho.model.network;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// A network security group; Azure's default rules are implied (`NSG-2`).
public record NetworkSecurityGroup(String name, List<SecurityRule> securityRules, SourceLocation at) {
    public NetworkSecurityGroup {
        securityRules = List.copyOf(securityRules);
    }
}
