package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.kubernetes.IpFamilies;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.KubernetesService.Type;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.kubernetes.NodeTraffic;
import dev.sekisho.model.kubernetes.ServicePort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads one Service.
record ServiceReader(Diagnostics diagnostics) {
    private static final String AZURE_CLASS = "service.beta.kubernetes.io/azure";

    Optional<KubernetesService> read(Fields service) {
        Optional<Fields> metadata = service.mapping("metadata");
        Optional<String> name = metadata.flatMap(fields -> fields.string("name"))
                .or(() -> metadata.flatMap(fields -> fields.string("generateName")));
        if (name.isEmpty()) {
            diagnostics.error("MISSING_KEY", service.at(), "this Service has no name", "add metadata: {name: …}");
            return Optional.empty();
        }
        String namespace = metadata.flatMap(fields -> fields.string("namespace")).orElse("default");
        AzureAnnotations annotations = AzureAnnotations.read(metadata.flatMap(fields -> fields.mapping("annotations"))
                .map(fields -> new Node.Mapping(fields.at(), fields.entries())).orElse(Node.nothing(service.at())),
                diagnostics);
        Fields spec = service.mapping("spec")
                .orElse(Fields.absent(service.at(), "a Service without spec", diagnostics));
        Type type = spec.oneOf("type", Arrays.stream(Type.values()).map(Type::text).toList())
                .flatMap(text -> Arrays.stream(Type.values()).filter(known -> known.text().equals(text)).findFirst())
                .orElse(Type.CLUSTER_IP);
        List<ServicePort> ports = ports(spec);
        annotations.warnAboutOtherPorts(ports.stream().map(ServicePort::port).toList(), diagnostics);
        Optional<String> foreign = spec.string("loadBalancerClass").filter(text -> !text.equals(AZURE_CLASS));
        Optional<LoadBalancer> balancer = type == Type.LOAD_BALANCER && foreign.isEmpty()
                ? Optional.of(new BalancerReader(spec, annotations, diagnostics).read())
                : Optional.empty();
        foreign.filter(_ -> type == Type.LOAD_BALANCER).ifPresent(text -> diagnostics.warning("FOREIGN_LOAD_BALANCER",
                spec.valueAt("loadBalancerClass"), "the load balancer of class " + Quotation.of(text)
                        + " is not Azure's, so only the node ports of this Service are known",
                ""));
        return Optional.of(new KubernetesService(name.get(), namespace, type, ports, balancer,
                families(spec, annotations), nodeTraffic(spec), service.at()));
    }

    private List<ServicePort> ports(Fields spec) {
        List<ServicePort> ports = new ArrayList<>();
        for (Fields port : spec.mappings("ports", "a port")) {
            Optional<Integer> number = port.integer("port", 1, PortRange.HIGHEST);
            Optional<IpProtocol> protocol = port.has("protocol")
                    ? port.oneOf("protocol", List.of("TCP", "UDP", "SCTP")).map(ServiceReader::protocol)
                    : Optional.of(IpProtocol.TCP);
            OptionalInt nodePort = port.integer("nodePort", 0, PortRange.HIGHEST).filter(value -> value > 0)
                    .map(OptionalInt::of).orElse(OptionalInt.empty());
            if (number.isPresent() && protocol.isPresent()) {
                ports.add(new ServicePort(port.string("name").orElse(""), protocol.get(), number.get(), nodePort));
            }
        }
        return ports;
    }

    private static IpProtocol protocol(String text) {
        return switch (text) {
            case "TCP" -> IpProtocol.TCP;
            case "UDP" -> IpProtocol.UDP;
            default -> new IpProtocol(132);
        };
    }

    private static IpFamilies families(Fields spec, AzureAnnotations annotations) {
        List<String> listed = spec.scalars("ipFamilies").stream().map(Node.Scalar::text).toList();
        Optional<String> policy = spec.oneOf("ipFamilyPolicy",
                List.of("SingleStack", "PreferDualStack", "RequireDualStack"));
        boolean dual = policy.filter(text -> !text.equals("SingleStack")).isPresent() || listed.size() > 1;
        boolean ipv6 = dual || listed.contains("IPv6") || annotations.has(AzureAnnotations.IPV6);
        boolean required = listed.contains("IPv6") || annotations.has(AzureAnnotations.IPV6)
                || policy.filter("RequireDualStack"::equals).isPresent();
        return new IpFamilies(dual || !listed.equals(List.of("IPv6")), ipv6, required);
    }

    private static NodeTraffic nodeTraffic(Fields spec) {
        boolean local = spec.oneOf("externalTrafficPolicy", List.of("Cluster", "Local")).filter("Local"::equals)
                .isPresent();
        OptionalInt check = spec.integer("healthCheckNodePort", 0, PortRange.HIGHEST).filter(port -> port > 0)
                .map(OptionalInt::of).orElse(OptionalInt.empty());
        return new NodeTraffic(local, spec.bool("allocateLoadBalancerNodePorts").orElse(true), check);
    }
}
