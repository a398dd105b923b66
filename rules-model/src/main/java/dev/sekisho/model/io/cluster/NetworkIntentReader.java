package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.NetworkIntent.OnPremisesIntent;
import dev.sekisho.model.cluster.NetworkIntent.PeerIntent;
import dev.sekisho.model.cluster.NetworkIntent.VnetIntent;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.io.tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the `network` part of a cluster file.
final class NetworkIntentReader {
    private final Places places;
    private final Diagnostics diagnostics;

    NetworkIntentReader(Places places, Diagnostics diagnostics) {
        this.places = places;
        this.diagnostics = diagnostics;
    }

    Optional<NetworkIntent> read(Fields document) {
        return document.mapping("network").flatMap(fields -> {
            long errorsBefore = diagnostics.count(Severity.ERROR);
            fields.require("vnet", "nodeSubnet");
            places.note("network", fields.at());
            for (String key : List.of("vnet", "nodeSubnet", "podSubnet", "privateEndpointSubnet", "podCidr",
                    "dnsServers", "firewall", "peeredNetworks", "onPremises")) {
                places.note("network." + key, fields.valueAt(key));
            }
            places.noteItems("network.dnsServers", fields, "dnsServers");
            Optional<VnetIntent> vnet = vnet(fields);
            Optional<SubnetIntent> nodes = subnet(fields, "nodeSubnet");
            Optional<SubnetIntent> pods = subnet(fields, "podSubnet");
            Optional<SubnetIntent> endpoints = subnet(fields, "privateEndpointSubnet");
            Optional<IpPrefix> podCidr = fields.parse("podCidr", IpPrefix::parse, Prefixes.EXAMPLE);
            List<IpAddress> dnsServers = fields.parseEach("dnsServers", IpAddress::parse, Prefixes.ADDRESS);
            Optional<FirewallIntent> firewall = firewall(fields);
            List<PeerIntent> peers = peers(fields);
            Optional<OnPremisesIntent> onPremises = onPremises(fields);
            fields.finish();
            if (diagnostics.count(Severity.ERROR) > errorsBefore || vnet.isEmpty() || nodes.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new NetworkIntent(vnet.get(), nodes.get(), pods, endpoints, podCidr, dnsServers,
                    firewall, peers, onPremises));
        });
    }

    /// Reads a subnet by name and prefix.
    static Optional<SubnetIntent> subnet(Fields parent, String key) {
        return parent.mapping(key).flatMap(fields -> {
            fields.require("name", "prefix");
            Optional<String> name = fields.parseString("name", Names::resource);
            Optional<IpPrefix> prefix = fields.parse("prefix", IpPrefix::parse, Prefixes.EXAMPLE);
            fields.finish();
            return name.flatMap(n -> prefix.map(p -> new SubnetIntent(n, p)));
        });
    }

    private Optional<VnetIntent> vnet(Fields network) {
        return network.mapping("vnet").flatMap(fields -> {
            fields.require("name", "addressSpace");
            places.note("network.vnet.addressSpace", fields.valueAt("addressSpace"));
            places.noteItems("network.vnet.addressSpace", fields, "addressSpace");
            Optional<String> name = fields.parseString("name", Names::network);
            Optional<String> resourceGroup = fields.parseString("resourceGroup", Names::resourceGroup);
            List<IpPrefix> addressSpace = fields.parseEach("addressSpace", IpPrefix::parse, Prefixes.EXAMPLE);
            fields.finish();
            return name.map(n -> new VnetIntent(n, resourceGroup, addressSpace));
        });
    }

    private List<PeerIntent> peers(Fields network) {
        List<PeerIntent> peers = new ArrayList<>();
        places.noteItems("network.peeredNetworks", network, "peeredNetworks");
        for (Fields fields : network.mappings("peeredNetworks", "a peered network")) {
            fields.require("name", "addressSpace");
            places.noteItems("network.peeredNetworks." + peers.size() + ".addressSpace", fields, "addressSpace");
            Optional<String> name = fields.parseString("name", Names::network);
            List<IpPrefix> space = fields.parseEach("addressSpace", IpPrefix::parse, Prefixes.EXAMPLE);
            fields.finish();
            name.ifPresent(n -> peers.add(new PeerIntent(n, space)));
        }
        return peers;
    }

    private Optional<OnPremisesIntent> onPremises(Fields network) {
        return network.mapping("onPremises").flatMap(fields -> {
            fields.require("ranges", "gatewaySubnet");
            places.note("network.onPremises.ranges", fields.valueAt("ranges"));
            places.note("network.onPremises.gatewaySubnet", fields.valueAt("gatewaySubnet"));
            places.noteItems("network.onPremises.ranges", fields, "ranges");
            List<IpPrefix> ranges = fields.parseEach("ranges", IpPrefix::parse, Prefixes.EXAMPLE);
            Optional<IpPrefix> gateway = fields.parse("gatewaySubnet", IpPrefix::parse, Prefixes.EXAMPLE);
            fields.finish();
            return gateway.map(prefix -> new OnPremisesIntent(ranges, prefix));
        });
    }

    private Optional<FirewallIntent> firewall(Fields network) {
        return network.mapping("firewall").flatMap(fields -> {
            fields.require("name", "privateIp");
            for (String key : List.of("tier", "privateIp", "publicIps", "dnsProxy", "policyName", "vnetAddressSpace")) {
                places.note("network.firewall." + key, fields.valueAt(key));
            }
            places.noteItems("network.firewall.publicIps", fields, "publicIps");
            places.noteItems("network.firewall.vnetAddressSpace", fields, "vnetAddressSpace");
            Optional<String> name = fields.parseString("name", Names::resource);
            Tier tier = Known.constant(fields, "tier", Tier.class, Tier::azureName, diagnostics).orElse(Tier.STANDARD);
            Optional<IpAddress> privateIp = fields.parse("privateIp", IpAddress::parse, Prefixes.ADDRESS);
            List<IpAddress> publicIps = fields.parseEach("publicIps", IpAddress::parse, Prefixes.ADDRESS);
            boolean dnsProxy = fields.bool("dnsProxy").orElse(false);
            Optional<String> policyName = fields.parseString("policyName", Names::resource);
            List<IpPrefix> space = fields.parseEach("vnetAddressSpace", IpPrefix::parse, Prefixes.EXAMPLE);
            fields.finish();
            return name.flatMap(n -> privateIp
                    .map(ip -> new FirewallIntent(n, tier, ip, publicIps, dnsProxy, policyName, space)));
        });
    }
}
