package dev.sekisho.model.io.cluster;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.catalogue.FeatureDefinition.Parameter;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of cluster files, for editors.
///
/// It holds what a schema can say about one file: keys, types, words, and which keys go together. Host bits, overlaps and
/// what a service offers only [ClusterIntentReader] tells.
public final class ClusterSchema {
    private static final String RESOURCE = "/dev/sekisho/schema/cluster.schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Catalogue catalogue;

    private ClusterSchema(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Returns the schema with the services, features and requirements of a catalogue. For the built-in catalogue it is
    /// the resource `dev/sekisho/schema/cluster.schema.json`, byte for byte.
    public static String text(Catalogue catalogue) {
        ObjectNode schema = shipped();
        new ClusterSchema(catalogue).fill((ObjectNode) schema.get("$defs"));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer().with(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                .writeValueAsString(schema) + "\n";
    }

    private static ObjectNode shipped() {
        try (InputStream in = Objects.requireNonNull(ClusterSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return (ObjectNode) JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(ObjectNode definitions) {
        words((ObjectNode) definitions.get("service"), catalogue.serviceIds());
        words((ObjectNode) definitions.get("serviceWithFixedNames"), catalogue.services().stream()
                .filter(BackingService::hasFixedNames).map(BackingService::id).toList());
        words((ObjectNode) definitions.get("featureName"), catalogue.featureIds());
        words((ObjectNode) definitions.get("requirement"),
                catalogue.requirements().stream().map(requirement -> requirement.id()).toList());
        for (Cloud cloud : Cloud.values()) {
            words((ObjectNode) definitions.get("regionOf" + cloud.azureName()), Region.names(cloud));
        }
        definitions.set("featureWithValues", featureWithValues());
    }

    private static void words(ObjectNode definition, Collection<String> words) {
        ArrayNode list = definition.putArray("enum");
        words.stream().sorted().forEach(list::add);
    }

    /// A mapping with the feature's name and the values that this feature takes.
    private ObjectNode featureWithValues() {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("description", "A feature with values for the placeholders of its requirements.");
        schema.put("type", "object");
        schema.putArray("required").add("name");
        schema.putObject("properties").putObject("name").put("$ref", "#/$defs/featureName");
        ArrayNode alternatives = schema.putArray("allOf");
        for (FeatureDefinition feature : catalogue.features()) {
            ObjectNode alternative = alternatives.addObject();
            ObjectNode condition = alternative.putObject("if");
            condition.putArray("required").add("name");
            condition.putObject("properties").putObject("name").put("const", feature.id());
            ObjectNode consequence = alternative.putObject("then");
            consequence.put("description", feature.summary());
            ObjectNode properties = consequence.putObject("properties");
            properties.put("name", true);
            feature.parameters().forEach(parameter -> properties.set(parameter.name(), valueOf(parameter)));
            consequence.put("additionalProperties", false);
        }
        return schema;
    }

    /// One value or a list of them.
    private static ObjectNode valueOf(Parameter parameter) {
        ObjectNode one = JSON.createObjectNode();
        if (parameter.values().isEmpty()) {
            one.putArray("type").add("string").add("integer");
        } else {
            words(one, parameter.values());
        }
        ObjectNode schema = JSON.createObjectNode();
        schema.put("description", parameter.meaning());
        ArrayNode forms = schema.putArray("anyOf");
        forms.add(one);
        ObjectNode list = forms.addObject();
        list.put("type", "array");
        list.set("items", one.deepCopy());
        return schema;
    }
}
