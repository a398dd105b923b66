package dev.sekisho.cli;

import dev.sekisho.cli.command.ExitCode;
import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What nobody should write, as every command meets it: a problem with its place and exit code 2, or a verdict that is
/// written down here; never a fault. `LONG` stands for 300 letters.
class HostileInputTest {
    private static final String ENVIRONMENT = """
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
            ipGroups: {nodes: [10.42.1.0/24]}
            firewallPolicies:
              - name: pol
                tier: Standard
                dnsSettings: {enableProxy: true}
                ruleCollectionGroups:
                  - name: group
                    priority: 500
                    ruleCollections:
                      - name: net
                        priority: 200
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        action: {type: Allow}
                        rules:
                          - {ruleType: NetworkRule, name: bank, ipProtocols: [TCP], sourceIpGroups: [nodes], destinationAddresses: [203.0.113.9], destinationPorts: ['8443']}
                      - name: web
                        priority: 300
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        action: {type: Allow}
                        rules:
                          - {ruleType: ApplicationRule, name: shop, sourceAddresses: [10.42.1.0/24], protocols: [{protocolType: Https, port: 443}], targetFqdns: [shop.example]}
            """;

    private static final String CLUSTER = """
            apiVersion: sekisho.dev/v1
            kind: ClusterEgress
            metadata: {name: payments}
            cluster:
              cloud: AzurePublic
              region: japaneast
              outboundType: userDefinedRouting
              apiServer: {access: private}
              networkPlugin: overlay
              nodePools: [{name: system, os: ubuntu}]
              features: [azure-policy]
            network:
              vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
              nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
              privateEndpointSubnet: {name: pe, prefix: 10.42.5.0/24}
              podCidr: 10.200.0.0/16
              dnsServers: [10.1.0.4]
              firewall: {name: hub-fw, tier: Standard, privateIp: 10.1.0.4, publicIps: [20.0.0.10], dnsProxy: true, vnetAddressSpace: [10.1.0.0/16]}
            dependencies:
              - {name: partner, host: partner.example, protocol: tcp, port: 8443}
            """;

