package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ApiServer.Access;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.function.Function;

/// What goes together with a kind of API server access.
final class ApiServerRules {
    private static final String AUTHORIZED = "AKS: api-server-authorized-ip-ranges, 2026-08-03";
    private static final String INTEGRATION = "AKS: api-server-vnet-integration, 2026-04-15";
    private static final int MOST_RANGES = 200;
    private static final int MOST_RANGES_INTEGRATED = 2_000;
    private static final int SMALLEST_SUBNET = 28;

    private ApiServerRules() {}

    static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        Findings findings = new Findings(places);
        ApiServer apiServer = intent.cluster().apiServer();
        authorizedRanges(intent, apiServer, findings);
        subnet(intent, apiServer, findings);
        return findings.all();
    }

    private static void authorizedRanges(ClusterIntent intent, ApiServer apiServer, Findings findings) {
        List<IpPrefix> ranges = apiServer.authorizedIpRanges();
        String path = "cluster.apiServer.authorizedIpRanges";
        findings.error(apiServer.access() == Access.PRIVATE && !ranges.isEmpty(), "RANGES_ON_PRIVATE_API_SERVER", path,
                "authorized ranges do not apply to the private endpoint of a private API server",
                "remove authorizedIpRanges", AUTHORIZED);
        int most = apiServer.access() == Access.VNET_INTEGRATION ? MOST_RANGES_INTEGRATED : MOST_RANGES;
        findings.error(ranges.size() > most, "LIMIT", path,
                ranges.size() + " authorized ranges are more than the " + most + " that AKS takes",
                "join ranges that lie side by side", AUTHORIZED);
        for (int i = 0; i < ranges.size(); i++) {
            findings.error(!ranges.get(i).isIpv4(), "IPV6", path + "." + i,
                    "authorized ranges are IPv4 only, and this one is " + ranges.get(i), "remove it", AUTHORIZED);
        }
        if (apiServer.access() == Access.PUBLIC && !ranges.isEmpty()) {
            intent.network().firewall().map(FirewallIntent::publicIps).orElse(List.of())
                    .forEach(ip -> findings.warning(ranges.stream().noneMatch(range -> range.contains(ip)),
                            "FIREWALL_NOT_AUTHORIZED", path,
                            "the firewall's public address " + ip
                                    + " is not among the authorized ranges, and nodes show"
                                    + " that address to the API server; it is added to the settings that are written",
                            "add " + ip + "/32", AUTHORIZED));
        }
    }

    private static void subnet(ClusterIntent intent, ApiServer apiServer, Findings findings) {
        boolean integrated = apiServer.access() == Access.VNET_INTEGRATION;
        findings.error(integrated && apiServer.subnet().isEmpty(), "MISSING_KEY", "cluster.apiServer",
                "API Server VNet Integration in an own network needs a delegated subnet",
                "add subnet: {name: apiserver, prefix: .../28}", INTEGRATION);
        findings.error(!integrated && apiServer.subnet().isPresent(), "SUBNET_WITHOUT_INTEGRATION",
                "cluster.apiServer.subnet", "only API Server VNet Integration has a subnet of its own",
                "write access: vnetIntegration, or remove subnet", INTEGRATION);
        apiServer.subnet().ifPresent(subnet -> {
            findings.error(subnet.prefix().isIpv4() && subnet.prefix().length() > SMALLEST_SUBNET, "SUBNET_TOO_SMALL",
                    "cluster.apiServer.subnet", "the API server's subnet is a /28 at least, not " + subnet.prefix(),
                    "choose a /28 or larger", INTEGRATION);
            findings.error(
                    intent.network().vnet().addressSpace().stream().noneMatch(space -> space.contains(subnet.prefix())),
                    "SUBNET_OUTSIDE_NETWORK", "cluster.apiServer.subnet",
                    "subnet " + subnet.prefix() + " is outside of the network "
                            + intent.network().vnet().addressSpace(),
                    "choose a prefix inside of it", INTEGRATION);
        });
        findings.warning(integrated && intent.cluster().cloud() != Cloud.AZURE_PUBLIC, "UNVERIFIED_IN_CLOUD",
                "cluster.apiServer.access",
                "API Server VNet Integration is documented for regions of AzurePublic only",
                "ask whether your region has it, or write access: private", INTEGRATION);
    }
}
