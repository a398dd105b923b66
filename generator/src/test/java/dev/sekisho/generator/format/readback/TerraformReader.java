package dev.sekisho.generator.format.readback;

import dev.sekisho.generator.format.readback.HclReader.Block;
import dev.sekisho.generator.format.readback.HclReader.Body;
import dev.sekisho.generator.format.readback.HclReader.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a generated Terraform module and says it in the names of Azure's API.
final class TerraformReader {
    private static final Map<String, String> TYPES = Stream.of("azurerm_ip_group ipGroups",
            "azurerm_firewall_policy_rule_collection_group firewallPolicies/ruleCollectionGroups",
            "azurerm_route_table routeTables", "azurerm_route routeTables/routes",
            "azurerm_network_security_group networkSecurityGroups",
            "azurerm_network_security_rule networkSecurityGroups/securityRules",
            "azurerm_private_dns_zone privateDnsZones",
            "azurerm_private_dns_zone_virtual_network_link privateDnsZones/virtualNetworkLinks",
            "azurerm_private_endpoint privateEndpoints", "data.azurerm_virtual_network virtualNetworks",
            "data.azurerm_subnet virtualNetworks/subnets", "data.azurerm_firewall_policy firewallPolicies")
            .map(pair -> pair.split(" "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> "Microsoft.Network/" + pair[1]));

    /// Arguments of a security rule that have another name in Azure's API than their own in camel case: none.
    private static final Map<String, String> SECURITY_RULE = Stream.of("description", "priority", "direction", "access",
            "protocol", "source_address_prefix", "source_address_prefixes", "source_port_range", "source_port_ranges",
            "destination_address_prefix", "destination_address_prefixes", "destination_port_range",
            "destination_port_ranges").collect(Collectors.toMap(name -> name, TerraformReader::camel));

    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final Map<String, Body> blocks = new LinkedHashMap<>();

    static List<Deployed> read(String main, String variables) {
        TerraformReader reader = new TerraformReader();
        for (Block variable : HclReader.read(variables).blocks("variable")) {
            String name = variable.labels().getFirst();
            reader.variables.put(name, variable.body().attributes().getOrDefault("default", "<" + name + ">"));
        }
        Body file = HclReader.read(main);
        file.blocks("data")
                .forEach(block -> reader.blocks.put("data." + String.join(".", block.labels()), block.body()));
        file.blocks("resource").forEach(block -> reader.blocks.put(String.join(".", block.labels()), block.body()));
        List<Deployed> deployed = new ArrayList<>();
        for (Block block : file.blocks("resource")) {
            reader.resource(String.join(".", block.labels()), block.body(), deployed);
        }
        return deployed;
    }

