package dev.sekisho.model.resolve;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A cluster whose nodes and pods use an HTTP proxy: the proxy opens their connections, so that the firewall has to let
/// them reach the proxy only.
final class HttpProxy {
    private static final String SHAPE = "http-proxy";
    private static final String API_SERVER = "api-server-public";

    private final Circumstances circumstances;
    private final Catalogue catalogue;
    private final Findings findings;
    private final Optional<ClusterShapeFact> shape;

    HttpProxy(Circumstances circumstances, Catalogue catalogue, Findings findings) {
        this.circumstances = circumstances;
        this.catalogue = catalogue;
        this.findings = findings;
        this.shape = catalogue.shape(SHAPE).filter(fact -> circumstances.holds(fact.when(), false));
    }

    List<String> sources() {
        return shape.map(ClusterShapeFact::sources).orElse(List.of());
    }

    /// Why a requirement is the proxy's business. The API server is not: AKS puts it among the names that go around the
    /// proxy.
    Optional<String> reasonToLeaveOut(EgressRequirement requirement) {
        boolean proxied = requirement.protocol() == NeedProtocol.HTTP || requirement.protocol() == NeedProtocol.HTTPS;
        boolean local = requirement.layers().contains(Layer.LOCAL);
        return shape.filter(_ -> proxied && !local && !requirement.feature().equals(API_SERVER))
                .map(fact -> SHAPE + ": " + fact.summary());
    }

    /// The connection to the proxy itself.
    Optional<EgressNeed> needOfItsOwn() {
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        List<String> hosts = circumstances.parameter(SHAPE, "proxy");
        if (hosts.isEmpty()) {
            findings.error("FEATURE_PARAMETER_MISSING", circumstances.placeOf(SHAPE),
                    "the address of the HTTP proxy is not given",
                    "write features: [{name: http-proxy, proxy: 10.1.0.8, port: 8080}]", sources());
            return Optional.empty();
        }
        try {
            return Optional.of(toProxy(hosts, circumstances.parameter(SHAPE, "port")));
        } catch (IllegalArgumentException e) {
            findings.error("INVALID_VALUE", circumstances.placeOf(SHAPE), String.valueOf(e.getMessage()),
                    "give the proxy's host in proxy: and its port in port:", sources());
            return Optional.empty();
        }
    }

    private EgressNeed toProxy(List<String> hosts, List<String> ports) {
        List<NeedTarget> targets = hosts.stream().map(HttpProxy::target).toList();
        boolean local = Locality.isLocal(List.of(targets), circumstances);
        return new EgressNeed(SHAPE, SHAPE, "Nodes and pods reach everything else through the HTTP proxy.",
                List.of(targets), List.of(), NeedProtocol.TCP,
                PortSet.parse(ports.isEmpty() ? "8080" : String.join(",", ports)),
                Set.of(local ? Layer.LOCAL : Layer.NETWORK), EgressNeed.Sources.NODES_AND_PODS, Via.FIREWALL,
                Optional.empty(), Optional.empty(), false, false, catalogue.cite(sources()),
                shape.map(ClusterShapeFact::notes).orElse(List.of()));
    }

    private static NeedTarget target(String host) {
        return IpPrefix.tryParse(host.indexOf('/') < 0 ? host + "/32" : host).<NeedTarget>map(NeedTarget.Address::new)
                .orElseGet(() -> new NeedTarget.Name(FqdnPattern.parse(host)));
    }
}
