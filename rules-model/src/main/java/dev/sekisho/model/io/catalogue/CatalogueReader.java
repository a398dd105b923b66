package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads catalogues.
public final class CatalogueReader {
    private static final String FOLDER = "/dev/sekisho/catalogue/";
    private static final String INDEX = "catalogue.yaml";
    private static final String KIND = "Catalogue";
    private static final String API_VERSION = "sekisho.dev/v1";

    private CatalogueReader() {}

    /// Returns the catalogue that comes with Sekisho.
    ///
    /// @throws IllegalStateException if it is damaged, which only a broken build can bring about
    public static Catalogue builtIn() {
        Diagnostics diagnostics = new Diagnostics();
        Draft draft = new Draft(diagnostics);
        Fields index = fields(resource(INDEX), diagnostics);
        readHeader(index);
        index.parse("factsDate", EntryFields::date).ifPresent(draft::factsDate);
        List<Node.Scalar> files = index.scalars("files");
        index.finish();
        for (Node.Scalar file : files) {
            Fields fields = fields(resource(file.text()), diagnostics);
            readHeader(fields);
            readSections(fields, draft, diagnostics);
        }
        Optional<Catalogue> catalogue = draft.finish();
        if (diagnostics.hasErrors() || catalogue.isEmpty()) {
            throw new IllegalStateException("the built-in catalogue is damaged:\n" + diagnostics);
        }
        return catalogue.get();
    }

    /// Returns a catalogue with the entries of a user's file: new ones behind the others, and those with `override: true`
    /// in place of the entry with their id. Without errors only; what is wrong is among the diagnostics.
    public static Optional<Catalogue> extend(Catalogue base, SourceFile file, Diagnostics diagnostics) {
        Diagnostics own = new Diagnostics();
        Draft draft = Draft.of(base, own);
        YamlTree.read(file, own).ifPresent(node -> {
            Fields fields = Fields.of(node, "a catalogue", own);
            readHeader(fields);
            fields.parse("factsDate", EntryFields::date).ifPresent(draft::factsDate);
            readSections(fields, draft, own);
        });
        Optional<Catalogue> extended = draft.finish();
        diagnostics.addAll(own.all());
        return own.hasErrors() ? Optional.empty() : extended;
    }

    private static void readHeader(Fields fields) {
        fields.require("apiVersion", "kind");
        fields.oneOf("apiVersion", List.of(API_VERSION));
        fields.oneOf("kind", List.of(KIND));
    }

    private static void readSections(Fields fields, Draft draft, Diagnostics diagnostics) {
        for (Fields entry : fields.mappings("sources", "a source")) {
            FactReader.source(entry, diagnostics).ifPresent(draft.sources()::put);
        }
        FactReader facts = new FactReader(diagnostics);
        for (Fields entry : fields.mappings("features", "a feature")) {
            facts.feature(entry).ifPresent(draft.features()::put);
        }
        for (Fields entry : fields.mappings("shapes", "a shape")) {
            facts.shape(entry).ifPresent(draft.shapes()::put);
        }
        for (Fields entry : fields.mappings("facts", "a fact")) {
            facts.fact(entry).ifPresent(draft.facts()::put);
        }
        for (Fields entry : fields.mappings("legacyNames", "a legacy name")) {
            facts.legacyName(entry).ifPresent(draft.legacyNames()::put);
        }
        RequirementReader requirements = new RequirementReader(diagnostics);
        for (Fields entry : fields.mappings("requirements", "a requirement")) {
            requirements.read(entry).ifPresent(draft.requirements()::put);
        }
        ServiceReader services = new ServiceReader(diagnostics);
        for (Fields entry : fields.mappings("services", "a service")) {
            services.read(entry).ifPresent(draft.services()::put);
        }
        fields.finish();
    }

    private static Fields fields(SourceFile file, Diagnostics diagnostics) {
        Node node = YamlTree.read(file, diagnostics).orElseGet(() -> Node.nothing(file.locationAt(0)));
        return Fields.of(node, "a catalogue file", diagnostics);
    }

    private static SourceFile resource(String name) {
        try (InputStream in = CatalogueReader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue file " + name + " is missing in this build");
            }
            return SourceFile.of("catalogue/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
