package dev.sekisho.generator.format.kubernetes;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.resource.Lines;
import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.InternalLoadBalancerPlan;
import java.util.List;
import java.util.regex.Pattern;

/// Writes `kubernetes/services.yaml` with the Services that are reached from outside; where the cluster file names none,
/// `kubernetes/internal-load-balancer.yaml`: a Service whose load balancer has a private address, to start from.
///
/// Behind a default route to a firewall a public load balancer does not work: the reply to a request that came in over
/// it leaves by the firewall, which has never seen the request and drops it.
public final class KubernetesWriter implements Writer {
    /// The file with the Services of the cluster file.
    public static final String SERVICES = "kubernetes/services.yaml";

    /// A Service takes its name as a DNS label.
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");

    private final String version;

    /// @param version version of Sekisho, for the mark
    public KubernetesWriter(String version) {
        this.version = version;
    }

    @Override
    public OutputFormat format() {
        return OutputFormat.KUBERNETES;
    }

    @Override
    public Output write(DeploymentPlan plan) {
        return plan.inbound().map(inbound -> services(plan, inbound)).orElseGet(() -> sample(plan));
    }

    private Output services(DeploymentPlan plan, InboundPlan inbound) {
        Lines lines = new Lines("#");
        lines.comment(GeneratedMark.of(plan, version).toString());
        lines.comment("The Services that are reached from outside. Each has an internal load balancer with a fixed"
                + " address: the security group of the nodes and the firewall's rules name it.");
        inbound.services().forEach(service -> ServiceManifest.write(lines, plan, service));
        return Output.of(OutputFile.of(SERVICES, lines.toString()));
    }

    private Output sample(DeploymentPlan plan) {
        InternalLoadBalancerPlan service = plan.internalLoadBalancer();
        if (!SERVICE_NAME.matcher(service.name()).matches()) {
            return Output.refused(List.of(new Refusal("service " + service.name(),
                    "the name of a Service is a DNS label: small letters, digits and hyphens, at most 63 characters")));
        }
        Lines lines = new Lines("#");
        lines.comment(GeneratedMark.of(plan, version).toString());
        lines.comment(
                "A Service with an address inside the virtual network, to start from: put in your own selector and"
                        + " ports. A public load balancer does not work behind a default route to a firewall: the reply leaves"
                        + " through the firewall, which has not seen the request and drops it. Requests from outside come in by"
                        + " a DNAT rule of the firewall to the address of this Service.");
        lines.line("apiVersion: v1").line("kind: Service").line("metadata:");
        lines.line("  name: " + quote(service.name())).line("  annotations:");
        lines.comment("    ", "The frontend gets a private address.");
        lines.line("    service.beta.kubernetes.io/azure-load-balancer-internal: \"true\"");
        lines.comment("    ", "The address comes from this subnet of the virtual network "
                + plan.intent().network().vnet().name() + ".");
        lines.line("    service.beta.kubernetes.io/azure-load-balancer-internal-subnet: " + quote(service.subnet()));
        lines.line("spec:").line("  type: LoadBalancer").line("  selector:");
        lines.line("    app: " + quote(service.name())).line("  ports:");
        lines.line("    - name: https").line("      port: 443").line("      targetPort: 8443");
        return Output.of(OutputFile.of("kubernetes/internal-load-balancer.yaml", lines.toString()));
    }

    /// Returns text in double quotes, so that no name is read as a number or a truth value.
    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
