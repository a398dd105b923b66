package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.catalogue.FeatureDefinition.Parameter;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.ClusterShape;
import dev.sekisho.model.cluster.Feature;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.NodePool;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.Region;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import dev.sekisho.model.name.Fqdn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads the `cluster` part of a cluster file.
final class ClusterShapeReader {
    private static final int SHOWN_REGIONS = 10;

    private final Catalogue catalogue;
    private final Places places;
    private final Diagnostics diagnostics;

    ClusterShapeReader(Catalogue catalogue, Places places, Diagnostics diagnostics) {
        this.catalogue = catalogue;
        this.places = places;
        this.diagnostics = diagnostics;
    }

    Optional<ClusterShape> read(Fields document) {
        Optional<Fields> given = document.mapping("cluster");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        long errorsBefore = diagnostics.count(Severity.ERROR);
        Fields fields = given.get();
        fields.require("cloud", "region", "outboundType", "apiServer", "networkPlugin", "nodePools");
        for (String key : List.of("cloud", "region", "outboundType", "apiServer", "networkPlugin", "konnectivity",
                "nodeOsUpgradeChannel", "nodePools", "features")) {
            places.note("cluster." + key, fields.valueAt(key));
        }
        places.note("cluster", fields.at());
        Optional<Cloud> cloud = Known.constant(fields, "cloud", Cloud.class, Cloud::azureName, diagnostics);
        Optional<String> region = region(fields, cloud);
        Optional<OutboundType> outboundType = Known.constant(fields, "outboundType", OutboundType.class,
                OutboundType::text, diagnostics);
        Optional<ApiServer> apiServer = apiServer(fields);
        Optional<NetworkPlugin> plugin = Known.constant(fields, "networkPlugin", NetworkPlugin.class,
                NetworkPlugin::text, diagnostics);
        boolean konnectivity = fields.bool("konnectivity").orElse(true);
        NodeOsUpgradeChannel channel = Known.constant(fields, "nodeOsUpgradeChannel", NodeOsUpgradeChannel.class,
                NodeOsUpgradeChannel::text, diagnostics).orElse(NodeOsUpgradeChannel.NODE_IMAGE);
        List<NodePool> pools = nodePools(fields);
        List<Feature> features = features(fields);
        fields.finish();
        if (diagnostics.count(Severity.ERROR) > errorsBefore || cloud.isEmpty() || region.isEmpty()
                || outboundType.isEmpty() || apiServer.isEmpty() || plugin.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClusterShape(cloud.get(), region.get(), outboundType.get(), apiServer.get(),
                plugin.get(), konnectivity, channel, pools, features));
    }

    /// A region by its lower-case name; the display name (`Japan East`) is answered with what to write.
    private Optional<String> region(Fields fields, Optional<Cloud> cloud) {
        Optional<Node.Scalar> scalar = fields.scalar("region");
        if (scalar.isEmpty() || cloud.isEmpty()) {
            return scalar.map(Node.Scalar::text);
        }
        String text = scalar.get().text();
        if (Region.find(cloud.get(), text).isPresent()) {
            return Optional.of(text);
        }
        String folded = text.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        String remedy;
        if (Region.find(cloud.get(), folded).isPresent()) {
            remedy = "write " + folded;
        } else {
            Optional<Cloud> other = Stream.of(Cloud.values()).filter(c -> Region.find(c, folded).isPresent())
                    .findFirst();
            remedy = other.map(c -> folded + " is a region of " + c + "; ").orElse("") + Suggestions.advice(text,
                    "regions of " + cloud.get(), Region.names(cloud.get()), SHOWN_REGIONS);
        }
        diagnostics.error("UNKNOWN_REGION", scalar.get().at(),
                Quotation.of(text) + " is not a region of " + cloud.get(),
                remedy);
        return Optional.empty();
    }

