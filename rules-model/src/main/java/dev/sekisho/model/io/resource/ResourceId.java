package dev.sekisho.model.io.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An Azure resource id, taken apart. Azure compares ids without regard to case, so do `equals` and `hashCode`.
///
/// @param subscription the subscription, empty for a resource of no subscription
/// @param resourceGroup the resource group, empty for a resource of none
/// @param type provider and type, such as `Microsoft.Network/virtualNetworks/subnets`
/// @param name the names of the resource and its parents, joined by `/` as in a template: `spoke/aks`
public record ResourceId(String subscription, String resourceGroup, String type, String name) {
    /// Stands for the resource group of a template that does not say where it is deployed. A subscription of zeros
    /// stands for its subscription.
    public static final String OPEN_GROUP = "the-resource-group";

    private static final String PROVIDERS = "providers";

    /// Takes an id apart; nothing where the text is none.
    public static Optional<ResourceId> parse(String text) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        String[] parts = segments(text.substring(1)).toArray(String[]::new);
        int provider = lastProvider(parts);
        if (provider < 0 || parts.length < provider + 4) {
            return Optional.empty();
        }
        List<String> types = new ArrayList<>(List.of(parts[provider + 1]));
        List<String> names = new ArrayList<>();
        for (int i = provider + 2; i < parts.length; i += 2) {
            types.add(parts[i]);
            if (i + 1 == parts.length || parts[i + 1].isEmpty()) {
                return Optional.empty();
            }
            names.add(parts[i + 1]);
        }
        return Optional.of(new ResourceId(after(parts, "subscriptions"), after(parts, "resourceGroups"),
                String.join("/", types), String.join("/", names)));
    }

    /// Splits a name or an id at its slashes. Those inside of `${…}`, which stands for what is known only after
    /// deployment, do not count, and are written `|` in the segments, so that these can be joined again.
    public static List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (depth > 0 || text.startsWith("${", i)) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                segment.append(c == '/' ? '|' : c);
                if (c == '$' && depth == 0) {
                    segment.append(text.charAt(++i));
                    depth = 1;
                }
            } else if (c == '/') {
                segments.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        segments.add(segment.toString());
        return segments;
    }

    private static int lastProvider(String[] parts) {
        for (int i = parts.length - 1; i >= 0; i--) {
            if (parts[i].equalsIgnoreCase(PROVIDERS)) {
                return i;
            }
        }
        return -1;
    }

    private static String after(String[] parts, String word) {
        for (int i = 0; i + 1 < parts.length; i++) {
            if (parts[i].equalsIgnoreCase(word)) {
                return parts[i + 1];
            }
        }
        return "";
    }

    /// Whether this is of that type; letter case does not matter.
    public boolean is(String otherType) {
        return type.equalsIgnoreCase(otherType);
    }

    /// The last of the names.
    public String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// The resource that this one is a part of, where it is.
    public Optional<ResourceId> parent() {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? Optional.empty()
                : Optional.of(new ResourceId(subscription, resourceGroup, type.substring(0, type.lastIndexOf('/')),
                        name.substring(0, slash)));
    }

    /// Whether both may be ids of one resource: type and name are the same, and so are subscription and resource group
    /// as far as both are known.
    public boolean agrees(ResourceId other) {
        return type.equalsIgnoreCase(other.type) && name.equalsIgnoreCase(other.name)
                && agree(subscription, other.subscription) && agree(resourceGroup, other.resourceGroup);
    }

    private static boolean agree(String first, String second) {
        return first.equalsIgnoreCase(second) || isOpen(first) || isOpen(second);
    }

    private static boolean isOpen(String word) {
        return word.isEmpty() || word.equals(OPEN_GROUP) || word.chars().allMatch(c -> c == '0' || c == '-');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId that && toString().equalsIgnoreCase(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!subscription.isEmpty()) {
            text.append("/subscriptions/").append(subscription);
        }
        if (!resourceGroup.isEmpty()) {
            text.append("/resourceGroups/").append(resourceGroup);
        }
        String[] types = type.split("/", -1);
        String[] names = name.split("/", -1);
        text.append("/providers/").append(types[0]);
        for (int i = 1; i < types.length; i++) {
            text.append('/').append(types[i]).append('/').append(i <= names.length ? names[i - 1] : "");
        }
        return text.toString();
    }
}
