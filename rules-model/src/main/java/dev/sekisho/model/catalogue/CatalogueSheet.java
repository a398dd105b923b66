package dev.sekisho.model.catalogue;

import dev.sekisho.model.cluster.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that the catalogue says about one entry, as labelled lines.
///
/// @param lines in the order in which people read them; a label without values is left out
public record CatalogueSheet(Kind kind, String id, List<Line> lines) {

    /// Kinds of entries.
    public enum Kind {
        REQUIREMENT("requirement"), SERVICE("service"), FEATURE("feature"), SHAPE("shape"), FACT("fact");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// Returns the name that output uses.
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// A label and what belongs to it.
    public record Line(String label, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public CatalogueSheet {
        lines = List.copyOf(lines);
    }

    /// Returns the sheets of all entries with an id: a requirement and a service may share one. Empty where there is none.
    public static List<CatalogueSheet> find(Catalogue catalogue, String id) {
        return Stream.of(catalogue.requirement(id).map(entry -> requirement(catalogue, entry)),
                catalogue.service(id).map(entry -> service(catalogue, entry)),
                catalogue.feature(id).map(entry -> feature(catalogue, entry)),
                catalogue.shape(id).map(entry -> shape(catalogue, entry)),
                catalogue.fact(id).map(entry -> fact(catalogue, entry))).flatMap(sheet -> sheet.stream()).toList();
    }

    private static CatalogueSheet requirement(Catalogue catalogue, EgressRequirement entry) {
        Lines lines = new Lines(catalogue);
        lines.add("purpose", entry.purpose());
        lines.add("feature", entry.feature());
        lines.add("need", entry.need().text());
        lines.add("condition", entry.condition());
        if (entry.when() != Condition.Always.ALWAYS) {
            lines.add("only where", entry.when().toString());
        }
        for (Cloud cloud : entry.clouds()) {
            lines.add(cloud.azureName(), entry.alternatives().getOrDefault(cloud, List.of()).stream()
                    .map(way -> way.stream().map(Destination::toString).collect(Collectors.joining(" and "))).toList());
            lines.add(cloud.azureName() + " otherwise",
                    entry.fallbacks().getOrDefault(cloud, List.of()).stream().map(Destination::toString).toList());
            lines.add(cloud.azureName() + " validity", validity(entry.validity(cloud), catalogue));
        }
        if (!entry.onlyImplies()) {
            lines.add("protocol", entry.protocol() + ":" + entry.ports());
            lines.add("also on",
                    entry.alsoOn().stream().map(leg -> leg.protocol() + ":" + leg.ports() + " (" + leg.name() + ")")
                            .toList());
            lines.add("layers", entry.layers().stream().map(layer -> layer.name().toLowerCase(Locale.ROOT)).toList());
            lines.add("FQDN tag", entry.fqdnTag().text());
        }
        lines.add("removed by", entry.removedBy());
        lines.add("implies", entry.implies());
        entry.privateLinkService().ifPresent(service -> lines.add("private endpoint", service));
        lines.add("instead", entry.alternative());
        lines.end(entry.confidence(), entry.notes(), entry.cautions(), entry.sources());
        return lines.sheet(Kind.REQUIREMENT, entry.id());
    }

    private static List<String> validity(Validity validity, Catalogue catalogue) {
        List<String> text = new ArrayList<>();
        validity.since().ifPresent(day -> text.add("since " + day));
        validity.until().ifPresent(day -> text.add("until " + day));
        validity.replacement().ifPresent(by -> text.add("replaced by " + by));
        if (!validity.holds(catalogue.day())) {
            text.add("not in use on " + catalogue.day());
        }
        if (!validity.note().isEmpty()) {
            text.add(validity.note());
        }
        return text;
    }

    private static CatalogueSheet service(Catalogue catalogue, BackingService entry) {
        Lines lines = new Lines(catalogue);
        lines.add("name", entry.name());
        entry.hosts().forEach((cloud, forms) -> {
            lines.add(cloud.azureName(), forms.stream().map(form -> form.host().text()).toList());
            lines.add(cloud.azureName() + " private zones", forms.stream().flatMap(form -> form.zones().stream())
                    .map(Template::text).distinct().toList());
        });
        lines.add("protocols", entry.legs().stream().map(leg -> leg.protocol() + ":" + leg.ports() + " " + leg.use()
                + (leg.usual() ? "" : " (only where asked for)")).toList());
        entry.serviceTag()
                .ifPresent(tag -> lines.add("service tag", tag.regional() ? tag.name() + ".<Region>" : tag.name()));
        entry.serviceEndpoint().ifPresent(endpoint -> lines.add("service endpoint", endpoint.name()));
        lines.add("private endpoint", entry.privateEndpoint().text());
        lines.add("application rule", entry.applicationRule().text());
        lines.add("network rule", entry.networkRule().text());
        lines.end(entry.confidence(), entry.notes(), entry.cautions(), entry.sources());
        return lines.sheet(Kind.SERVICE, entry.id());
    }

    private static CatalogueSheet feature(Catalogue catalogue, FeatureDefinition entry) {
        Lines lines = new Lines(catalogue);
        lines.add("summary", entry.summary());
        if (!entry.automatic().equals(new Condition.Not(Condition.Always.ALWAYS))) {
            lines.add("without listing it where", entry.automatic().toString());
        }
        lines.add("parameters", entry.parameters().stream().map(parameter -> parameter.name() + ": "
                + parameter.meaning()
                + (parameter.values().isEmpty() ? "" : " (" + String.join(", ", parameter.values()) + ")")).toList());
        lines.add("requirements", catalogue.requirements().stream()
                .filter(requirement -> requirement.feature().equals(entry.id())).map(EgressRequirement::id).toList());
        lines.cautions(entry.cautions());
        lines.sources(entry.sources());
        return lines.sheet(Kind.FEATURE, entry.id());
    }

    private static CatalogueSheet shape(Catalogue catalogue, ClusterShapeFact entry) {
        Lines lines = new Lines(catalogue);
        lines.add("summary", entry.summary());
        lines.add("where", entry.when().toString());
        lines.add("removes", catalogue.requirements().stream()
                .filter(requirement -> requirement.removedBy().contains(entry.id())).map(EgressRequirement::id)
                .toList());
        lines.add("notes", entry.notes());
        lines.cautions(entry.cautions());
        lines.sources(entry.sources());
        return lines.sheet(Kind.SHAPE, entry.id());
    }

    private static CatalogueSheet fact(Catalogue catalogue, Fact entry) {
        Lines lines = new Lines(catalogue);
        lines.add("topic", entry.topic());
        lines.add("fact", entry.text());
        lines.end(entry.confidence(), entry.notes(), entry.cautions(), entry.sources());
        return lines.sheet(Kind.FACT, entry.id());
    }

    /// Lines in the making.
    private static final class Lines {
        private final Catalogue catalogue;
        private final List<Line> lines = new ArrayList<>();

        Lines(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        void add(String label, String value) {
            add(label, value.isEmpty() ? List.of() : List.of(value));
        }

        void add(String label, List<String> values) {
            if (!values.isEmpty()) {
                lines.add(new Line(label, values));
            }
        }

        void end(Confidence confidence, List<String> notes, List<Caution> cautions, List<String> sources) {
            add("confidence", confidence.text());
            add("notes", notes);
            cautions(cautions);
            sources(sources);
        }

        void cautions(List<Caution> cautions) {
            add("warnings", cautions.stream().map(caution -> caution.code() + ": " + caution.text()).toList());
        }

        void sources(List<String> ids) {
            add("sources", ids.stream().map(id -> catalogue.source(id)
                    .map(source -> source.citation() + " " + source.location()).orElse(id)).toList());
        }

        CatalogueSheet sheet(Kind kind, String id) {
            return new CatalogueSheet(kind, id, lines);
        }
    }
}
