package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.ClusterNeeds.NotNeeded;
import dev.sekisho.model.need.EgressNeed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The needs of a cluster in tests, with what was reported on the way.
record Resolved(ClusterNeeds needs, List<Diagnostic> problems) {
    static final Catalogue CATALOGUE = CatalogueReader.builtIn();

    /// Resolves a cluster that must not have any error.
    static Resolved of(Intent intent) {
        Resolved resolved = withProblems(intent);
        assertEquals(List.of(), resolved.problems());
        return resolved;
    }

    static Resolved withProblems(Intent intent) {
        return resolved(CATALOGUE, intent);
    }

    /// Resolves a cluster with the catalogue of a day.
    static Resolved on(LocalDate day, Intent intent) {
        return resolved(CATALOGUE.asOf(day), intent);
    }

    private static Resolved resolved(Catalogue catalogue, Intent intent) {
        Diagnostics diagnostics = new Diagnostics();
        return new Resolved(NeedResolver.resolve(intent.build(), catalogue, diagnostics), diagnostics.all());
    }

    EgressNeed need(String id) {
        return needs.needs().stream().filter(need -> need.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("no need " + id + " in " + ids()));
    }

    NotNeeded notNeeded(String id) {
        return needs.notNeeded().stream().filter(absent -> absent.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id + " is needed"));
    }

    List<String> ids() {
        return needs.needs().stream().map(EgressNeed::id).toList();
    }

    Set<String> warnings() {
        return needs.warnings().stream().map(Diagnostic::code).collect(Collectors.toSet());
    }

    Set<String> errors() {
        return problems.stream().map(Diagnostic::code).collect(Collectors.toSet());
    }

    /// Alternatives as text: targets joined by commas.
    List<String> alternatives(String id) {
        return need(id).alternatives().stream()
                .map(targets -> targets.stream().map(Object::toString).collect(Collectors.joining(","))).toList();
    }

    /// Protocol and ports as text.
    String wire(String id) {
        return need(id).protocol() + ":" + need(id).ports();
    }

    List<String> from(Collection<String> ids) {
        return ids().stream().filter(ids::contains).toList();
    }
}
