package dev.sekisho.generator.format.readback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Reads a generated `deploy.sh`: the presets of its variables, its `az` commands, and the groups in its
/// here-documents.
final class ScriptReader {
    private static final Pattern PRESET = Pattern.compile("([A-Z_]+)=\"\\$\\{\\1:-(.*)}\"");
    private static final Pattern REQUIRED = Pattern.compile(": \"\\$\\{([A-Z_]+):\\?.*}\"");
    private static final Pattern GROUP = Pattern
            .compile("(?s)\nput_rule_collection_group (\\S+) <<'JSON'\n(.*?)\nJSON\n");

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Deployed> deployed = new ArrayList<>();

    static List<Deployed> read(String script) {
        ScriptReader reader = new ScriptReader();
        script.lines().forEach(line -> {
            Matcher preset = PRESET.matcher(line);
            Matcher required = REQUIRED.matcher(line);
            if (preset.matches()) {
                reader.variables.put(preset.group(1), preset.group(2));
            } else if (required.matches()) {
                reader.variables.put(required.group(1), "<" + required.group(1) + ">");
            }
        });
        reader.variables.put("VIRTUAL_NETWORK_ID",
                Deployed.id("Microsoft.Network/virtualNetworks", reader.variables.get("VIRTUAL_NETWORK_NAME")));
        reader.groups(script);
        for (String command : commands(script)) {
            reader.command(AzCommand.parse(command, reader.variables));
        }
        return reader.deployed;
    }

    /// Returns the commands of the top level, continued lines joined.
    static List<String> commands(String script) {
        List<String> commands = new ArrayList<>();
        String joined = script.replaceAll("(?s)<<'JSON'\n.*?\nJSON\n", "\n").replace(" \\\n", " ");
        joined.lines().map(String::strip).filter(line -> line.matches("(run |if exists |if ! exists )?az .*|"
                + "(private_dns_zone|link_private_dns_zone|enable_service_endpoints) .*")).forEach(commands::add);
        return commands;
    }

    @SuppressWarnings("unchecked")
    private void groups(String script) {
        Matcher group = GROUP.matcher(script);
        while (group.find()) {
            Map<String, Object> body = JsonMapper.shared().readValue(
                    group.group(2).replace("__IP_GROUPS__/", "id:Microsoft.Network/ipGroups/"), Map.class);
            deployed.add(new Deployed("Microsoft.Network/firewallPolicies/ruleCollectionGroups",
                    variables.get("FIREWALL_POLICY_NAME") + "/" + group.group(1),
                    (Map<String, Object>) body.get("properties")));
        }
    }

    private void command(AzCommand command) {
        switch (command.name()) {
            case "az network ip-group create" -> add("ipGroups", command.one("--name"),
                    Map.of("ipAddresses", command.options().getOrDefault("--ip-addresses", List.of())));
            case "az network route-table create" -> add("routeTables", command.one("--name"), Map.of(
                    "disableBgpRoutePropagation",
                    Boolean.valueOf(command.one("--disable-bgp-route-propagation"))));
            case "az network route-table route create" -> {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("addressPrefix", command.one("--address-prefix"));
                properties.put("nextHopType", command.one("--next-hop-type"));
                if (command.options().containsKey("--next-hop-ip-address")) {
                    properties.put("nextHopIpAddress", command.one("--next-hop-ip-address"));
                }
                add("routeTables/routes", command.one("--route-table-name") + "/" + command.one("--name"), properties);
            }
            case "az network nsg create" -> add("networkSecurityGroups", command.one("--name"), Map.of());
            case "az network nsg rule create" -> securityRule(command);
            case "private_dns_zone" -> add("privateDnsZones", command.words().getFirst(), Map.of());
            case "link_private_dns_zone" -> add("privateDnsZones/virtualNetworkLinks",
                    command.words().get(0) + "/" + command.words().get(1), Map.of("registrationEnabled", false,
                            "virtualNetwork", Map.of("id", command.words().get(2))));
            case "az network private-endpoint create" -> endpoint(command);
            case "az network private-endpoint dns-zone-group create" ->
                add("privateEndpoints/privateDnsZoneGroups",
                        command.one("--endpoint-name") + "/" + command.one("--name"),
                        Map.of("privateDnsZoneConfigs", new ArrayList<>(List.of(zone(command)))));
            case "az network private-endpoint dns-zone-group add" -> {
                @SuppressWarnings("unchecked") List<Object> zones = (List<Object>) deployed.getLast().properties()
                        .get("privateDnsZoneConfigs");
                zones.add(zone(command));
            }
            default -> {
                // It reads, changes what exists, or is part of a function.
            }
        }
    }

    private void securityRule(AzCommand command) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String option : List.of("description", "direction", "access", "protocol")) {
            properties.put(option, command.one("--" + option));
        }
        properties.put("priority", Integer.valueOf(command.one("--priority")));
        for (String side : List.of("source", "destination")) {
            side(command, "--" + side + "-address-prefixes", side + "AddressPrefix", "es", properties);
            side(command, "--" + side + "-port-ranges", side + "PortRange", "s", properties);
        }
        add("networkSecurityGroups/securityRules", command.one("--nsg-name") + "/" + command.one("--name"), properties);
    }

    private static void side(AzCommand command, String option, String name, String plural,
            Map<String, Object> properties) {
        List<String> values = command.options().get(option);
        if (values.size() == 1) {
            properties.put(name, values.getFirst());
        } else {
            properties.put(name + plural, values);
        }
    }

    private void endpoint(AzCommand command) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String[] subnet = command.one("--subnet").split("/subnets/");
        properties.put("subnet", Map.of("id", Deployed.id("Microsoft.Network/virtualNetworks/subnets",
                subnet[0].substring(subnet[0].lastIndexOf('/') + 1) + "/" + subnet[1])));
        properties.put("privateLinkServiceConnections", List.of(Map.of("name", command.one("--connection-name"),
                "properties", Map.of("privateLinkServiceId", command.one("--private-connection-resource-id"),
                        "groupIds", List.of(command.one("--group-id"))))));
        if (command.options().containsKey("--ip-config")) {
            Map<String, String> parts = new LinkedHashMap<>();
            command.options().get("--ip-config")
                    .forEach(part -> parts.put(part.substring(0, part.indexOf('=')),
                            part.substring(part.indexOf('=') + 1)));
            properties.put("ipConfigurations",
                    List.of(Map.of("name", parts.get("name"), "properties",
                            Map.of("groupId", parts.get("group-id"), "memberName", parts.get("member-name"),
                                    "privateIPAddress", parts.get("private-ip-address")))));
        }
        add("privateEndpoints", command.one("--name"), properties);
    }

    private static Object zone(AzCommand command) {
        return Map.of("name", command.one("--zone-name"), "properties", Map.of("privateDnsZoneId",
                Deployed.id("Microsoft.Network/privateDnsZones", command.one("--private-dns-zone"))));
    }

    private void add(String type, String name, Map<String, Object> properties) {
        deployed.add(new Deployed("Microsoft.Network/" + type, name, properties));
    }
}
