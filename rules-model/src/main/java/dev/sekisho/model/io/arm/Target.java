package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.util.List;
import java.util.Objects;

/// Where the resources of a deployment go.
///
/// @param level         what kind of place
/// @param subscription  the id of the subscription, if the level has one
/// @param resourceGroup the name of the resource group, if the level has one
record Target(Level level, Value subscription, Value resourceGroup) {
    enum Level {
        RESOURCE_GROUP, SUBSCRIPTION, MANAGEMENT_GROUP, TENANT
    }

    Target {
        Objects.requireNonNull(level);
        Objects.requireNonNull(subscription);
        Objects.requireNonNull(resourceGroup);
    }

    /// Begins the id of something here.
    TextParts path() {
        TextParts parts = new TextParts();
        if (level == Level.RESOURCE_GROUP || level == Level.SUBSCRIPTION) {
            parts.add("/subscriptions/");
            parts.add(subscription);
        }
        if (level == Level.RESOURCE_GROUP) {
            parts.add("/resourceGroups/");
            parts.add(resourceGroup);
        }
        return parts;
    }

    /// The id of this place itself.
    Value id(SourceLocation at) {
        return path().at(at);
    }

    /// The id of a resource here.
    ///
    /// @param type  provider and type: `Microsoft.Network/virtualNetworks/subnets`
    /// @param names as many as the type has segments behind the provider
    Value id(SourceLocation at, String type, List<? extends Value> names) {
        return appended(path(), type, names).at(at);
    }

    /// Appends a provider, a type and names to the id of what they belong to.
    static TextParts appended(TextParts parts, String type, List<? extends Value> names) {
        String[] segments = type.split("/", -1);
        parts.add("/providers/" + segments[0]);
        for (int i = 0; i < names.size(); i++) {
            parts.add("/" + segments[i + 1] + "/");
            parts.add(names.get(i));
        }
        return parts;
    }

    /// How many names a resource of that type has.
    static int nameCount(String type) {
        return (int) type.chars().filter(c -> c == '/').count();
    }
}
