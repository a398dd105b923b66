package dev.sekisho.model.io.cluster;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.regex.Pattern;

/// Names that a user gives and that the generated resources carry on.
final class Names {
    private static final Pattern CLUSTER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");
    private static final Pattern POOL = Pattern.compile("[a-z][a-z0-9]{0,11}");
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9_]");
    private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?");
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}_.()-]{0,89}[\\p{L}\\p{N}_()-]");

    private static final String CHARACTERS = "letters, digits, '_', '.' and '-', beginning with a letter or digit and"
            + " ending with one or with '_'";

    private Names() {}

    /// A cluster: 1 to 63 letters, digits, `_` and `-`, as Azure wants it.
    static String cluster(String text) {
        return check(CLUSTER, text, "a cluster name",
                "1 to 63 letters, digits, '-' and '_', beginning and ending with a letter or digit");
    }

    /// A node pool: up to 12 lower-case letters and digits, beginning with a letter.
    static String pool(String text) {
        return check(POOL, text, "a node pool name",
                "1 to 12 lower-case letters and digits, beginning with a letter");
    }

    /// A virtual network.
    static String network(String text) {
        return check(NETWORK, text, "a name of a virtual network", "2 to 64 " + CHARACTERS);
    }

    /// Another network resource: a subnet, a firewall, a policy.
    static String resource(String text) {
        return check(RESOURCE, text, "a name of a network resource", "1 to 80 " + CHARACTERS);
    }

    /// A resource group.
    static String resourceGroup(String text) {
        return check(GROUP, text, "a resource group name",
                "1 to 90 letters, digits, '_', '-', '.' and brackets, not ending with '.'");
    }

    /// A dependency: it becomes part of rule names.
    static String dependency(String text) {
        return check(RESOURCE, text, "a dependency name", "1 to 80 " + CHARACTERS);
    }

    private static String check(Pattern pattern, String text, String what, String rule) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(Quotation.of(text) + " is not " + what + ": write " + rule);
        }
        return text;
    }
}
