package dev.sekisho.cli.command;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.name.Fqdn;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The addresses that `--resolve` gives to names. They hold for clients and for firewalls, whatever the environment says.
record Resolutions(SortedMap<String, List<IpAddress>> addresses) {

    /// Reads texts such as `mcr.microsoft.com=20.0.0.1`; the same name again adds an address.
    ///
    /// @throws IllegalArgumentException with a message for the user
    static Resolutions parse(List<String> texts) {
        SortedMap<String, List<IpAddress>> addresses = new TreeMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("'" + text + "' gives no address to a name: write HOST=IP");
            }
            addresses.computeIfAbsent(Fqdn.parse(text.substring(0, equals)).value(), _ -> new ArrayList<>())
                    .add(IpAddress.parse(text.substring(equals + 1)));
        }
        return new Resolutions(addresses);
    }

    /// Returns the environment with these addresses known.
    Environment addTo(Environment environment) {
        if (addresses.isEmpty()) {
            return environment;
        }
        Knowledge known = environment.knowledge();
        SortedMap<String, List<IpAddress>> client = new TreeMap<>(known.clientDns());
        SortedMap<String, List<IpAddress>> firewall = new TreeMap<>(known.firewallDns());
        client.putAll(addresses);
        firewall.putAll(addresses);
        return environment.withKnowledge(known.withDns(firewall, client));
    }
}
