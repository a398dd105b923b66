package dev.sekisho.cli.text;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.Fact;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.catalogue.ServiceLeg;
import dev.sekisho.model.catalogue.Source;
import dev.sekisho.model.catalogue.Validity;
import dev.sekisho.model.cluster.Cloud;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The entries of a catalogue as rows of a list, and each by itself with everything that is known about it.
public final class CatalogEntries {
    private final Catalogue catalogue;

    /// One requirement or service in a list.
    ///
    /// @param kind `requirement` or `service`
    /// @param feature what brings the requirement; empty for a service
    /// @param destinations what it may lead to in one cloud
    /// @param until the announced end of its use
    public record Row(String id, String kind, String feature, String need, String purpose, String protocol,
            String ports, List<String> destinations, Optional<String> since, Optional<String> until) {}

    public CatalogEntries(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The requirements and services that a cloud has on the catalogue's day.
    public List<Row> rows(Cloud cloud) {
        List<Row> rows = new ArrayList<>();
        catalogue.requirements().stream().filter(requirement -> catalogue.isInForce(requirement, cloud))
                .forEach(requirement -> rows.add(row(requirement, cloud)));
        catalogue.services().stream().filter(service -> service.hosts().containsKey(cloud))
                .forEach(service -> rows.add(row(service, cloud)));
        return rows;
    }

    /// The ids that [#sheets] knows.
    public Collection<String> ids() {
        return Stream.of(ids(catalogue.requirements(), EgressRequirement::id),
                ids(catalogue.services(), BackingService::id), ids(catalogue.features(), FeatureDefinition::id),
                ids(catalogue.shapes(), ClusterShapeFact::id), ids(catalogue.facts(), Fact::id),
                ids(catalogue.sources(), Source::id)).flatMap(List::stream).distinct().toList();
    }

    /// All that is known about the entries with this id: a requirement, a service and a feature may share one.
    public List<Sheet> sheets(String id) {
        return Stream.<Optional<Sheet>>of(catalogue.requirement(id).map(this::sheet),
                catalogue.service(id).map(this::sheet), catalogue.feature(id).map(this::sheet),
                catalogue.shape(id).map(this::sheet), catalogue.fact(id).map(this::sheet),
                catalogue.source(id).map(CatalogEntries::sheet)).flatMap(Optional::stream).toList();
    }

    private static <T> List<String> ids(List<T> entries, Function<T, String> id) {
        return entries.stream().map(id).toList();
    }

    private static Row row(EgressRequirement requirement, Cloud cloud) {
        Validity validity = requirement.validity(cloud);
        return new Row(requirement.id(), "requirement", requirement.feature(), requirement.need().text(),
                requirement.purpose(), requirement.protocol().text(), requirement.ports().toString(),
                requirement.destinations(cloud).stream().map(Object::toString).toList(),
                validity.since().map(LocalDate::toString), validity.until().map(LocalDate::toString));
    }

    private static Row row(BackingService service, Cloud cloud) {
        List<ServiceLeg> usual = service.legs().stream().filter(ServiceLeg::usual).toList();
        return new Row(service.id(), "service", "", "", service.name(),
                joined(usual, leg -> leg.protocol().text()), joined(usual, leg -> leg.ports().toString()),
                service.hosts().getOrDefault(cloud, List.of()).stream().map(form -> form.host().text()).toList(),
                Optional.empty(), Optional.empty());
    }

    private static String joined(List<ServiceLeg> legs, Function<ServiceLeg, String> part) {
        return legs.stream().map(part).distinct().collect(Collectors.joining(", "));
    }

    private Sheet sheet(EgressRequirement requirement) {
        Sheet sheet = new Sheet().with("id", requirement.id()).with("kind", "requirement")
                .with("feature", requirement.feature()).with("need", requirement.need().text())
                .with("purpose", requirement.purpose()).with("condition", requirement.condition())
                .with("appliesWhere", condition(requirement.when()))
                .with("clouds", texts(requirement.clouds()))
                .with("protocol", requirement.protocol().text()).with("ports", requirement.ports().toString())
                .with("alsoOn", requirement.alsoOn().stream()
                        .map(leg -> leg.protocol().text() + " " + leg.ports() + ", only where " + leg.when()).toList())
                .with("layers", texts(requirement.layers())).with("openedBy", words(requirement.openedBy()))
                .with("fqdnTag", requirement.fqdnTag().text())
                .with("inspectable", requirement.inspectable() ? "yes" : "no");
        for (Cloud cloud : requirement.clouds()) {
            sheet.with("destinationsIn" + cloud.azureName(), alternatives(requirement, cloud));
            validity(sheet, requirement.validity(cloud), cloud);
        }
        sheet.with("removedBy", requirement.removedBy()).with("implies", requirement.implies())
                .with("privateLinkService", requirement.privateLinkService().orElse(""))
                .with("alternative", requirement.alternative());
        return evidence(sheet, requirement.confidence().text(), requirement.sources(), requirement.notes(),
                requirement.cautions());
    }

    // One line for each alternative, tightest first.
    private static List<String> alternatives(EgressRequirement requirement, Cloud cloud) {
        return requirement.alternatives().getOrDefault(cloud, List.of()).stream()
                .map(targets -> targets.stream().map(Object::toString).collect(Collectors.joining(", "))).toList();
    }

    private static void validity(Sheet sheet, Validity validity, Cloud cloud) {
        if (!validity.equals(Validity.ALWAYS)) {
            String name = cloud.azureName();
            sheet.with("sinceIn" + name, validity.since().map(LocalDate::toString).orElse(""))
                    .with("untilIn" + name, validity.until().map(LocalDate::toString).orElse(""))
                    .with("replacementIn" + name, validity.replacement().orElse(""))
                    .with("announcementIn" + name, validity.note());
        }
    }

    private Sheet sheet(BackingService service) {
        Sheet sheet = new Sheet().with("id", service.id()).with("kind", "service").with("name", service.name());
        for (Cloud cloud : Cloud.values()) {
            sheet.with("hostsIn" + cloud.azureName(),
                    service.hosts().getOrDefault(cloud, List.of()).stream().map(CatalogEntries::form).toList());
        }
        sheet.with("legs", service.legs().stream()
                .map(leg -> leg.name() + ": " + leg.protocol().text() + " " + leg.ports() + " (" + leg.use() + ")")
                .toList())
                .with("serviceTag", service.serviceTag()
                        .map(tag -> tag.name() + (tag.regional() ? ", also per region" : "")).orElse(""))
                .with("serviceEndpoint", service.serviceEndpoint()
                        .map(endpoint -> endpoint.name() + " (" + endpoint.scope() + ")").orElse(""))
                .with("privateEndpoint", service.privateEndpoint().text())
                .with("applicationRule", service.applicationRule().text())
                .with("networkRule", service.networkRule().text()).with("openedBy", words(service.openedBy()));
        return evidence(sheet, service.confidence().text(), service.sources(), service.notes(), service.cautions());
    }

    private static String form(HostForm form) {
        String groups = form.groups().isEmpty() ? "" : "; private endpoint " + String.join(", ", form.groups());
        String zones = form.zones().isEmpty() ? ""
                : " in " + form.zones().stream().map(Object::toString).collect(Collectors.joining(", "));
        return form.host().text() + groups + zones;
    }

    private Sheet sheet(FeatureDefinition feature) {
        Sheet sheet = new Sheet().with("id", feature.id()).with("kind", "feature").with("summary", feature.summary())
                .with("automaticWhere", condition(feature.automatic()))
                .with("parameters", feature.parameters().stream().map(parameter -> parameter.name() + ": "
                        + parameter.meaning()
                        + (parameter.values().isEmpty() ? "" : " (" + String.join(", ", parameter.values()) + ")"))
                        .toList())
                .with("requirements", catalogue.requirements().stream()
                        .filter(requirement -> requirement.feature().equals(feature.id()))
                        .map(EgressRequirement::id).toList());
        return evidence(sheet, "", feature.sources(), List.of(), feature.cautions());
    }

    private Sheet sheet(ClusterShapeFact shape) {
        Sheet sheet = new Sheet().with("id", shape.id()).with("kind", "shape").with("summary", shape.summary())
                .with("appliesWhere", condition(shape.when()))
                .with("removes", catalogue.requirements().stream()
                        .filter(requirement -> requirement.removedBy().contains(shape.id()))
                        .map(EgressRequirement::id).toList());
        return evidence(sheet, "", shape.sources(), shape.notes(), shape.cautions());
    }

    private Sheet sheet(Fact fact) {
        Sheet sheet = new Sheet().with("id", fact.id()).with("kind", "fact").with("topic", fact.topic())
                .with("text", fact.text()).with("appliesWhere", condition(fact.when()));
        return evidence(sheet, fact.confidence().text(), fact.sources(), fact.notes(), fact.cautions());
    }

    private static Sheet sheet(Source source) {
        return new Sheet().with("id", source.id()).with("kind", "source").with("title", source.title())
                .with("location", source.location()).with("date", source.date().map(LocalDate::toString).orElse(""))
                .with("revision", source.revision()).with("note", source.note());
    }

    private Sheet evidence(Sheet sheet, String confidence, List<String> sources, List<String> notes,
            List<Caution> cautions) {
        return sheet.with("notes", notes)
                .with("cautions", cautions.stream().map(caution -> caution.code() + ": " + caution.text()).toList())
                .with("confidence", confidence).with("sources", catalogue.cite(sources));
    }

    private static String condition(Condition condition) {
        return condition.toString();
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(CatalogEntries::words).toList();
    }

    // Constants without a text of their own, such as NODES_AND_PODS.
    private static String words(Object value) {
        return value instanceof Cloud cloud ? cloud.azureName()
                : value.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
