package dev.sekisho.model.cluster;

import java.util.List;

/// Choices about the rules to write.
///
/// @param fqdnTag use the `AzureKubernetesService` FQDN tag instead of explicit names
/// @param legacyNames also allow names that Microsoft has announced to retire
/// @param include ids of optional requirements to allow although they are not needed
/// @param exclude ids of requirements to leave out on purpose
public record PlanOptions(boolean fqdnTag, boolean legacyNames, List<String> include, List<String> exclude) {
    /// Explicit names, nothing legacy.
    public static final PlanOptions DEFAULT = new PlanOptions(false, false, List.of(), List.of());

    public PlanOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
