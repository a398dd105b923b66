package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.catalogue.Source;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.name.FqdnPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BuiltInCatalogueTest {
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();

    @Test
    void hasEveryRequirementAndEveryServiceOfTheFacts() {
        assertEquals(78, CATALOGUE.requirements().size());
        assertEquals(29, CATALOGUE.services().size());
    }

    @Test
    void namesAWayForEveryCloudOfARequirement() {
        for (EgressRequirement requirement : CATALOGUE.requirements()) {
            for (Cloud cloud : requirement.clouds()) {
                assertEquals(requirement.onlyImplies(), requirement.destinations(cloud).isEmpty(),
                        () -> requirement + " in " + cloud);
            }
            assertEquals(requirement.onlyImplies(), requirement.layers().isEmpty(), requirement::id);
        }
    }

    @Test
    void recognisesItsOwnHostForms() {
        for (BackingService service : CATALOGUE.services()) {
            for (List<HostForm> forms : service.hosts().values()) {
                for (HostForm form : forms) {
                    String host = form.host().text().replace("<region>", "japaneast").replace("<", "").replace(">", "");
                    assertTrue(form.match(FqdnPattern.parse(host)).isPresent(), () -> service + " " + host);
                }
            }
        }
    }

    @Test
    void citesEverySource() {
        Set<String> cited = new LinkedHashSet<>();
        CATALOGUE.requirements().forEach(entry -> cited.addAll(entry.sources()));
        CATALOGUE.services().forEach(entry -> cited.addAll(entry.sources()));
        CATALOGUE.shapes().forEach(entry -> cited.addAll(entry.sources()));
        CATALOGUE.facts().forEach(entry -> cited.addAll(entry.sources()));
        CATALOGUE.features().forEach(entry -> cited.addAll(entry.sources()));
        CATALOGUE.legacyNames().forEach(entry -> cited.addAll(entry.sources()));
        List<String> uncited = new ArrayList<>(CATALOGUE.sources().stream().map(Source::id).toList());
        uncited.removeAll(cited);
        assertEquals(List.of(), uncited);
    }

    @Test
    void givesEveryRequirementAndServiceASource() {
        CATALOGUE.requirements().forEach(entry -> assertFalse(entry.sources().isEmpty(), entry::id));
        CATALOGUE.services().forEach(entry -> assertFalse(entry.sources().isEmpty(), entry::id));
    }

    @Test
    void citesASourceByTitleAndDate() {
        assertEquals(List.of("outbound-rules-control-egress.md (2026-06-18)", "Azure/AKS#4792 (2025-02-12)"),
                CATALOGUE.cite(List.of("aks-outbound", "issue-aks-4792")));
    }
}