    private static final String CASES = """
            schemaVersion: 1
            environment: [environment.yaml]
            cases:
              - id: shop
                flow: {srcIp: 10.42.1.5, dstFqdn: shop.example, dstIp: 203.0.113.80, ipProto: TCP, dstPort: 443, appProto: https, sni: shop.example}
                expect: {result: Allow}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final CapturedStreams streams = CapturedStreams.plain();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fd00::5 | shop.example | 0 | Deny at default (NoRuleMatched)
            ::ffff:10.42.1.5 | 203.0.113.9:8443 | 0 | Deny at default (NoRuleMatched)
            10.42.1.5 | [2001:db8::1]:443 | 0 | BypassesFirewall: Internet by ::/0
            10.42.1.5 | [203.0.113.9]:443 | 0 | Deny at default (SniMissing)
            10.42.1.5 | shop.example:0 | 0 | Deny at default (NoRuleMatched)
            10.42.1.5 | shop.example:65535 | 0 | Deny at default (NoRuleMatched)
            10.42.1.5 | shop.example:65536 | 2 | port 65536 is above 65535
            10.42.1.5 | shop.example:99999999999 | 2 | is no destination
            10.42.1.5 | shop.example:-1 | 2 | is no destination
            10.42.1.5 | shop.example: | 2 | is no destination
            10.42.1.5 | LONG.example | 2 | is neither an address nor a host name
            10.42.1.5 | LONG | 2 | is neither an address nor a host name
            10.42.1.5 | bücher.example | 0 | Deny at default (NoRuleMatched)
            10.42.1.5 | shop.example. | 0 | Allow by pol/group/web/shop
            10.42.1.5 | SHOP.example.:443 | 0 | Allow by pol/group/web/shop
            10.42.1.5 | shop.example.. | 2 | is neither an address nor a host name
            10.42.1.5 | .. | 2 | is neither an address nor a host name
            10.42.1.5 | *.example | 2 | is neither an address nor a host name
            10.42.1.5 | xn--a | 0 | Deny at default (NoRuleMatched)
            10.42.1.5 | shop.example/../%00 | 0 | Allow by pol/group/web/shop
            10.42.1.5 | https:// | 2 | is no destination
            10.42.1.5 | http://[::1 | 2 | is no destination
            10.42.1.5 | [fd00::x]:443 | 2 | 'fd00::x' is no IPv6 address
            10.42.1.5 | 10.42.1.300:443 | 2 | the part '300' is not a number from 0 to 255
            10.42.1.5 | 0.0.0.0:443 | 0 | Deny at default (SniMissing)
            10.42.1.5 | 255.255.255.255:443 | 0 | Deny at default (SniMissing)
            10.42.1 | shop.example | 2 | it has 3 parts, not four
            010.42.1.5 | shop.example | 2 | the part '010' has a leading zero
            10.42.1.5/24 | shop.example | 2 | the part '5/24' is not a number
            0.0.0.0 | shop.example | 0 | Deny at default (NoRuleMatched)
            shop.example | shop.example | 2 | is not an IPv4 address
            """)
    void tracesOfHostileFlows(String from, String to, int exit, String told) throws IOException {
        run(exit, told, "trace", "--env", write("environment.yaml", ENVIRONMENT), "--from", filled(from), "--to",
                filled(to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            addressSpace: [10.42.0.0/16] | addressSpace: [] | 0 | Allow by pol/group/web/shop
            addressSpace: [10.42.0.0/16] | addressSpace: ['fd00::/48'] | 0 | Allow by pol/group/web/shop
            prefix: 10.42.1.0/24 | prefix: 'fd00::/64' | 0 | no described subnet holds 10.42.1.5
            subnets: [{name: aks, prefix: 10.42.1.0/24, routeTable: rt}] | subnets: [] | 0 | no described subnet holds 10.42.1.5
            routeTable: rt | routeTable: nowhere | 0 | the route table nowhere, which is not described
            nextHopIpAddress: 10.1.0.4 | nextHopIpAddress: 'fd00::4' | 0 | HandedTo: VirtualAppliance fd00::4
            addressPrefix: 0.0.0.0/0 | addressPrefix: '::/0' | 0 | BypassesFirewall: Internet by 0.0.0.0/0
            privateIp: 10.1.0.4 | privateIp: '::1' | 0 | HandedTo: VirtualAppliance 10.1.0.4
            publicIps: [20.0.0.10] | publicIps: [] | 0 | Allow by pol/group/web/shop
            policy: pol} | policy: nowhere} | 0 | Unknown
            policy: pol} | policy: ''} | 2 | the firewall has neither 'policy' nor 'classic'
            - name: pol | - name: pol\\n    basePolicy: pol | 0 | Unknown
            - name: pol | - {name: parent, basePolicy: pol}\\n  - name: pol\\n    basePolicy: parent | 0 | Unknown
            - name: pol | - name: pol\\n    basePolicy: nowhere | 0 | Unknown
            nodes: [10.42.1.0/24] | nodes: [] | 0 | Allow by pol/group/web/shop
            sourceIpGroups: [nodes] | sourceIpGroups: [nowhere] | 0 | Allow by pol/group/web/shop
            sourceIpGroups: [nodes] | sourceIpGroups: [] | 0 | Allow by pol/group/web/shop
            destinationAddresses: [203.0.113.9] | destinationAddresses: ['2001:db8::9'] | 0 | Allow by pol/group/web/shop
            destinationAddresses: [203.0.113.9] | destinationAddresses: [] | 0 | Allow by pol/group/web/shop
            destinationPorts: ['8443'] | destinationPorts: ['0'] | 2 | the port '0' is not from 1 to 65535
            destinationPorts: ['8443'] | destinationPorts: ['65536'] | 2 | '65536' is not a port
            destinationPorts: ['8443'] | destinationPorts: [] | 0 | Allow by pol/group/web/shop
            ipProtocols: [TCP] | ipProtocols: [] | 0 | Allow by pol/group/web/shop
            port: 443} | port: 0} | 0 | Deny at default (NoRuleMatched)
            port: 443} | port: 65536} | 2 | 'port' is a whole number from 0 to 65535
            protocols: [{protocolType: Https, port: 443}] | protocols: [] | 0 | Deny at default (NoRuleMatched)
            targetFqdns: [shop.example] | targetFqdns: [] | 0 | Deny at default (NoRuleMatched)
            targetFqdns: [shop.example] | targetFqdns: [LONG.example] | 2 | has more than 63 characters
            targetFqdns: [shop.example] | targetFqdns: [SHOP.example.] | 0 | Allow by pol/group/web/shop
            targetFqdns: [shop.example] | targetFqdns: [bücher.example] | 0 | Deny at default (NoRuleMatched)
            targetFqdns: [shop.example] | targetFqdns: ['a.*.example'] | 2 | a '*' may only be the first character
            targetFqdns: [shop.example] | targetFqdns: ['xn--'] | 0 | Deny at default (NoRuleMatched)
            name: shop | name: LONG | 0 | Allow by pol/group/web/aaa
            name: shop | name: '' | 0 | Allow by pol/group/web/
            priority: 300 | priority: 99999999999 | 2 | 'priority' is a whole number
            kind: Environment | kind: Environment\\nx: &a [*a] | 2 | the alias *a refers to what it is part of
            ipGroups: | ipGroups: {}\\nipGroups: | 2 | the key 'ipGroups' is already given
            """)
    void tracesThroughHostileEnvironments(String text, String instead, int exit, String told) throws IOException {
        run(exit, told, "trace", "--env", write("environment.yaml", replaced(ENVIRONMENT, text, instead)), "--from",
                "10.42.1.5", "--to", "shop.example", "--resolve", "shop.example=203.0.113.80");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            srcIp: 10.42.1.5 | srcIp: 'fd00::5' | 1 | expected Allow, but was Deny
            srcIp: 10.42.1.5 | srcIp: '' | 1 | '' is not an IP address
            srcIp: 10.42.1.5 | srcIp: [] | 1 | 'srcIp' is a single value, but this is a list
            dstIp: 203.0.113.80 | dstIp: '2001:db8::9' | 1 | expected Allow, but was BypassesFirewall
            dstPort: 443 | dstPort: 0 | 1 | expected Allow, but was Deny
            dstPort: 443 | dstPort: 65536 | 1 | 'dstPort' is a whole number from 0 to 65535
            dstPort: 443 | dstPort: -1 | 1 | 'dstPort' is a whole number from 0 to 65535
            dstPort: 443 | dstPort: [] | 1 | 'dstPort' is a single value, but this is a list
            dstFqdn: shop.example | dstFqdn: LONG | 0 | 1 passed
            dstFqdn: shop.example | dstFqdn: shop.example. | 0 | 1 passed
            sni: shop.example | sni: shop.example. | 0 | 1 passed
            sni: shop.example | sni: LONG | 1 | expected Allow, but was Deny
            sni: shop.example | sni: bücher.example | 1 | expected Allow, but was Deny
            sni: shop.example | sni: '' | 1 | expected Allow, but was Deny
            sni: shop.example | sni: '10.42.1.5' | 1 | expected Allow, but was Deny
            ipProto: TCP | ipProto: 255 | 1 | expected Allow, but was Deny
            ipProto: TCP | ipProto: 256 | 1 | '256' is no IP protocol
            expect: {result: Allow} | expect: {} | 1 | the case expects nothing
            expect: {result: Allow} | expect: [] | 1 | 'expect' is a mapping of keys to values
            environment: [environment.yaml] | environment: [] | 1 | expected Allow, but was Unknown
            environment: [environment.yaml] | environment: [nowhere.yaml] | 2 | there is no such file
            environment: [environment.yaml] | environment: ["a\\0b"] | 2 | is no path
            environment: [environment.yaml] | environment: [cases.yaml] | 2 | this is a file of test cases
            """)
    void testsOfHostileCases(String text, String instead, int exit, String told) throws IOException {
        write("environment.yaml", ENVIRONMENT);
        run(exit, told, "test", write("cases.yaml", replaced(CASES, text, instead)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            port: 8443 | port: 0 | 2 | 2 | port 0 cannot be reached
            port: 8443 | port: 65536 | 2 | 2 | '65536' is not a port
            port: 8443 | port: [] | 2 | 2 | the list of ports is empty
            host: partner.example | host: LONG | 2 | 2 | has more than 63 characters
            host: partner.example | host: BÜCHER.example. | 0 | 1 | destinations are reachable
            host: partner.example | host: partner.example. | 0 | 1 | destinations are reachable
            host: partner.example | host: '' | 2 | 2 | '' is not a host name
            host: partner.example | host: '*' | 2 | 2 | network rules take no wildcards
            host: partner.example | host: 203.0.113.9 | 0 | 1 | destinations are reachable
            host: partner.example | cidr: '2001:db8::/48' | 2 | 1 | 2001:db8::/48 is IPv6
            host: partner.example | cidr: 203.0.113.9/8 | 2 | 2 | 203.0.113.9/8 has host bits set
            name: partner | name: LONG | 2 | 2 | is not a dependency name
            name: payments | name: LONG | 2 | 2 | is not a cluster name
            addressSpace: [10.42.0.0/16] | addressSpace: [] | 2 | 2 | the network has no address space
            addressSpace: [10.42.0.0/16] | addressSpace: ['fd00::/48'] | 2 | 2 | subnet 10.42.1.0/24 is outside of the network
            prefix: 10.42.1.0/24 | prefix: 'fd00::/64' | 2 | 2 | subnet fd00::/64 is outside of the network
            podCidr: 10.200.0.0/16 | podCidr: 'fd00:1::/64' | 1 | 1 | destinations are reachable
            dnsServers: [10.1.0.4] | dnsServers: [] | 0 | 1 | destinations are reachable
            dnsServers: [10.1.0.4] | dnsServers: ['::1'] | 2 | 1 | custom-dns cannot be served
            privateIp: 10.1.0.4 | privateIp: 'fd00::4' | 2 | 2 | the firewall's private address is an IPv4 address
            publicIps: [20.0.0.10] | publicIps: [] | 0 | 1 | destinations are reachable
            publicIps: [20.0.0.10] | publicIps: ['2001:db8::1'] | 2 | 2 | the firewall's public address 2001:db8::1 is not an IPv4 address
            nodePools: [{name: system, os: ubuntu}] | nodePools: [] | 2 | 2 | a cluster has at least one node pool
            features: [azure-policy] | features: [] | 0 | 1 | destinations are reachable
            features: [azure-policy] | features: [{name: keyvault-csi, vault: LONG}] | 2 | 2 | has more than 63 characters
            - {name: partner, host: partner.example, protocol: tcp, port: 8443} | [] | 0 | 1 | destinations are reachable
            """)
    void hostileClusters(String text, String instead, int generated, int checked, String told)
            throws IOException {
        String cluster = write("cluster.yaml", replaced(CLUSTER, text, instead));
        run(generated, told, "generate", cluster, "-o", folder.resolve("out").toString());
        run(checked, "", "check", cluster, "--env", write("environment.yaml", ENVIRONMENT));
    }

    private void run(int exit, String told, String... args) {
        assertEquals(exit, Main.run(streams.streams(), args), () -> String.join(" ", args) + "\n" + all());
        assertTrue(all().contains(told), () -> all());
        assertFalse(all().contains("Exception") || all().contains("\tat ") || all().contains("a fault of Sekisho"),
                () -> all());
        assertTrue(exit != ExitCode.WRONG_INPUT || streams.err().contains("error: "), streams::err);
    }

    private String all() {
        return streams.out() + streams.err();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String replaced(String file, String text, String instead) {
        assertTrue(file.contains(text), text);
        return file.replace(text, filled(instead));
    }

    private static String filled(String text) {
        return text.replace("LONG", "a".repeat(300)).replace("\\n", "\n");
    }
}
