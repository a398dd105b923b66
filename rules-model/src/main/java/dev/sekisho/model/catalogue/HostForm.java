package dev.sekisho.model.catalogue;

import dev.sekisho.model.cluster.Region;
import dev.sekisho.model.name.FqdnPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One form of a service's host names, such as `<account>.blob.core.windows.net`, and its private endpoint.
///
/// A placeholder stands for one label, or for the part of a label that is left when the rest of the label is taken away
/// (`<account>-secondary`). A form that begins with `*.` holds every name below it.
///
/// @param host the form
/// @param groups sub-resources of a private endpoint for it, the usual one first
/// @param zones private DNS zones; empty where they are not known
/// @param companions further names that clients of this one call, each with its own private endpoint group
/// @param onlyLeg the one [leg][ServiceLeg] that the form has, where it does not have the service's usual ones
public record HostForm(Template host, List<String> groups, List<Template> zones, List<Companion> companions,
        Optional<String> onlyLeg) {

    private static final String REGION = "<region>";

    /// A further name that clients call.
    ///
    /// @param leg suffix of the need's id
    /// @param host the name, with the placeholders of the form
    /// @param group sub-resource of an own private endpoint; empty where the first one carries it
    /// @param zone private DNS zone of that endpoint; empty where the first one's serves
    public record Companion(String leg, Template host, String group, String zone) {}

    public HostForm {
        groups = List.copyOf(groups);
        zones = List.copyOf(zones);
        companions = List.copyOf(companions);
    }

    /// Returns the values of the placeholders where a host has this form.
    public Optional<Map<String, String>> match(FqdnPattern name) {
        String text = name.toString();
        if (host.text().startsWith("*.")) {
            return text.endsWith(host.text().substring(1)) ? Optional.of(Map.of()) : Optional.empty();
        }
        List<String> labels = List.of(text.split("\\.", -1));
        List<String> form = List.of(host.text().split("\\.", -1));
        if (labels.size() != form.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < form.size(); i++) {
            if (!matchLabel(form.get(i), labels.get(i), values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    // Of two placeholders in one label the second is a region, which tells `<account>-<region>` from a name with a hyphen.
    private static boolean matchLabel(String form, String label, Map<String, String> values) {
        int open = form.indexOf('<');
        if (open < 0) {
            return form.equals(label);
        }
        int close = form.indexOf('>');
        String before = form.substring(0, open);
        String after = form.substring(close + 1);
        if (after.endsWith("-" + REGION)) {
            int hyphen = label.lastIndexOf('-');
            if (hyphen <= 0 || !Region.isKnown(label.substring(hyphen + 1))) {
                return false;
            }
            values.put("region", label.substring(hyphen + 1));
            return matchLabel(form.substring(0, form.length() - REGION.length() - 1), label.substring(0, hyphen),
                    values);
        }
        if (label.length() <= before.length() + after.length() || !label.startsWith(before) || !label.endsWith(after)) {
            return false;
        }
        values.put(form.substring(open + 1, close),
                label.substring(before.length(), label.length() - after.length()));
        return true;
    }
}
