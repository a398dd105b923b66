package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.name.FqdnPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Checks that the host of a dependency is a host of its service in the cluster's cloud.
final class HostCheck {
    private static final String PRIVATE_LINK_LABEL = ".privatelink.";

    private final Cloud cloud;
    private final Findings findings;
    private final Dependency dependency;
    private final BackingService service;

    HostCheck(Circumstances circumstances, Findings findings, Dependency dependency, BackingService service) {
        this.cloud = circumstances.cluster().cloud();
        this.findings = findings;
        this.dependency = dependency;
        this.service = service;
    }

    /// Returns the host with its form, or every host of a service whose names are the same for everybody and of which none
    /// is given. Where there is none, the reason is reported.
    List<ServiceHost> check() {
        List<HostForm> forms = service.hosts().getOrDefault(cloud, List.of());
        if (forms.isEmpty()) {
            report("SERVICE_NOT_IN_CLOUD", "no host name of " + service.name() + " is known in " + cloud,
                    "describe it without service:, with host:, protocol: and port:");
            return List.of();
        }
        return dependency.host().map(host -> recognise(host, forms).stream().toList()).orElseGet(() -> all(forms));
    }

    private Optional<ServiceHost> recognise(FqdnPattern host, List<HostForm> forms) {
        for (HostForm form : forms) {
            Optional<Map<String, String>> values = form.match(host);
            if (values.isPresent()) {
                return Optional.of(new ServiceHost(host, form, values.get()));
            }
        }
        String text = host.toString();
        if (text.contains(PRIVATE_LINK_LABEL)) {
            report("PRIVATE_LINK_HOST", host + " is the private name, which the service refuses at login",
                    "write host: " + text.replace(PRIVATE_LINK_LABEL, ".") + " with via: privateEndpoint");
        } else {
            report("SERVICE_HOST", host + " is no host of " + service.name() + " in " + cloud,
                    "expected " + expected(forms));
        }
        return Optional.empty();
    }

    private List<ServiceHost> all(List<HostForm> forms) {
        if (service.hasFixedNames()) {
            return forms.stream()
                    .map(form -> new ServiceHost(FqdnPattern.parse(form.host().text()), form, Map.of())).toList();
        }
        report("MISSING_HOST", "the host of " + service.name() + " is not given", "add host: " + expected(forms));
        return List.of();
    }

    private void report(String code, String problem, String remedy) {
        findings.error(code, dependency.at(), dependency.name() + ": " + problem, remedy, service.sources());
    }

    private static String expected(List<HostForm> forms) {
        return forms.stream().map(form -> form.host().text()).distinct().collect(Collectors.joining(" or "));
    }
}
