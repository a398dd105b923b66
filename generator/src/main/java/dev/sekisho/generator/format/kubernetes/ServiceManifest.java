package dev.sekisho.generator.format.kubernetes;

import dev.sekisho.generator.format.resource.Lines;
import dev.sekisho.generator.inbound.InboundPlan.ServicePlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.InboundIntent.LinkDoor;
import dev.sekisho.model.cluster.Origin;
import java.util.Locale;

/// Writes the manifest of one Service of type LoadBalancer with the annotations of Azure's cloud provider.
///
/// Source: cloud-provider-azure, "LoadBalancer annotations" and "Azure Private Link Service Integration"; AKS: internal-lb,
/// 2026-07-31.
final class ServiceManifest {
    private static final String PREFIX = "    service.beta.kubernetes.io/";

    private ServiceManifest() {}

    static void write(Lines lines, DeploymentPlan plan, ServicePlan service) {
        InboundIntent intent = service.intent();
        lines.line("---");
        lines.comment("Reached from "
                + String.join(", ", intent.from().stream().map(Origin::text).toList()) + " and from nowhere else.");
        lines.line("apiVersion: v1").line("kind: Service").line("metadata:");
        lines.line("  name: " + KubernetesWriter.quote(intent.name()));
        lines.line("  namespace: " + KubernetesWriter.quote(intent.namespace())).line("  annotations:");
        annotation(lines, "azure-load-balancer-internal", "true");
        lines.comment("    ", "A subnet of the virtual network " + plan.intent().network().vnet().name() + ".");
        annotation(lines, "azure-load-balancer-internal-subnet", service.subnet().name());
        annotation(lines, "azure-load-balancer-ipv4", service.address().toString());
        if (!service.allowedSources().isEmpty()) {
            lines.comment("    ", "Without this, Azure's own rule for the virtual network lets in whom"
                    + " loadBalancerSourceRanges leaves out.");
            annotation(lines, "azure-deny-all-except-load-balancer-source-ranges", "true");
        }
        intent.linkDoor().ifPresent(door -> link(lines, service, door));
        lines.line("spec:").line("  type: LoadBalancer");
        if (!service.allowedSources().isEmpty()) {
            lines.line("  loadBalancerSourceRanges:");
            service.allowedSources().forEach(
                    range -> lines.line("    - " + KubernetesWriter.quote(range.toString())));
        }
        lines.line("  selector:");
        intent.selector().forEach((label, value) -> lines
                .line("    " + KubernetesWriter.quote(label) + ": " + KubernetesWriter.quote(value)));
        lines.line("  ports:");
        lines.line("    - name: " + KubernetesWriter.quote(intent.protocol().text() + "-" + intent.port()));
        lines.line("      port: " + intent.port());
        lines.line("      protocol: " + intent.protocol().text().toUpperCase(Locale.ROOT));
        lines.line("      targetPort: " + targetPort(intent));
    }

    private static String targetPort(InboundIntent intent) {
        String port = intent.targetPort().orElse(Integer.toString(intent.port()));
        return Character.isDigit(port.charAt(0)) && port.chars().allMatch(Character::isDigit) ? port
                : KubernetesWriter.quote(port);
    }

    private static void link(Lines lines, ServicePlan service, LinkDoor door) {
        lines.comment("    ", "AKS makes this Private Link service in the resource group of the nodes.");
        annotation(lines, "azure-pls-create", "true");
        annotation(lines, "azure-pls-name", service.linkName());
        annotation(lines, "azure-pls-ip-configuration-subnet",
                service.linkSubnet().name());
        annotation(lines, "azure-pls-ip-configuration-ip-address-count", Integer.toString(door.addresses()));
        if (door.everybody() || !door.visibility().isEmpty()) {
            annotation(lines, "azure-pls-visibility", door.everybody() ? "*" : String.join(" ", door.visibility()));
        }
        if (!door.autoApproval().isEmpty()) {
            annotation(lines, "azure-pls-auto-approval", String.join(" ", door.autoApproval()));
        }
        if (!door.fqdns().isEmpty()) {
            annotation(lines, "azure-pls-fqdns",
                    String.join(" ", door.fqdns().stream().map(Object::toString).toList()));
        }
        if (door.proxyProtocol()) {
            annotation(lines, "azure-pls-proxy-protocol", "true");
        }
    }

    private static void annotation(Lines lines, String name, String value) {
        lines.line(PREFIX + name + ": " + KubernetesWriter.quote(value));
    }
}