    private Optional<ApiServer> apiServer(Fields cluster) {
        return cluster.mapping("apiServer").flatMap(fields -> {
            fields.require("access");
            for (String key : List.of("access", "authorizedIpRanges", "fqdn", "ip", "subnet")) {
                places.note("cluster.apiServer." + key, fields.valueAt(key));
            }
            places.noteItems("cluster.apiServer.authorizedIpRanges", fields, "authorizedIpRanges");
            Optional<ApiServer.Access> access = Known.constant(fields, "access", ApiServer.Access.class,
                    ApiServer.Access::text, diagnostics);
            var ranges = Prefixes.prefixes(fields, "authorizedIpRanges");
            Optional<Fqdn> fqdn = fields.parseString("fqdn", Fqdn::parse, Prefixes.NAME);
            Optional<IpAddress> ip = fields.parse("ip", IpAddress::parse, Prefixes.ADDRESS);
            var subnet = NetworkIntentReader.subnet(fields, "subnet");
            fields.finish();
            return access.map(a -> new ApiServer(a, ranges, fqdn, ip, subnet));
        });
    }

    private List<NodePool> nodePools(Fields cluster) {
        List<NodePool> pools = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (cluster.has("nodePools") && cluster.list("nodePools").isEmpty()) {
            diagnostics.error("NO_NODE_POOL", cluster.valueAt("nodePools"), "a cluster has at least one node pool",
                    "write nodePools: [{os: ubuntu}]");
        }
        for (Fields fields : cluster.mappings("nodePools", "a node pool")) {
            fields.require("os");
            Optional<String> given = fields.parseString("name", Names::pool);
            String name = given.orElse("pool" + (pools.size() + 1));
            Optional<NodeOs> os = Known.constant(fields, "os", NodeOs.class, NodeOs::text, diagnostics);
            boolean gpu = fields.bool("gpu").orElse(false);
            fields.finish();
            if (!names.add(name)) {
                diagnostics.error("DUPLICATE_NAME", fields.at(),
                        "a node pool named '" + name + "' stands already above",
                        "give each node pool a name of its own");
            }
            places.note("cluster.nodePools." + name, fields.at());
            os.ifPresent(o -> pools.add(new NodePool(name, o, gpu)));
        }
        return pools;
    }

    private List<Feature> features(Fields cluster) {
        List<Feature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node item : cluster.list("features")) {
            feature(item).ifPresent(feature -> {
                if (!names.add(feature.name())) {
                    diagnostics.error("DUPLICATE_NAME", feature.at(),
                            "the feature '" + feature.name() + "' is listed twice", "remove one of the two");
                }
                places.note("cluster.features." + feature.name(), feature.at());
                features.add(feature);
            });
        }
        return features;
    }

    private Optional<Feature> feature(Node item) {
        if (item instanceof Node.Scalar scalar) {
            return Known.word(scalar, "feature", catalogue.featureIds(), "sekisho catalog list", diagnostics)
                    .map(name -> new Feature(name, new TreeMap<>(), scalar.at()));
        }
        Fields fields = Fields.of(item, "a feature", diagnostics);
        fields.require("name");
        Optional<String> name = fields.scalar("name").flatMap(
                scalar -> Known.word(scalar, "feature", catalogue.featureIds(), "sekisho catalog list", diagnostics));
        Optional<FeatureDefinition> definition = name.flatMap(catalogue::feature);
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, List<String>> values = new TreeMap<>();
        for (Parameter parameter : definition.get().parameters()) {
            List<String> given = values(fields, parameter);
            if (!given.isEmpty()) {
                values.put(parameter.name(), given);
            }
        }
        fields.finish();
        return Optional.of(new Feature(definition.get().id(), values, item.at()));
    }

    /// A value or a list of values of one parameter.
    private List<String> values(Fields fields, Parameter parameter) {
        Optional<Node> given = fields.optional(parameter.name());
        if (given.isEmpty()) {
            return List.of();
        }
        List<Node.Scalar> scalars = given.get() instanceof Node.Sequence
                ? fields.scalars(parameter.name())
                : fields.scalar(parameter.name()).stream().toList();
        return scalars.stream().filter(scalar -> isValue(scalar, parameter)).map(Node.Scalar::text).toList();
    }

    private boolean isValue(Node.Scalar scalar, Parameter parameter) {
        String name = "'" + parameter.name() + "'";
        return parameter.values().isEmpty()
                ? scalar.text().matches("[0-9]+") || Scalars.string(scalar, name, diagnostics).isPresent()
                : Scalars.oneOf(scalar, name, parameter.values(), diagnostics).isPresent();
    }
}