    private void resource(String address, Body body, List<Deployed> deployed) {
        String type = address.substring(0, address.indexOf('.'));
        Map<String, Object> properties = switch (type) {
            case "azurerm_ip_group" -> Map.of("ipAddresses", list(body, "cidrs"));
            case "azurerm_firewall_policy_rule_collection_group" -> group(body);
            case "azurerm_route_table" -> Map.of("disableBgpRoutePropagation",
                    !(boolean) body.attributes().get("bgp_route_propagation_enabled"));
            case "azurerm_route" -> renamed(body, Map.of("address_prefix", "addressPrefix", "next_hop_type",
                    "nextHopType", "next_hop_in_ip_address", "nextHopIpAddress"));
            case "azurerm_private_dns_zone" -> Map.of();
            case "azurerm_private_dns_zone_virtual_network_link" ->
                Map.of("registrationEnabled", body.attributes().get("registration_enabled"), "virtualNetwork",
                        Map.of("id", value(body.attributes().get("virtual_network_id"))));
            case "azurerm_private_endpoint" -> endpoint(body, deployed);
            case "azurerm_network_security_group" -> Map.of();
            case "azurerm_network_security_rule" -> renamed(body, SECURITY_RULE);
            case "azurerm_subnet_route_table_association", "azurerm_subnet_network_security_group_association" -> null;
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
        if (properties != null) {
            deployed.add(new Deployed(TYPES.get(type), name(address), properties));
        }
    }

    private Map<String, Object> group(Body body) {
        List<Object> collections = new ArrayList<>();
        for (Block block : body.blocks()) {
            if (!block.type().endsWith("_rule_collection")) {
                throw new IllegalArgumentException("unknown block " + block.type());
            }
            boolean nat = block.type().equals("nat_rule_collection");
            Map<String, Object> collection = new LinkedHashMap<>();
            collection.put("ruleCollectionType",
                    nat ? "FirewallPolicyNatRuleCollection" : "FirewallPolicyFilterRuleCollection");
            collection.put("name", block.body().attributes().get("name"));
            collection.put("priority", block.body().attributes().get("priority"));
            Object action = block.body().attributes().get("action");
            collection.put("action", Map.of("type", nat && action.equals("Dnat") ? "DNAT" : action));
            collection.put("rules", block.body().blocks("rule").stream()
                    .<Object>map(rule -> rule(block.type(), rule.body())).toList());
            collections.add(collection);
        }
        return Map.of("priority", body.attributes().get("priority"), "ruleCollections", collections);
    }

    private Map<String, Object> rule(String block, Body body) {
        Map<String, Object> rule = new LinkedHashMap<>(switch (block) {
            case "network_rule_collection" -> renamed(body,
                    Map.of("name", "name", "description", "description", "protocols", "ipProtocols",
                            "source_addresses", "sourceAddresses", "source_ip_groups", "sourceIpGroups",
                            "destination_addresses", "destinationAddresses", "destination_ip_groups",
                            "destinationIpGroups", "destination_fqdns", "destinationFqdns", "destination_ports",
                            "destinationPorts"));
            case "application_rule_collection" -> renamed(body,
                    Map.of("name", "name", "description", "description", "source_addresses", "sourceAddresses",
                            "source_ip_groups", "sourceIpGroups", "destination_fqdns", "targetFqdns",
                            "destination_urls", "targetUrls", "destination_fqdn_tags", "fqdnTags", "web_categories",
                            "webCategories", "destination_addresses", "destinationAddresses", "terminate_tls",
                            "terminateTLS"));
            default -> renamed(body,
                    Map.of("name", "name", "description", "description", "protocols", "ipProtocols",
                            "source_addresses", "sourceAddresses", "source_ip_groups", "sourceIpGroups",
                            "destination_address", "destinationAddresses", "destination_ports", "destinationPorts",
                            "translated_address", "translatedAddress", "translated_fqdn", "translatedFqdn",
                            "translated_port", "translatedPort"));
        });
        rule.put("ruleType", switch (block) {
            case "network_rule_collection" -> "NetworkRule";
            case "application_rule_collection" -> "ApplicationRule";
            default -> "NatRule";
        });
        rule.computeIfPresent("translatedPort", (_, port) -> port.toString());
        if (rule.get("destinationAddresses") instanceof String one) {
            rule.put("destinationAddresses", List.of(one));
        }
        List<Block> protocols = body.blocks("protocols");
        if (!protocols.isEmpty()) {
            rule.put("protocols", protocols.stream()
                    .map(protocol -> renamed(protocol.body(), Map.of("type", "protocolType", "port", "port")))
                    .toList());
        }
        return rule;
    }

    private Map<String, Object> endpoint(Body body, List<Deployed> deployed) {
        Body connection = body.blocks("private_service_connection").getFirst().body();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("subnet", Map.of("id", value(body.attributes().get("subnet_id"))));
        properties.put("privateLinkServiceConnections",
                List.of(Map.of("name", connection.attributes().get("name"), "properties", Map.of(
                        "privateLinkServiceId", value(connection.attributes().get("private_connection_resource_id")),
                        "groupIds", list(connection, "subresource_names")))));
        for (Block block : body.blocks("ip_configuration")) {
            properties.put("ipConfigurations",
                    List.of(Map.of("name", block.body().attributes().get("name"), "properties",
                            renamed(without(block.body(), "name"), Map.of("private_ip_address", "privateIPAddress",
                                    "subresource_name", "groupId", "member_name", "memberName")))));
        }
        for (Block block : body.blocks("private_dns_zone_group")) {
            deployed.add(new Deployed("Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
                    body.attributes().get("name") + "/" + block.body().attributes().get("name"),
                    Map.of("privateDnsZoneConfigs",
                            list(block.body(), "private_dns_zone_ids").stream()
                                    .map(id -> Map.of("name",
                                            id.toString().substring(id.toString().lastIndexOf('/') + 1).replace('.',
                                                    '-'),
                                            "properties", Map.of("privateDnsZoneId", id)))
                                    .toList())));
        }
        return properties;
    }

    private static Body without(Body body, String attribute) {
        Map<String, Object> attributes = new LinkedHashMap<>(body.attributes());
        attributes.remove(attribute);
        return new Body(attributes, body.blocks());
    }

    /// Returns the attributes under their names in Azure's API; one that has none must be known to be something else.
    private Map<String, Object> renamed(Body body, Map<String, String> names) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        body.attributes().forEach((name, attribute) -> {
            String azure = names.get(name);
            if (azure != null) {
                renamed.put(azure, value(attribute));
            } else if (!List.of("name", "resource_group_name", "route_table_name", "network_security_group_name")
                    .contains(name)) {
                throw new IllegalArgumentException("unknown attribute " + name);
            }
        });
        return renamed;
    }

    private List<Object> list(Body body, String name) {
        return ((List<?>) body.attributes().getOrDefault(name, List.of())).stream().map(this::value).toList();
    }

    private Object value(Object value) {
        return switch (value) {
            case Reference(String text) when text.startsWith("var.") -> variables.get(text.substring(4));
            case Reference(String text) when text.endsWith(".id") -> {
                String address = text.substring(0, text.length() - 3);
                yield Deployed.id(TYPES.get(address.substring(0, address.lastIndexOf('.'))), name(address));
            }
            case Reference(String text) when text.endsWith(".name") ->
                name(text.substring(0, text.length() - ".name".length()));
            case List<?> list -> list.stream().map(this::value).toList();
            default -> value;
        };
    }

    /// Returns the full name of a resource with the names of its parents.
    private String name(String address) {
        Map<String, Object> attributes = blocks.get(address).attributes();
        String own = value(attributes.get("name")).toString();
        for (String parent : List.of("route_table_name", "network_security_group_name", "private_dns_zone_name",
                "virtual_network_name")) {
            if (attributes.containsKey(parent)) {
                return value(attributes.get(parent)) + "/" + own;
            }
        }
        return attributes.get("firewall_policy_id") instanceof Reference policy
                ? value(policy).toString().replaceAll(".*/", "") + "/" + own
                : own;
    }

    private static String camel(String name) {
        String[] words = name.split("_");
        StringBuilder camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return camel.toString();
    }
}
