package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.catalogue.Destination;
import dev.sekisho.model.catalogue.Template;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads destinations: a text is a host name or a wildcard, `{tag: …}` a service tag, `{address: …}` an address.
final class DestinationReader {
    static final String ALL_CLOUDS = "allClouds";

    // Stands for any value of a placeholder, to check what is around it.
    private static final String ANY_LABEL = "x";

    private final Diagnostics diagnostics;

    DestinationReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// Reads destinations per cloud; those of `allClouds` stand for every cloud that is not named itself.
    Map<Cloud, List<Destination>> byCloud(Fields fields, String key) {
        Map<Cloud, List<Destination>> byCloud = new EnumMap<>(Cloud.class);
        fields.mapping(key).ifPresent(clouds -> {
            List<Destination> everywhere = list(clouds, ALL_CLOUDS);
            for (Cloud cloud : Cloud.values()) {
                List<Destination> own = list(clouds, cloud.azureName());
                if (!own.isEmpty() || !everywhere.isEmpty()) {
                    byCloud.put(cloud, own.isEmpty() ? everywhere : own);
                }
            }
            clouds.finish();
        });
        return byCloud;
    }

    List<Destination> list(Fields fields, String key) {
        List<Destination> destinations = new ArrayList<>();
        fields.list(key).forEach(item -> read(item).ifPresent(destinations::add));
        return destinations;
    }

    private Optional<Destination> read(Node item) {
        return switch (item) {
            case Node.Scalar scalar -> Scalars.parse(scalar, DestinationReader::host, diagnostics);
            case Node.Mapping mapping -> {
                Fields fields = Fields.of(mapping, "a destination", diagnostics);
                Optional<Destination> tag = fields.parse("tag", DestinationReader::tag);
                Optional<Destination> address = fields.parse("address", DestinationReader::address);
                fields.finish();
                yield tag.or(() -> address);
            }
            case Node.Sequence sequence -> {
                diagnostics.error("WRONG_TYPE", sequence.at(), "a destination is a name, a tag or an address", "");
                yield Optional.empty();
            }
        };
    }

    private static Destination host(String text) {
        Template template = new Template(text);
        FqdnPattern.parse(template.fill(_ -> List.of(ANY_LABEL)).getFirst());
        return new Destination.Host(template);
    }

    private static Destination tag(String text) {
        Template template = new Template(text);
        ServiceTagName.parse(template.fill(_ -> List.of(ANY_LABEL)).getFirst());
        return new Destination.Tag(template);
    }

    private static Destination address(String text) {
        if (text.equals("*")) {
            return Destination.Anywhere.ANYWHERE;
        }
        Template template = new Template(text);
        if (template.placeholders().isEmpty()) {
            IpPrefix.parseAddressOrPrefix(text);
        }
        return new Destination.Address(template);
    }
}
