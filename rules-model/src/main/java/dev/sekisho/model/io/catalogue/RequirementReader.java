package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.Destination;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.EgressRequirement.ExtraLeg;
import dev.sekisho.model.catalogue.FqdnTagStatus;
import dev.sekisho.model.catalogue.NeedLevel;
import dev.sekisho.model.catalogue.Validity;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.EgressNeed.Sources;
import dev.sekisho.model.need.NeedProtocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads requirements.
final class RequirementReader {
    private final Diagnostics diagnostics;
    private final DestinationReader destinations;

    RequirementReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.destinations = new DestinationReader(diagnostics);
    }

    Optional<Entry<EgressRequirement>> read(Fields fields) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("feature", "purpose");
        NeedLevel need = keys.choice("need", NeedLevel.values()).orElse(NeedLevel.CONDITIONAL);
        Condition when = keys.condition("when", Condition.Always.ALWAYS);
        if (need == NeedLevel.OPTIONAL && !when.mentionsRequest()) {
            diagnostics.error("OPTIONAL_WITHOUT_REQUEST", fields.keyAt("need"),
                    "an optional requirement is written only when it is asked for, but its condition does not say so",
                    "add requested: true to 'when'");
        }
        Map<Cloud, List<List<Destination>>> alternatives = alternatives(fields, keys);
        Map<Cloud, List<Destination>> fallbacks = destinations.byCloud(fields, "fallback");
        NeedProtocol protocol = protocol(keys).orElse(NeedProtocol.HTTPS);
        Set<Layer> layers = layers(keys, protocol, alternatives);
        List<String> implies = keys.texts("implies");
        if (!fields.has("destinations") && implies.isEmpty()) {
            diagnostics.error("NO_DESTINATION", fields.at(),
                    "a requirement has destinations, or implies other requirements", "add destinations: or implies:");
        }
        EgressRequirement requirement = new EgressRequirement(keys.text("id"), keys.text("feature"), need,
                keys.text("purpose"), keys.text("condition"), when, alternatives, fallbacks, protocol,
                keys.ports("ports").orElseGet(() -> usualPorts(protocol)), legs(fields), layers,
                keys.choice("openedBy", OpenedBy.values()).map(OpenedBy::sources).orElse(Sources.NODES_AND_PODS),
                keys.choice("fqdnTag", FqdnTagStatus.values()).orElse(usualTagStatus(layers)),
                fields.bool("inspectable").orElse(true), keys.texts("removedBy"), implies,
                fields.text("privateLink"), keys.text("alternative"), keys.confidence(), keys.sources(), keys.notes(),
                keys.cautions(), validity(fields), clouds(keys, alternatives), keys.at());
        return keys.entry("id", Optional.of(requirement));
    }

    // A narrower way stands in front of what the page names, whether that is one alternative or several.
    private Map<Cloud, List<List<Destination>>> alternatives(Fields fields, EntryFields keys) {
        Map<Cloud, List<Destination>> narrower = destinations.byCloud(fields, "narrower");
        boolean oneOf = keys.choice("select", Select.values()).orElse(Select.ALL) == Select.ONE_OF;
        Map<Cloud, List<List<Destination>>> alternatives = new EnumMap<>(Cloud.class);
        destinations.byCloud(fields, "destinations").forEach((cloud, all) -> {
            List<List<Destination>> ways = new ArrayList<>();
            Optional.ofNullable(narrower.get(cloud)).ifPresent(ways::add);
            if (oneOf) {
                all.forEach(destination -> ways.add(List.of(destination)));
            } else {
                ways.add(all);
            }
            alternatives.put(cloud, ways);
        });
        return alternatives;
    }

    private List<ExtraLeg> legs(Fields fields) {
        List<ExtraLeg> legs = new ArrayList<>();
        for (Fields item : fields.mappings("alsoOn", "a further leg")) {
            EntryFields keys = new EntryFields(item, diagnostics);
            item.require("leg", "protocol", "ports");
            legs.add(new ExtraLeg(keys.text("leg"), keys.condition("when", Condition.Always.ALWAYS),
                    protocol(keys).orElse(NeedProtocol.TCP), keys.ports("ports").orElse(PortSet.ANY),
                    destinations.list(item, "destinations")));
            item.finish();
        }
        return legs;
    }

    private Map<Cloud, Validity> validity(Fields fields) {
        Map<Cloud, Validity> validity = new EnumMap<>(Cloud.class);
        fields.mapping("validity").ifPresent(byCloud -> {
            Optional<Validity> everywhere = byCloud.mapping(DestinationReader.ALL_CLOUDS).flatMap(this::period);
            for (Cloud cloud : Cloud.values()) {
                everywhere.ifPresent(period -> validity.put(cloud, period));
                byCloud.mapping(cloud.azureName()).flatMap(this::period)
                        .ifPresent(period -> validity.put(cloud, period));
            }
            byCloud.finish();
        });
        return validity;
    }

    private Optional<Validity> period(Fields fields) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        try {
            return Optional.of(new Validity(keys.day("since"), keys.day("until"), fields.text("replacement"),
                    keys.text("note")));
        } catch (IllegalArgumentException e) {
            diagnostics.error("INVALID_VALUE", fields.at(), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        } finally {
            fields.finish();
        }
    }

    private static Set<Layer> layers(EntryFields keys, NeedProtocol protocol,
            Map<Cloud, List<List<Destination>>> alternatives) {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        keys.choices("layers", LayerName.values()).forEach(name -> layers.add(name.layer()));
        if (layers.isEmpty() && !alternatives.isEmpty()) {
            layers.add(protocol.isApplication() ? Layer.APPLICATION : Layer.NETWORK);
        }
        return layers;
    }

    private static Set<Cloud> clouds(EntryFields keys, Map<Cloud, List<List<Destination>>> alternatives) {
        Set<Cloud> clouds = keys.choices("clouds", Cloud.values());
        return clouds.isEmpty() ? alternatives.keySet() : clouds;
    }

    private static Optional<NeedProtocol> protocol(EntryFields keys) {
        return keys.choice("protocol", NeedProtocol.values());
    }

    private static FqdnTagStatus usualTagStatus(Set<Layer> layers) {
        return layers.contains(Layer.APPLICATION) ? FqdnTagStatus.NOT_LISTED : FqdnTagStatus.NOT_APPLICABLE;
    }

    private static PortSet usualPorts(NeedProtocol protocol) {
        return switch (protocol) {
            case HTTP -> PortSet.of(80);
            case HTTPS -> PortSet.of(443);
            case MSSQL -> PortSet.of(1433);
            case TCP, UDP, ICMP, ANY -> PortSet.ANY;
        };
    }

    private enum Select {
        ALL, ONE_OF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private enum LayerName {
        APPLICATION(Layer.APPLICATION), NETWORK(Layer.NETWORK), LOCAL(Layer.LOCAL);

        private final Layer layer;

        LayerName(Layer layer) {
            this.layer = layer;
        }

        Layer layer() {
            return layer;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
