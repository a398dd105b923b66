package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A change of one value of a rule, or of the collection around it, in a file's tree.
///
/// @param key the key whose value is changed
/// @param value what it is changed to
/// @param ofCollection whether the key is the collection's
record RuleMutation(String key, Node value, boolean ofCollection) {
    private static final String ACTION = "action";
    private static final String PRIORITY = "priority";
    private static final Map<String, List<String>> ELSEWHERE = elsewhere();

    /// Values that fit no flow of any case.
    private static Map<String, List<String>> elsewhere() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String key : List.of("sourceAddresses", "sourceAddressPrefix", "sourceAddressPrefixes",
                "destinationAddresses", "destinationAddressPrefix", "destinationAddressPrefixes",
                "translatedAddress", "nextHopIpAddress", "sources", "destinations")) {
            values.put(key, List.of("192.0.2.254"));
        }
        for (String key : List.of("destinationPorts", "destinationPortRange", "destinationPortRanges",
                "translatedPort")) {
            values.put(key, List.of("7"));
        }
        for (String key : List.of("destinationFqdns", "targetFqdns", "targetUrls", "translatedFqdn")) {
            values.put(key, List.of("mutant.invalid"));
        }
        values.put("sourceIpGroups", List.of());
        values.put("destinationIpGroups", List.of());
        values.put("fqdnTags", List.of());
        values.put("webCategories", List.of("Mutant"));
        values.put("addressPrefix", List.of("192.0.2.254/32"));
        values.put("name", List.of("mutant"));
        return values;
    }

    /// Returns every mutation of the rule that is written at a place.
    ///
    /// @param protocol the flow's protocol, which the rule shall no longer name
    static List<RuleMutation> of(Node root, SourceLocation place, String protocol) {
        List<RuleMutation> mutations = new ArrayList<>();
        mappings(root).filter(mapping -> isAt(mapping, place)).findFirst().ifPresent(rule -> {
            for (Node.Entry entry : rule.entries()) {
                change(entry.key().text(), entry.value(), protocol)
                        .ifPresent(value -> mutations.add(new RuleMutation(entry.key().text(), value, false)));
            }
        });
        mappings(root).filter(mapping -> holds(mapping, place)).findFirst()
                .ifPresent(collection -> Stream.of(ACTION, PRIORITY).forEach(key -> collection.get(key)
                        .flatMap(value -> change(key, value, protocol))
                        .ifPresent(value -> mutations.add(new RuleMutation(key, value, true)))));
        return mutations;
    }

    private static Optional<Node> change(String key, Node old, String protocol) {
        String other = protocol.equals("UDP") ? "TCP" : "UDP";
        return switch (key) {
            case ACTION -> old instanceof Node.Mapping action ? flipped(action) : Optional.empty();
            case PRIORITY -> Optional.of(scalar(old, Integer.toString(text(old).equals("100") ? 101
                    : Integer.parseInt(text(old)) - 1)));
            case "access" -> Optional.of(scalar(old, opposite(text(old))));
            case "nextHopType" -> Optional.of(scalar(old, text(old).equals("None") ? "Internet" : "None"));
            case "terminateTLS", "hasBgpOverride" ->
                Optional.of(scalar(old, Boolean.toString(!Boolean.parseBoolean(text(old)))));
            case "ipProtocols" -> Optional.of(sequence(old, List.of(other)));
            case "protocol" -> Optional.of(scalar(old, protocol.equals("UDP") ? "Tcp" : "Udp"));
            case "protocols" -> Optional.of(otherProtocols(old, other));
            default -> Optional.ofNullable(ELSEWHERE.get(key)).map(texts -> old instanceof Node.Sequence
                    ? sequence(old, texts)
                    : scalar(old, texts.getFirst()));
        };
    }

    private static Optional<Node> flipped(Node.Mapping action) {
        return action.get("type").filter(type -> List.of("Allow", "Deny").contains(text(type)))
                .map(type -> with(action, "type", scalar(type, opposite(text(type)))));
    }

    private static String opposite(String action) {
        return action.equals("Allow") ? "Deny" : "Allow";
    }

    /// The protocols of an application rule get another port, those of a classic network rule another name.
    private static Node otherProtocols(Node old, String other) {
        if (old instanceof Node.Sequence(SourceLocation at, List<Node> items)
                && items.getFirst() instanceof Node.Mapping first) {
            List<Node.Entry> entries = new ArrayList<>(first.entries());
            entries.removeIf(entry -> entry.key().text().equals("port"));
            entries.add(new Node.Entry(new Node.Scalar(at, "port", Node.Style.PLAIN),
                    new Node.Scalar(at, "7", Node.Style.PLAIN)));
            return new Node.Sequence(at, List.of(new Node.Mapping(at, entries)));
        }
        return sequence(old, List.of(other));
    }

    /// Returns the tree with this change.
    Node applyTo(Node root, SourceLocation place) {
        return switch (root) {
            case Node.Mapping mapping -> {
                Node.Mapping changed = new Node.Mapping(mapping.at(), mapping.entries().stream()
                        .map(entry -> new Node.Entry(entry.key(), applyTo(entry.value(), place))).toList());
                boolean here = ofCollection ? holds(mapping, place) : isAt(mapping, place);
                yield here ? with(changed, key, value) : changed;
            }
            case Node.Sequence(SourceLocation at, List<Node> items) ->
                new Node.Sequence(at, items.stream().map(item -> applyTo(item, place)).toList());
            case Node.Scalar scalar -> scalar;
        };
    }

    private static Node.Mapping with(Node.Mapping mapping, String key, Node value) {
        return new Node.Mapping(mapping.at(), mapping.entries().stream()
                .map(entry -> entry.key().text().equals(key) ? new Node.Entry(entry.key(), value) : entry).toList());
    }

    private static boolean holds(Node.Mapping mapping, SourceLocation place) {
        return mapping.get("rules").stream().anyMatch(rules -> rules instanceof Node.Sequence(var _, var items)
                && items.stream().anyMatch(item -> item instanceof Node.Mapping rule && isAt(rule, place)));
    }

    private static boolean isAt(Node.Mapping mapping, SourceLocation place) {
        return mapping.at().line() == place.line() && mapping.at().column() == place.column();
    }

    private static Stream<Node.Mapping> mappings(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> Stream.concat(Stream.of(mapping),
                    mapping.entries().stream().flatMap(entry -> mappings(entry.value())));
            case Node.Sequence sequence -> sequence.items().stream().flatMap(RuleMutation::mappings);
            case Node.Scalar _ -> Stream.empty();
        };
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static Node scalar(Node old, String text) {
        return new Node.Scalar(old.at(), text, Node.Style.PLAIN);
    }

    private static Node sequence(Node old, List<String> texts) {
        return new Node.Sequence(old.at(), texts.stream().map(text -> scalar(old, text)).toList());
    }
}
