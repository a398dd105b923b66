package dev.sekisho.model.io.environment;

import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a file holds, told from what is inside and not from its name.
enum FileContent {
    OWN("an environment"),
    SERVICE_TAGS("a service-tag file"),
    CLUSTER_INTENT("a description of a cluster (kind: ClusterEgress)"),
    OTHER_OWN("another kind of file of Sekisho"),
    TEST_FILE("a file of test cases"),
    ARM_TEMPLATE("an ARM template"),
    AZURE_RESOURCE("Azure resources as the Azure CLI prints them"),
    RESOURCE_GRAPH("rows of Azure Resource Graph"),
    EFFECTIVE_ROUTES("effective routes of a network interface"),
    TERRAFORM("a Terraform plan or state as JSON"),
    KUBERNETES("a Kubernetes manifest"),
    UNRECOGNISED("nothing that can be recognised");

    private static final Set<String> OWN_KEYS = Set.of("virtualNetworks", "routeTables", "networkSecurityGroups",
            "securityAdminRules", "applicationSecurityGroups", "firewalls", "firewallPolicies", "ipGroups",
            "privateEndpoints", "clusters", "serviceTags", "fixtures",
            "readings", "vnet", "routeTable", "firewall", "cluster");

    private final String looksLike;

    FileContent(String looksLike) {
        this.looksLike = looksLike;
    }

    /// Returns what such a file is, for messages.
    String looksLike() {
        return looksLike;
    }

    static FileContent of(Node document) {
        return switch (document) {
            case Node.Mapping mapping -> ofMapping(mapping);
            case Node.Sequence sequence -> ofRows(sequence.items());
            case Node.Scalar _ -> UNRECOGNISED;
        };
    }

    private static FileContent ofMapping(Node.Mapping top) {
        String apiVersion = text(top, "apiVersion");
        String kind = text(top, "kind");
        if (apiVersion.startsWith("sekisho.dev/") || kind.equals(EnvironmentDocument.KIND)) {
            return switch (kind) {
                case EnvironmentDocument.KIND -> OWN;
                case "ClusterEgress" -> CLUSTER_INTENT;
                default -> OTHER_OWN;
            };
        }
        if (has(top, "values") && has(top, "changeNumber")) {
            return SERVICE_TAGS;
        }
        if (has(top, "cases") && has(top, "schemaVersion")) {
            return TEST_FILE;
        }
        if (text(top, "$schema").contains("deploymentTemplate")
                || has(top, "contentVersion") && has(top, "resources")) {
            return ARM_TEMPLATE;
        }
        if (has(top, "format_version") || has(top, "terraform_version")) {
            return TERRAFORM;
        }
        if (!apiVersion.isEmpty() && !kind.isEmpty()) {
            return KUBERNETES;
        }
        if (has(top, "data") && (has(top, "totalRecords") || has(top, "count") || has(top, "total_records"))) {
            return RESOURCE_GRAPH;
        }
        if (isResource(top)) {
            return AZURE_RESOURCE;
        }
        if (top.get("value").orElse(top) instanceof Node.Sequence rows) {
            return ofRows(rows.items());
        }
        return top.entries().stream().anyMatch(entry -> OWN_KEYS.contains(entry.key().text())) ? OWN : UNRECOGNISED;
    }

    private static FileContent ofRows(List<Node> rows) {
        Optional<Node.Mapping> first = rows.stream().filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast).findFirst();
        if (first.isEmpty()) {
            return UNRECOGNISED;
        }
        return isResource(first.get()) ? AZURE_RESOURCE
                : has(first.get(), "nextHopType") ? EFFECTIVE_ROUTES : UNRECOGNISED;
    }

    private static boolean isResource(Node.Mapping mapping) {
        return text(mapping, "id").startsWith("/subscriptions/") || text(mapping, "Id").startsWith("/subscriptions/");
    }

    private static boolean has(Node.Mapping mapping, String key) {
        return mapping.get(key).isPresent();
    }

    private static String text(Node.Mapping mapping, String key) {
        return mapping.get(key).map(value -> value instanceof Node.Scalar(var _, String text, var _) ? text : "")
                .orElse("");
    }
}
