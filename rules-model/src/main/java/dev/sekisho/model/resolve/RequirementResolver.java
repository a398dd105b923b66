package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.catalogue.Destination;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.EgressRequirement.ExtraLeg;
import dev.sekisho.model.catalogue.FqdnTagStatus;
import dev.sekisho.model.catalogue.NeedLevel;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.EgressNeed.PrivateEndpointNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.resolve.Applicability.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// From the requirements of the catalogue to the needs of one cluster.
final class RequirementResolver {
    private final Circumstances circumstances;
    private final Catalogue catalogue;
    private final Findings findings;
    private final Applicability applicability;
    private final HttpProxy proxy;

    RequirementResolver(Circumstances circumstances, Catalogue catalogue, Findings findings) {
        this.circumstances = circumstances;
        this.catalogue = catalogue;
        this.findings = findings;
        this.applicability = new Applicability(circumstances, catalogue);
        this.proxy = new HttpProxy(circumstances, catalogue, findings);
    }

    void resolve() {
        checkIds(circumstances.intent().options().include(), "include");
        checkIds(circumstances.intent().options().exclude(), "exclude");
        for (EgressRequirement requirement : catalogue.requirements()) {
            Optional<Absence> absence = applicability.whyNot(requirement);
            if (absence.isPresent()) {
                leaveOut(requirement, absence.get());
            } else if (!requirement.onlyImplies()) {
                proxy.reasonToLeaveOut(requirement).ifPresentOrElse(
                        reason -> findings.notNeeded(requirement.id(), reason, false, proxy.sources()),
                        () -> resolve(requirement));
            } else {
                findings.notNeeded(requirement.id(), "has no destination of its own; it brings "
                        + String.join(", ", requirement.implies()), false, requirement.sources());
            }
        }
        proxy.needOfItsOwn().ifPresent(findings::need);
    }

    private void leaveOut(EgressRequirement requirement, Absence absence) {
        findings.notNeeded(requirement.id(), absence.reason(), absence.onPurpose(), absence.sources());
        if (applicability.isIncluded(requirement) && !absence.onPurpose()) {
            findings.warn("INCLUDE_WITHOUT_EFFECT", circumstances.intent().at(),
                    "options.include names " + requirement.id() + ", which this cluster cannot have: "
                            + absence.reason(),
                    "remove it from options.include", absence.sources());
        }
    }

