package dev.sekisho.model.resolve;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.BackingService.Support;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.catalogue.Confidence;
import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.catalogue.HostForm.Companion;
import dev.sekisho.model.catalogue.ServiceLeg;
import dev.sekisho.model.catalogue.Template;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.EgressNeed.PrivateEndpointNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One dependency on a service of the catalogue: its name checked, its legs chosen, its mechanism applied.
final class ServiceDependency {
    private final Circumstances circumstances;
    private final Catalogue catalogue;
    private final Findings findings;
    private final Dependency dependency;
    private final BackingService service;
    private final Placeholders placeholders;

    ServiceDependency(Circumstances circumstances, Catalogue catalogue, Findings findings, Dependency dependency,
            BackingService service) {
        this.circumstances = circumstances;
        this.catalogue = catalogue;
        this.findings = findings;
        this.dependency = dependency;
        this.service = service;
        this.placeholders = new Placeholders(circumstances, "");
    }

    void resolve() {
        List<ServiceHost> hosts = new HostCheck(circumstances, findings, dependency, service).check();
        if (hosts.isEmpty() || !mechanismServes(hosts.getFirst())) {
            return;
        }
        ServiceHost first = hosts.getFirst();
        List<FqdnPattern> names = hosts.stream().map(ServiceHost::name).toList();
        List<ServiceLeg> legs = new LegChoice(findings, dependency, service).choose(first.form());
        for (ServiceLeg leg : legs) {
            String id = legs.size() == 1 ? dependency.name() : dependency.name() + ":" + leg.name();
            need(id, leg, names, address(), endpoint(hosts)).ifPresent(findings::need);
        }
        if (!legs.isEmpty()) {
            legs.stream().filter(leg -> !leg.byTagOnly()).findFirst().ifPresent(leg -> companions(first, leg));
            tell(legs);
        }
    }

    private boolean mechanismServes(ServiceHost host) {
        return switch (dependency.via()) {
            case FIREWALL -> true;
            case PRIVATE_ENDPOINT -> privateEndpointServes(host);
            case SERVICE_ENDPOINT -> {
                if (service.serviceEndpoint().isEmpty()) {
                    refuse("NO_SERVICE_ENDPOINT", "has no service endpoint",
                            service.privateEndpoint() == Support.NONE
                                    ? "use via: firewall"
                                    : "use via: privateEndpoint or via: firewall");
                }
                yield service.serviceEndpoint().isPresent();
            }
        };
    }

    private boolean privateEndpointServes(ServiceHost host) {
        if (service.privateEndpoint() == Support.NONE) {
            refuse("NO_PRIVATE_ENDPOINT", "has no private endpoint", "use via: firewall");
            return false;
        }
        if (host.name().isWildcard() && !host.form().host().text().startsWith("*")) {
            refuse("HOST_WILDCARD", "has a private endpoint per resource, so a wildcard cannot use one",
                    "name the resource in host:");
            return false;
        }
        if (host.form().zones().isEmpty()) {
            refuse("PRIVATE_ZONE_UNKNOWN", "has no private DNS zone in " + circumstances.cluster().cloud()
                    + " that the sources name", "use via: firewall");
            return false;
        }
        return true;
    }

    private void refuse(String code, String problem, String remedy) {
        findings.error(code, dependency.at(), dependency.name() + ": " + service.name() + " " + problem, remedy,
                service.sources());
    }

    private Optional<PrivateEndpointNeed> endpoint(List<ServiceHost> hosts) {
        if (dependency.via() != Via.PRIVATE_ENDPOINT) {
            return Optional.empty();
        }
        List<String> zones = hosts.stream().flatMap(
                host -> host.form().zones().stream().flatMap(zone -> host.fill(zone, placeholders).stream()))
                .distinct().toList();
        List<String> groups = hosts.getFirst().form().groups();
        return Optional.of(new PrivateEndpointNeed(service.name(), groups.subList(0, Math.min(1, groups.size())),
                zones, dependency.privateIp()));
    }

    private void companions(ServiceHost host, ServiceLeg leg) {
        if (host.name().isWildcard()) {
            return;
        }
        for (Companion companion : host.form().companions()) {
            Optional<PrivateEndpointNeed> endpoint = endpoint(List.of(host)).map(first -> companion.group().isEmpty()
                    ? first
                    : new PrivateEndpointNeed(service.name(), List.of(companion.group()), List.of(companion.zone()),
                            Optional.empty()));
            // It has an address of its own, which nobody gives. A name that grows too long by its region cannot exist.
            host.fill(companion.host(), placeholders).stream().flatMap(name -> FqdnPattern.tryParse(name).stream())
                    .flatMap(name -> need(dependency.name() + ":" + companion.leg(), leg, List.of(name),
                            Optional.empty(), endpoint).stream())
                    .forEach(findings::need);
        }
    }

