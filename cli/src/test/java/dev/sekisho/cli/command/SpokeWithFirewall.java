package dev.sekisho.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A described network whose one route leads to a firewall whose one rule lets two names through. */
final class SpokeWithFirewall {
    static final String YAML = """
            apiVersion: sekisho.dev/v1
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets: [{name: aks, prefix: 10.42.1.0/24, routeTable: rt}]
            routeTables:
              - name: rt
                routes:
                  - {name: out, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
            firewalls:
              - {name: hub-fw, privateIp: 10.1.0.4, publicIps: [20.0.0.10], tier: Standard, policy: pol}
            firewallPolicies:
              - name: pol
                tier: Standard
                ruleCollectionGroups:
                  - name: group
                    priority: 500
                    ruleCollections:
                      - name: web
                        priority: 300
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        action: {type: Allow}
                        rules:
                          - name: registry
                            ruleType: ApplicationRule
                            sourceAddresses: [10.42.1.0/24]
                            protocols: [{protocolType: Https, port: 443}]
                            targetFqdns: [mcr.microsoft.com, shop.example]
            """;

    private SpokeWithFirewall() {}

    /** The file {@code env.yaml} in the folder. */
    static Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("env.yaml"), YAML);
    }
}
