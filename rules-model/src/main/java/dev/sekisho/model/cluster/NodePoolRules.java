package dev.sekisho.model.cluster;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.function.Function;

/// What goes together with the systems of the node pools.
final class NodePoolRules {
    private static final String POOLS = "AKS: use-system-pools, 2026-04-30";
    private static final String HTTP_PROXY = "AKS: http-proxy, 2026-08-26";
    private static final int LONGEST_WINDOWS_NAME = 6;

    private NodePoolRules() {}

    static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        Findings findings = new Findings(places);
        List<NodePool> pools = intent.cluster().nodePools();
        List<NodePool> windows = pools.stream().filter(pool -> pool.os() == NodeOs.WINDOWS).toList();
        findings.error(!pools.isEmpty() && windows.size() == pools.size(), "NO_LINUX_POOL", "cluster.nodePools",
                "all node pools run Windows, and a cluster has a system node pool, which runs Linux",
                "add a pool {os: ubuntu} or {os: azurelinux}", POOLS);
        for (NodePool pool : windows) {
            findings.error(pool.name().length() > LONGEST_WINDOWS_NAME, "NAME", "cluster.nodePools." + pool.name(),
                    "the name of the Windows node pool '" + pool.name() + "' has more than six characters",
                    "choose a name of one to six characters", POOLS);
        }
        findings.error(!windows.isEmpty() && intent.cluster().has("http-proxy"), "HTTP_PROXY_WINDOWS",
                "cluster.features.http-proxy", "a cluster with Windows node pools cannot use an HTTP proxy",
                "remove the feature http-proxy, or the Windows node pools", HTTP_PROXY);
        return findings.all();
    }
}