    private Optional<EgressNeed> need(String id, ServiceLeg leg, List<FqdnPattern> names,
            Optional<List<NeedTarget>> address, Optional<PrivateEndpointNeed> endpoint) {
        List<List<NeedTarget>> alternatives = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        boolean applicationRule = leg.applicationRule() != Support.NONE && leg.protocol().isApplication();
        boolean local = isLocal();
        boolean wildcard = names.stream().anyMatch(FqdnPattern::isWildcard);
        String named = names.stream().map(FqdnPattern::toString).collect(Collectors.joining(", "));
        if (leg.byTagOnly() && dependency.via() == Via.FIREWALL) {
            unusable.add(named + ": the addresses behind this leg have no name of their own");
        } else if (wildcard && !applicationRule && !local) {
            unusable.add(named + ": a network rule takes no wildcards");
        } else {
            alternatives.add(names.stream().<NeedTarget>map(NeedTarget.Name::new).toList());
        }
        address.ifPresent(alternatives::add);
        tag().filter(_ -> dependency.via() != Via.PRIVATE_ENDPOINT).ifPresent(alternatives::add);
        if (alternatives.isEmpty()) {
            refuse("NETWORK_FQDN_WILDCARD", "on " + leg.protocol() + " " + leg.ports()
                    + " needs a network rule, which takes no wildcards, and it has no service tag",
                    "name the resource in host:");
            return Optional.empty();
        }
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        if (local) {
            layers.add(Layer.LOCAL);
        } else {
            if (applicationRule) {
                layers.add(Layer.APPLICATION);
            }
            if (!wildcard || address.isPresent() || tag().isPresent()) {
                layers.add(Layer.NETWORK);
            }
        }
        return Optional.of(new EgressNeed(id, DependencyResolver.GROUP,
                DependencyResolver.purpose(dependency, service.name() + " (" + leg.use() + ")"), alternatives, unusable,
                leg.protocol(), leg.ports(), layers, service.openedBy(), dependency.via(), endpoint,
                dependency.via() == Via.SERVICE_ENDPOINT
                        ? service.serviceEndpoint().map(BackingService.ServiceEndpoint::name)
                        : Optional.empty(),
                true, false, catalogue.cite(service.sources()), service.notes()));
    }

    /// Whether system routes lead to it: a service endpoint's always do, a private endpoint's do unless it is known to lie
    /// in another network, and addresses do where they are in the cluster's network.
    private boolean isLocal() {
        return switch (dependency.via()) {
            case SERVICE_ENDPOINT -> true;
            case PRIVATE_ENDPOINT -> dependency.privateIp()
                    .map(ip -> Locality.isLocal(ip.toPrefix(), circumstances)).orElse(true);
            case FIREWALL ->
                dependency.cidr().filter(cidr -> Locality.isLocal(cidr, circumstances)).isPresent();
        };
    }

    private Optional<List<NeedTarget>> address() {
        Optional<NeedTarget> endpoint = dependency.privateIp().filter(_ -> dependency.via() == Via.PRIVATE_ENDPOINT)
                .map(IpAddress::toPrefix).map(NeedTarget.Address::new);
        return endpoint.or(() -> dependency.cidr().map(NeedTarget.Address::new)).map(List::of);
    }

    private Optional<List<NeedTarget>> tag() {
        return service.serviceTag().filter(_ -> service.networkRule() != Support.NONE)
                .map(tag -> tag.regional() ? tag.name() + ".<Region>" : tag.name())
                .map(text -> new Template(text).fill(placeholders::values).getFirst())
                .map(text -> List.of(new NeedTarget.Tag(new ServiceTagName(text))));
    }

    private void tell(List<ServiceLeg> legs) {
        for (Caution caution : service.cautions()) {
            if (circumstances.holds(caution.when(), false) && concerns(caution, legs)) {
                findings.tell(caution, dependency.name(), dependency.at(), service.sources());
            }
        }
        if (service.confidence() == Confidence.GENERAL_KNOWLEDGE || service.confidence() == Confidence.COMMUNITY) {
            findings.warn("UNVERIFIED", dependency.at(),
                    dependency.name() + ": the ports of " + service.name() + " rest on weak sources ("
                            + service.confidence() + ")",
                    "compare them with the service's own page", service.sources());
        }
        if (dependency.via() == Via.SERVICE_ENDPOINT) {
            service.serviceEndpoint().ifPresent(endpoint -> findings.warn("SERVICE_ENDPOINT_BYPASS", dependency.at(),
                    dependency.name() + ": traffic to " + endpoint.name() + " (" + endpoint.scope()
                            + ") takes the service endpoint's system route past the firewall, to every resource of "
                            + "the service",
                    "add a service endpoint policy, or use via: privateEndpoint",
                    List.of("service-endpoints-2019")));
        }
    }

    private boolean concerns(Caution caution, List<ServiceLeg> legs) {
        return (caution.via().isEmpty() || caution.via().contains(dependency.via())) && (caution.legs().isEmpty()
                || legs.stream().anyMatch(leg -> caution.legs().contains(leg.name())));
    }
}
