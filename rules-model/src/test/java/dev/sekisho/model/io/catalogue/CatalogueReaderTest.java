package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.CatalogueDiff;
import dev.sekisho.model.catalogue.CatalogueDiff.Change;
import dev.sekisho.model.catalogue.CatalogueDiff.Kind;
import dev.sekisho.model.catalogue.Confidence;
import dev.sekisho.model.catalogue.NeedLevel;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CatalogueReaderTest {
    private static final Catalogue BUILT_IN = CatalogueReader.builtIn();

    @Test
    void aUsersFileAddsBehindTheBuiltInEntries() {
        Catalogue extended = extend("""
                requirements:
                  - id: time-source
                    feature: base
                    purpose: Our own time server.
                    destinations:
                      allClouds: [{address: 172.16.0.9}]
                    protocol: udp
                    ports: [123]
                """).orElseThrow();
        assertEquals(79, extended.requirements().size());
        assertEquals("time-source", extended.requirements().getLast().id());
        assertEquals(3, extended.requirements().getLast().clouds().size());
    }

    @Test
    void aUsersFileOverridesInPlace() {
        Catalogue extended = extend("""
                requirements:
                  - id: mcr-prod-acr
                    override: true
                    feature: base
                    need: required
                    purpose: We saw it.
                    destinations: {AzurePublic: [mcrprod.azurecr.io]}
                    confidence: general-knowledge
                """).orElseThrow();
        assertEquals(78, extended.requirements().size());
        var entry = extended.requirement("mcr-prod-acr").orElseThrow();
        assertEquals(NeedLevel.REQUIRED, entry.need());
        assertEquals(Confidence.GENERAL_KNOWLEDGE, entry.confidence());
        assertEquals(BUILT_IN.requirements().stream().map(Object::toString).toList(),
                extended.requirements().stream().map(Object::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: mcr-data, feature: base, purpose: x, destinations: {AzurePublic: [a.example]}}                                     | DUPLICATE_NAME
            {id: mcr-dat, override: true, feature: base, purpose: x, destinations: {AzurePublic: [a.example]}}                      | UNKNOWN_REFERENCE
            {id: n, feature: bases, purpose: x, destinations: {AzurePublic: [a.example]}}                                           | UNKNOWN_REFERENCE
            {id: n, feature: base, purpose: x, destinations: {AzurePublic: [a.example]}, sources: [nowhere]}                        | UNKNOWN_REFERENCE
            {id: n, feature: base, purpose: x, when: {parameter: acr.nothing}, destinations: {AzurePublic: [a.example]}}            | UNKNOWN_REFERENCE
            {id: n, feature: base, purpose: x, when: {parameter: acr.layer=nowhere}, destinations: {AzurePublic: [a.example]}}      | UNKNOWN_REFERENCE
            {id: n, feature: base, purpose: x, when: {nodeOS: [windows]}, destinations: {AzurePublic: [a.example]}}                 | UNKNOWN_KEY
            {id: n, feature: base, purpose: x, destinations: {AzurePublic: ['a b']}}                                                | INVALID_VALUE
            {id: n, feature: base, purpose: x, destinations: {AzurePublic: ['a.*.example']}}                                        | INVALID_VALUE
            {id: n, feature: base, purpose: x, destinations: {AzurePublic: [{address: 10.0.0.1/8}]}}                                | HOST_BITS
            {id: n, feature: base, purpose: x, need: optional, destinations: {AzurePublic: [a.example]}}                            | OPTIONAL_WITHOUT_REQUEST
            {id: n, feature: base, purpose: x}                                                                                      | NO_DESTINATION
            {id: n, feature: base, purpose: x, destinations: {AzurePublic: [a.example]}, validity: {allClouds: {since: 2025-13-01}}} | INVALID_VALUE
            {id: n, feature: base, purpose: x, destinations: {AzurePublic: [a.example]}, validity: {allClouds: {since: 2025-03-01, until: 2024-03-01}}} | INVALID_VALUE
            {id: n, feature: base, destinations: {AzurePublic: [a.example]}}                                                        | MISSING_KEY
            """)
    void whatIsWrongIsReportedAtItsPlace(String entry, String code) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Catalogue> extended = extend("requirements:\n  - " + entry + "\n", diagnostics);
        assertEquals(Optional.empty(), extended);
        assertEquals(List.of(code), diagnostics.all().stream().map(Diagnostic::code).distinct().toList(),
                diagnostics::toString);
        diagnostics.all().forEach(problem -> assertEquals(4, problem.at().line(), problem::toString));
    }

    @Test
    void theSameCatalogueIsSeenFromAnyDay() {
        var legacy = BUILT_IN.requirement("aks-binaries-legacy").orElseThrow();
        assertTrue(BUILT_IN.asOf(LocalDate.of(2025, 5, 30)).isInForce(legacy, Cloud.AZURE_PUBLIC));
        assertEquals(false, BUILT_IN.asOf(LocalDate.of(2025, 5, 31)).isInForce(legacy, Cloud.AZURE_PUBLIC));
        assertEquals(LocalDate.of(2026, 8, 21), BUILT_IN.day());
    }

    @Test
    void aDifferenceOfTwoDaysNamesWhatCameAndWhatWent() {
        CatalogueDiff diff = CatalogueDiff.between(BUILT_IN, LocalDate.of(2025, 3, 1), LocalDate.of(2025, 6, 1));
        List<Change> here = diff.changes().stream().filter(change -> change.cloud() == Cloud.AZURE_PUBLIC).toList();
        assertEquals(List.of("aks-binaries", "aks-binaries-legacy"), here.stream().map(Change::id).toList());
        assertEquals(Kind.ADDED, here.getFirst().kind());
        assertEquals(Kind.REPLACED, here.getLast().kind());
        assertEquals(List.of("packages.aks.azure.com"), here.getLast().replacement());
        assertEquals(LocalDate.of(2025, 5, 31), here.getLast().on());
        CatalogueDiff china = CatalogueDiff.between(BUILT_IN, LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 1));
        assertEquals(List.of("defender-login", "defender-ods", "defender-oms"),
                china.changes().stream().map(Change::id).toList());
        assertEquals(Kind.REMOVED, china.changes().getFirst().kind());
    }

    private static Optional<Catalogue> extend(String entries) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Catalogue> extended = extend(entries, diagnostics);
        assertEquals(List.of(), diagnostics.all());
        return extended;
    }

    private static Optional<Catalogue> extend(String entries, Diagnostics diagnostics) {
        return CatalogueReader.extend(BUILT_IN,
                SourceFile.of("own.yaml", "apiVersion: sekisho.dev/v1\nkind: Catalogue\n" + entries), diagnostics);
    }
}
