package dev.sekisho.model.io.environment;

import dev.sekisho.model.io.resource.Exports;
import dev.sekisho.model.io.resource.Fragments;
import dev.sekisho.model.io.terraform.TerraformShow;
import dev.sekisho.model.io.tree.Node;
import java.util.Locale;
import java.util.Set;

/// What a file holds, told from what is inside and not from its name.
enum FileContent {
    OWN("an environment"),
    SERVICE_TAGS("a service-tag file"),
    CLUSTER_INTENT("a description of a cluster (kind: ClusterEgress)"),
    OTHER_OWN("another kind of file of Sekisho"),
    TEST_FILE("a file of test cases"),
    ARM_TEMPLATE("an ARM template"),
    PARAMETERS("values for the parameters of a template"),
    AZURE_RESOURCES("Azure resources as Azure's tools print them"),
    FRAGMENTS("parts of Azure resources"),
    EFFECTIVE_ROUTES("effective routes of a network interface"),
    TERRAFORM("a Terraform plan or state as JSON"),
    KUBERNETES("a Kubernetes manifest"),
    UNRECOGNISED("nothing that can be recognised");

    private static final Set<String> OWN_KEYS = Set.of("virtualNetworks", "routeTables", "networkSecurityGroups",
            "securityAdminRules", "applicationSecurityGroups", "firewalls", "firewallPolicies", "ipGroups",
            "privateEndpoints", "privateLinkServices", "applicationGateways", "clusters", "serviceTags", "fixtures",
            "readings", "vnet", "routeTable", "firewall", "cluster");

    private final String looksLike;

    FileContent(String looksLike) {
        this.looksLike = looksLike;
    }

    /// Returns what such a file is, for messages.
    String looksLike() {
        return looksLike;
    }

    /// Whether it is known what such a file is.
    boolean isKnown() {
        return this != UNRECOGNISED;
    }

    static FileContent of(Node document) {
        return switch (document) {
            case Node.Mapping mapping -> ofMapping(mapping);
            case Node.Sequence sequence -> ofRows(sequence);
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
        String schema = text(top, "$schema").toLowerCase(Locale.ROOT);
        if (schema.contains("deploymenttemplate.json")
                || schema.isEmpty() && has(top, "contentVersion") && has(top, "resources")) {
            return ARM_TEMPLATE;
        }
        if (schema.contains("deploymentparameters.json")
                || schema.isEmpty() && has(top, "contentVersion") && has(top, "parameters")) {
            return PARAMETERS;
        }
        if (TerraformShow.recognises(top)) {
            return TERRAFORM;
        }
        if (top.get("value").orElse(top) instanceof Node.Sequence rows && EffectiveRoutes.recognises(rows)) {
            return EFFECTIVE_ROUTES;
        }
        if (Exports.recognises(top)) {
            return AZURE_RESOURCES;
        }
        if (!apiVersion.isEmpty() && !kind.isEmpty()) {
            return KUBERNETES;
        }
        if (!Fragments.read(top, "fragment").isEmpty()) {
            return FRAGMENTS;
        }
        return top.entries().stream().anyMatch(entry -> OWN_KEYS.contains(entry.key().text())) ? OWN : UNRECOGNISED;
    }

    private static FileContent ofRows(Node.Sequence rows) {
        return EffectiveRoutes.recognises(rows) ? EFFECTIVE_ROUTES
                : !Exports.read(rows).isEmpty() ? AZURE_RESOURCES
                        : !Fragments.read(rows, "fragment").isEmpty() ? FRAGMENTS : UNRECOGNISED;
    }

    private static boolean has(Node.Mapping mapping, String key) {
        return mapping.get(key).isPresent();
    }

    private static String text(Node.Mapping mapping, String key) {
        return mapping.get(key).map(value -> value instanceof Node.Scalar(var _, String text, var _) ? text : "")
                .orElse("");
    }
}
