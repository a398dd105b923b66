package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.Quotation;
import java.util.regex.Pattern;

/// Names that a user gives and that the generated resources carry on.
final class Names {
    private static final Pattern CLUSTER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");
    private static final Pattern POOL = Pattern.compile("[a-z][a-z0-9]{0,11}");
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9_]");
    private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?");
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}_.()-]{0,89}[\\p{L}\\p{N}_()-]");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_KEY = Pattern
            .compile("(?:[a-z0-9.-]{1,253}/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])[a-z0-9](?:-?[a-z0-9]){0,14}");
    private static final Pattern PORT_NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern SUBSCRIPTION = Pattern
            .compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~%?&=+:@-]*");

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

    /// A Service of Kubernetes.
    static String service(String text) {
        return check(SERVICE, text, "a name of a Service",
                "1 to 63 lower-case letters, digits and '-', beginning with a letter");
    }

    /// A namespace of Kubernetes.
    static String label(String text) {
        return check(LABEL, text, "a namespace",
                "1 to 63 lower-case letters, digits and '-', beginning and ending with a letter or digit");
    }

    /// The name of a label of Kubernetes.
    static String labelKey(String text) {
        return check(LABEL_KEY, text, "a name of a label",
                "letters, digits, '-', '_' and '.', with a domain and '/' before them where one is needed");
    }

    /// The value of a label of Kubernetes.
    static String labelValue(String text) {
        return check(LABEL_VALUE, text, "a value of a label",
                "1 to 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit");
    }

    /// A port of pods, by number or by name.
    static String targetPort(String text) {
        if (PORT_NUMBER.matcher(text).matches()) {
            if (Integer.parseInt(text) > PortRange.HIGHEST) {
                throw new IllegalArgumentException("port " + text + " does not exist: ports are 1 to 65535");
            }
            return text;
        }
        return check(PORT_NAME, text, "a port of pods",
                "a number from 1 to 65535, or the name of a port: 1 to 15 lower-case letters, digits and '-'");
    }

    /// The id of a subscription.
    static String subscription(String text) {
        return check(SUBSCRIPTION, text, "the id of a subscription",
                "32 hexadecimal digits such as 11111111-2222-3333-4444-555555555555");
    }

    /// The path of a URL.
    static String path(String text) {
        return check(PATH, text, "a path", "a path such as /healthz");
    }

    private static String check(Pattern pattern, String text, String what, String rule) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(Quotation.of(text) + " is not " + what + ": write " + rule);
        }
        return text;
    }
}
