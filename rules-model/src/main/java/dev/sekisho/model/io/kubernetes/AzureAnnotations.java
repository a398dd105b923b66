package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The annotations of a Service that Azure's cloud provider acts on, as it reads them: an exact name, and text for a
/// value. What it would pass over in silence is reported here, because a Service whose annotation for an internal load
/// balancer is passed over is public.
///
/// Source: the annotations of cloud-provider-azure (its page "LoadBalancer annotations", and AKS's pages on internal load
/// balancers and Private Link services).
final class AzureAnnotations {
    static final String PREFIX = "service.beta.kubernetes.io/";
    static final String INTERNAL = PREFIX + "azure-load-balancer-internal";
    static final String INTERNAL_SUBNET = PREFIX + "azure-load-balancer-internal-subnet";
    static final String IPV4 = PREFIX + "azure-load-balancer-ipv4";
    static final String ALLOWED_RANGES = PREFIX + "azure-allowed-ip-ranges";
    static final String ALLOWED_TAGS = PREFIX + "azure-allowed-service-tags";
    static final String PLS_CREATE = PREFIX + "azure-pls-create";
    static final String DNS_LABEL = PREFIX + "azure-dns-label-name";

    /// Annotations whose value must be `"true"` to count.
    private static final Set<String> TRUTHS = Set.of(INTERNAL, PLS_CREATE, PREFIX + "azure-pls-proxy-protocol",
            PREFIX + "azure-shared-securityrule", PREFIX + "azure-load-balancer-disable-tcp-reset",
            PREFIX + "azure-deny-all-except-load-balancer-source-ranges",
            PREFIX + "azure-disable-load-balancer-floating-ip",
            PREFIX + "azure-load-balancer-enable-high-availability-ports");

    private static final List<String> OTHERS = List.of(INTERNAL_SUBNET, IPV4, ALLOWED_RANGES, ALLOWED_TAGS, DNS_LABEL,
            PREFIX + "azure-load-balancer-ipv6", PREFIX + "azure-load-balancer-mode",
            PREFIX + "azure-load-balancer-configurations", PREFIX + "azure-load-balancer-resource-group",
            PREFIX + "azure-load-balancer-tcp-idle-timeout", PREFIX + "azure-load-balancer-health-probe-interval",
            PREFIX + "azure-load-balancer-health-probe-num-of-probe",
            PREFIX + "azure-load-balancer-health-probe-protocol",
            PREFIX + "azure-load-balancer-health-probe-request-path", PREFIX + "azure-pip-name",
            PREFIX + "azure-pip-name-ipv6", PREFIX + "azure-pip-prefix-id", PREFIX + "azure-pip-prefix-id-ipv6",
            PREFIX + "azure-pip-tags", PREFIX + "azure-pip-ip-tags", PREFIX + "azure-additional-public-ips",
            PREFIX + "azure-pls-name", PREFIX + "azure-pls-resource-group",
            PREFIX + "azure-pls-ip-configuration-subnet", PREFIX + "azure-pls-ip-configuration-ip-address-count",
            PREFIX + "azure-pls-ip-configuration-ip-address", PREFIX + "azure-pls-fqdns",
            PREFIX + "azure-pls-visibility", PREFIX + "azure-pls-auto-approval");

    private static final Set<String> KNOWN = known();
    private static final Pattern PORT = Pattern.compile(Pattern.quote(PREFIX) + "port_\\d+_[a-z_-]+");

    private final Map<String, String> values = new HashMap<>();

    private AzureAnnotations() {}

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(TRUTHS);
        known.addAll(OTHERS);
        return known;
    }

    /// Reads the annotations of a Service and reports what Azure would pass over.
    static AzureAnnotations read(Node.Mapping annotations, Diagnostics diagnostics) {
        AzureAnnotations result = new AzureAnnotations();
        for (Node.Entry entry : annotations.entries()) {
            String name = entry.key().text();
            if (KNOWN.contains(name)) {
                result.value(name, entry.value(), diagnostics);
            } else if (!PORT.matcher(name).matches()) {
                meant(name).ifPresent(right -> diagnostics.warning("IGNORED_ANNOTATION", entry.key().at(),
                        "Azure passes over the annotation " + Quotation.of(name) + ": it does not know it",
                        "write " + right));
            }
        }
        return result;
    }

    private void value(String name, Node value, Diagnostics diagnostics) {
        if (!(value instanceof Node.Scalar scalar)) {
            diagnostics.error("WRONG_TYPE", value.at(), "an annotation is text, but this is " + value.kind(),
                    "write one line of text in quotes");
            return;
        }
        boolean truth = TRUTHS.contains(name);
        boolean notText = scalar.style() == Node.Style.PLAIN
                && (scalar.text().equals("true") || scalar.text().equals("false"));
        if (notText) {
            diagnostics.warning("IGNORED_ANNOTATION", value.at(),
                    "annotations are text, so Kubernetes refuses the truth value "
                            + scalar.text(),
                    "write \"" + scalar.text() + "\"");
        } else if (truth && !scalar.text().equals("true") && !scalar.text().equals("false")) {
            diagnostics.warning("IGNORED_ANNOTATION", value.at(), "Azure passes over this annotation: "
                    + Quotation.of(scalar.text()) + " is not \"true\"", "write \"true\"");
        } else {
            values.put(name, scalar.text());
        }
    }

    /// The annotation that somebody meant who wrote one that nobody knows; nothing where it is none of Azure's.
    private static Optional<String> meant(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        for (String right : KNOWN) {
            if (right.equalsIgnoreCase(name) || right.substring(PREFIX.length()).equalsIgnoreCase(last)) {
                return Optional.of(right);
            }
        }
        boolean ours = name.startsWith(PREFIX + "azure") || last.startsWith("azure-");
        return Suggestions.meant(name, KNOWN).or(() -> ours ? nearest(name) : Optional.empty());
    }

    private static Optional<String> nearest(String name) {
        return Suggestions.nearest(name, KNOWN).stream().findFirst()
                .or(() -> Optional.of("one of the annotations that Azure's page lists"));
    }

    boolean isTrue(String name) {
        return "true".equals(values.get(name));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// The items of a list separated by commas.
    List<String> items(String name) {
        return text(name).map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
    }
}
