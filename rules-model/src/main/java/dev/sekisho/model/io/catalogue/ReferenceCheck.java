package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.Fact;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.catalogue.FeatureDefinition.Parameter;
import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.catalogue.LegacyName;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.diagnostic.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reports what entries refer to and the catalogue does not have.
final class ReferenceCheck {
    private final Draft draft;
    private final Diagnostics diagnostics;

    ReferenceCheck(Draft draft, Diagnostics diagnostics) {
        this.draft = draft;
        this.diagnostics = diagnostics;
    }

    void check() {
        draft.features().values().forEach(this::feature);
        draft.shapes().values().forEach(this::shape);
        draft.requirements().values().forEach(this::requirement);
        draft.services().values().forEach(this::service);
        draft.facts().values().forEach(this::fact);
        for (LegacyName name : draft.legacyNames().values()) {
            known("source", name.sources(), draft.sources().ids(), name.at());
        }
    }

    private void feature(FeatureDefinition feature) {
        known("source", feature.sources(), draft.sources().ids(), feature.at());
        condition(feature.automatic(), feature.at());
        cautions(feature.cautions(), feature.at());
    }

    private void shape(ClusterShapeFact shape) {
        known("source", shape.sources(), draft.sources().ids(), shape.at());
        condition(shape.when(), shape.at());
        cautions(shape.cautions(), shape.at());
    }

    private void fact(Fact fact) {
        known("source", fact.sources(), draft.sources().ids(), fact.at());
        condition(fact.when(), fact.at());
        cautions(fact.cautions(), fact.at());
    }

    private void requirement(EgressRequirement requirement) {
        SourceLocation at = requirement.at();
        known("source", requirement.sources(), draft.sources().ids(), at);
        known("feature", List.of(requirement.feature()), draft.features().ids(), at);
        known("shape", requirement.removedBy(), draft.shapes().ids(), at);
        known("requirement", requirement.implies(), draft.requirements().ids(), at);
        requirement.privateLinkService().ifPresent(id -> known("service", List.of(id), draft.services().ids(), at));
        condition(requirement.when(), at);
        requirement.alsoOn().forEach(leg -> condition(leg.when(), at));
        cautions(requirement.cautions(), at);
    }

    private void service(BackingService service) {
        known("source", service.sources(), draft.sources().ids(), service.at());
        cautions(service.cautions(), service.at());
        List<String> legs = service.legs().stream().map(leg -> leg.name()).toList();
        service.cautions().forEach(caution -> known("leg", caution.legs(), legs, service.at()));
        for (List<HostForm> forms : service.hosts().values()) {
            forms.forEach(form -> known("leg", form.onlyLeg().stream().toList(), legs, service.at()));
        }
    }

    private void cautions(List<Caution> cautions, SourceLocation at) {
        cautions.forEach(caution -> condition(caution.when(), at));
    }

    private void condition(Condition condition, SourceLocation at) {
        switch (condition) {
            case Condition.AllOf(List<Condition> parts) -> parts.forEach(part -> condition(part, at));
            case Condition.AnyOf(List<Condition> parts) -> parts.forEach(part -> condition(part, at));
            case Condition.Not(Condition part) -> condition(part, at);
            case Condition.FeatureOn on -> known("feature", on.features(), draft.features().ids(), at);
            case Condition.DependsOn on -> known("service", on.services(), draft.services().ids(), at);
            case Condition.ParameterIs is -> parameter(is, at);
            case Condition.Always _,Condition.CloudIs _,Condition.ApiServerIs _,Condition.OutboundTypeIs _,Condition.NetworkPluginIs _,Condition.NodeOsIs _,Condition.UpgradeChannelIs _,Condition.Switch _ ->
                {}
        }
    }

    private void parameter(Condition.ParameterIs is, SourceLocation at) {
        known("feature", List.of(is.feature()), draft.features().ids(), at);
        Optional<FeatureDefinition> feature = draft.features().find(is.feature());
        if (feature.isPresent()) {
            List<Parameter> parameters = feature.get().parameters();
            known("parameter", List.of(is.parameter()), parameters.stream().map(Parameter::name).toList(), at);
            parameters.stream().filter(parameter -> parameter.name().equals(is.parameter()))
                    .filter(parameter -> !parameter.values().isEmpty())
                    .forEach(parameter -> known("value", is.value().stream().toList(), parameter.values(), at));
        }
    }

    private void known(String what, Collection<String> ids, Collection<String> known, SourceLocation at) {
        for (String id : ids.stream().sorted().toList()) {
            if (!known.contains(id)) {
                diagnostics.error("UNKNOWN_REFERENCE", at, "there is no " + what + " '" + id + "'",
                        Suggestions.advice(id, "known", known, 5));
            }
        }
    }
}
