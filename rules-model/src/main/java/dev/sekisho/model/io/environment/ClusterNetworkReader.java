package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is known of a cluster's network (`R-23`), and how its API server is reached.
final class ClusterNetworkReader {
    private final TermReader terms;
    private final AzureWords words;
    private final WaysInReader waysIn;

    ClusterNetworkReader(Diagnostics diagnostics) {
        terms = new TermReader(diagnostics);
        words = new AzureWords(diagnostics);
        waysIn = new WaysInReader(diagnostics);
    }

    /// Reads a cluster.
    ///
    /// @param name the name where the file gives none; the key is required where this is empty
    /// @param nodeSubnets the subnets of its nodes where the file gives none
    Optional<ClusterNetwork> cluster(Fields fields, Optional<String> name, List<IpPrefix> nodeSubnets) {
        if (name.isEmpty()) {
            fields.require("name");
        }
        fields.require("networkPlugin");
        List<IpPrefix> pods = new ArrayList<>(terms.prefixes(fields, "podCidrs"));
        fields.scalar("podCidr").flatMap(terms::prefix).ifPresent(pods::addFirst);
        List<IpPrefix> nodes = new ArrayList<>();
        for (Node.Scalar item : fields.scalars("nodeSubnets")) {
            terms.prefix(item).ifPresent(nodes::add);
        }
        Optional<NetworkPlugin> plugin = words.read(fields, "networkPlugin", NetworkPlugin.values(),
                NetworkPlugin::text);
        String named = fields.text("name").or(() -> name).orElse("");
        Optional<ClusterNetwork> cluster = plugin
                .map(known -> new ClusterNetwork(named, known, terms.exactAddress(fields, "nodeIp"), pods,
                        fields.has("nodeSubnets") ? nodes : nodeSubnets,
                        fields.mapping("apiServer").flatMap(waysIn::apiServer)));
        fields.has("nodeIp");
        fields.has("apiServer");
        fields.finish();
        return cluster;
    }
}
