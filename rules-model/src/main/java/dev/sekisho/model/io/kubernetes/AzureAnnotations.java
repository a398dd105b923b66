package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.tree.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
    static final String IPV6 = PREFIX + "azure-load-balancer-ipv6";
    static final String SOURCE_RANGES = PREFIX + "load-balancer-source-ranges";
    static final String ALLOWED_RANGES = PREFIX + "azure-allowed-ip-ranges";
    static final String ALLOWED_TAGS = PREFIX + "azure-allowed-service-tags";
    static final String DENY_OTHERS = PREFIX + "azure-deny-all-except-load-balancer-source-ranges";
    static final String NO_FLOATING_IP = PREFIX + "azure-disable-load-balancer-floating-ip";
    static final String NO_SECURITY_RULE = PREFIX + "azure-disable-load-balancer-nsg-rule";
    static final String MORE_PUBLIC_IPS = PREFIX + "azure-additional-public-ips";
    static final String DNS_LABEL = PREFIX + "azure-dns-label-name";
    static final String PLS_CREATE = PREFIX + "azure-pls-create";
    static final String PLS_NAME = PREFIX + "azure-pls-name";
    static final String PLS_SUBNET = PREFIX + "azure-pls-ip-configuration-subnet";
    static final String PLS_ADDRESSES = PREFIX + "azure-pls-ip-configuration-ip-address";
    static final String PLS_VISIBILITY = PREFIX + "azure-pls-visibility";
    static final String PLS_APPROVAL = PREFIX + "azure-pls-auto-approval";
    static final String PLS_PROXY = PREFIX + "azure-pls-proxy-protocol";

    /// Annotations whose value must be `"true"` to count.
    private static final Set<String> TRUTHS = Set.of(INTERNAL, PLS_CREATE, PLS_PROXY, DENY_OTHERS, NO_FLOATING_IP,
            NO_SECURITY_RULE, PREFIX + "azure-shared-securityrule",
            PREFIX + "azure-load-balancer-disable-tcp-reset",
            PREFIX + "azure-load-balancer-enable-high-availability-ports");

    private static final List<String> OTHERS = List.of(INTERNAL_SUBNET, IPV4, SOURCE_RANGES, ALLOWED_RANGES,
            ALLOWED_TAGS, MORE_PUBLIC_IPS, DNS_LABEL, PLS_NAME, PLS_SUBNET, PLS_ADDRESSES, PLS_VISIBILITY,
            PLS_APPROVAL, IPV6, PREFIX + "azure-load-balancer-mode",
            PREFIX + "azure-load-balancer-configurations", PREFIX + "azure-load-balancer-resource-group",
            PREFIX + "azure-load-balancer-tcp-idle-timeout", PREFIX + "azure-load-balancer-health-probe-interval",
            PREFIX + "azure-load-balancer-health-probe-num-of-probe",
            PREFIX + "azure-load-balancer-health-probe-protocol",
            PREFIX + "azure-load-balancer-health-probe-request-path", PREFIX + "azure-pip-name",
            PREFIX + "azure-pip-name-ipv6", PREFIX + "azure-pip-prefix-id", PREFIX + "azure-pip-prefix-id-ipv6",
            PREFIX + "azure-pip-tags", PREFIX + "azure-pip-ip-tags", PREFIX + "azure-pls-resource-group",
            PREFIX + "azure-pls-ip-configuration-ip-address-count", PREFIX + "azure-pls-fqdns");

    private static final Set<String> KNOWN = known();
    private static final Pattern PORT = Pattern.compile(Pattern.quote(PREFIX) + "port_(\\d+)_(.+)");
    private static final String NO_RULE = "no_lb_rule";
    private static final Set<String> OF_PORTS = Set.of(NO_RULE, "no_probe_rule", "health-probe_protocol",
            "health-probe_port", "health-probe_interval", "health-probe_num-of-probe", "health-probe_request-path");

    /// Plain words that the YAML of Kubernetes takes for a truth value.
    private static final Set<String> TRUTH_WORDS = Set.of("true", "false", "yes", "no", "on", "off", "y", "n");
    private static final Set<String> YES_WORDS = Set.of("true", "yes", "on", "y", "1");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(0|[1-9][0-9_]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

    private final Map<String, Node.Scalar> values = new HashMap<>();
    private final SortedMap<Integer, SourceLocation> withoutRule = new TreeMap<>();

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
            Matcher port = PORT.matcher(name);
            if (KNOWN.contains(name)) {
                result.value(name, entry.value(), TRUTHS.contains(name), diagnostics);
            } else if (port.matches()) {
                result.port(port, entry, diagnostics);
            } else {
                meant(name).ifPresentOrElse(right -> diagnostics.warning("IGNORED_ANNOTATION", entry.key().at(),
                        "Azure passes over the annotation " + Quotation.of(name) + ": it does not know it",
                        "write " + right), () -> foreign(name, entry.key().at(), diagnostics));
            }
        }
        return result;
    }

    /// What other clouds are told about a load balancer.
    private static void foreign(String name, SourceLocation at, Diagnostics diagnostics) {
        if (name.startsWith(PREFIX)) {
            diagnostics.note("FOREIGN_ANNOTATION", at, "the annotation " + Quotation.of(name)
                    + " is not Azure's; Azure passes over it", "");
        }
    }

    private void port(Matcher name, Node.Entry entry, Diagnostics diagnostics) {
        String kind = name.group(2);
        if (!OF_PORTS.contains(kind)) {
            diagnostics.warning("IGNORED_ANNOTATION", entry.key().at(), "Azure passes over the annotation "
                    + Quotation.of(entry.key().text()) + ": it does not know it",
                    "write "
                            + PREFIX + "port_" + name.group(1) + "_"
                            + Suggestions.nearest(kind, OF_PORTS).stream().findFirst().orElse(NO_RULE));
            return;
        }
        value(entry.key().text(), entry.value(), kind.startsWith("no_"), diagnostics);
        if (kind.equals(NO_RULE) && isTrue(entry.key().text())) {
            PortRange.tryParse(name.group(1)).ifPresent(port -> withoutRule.put(port.first(), entry.key().at()));
        }
    }

    /// Reports annotations for ports that the Service does not have.
    void warnAboutOtherPorts(List<Integer> ports, Diagnostics diagnostics) {
        withoutRule.forEach((port, at) -> {
            if (!ports.contains(port)) {
                diagnostics.warning("IGNORED_ANNOTATION", at,
                        "Azure passes over this annotation: the Service has no port "
                                + port,
                        ports.isEmpty() ? "remove it" : "write port_" + ports.getFirst() + "_" + NO_RULE);
            }
        });
    }

    private void value(String name, Node value, boolean truth, Diagnostics diagnostics) {
        if (!(value instanceof Node.Scalar scalar)) {
            diagnostics.error("WRONG_TYPE", value.at(), "an annotation is text, but this is " + value.kind(),
                    "write one line of text in quotes");
            return;
        }
        String text = scalar.text();
        if (isNoText(scalar)) {
            diagnostics.warning("IGNORED_ANNOTATION", value.at(), "annotations are text, so Kubernetes refuses the "
                    + (NUMBER.matcher(text).matches() ? "number " : "truth value ") + text,
                    "write \"" + (truth ? Boolean.toString(YES_WORDS.contains(text.toLowerCase(Locale.ROOT))) : text)
                            + "\"");
        } else if (truth && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            diagnostics.warning("IGNORED_ANNOTATION", value.at(), "Azure passes over this annotation: "
                    + Quotation.of(text) + " is not \"true\"", "write \"true\"");
        } else {
            if (truth && !text.equals(text.toLowerCase(Locale.ROOT))) {
                diagnostics.warning("IGNORED_ANNOTATION", value.at(), "older versions of Azure's cloud provider pass "
                        + "over this annotation: " + Quotation.of(text) + " is not written in small letters",
                        "write \"" + text.toLowerCase(Locale.ROOT) + "\"");
            }
            values.put(name, scalar);
        }
    }

    private static boolean isNoText(Node.Scalar scalar) {
        return scalar.style() == Node.Style.PLAIN && !scalar.isNull()
                && (TRUTH_WORDS.contains(scalar.text().toLowerCase(Locale.ROOT))
                        || NUMBER.matcher(scalar.text()).matches());
    }

    /// The annotation that somebody meant who wrote one that nobody knows; nothing where it is none of Azure's. Other clouds have
    /// annotations that look alike, so the word `azure` must be in it, or be all that is missing.
    private static Optional<String> meant(String name) {
        String domain = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        String last = name.substring(name.lastIndexOf('/') + 1);
        for (String right : KNOWN) {
            String known = right.substring(PREFIX.length());
            if (right.equalsIgnoreCase(name) || known.equalsIgnoreCase(last)
                    || known.equalsIgnoreCase("azure-" + last)) {
                return Optional.of(right);
            }
        }
        if (!domain.isEmpty() && !domain.endsWith("kubernetes.io")) {
            return Optional.empty();
        }
        if (Suggestions.meant(firstWord(last), Set.of("azure")).isPresent()) {
            return Suggestions.nearest(name, KNOWN).stream().findFirst();
        }
        return last.startsWith("load") ? Suggestions.meant(name, Set.of(SOURCE_RANGES)) : Optional.empty();
    }

    private static String firstWord(String text) {
        return text.split("[-_]", 2)[0];
    }

    boolean isTrue(String name) {
        return text(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /// Whether the annotation is there with a value that counts.
    boolean has(String name) {
        return values.containsKey(name);
    }

    SourceLocation at(String name) {
        return Optional.ofNullable(values.get(name)).map(Node.Scalar::at).orElse(SourceLocation.UNKNOWN);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Node.Scalar::text).map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// The items of a list separated by commas.
    List<String> items(String name) {
        return text(name).map(text -> Arrays.stream(text.split(",")).map(String::strip)
                .filter(item -> !item.isEmpty()).toList()).orElse(List.of());
    }

    /// The items of a list separated by blanks, as the annotations of Private Link have them.
    List<String> words(String name) {
        return text(name).map(text -> List.of(text.split("\\s+"))).orElse(List.of());
    }

    /// Ports of the Service that the load balancer does not carry.
    Set<Integer> portsWithoutRule() {
        return withoutRule.keySet();
    }
}