    private void checkIds(List<String> ids, String option) {
        List<String> known = catalogue.requirements().stream().map(EgressRequirement::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                findings.error("UNKNOWN_REQUIREMENT", circumstances.intent().at(),
                        "options." + option + " names '" + id + "', which is no requirement of the catalogue",
                        Suggestions.advice(id, "requirements", known, 5), List.of());
            }
        }
    }

    private void resolve(EgressRequirement requirement) {
        Cloud cloud = circumstances.cluster().cloud();
        Destinations destinations = new Destinations(new Placeholders(circumstances, requirement.feature()));
        List<List<NeedTarget>> alternatives = destinations
                .usable(requirement.alternatives().getOrDefault(cloud, List.of()));
        destinations.invalid().stream().sorted()
                .forEach(why -> findings.error("INVALID_VALUE", circumstances.placeOf(requirement.feature()),
                        requirement.id() + ": " + why, "correct the parameters of " + requirement.feature(),
                        List.of()));
        if (!destinations.invalid().isEmpty()) {
            return;
        }
        // What only the existing cluster tells is opened widely only for those who insist.
        if (alternatives.isEmpty() && (!destinations.isKnownAfterCreation() || applicability.isIncluded(requirement)
                || requirement.layers().contains(Layer.LOCAL))) {
            alternatives = fallback(requirement, cloud, destinations);
        }
        if (alternatives.isEmpty()) {
            reportUnknown(requirement, destinations);
            return;
        }
        EgressNeed need = need(requirement, alternatives, destinations.unusable());
        findings.need(need);
        for (ExtraLeg leg : requirement.alsoOn()) {
            if (circumstances.holds(leg.when(), applicability.isRequested(requirement))) {
                extra(need, leg, destinations).ifPresent(findings::need);
            }
        }
        tell(requirement, need);
    }

    private List<List<NeedTarget>> fallback(EgressRequirement requirement, Cloud cloud, Destinations destinations) {
        List<Destination> wider = requirement.fallbacks().getOrDefault(cloud, List.of());
        List<List<NeedTarget>> usable = wider.isEmpty() ? List.of() : destinations.usable(List.of(wider));
        if (!usable.isEmpty() && !requirement.layers().contains(Layer.LOCAL)) {
            findings.warn("WIDE_DESTINATION", circumstances.placeOf(requirement.feature()),
                    requirement.id() + " opens " + join(usable.getFirst()) + " because "
                            + String.join("; ", destinations.unusable()),
                    adviceToFill(destinations), requirement.sources());
        }
        return usable;
    }

    private void reportUnknown(EgressRequirement requirement, Destinations destinations) {
        String why = String.join("; ", destinations.unusable());
        if (destinations.isKnownAfterCreation()) {
            findings.notNeeded(requirement.id(), "cannot be written yet: " + why, true, requirement.sources());
            findings.warn("KNOWN_AFTER_CREATION", circumstances.intent().at(),
                    requirement.id() + " cannot be written yet: " + why,
                    "once the cluster exists, set cluster.apiServer.fqdn and cluster.apiServer.ip and run again",
                    requirement.sources());
        } else {
            findings.error("FEATURE_PARAMETER_MISSING", circumstances.placeOf(requirement.feature()),
                    requirement.id() + " has no destination: " + why, adviceToFill(destinations),
                    requirement.sources());
        }
    }

    private static String adviceToFill(Destinations destinations) {
        return destinations.missing().stream().findFirst().map(destinations::whereToWrite).orElse("");
    }

    private EgressNeed need(EgressRequirement requirement, List<List<NeedTarget>> alternatives,
            List<String> unusable) {
        Optional<PrivateEndpointNeed> endpoint = privateEndpoint(requirement);
        boolean local = endpoint.isPresent() || requirement.layers().contains(Layer.LOCAL)
                || Locality.isLocal(alternatives, circumstances);
        Set<Layer> layers = local ? Set.of(Layer.LOCAL) : requirement.layers();
        return new EgressNeed(requirement.id(), requirement.feature(), requirement.purpose(), alternatives,
                local ? List.of() : unusable,
                requirement.protocol(), requirement.ports(), layers, requirement.openedBy(),
                endpoint.isPresent() ? Via.PRIVATE_ENDPOINT : Via.FIREWALL, endpoint, Optional.empty(),
                requirement.inspectable(), isInTag(requirement, layers), catalogue.cite(requirement.sources()),
                notes(requirement));
    }

    // Of the tag only claimed names count: what is disputed may be missing, and a rule too many does no harm.
    private static boolean isInTag(EgressRequirement requirement, Set<Layer> layers) {
        return requirement.fqdnTag() == FqdnTagStatus.CLAIMED && layers.contains(Layer.APPLICATION);
    }

    private static Optional<EgressNeed> extra(EgressNeed need, ExtraLeg leg, Destinations destinations) {
        List<List<NeedTarget>> alternatives = leg.destinations().isEmpty()
                ? need.alternatives()
                : destinations.usable(List.of(leg.destinations()));
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        Set<Layer> layers = need.layers().contains(Layer.LOCAL)
                ? need.layers()
                : Set.of(leg.protocol().isApplication() ? Layer.APPLICATION : Layer.NETWORK);
        return Optional.of(new EgressNeed(need.id() + ":" + leg.name(), need.group(), need.purpose(), alternatives,
                List.of(), leg.protocol(), leg.ports(), layers, need.sources(), need.via(), need.privateEndpoint(),
                need.serviceEndpoint(), need.inspectable(), false, need.references(), need.notes()));
    }

    /// The private endpoint that carries a requirement: in an isolated cluster, or where the user wants one.
    private Optional<PrivateEndpointNeed> privateEndpoint(EgressRequirement requirement) {
        boolean wanted = circumstances.cluster().isNetworkIsolated() || circumstances
                .parameter(requirement.feature(), "via").contains(Via.PRIVATE_ENDPOINT.text());
        Optional<BackingService> service = requirement.privateLinkService().flatMap(catalogue::service);
        if (!wanted || service.isEmpty()) {
            return Optional.empty();
        }
        return service.flatMap(found -> found.hosts().getOrDefault(circumstances.cluster().cloud(), List.of()).stream()
                .filter(form -> !form.zones().isEmpty()).findFirst()
                .map(form -> new PrivateEndpointNeed(found.name(), form.groups().subList(0, 1),
                        form.zones().stream()
                                .flatMap(zone -> zone.fill(new Placeholders(circumstances, "")::values).stream())
                                .toList(),
                        Optional.empty())));
    }

    private void tell(EgressRequirement requirement, EgressNeed need) {
        SourceLocation at = circumstances.placeOf(requirement.feature());
        boolean requested = applicability.isRequested(requirement);
        for (Caution caution : requirement.cautions()) {
            if (circumstances.holds(caution.when(), requested)) {
                findings.tell(caution, requirement.id(), at, requirement.sources());
            }
        }
        if (requirement.confidence().isWeak()) {
            findings.warn("UNVERIFIED", at, requirement.id() + " rests on weak sources (" + requirement.confidence()
                    + ")", "watch the firewall's log, and take it out with options.exclude if it is never used",
                    requirement.sources());
        }
        if (circumstances.cluster().isNetworkIsolated() && need.via() == Via.FIREWALL
                && !need.layers().contains(Layer.LOCAL)) {
            findings.warn("ISOLATED_NEEDS_EGRESS", at,
                    requirement.id() + " must be reached, but a network isolated cluster has no way out and the "
                            + "service behind it has no private endpoint",
                    "switch off " + requirement.feature()
                            + ", or use outboundType: userDefinedRouting with a firewall",
                    List.of("aks-network-isolated-concept"));
        }
    }

    private static List<String> notes(EgressRequirement requirement) {
        Stream<String> condition = requirement.need() == NeedLevel.REQUIRED ? Stream.empty()
                : Stream.of(requirement.condition());
        Stream<String> alternative = requirement.alternative().isEmpty()
                ? Stream.empty()
                : Stream.of("Instead: " + requirement.alternative());
        List<String> notes = new ArrayList<>();
        Stream.of(condition, alternative, requirement.notes().stream()).flatMap(part -> part)
                .filter(note -> !note.isBlank()).forEach(notes::add);
        return notes;
    }

    private static String join(List<NeedTarget> targets) {
        return String.join(", ", targets.stream().map(NeedTarget::toString).toList());
    }
}
