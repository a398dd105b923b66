package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.kubernetes.HttpFront;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads Ingresses and Gateways.
final class FrontReader {
    private static final String CLASS = "kubernetes.io/ingress.class";
    private static final String PRIVATE = "appgw.ingress.kubernetes.io/use-private-ip";

    private FrontReader() {}

    static HttpFront ingress(Fields ingress) {
        Optional<Fields> spec = ingress.mapping("spec");
        Optional<Fields> annotations = metadata(ingress).flatMap(fields -> fields.mapping("annotations"));
        List<Fields> rules = spec.map(fields -> fields.mappings("rules", "a rule")).orElse(List.of());
        List<HttpFront.Backend> backends = new ArrayList<>();
        spec.flatMap(fields -> fields.mapping("defaultBackend").or(() -> fields.mapping("backend")))
                .flatMap(FrontReader::backend).ifPresent(backends::add);
        for (Fields rule : rules) {
            rule.mapping("http").map(http -> http.mappings("paths", "a path")).orElse(List.of())
                    .forEach(path -> path.mapping("backend").flatMap(FrontReader::backend)
                            .filter(found -> !backends.contains(found)).ifPresent(backends::add));
        }
        String className = spec.flatMap(fields -> fields.string("ingressClassName"))
                .or(() -> annotations.flatMap(fields -> scalar(fields, CLASS))).orElse("");
        boolean inside = annotations.flatMap(fields -> scalar(fields, PRIVATE)).filter("true"::equals).isPresent();
        return new HttpFront("Ingress", name(ingress), namespace(ingress), className,
                rules.stream().flatMap(rule -> rule.string("host").stream()).toList(), backends,
                spec.filter(fields -> !fields.list("tls").isEmpty()).isPresent(), inside, ingress.at());
    }

    static HttpFront gateway(Fields gateway) {
        Optional<Fields> spec = gateway.mapping("spec");
        List<Fields> listeners = spec.map(fields -> fields.mappings("listeners", "a listener")).orElse(List.of());
        return new HttpFront("Gateway", name(gateway), namespace(gateway),
                spec.flatMap(fields -> fields.string("gatewayClassName")).orElse(""),
                listeners.stream().flatMap(listener -> listener.string("hostname").stream()).toList(), List.of(),
                listeners.stream().anyMatch(listener -> listener.has("tls")), false, gateway.at());
    }

    private static Optional<HttpFront.Backend> backend(Fields backend) {
        Optional<Fields> service = backend.mapping("service");
        if (service.isPresent()) {
            String port = service.flatMap(fields -> fields.mapping("port"))
                    .flatMap(fields -> fields.text("number").or(() -> fields.text("name"))).orElse("");
            return service.flatMap(fields -> fields.string("name")).map(name -> new HttpFront.Backend(name, port));
        }
        // As older versions of the API wrote it.
        return backend.string("serviceName")
                .map(name -> new HttpFront.Backend(name, backend.text("servicePort").orElse("")));
    }

    private static Optional<String> scalar(Fields annotations, String key) {
        return annotations.optional(key).flatMap(node -> node instanceof Node.Scalar scalar
                ? Optional.of(scalar.text()) : Optional.empty());
    }

    private static Optional<Fields> metadata(Fields resource) {
        return resource.mapping("metadata");
    }

    private static String name(Fields resource) {
        return metadata(resource).flatMap(fields -> fields.string("name")
                .or(() -> fields.string("generateName"))).orElse("");
    }

    private static String namespace(Fields resource) {
        return metadata(resource).flatMap(fields -> fields.string("namespace")).orElse("default");
    }
}
