package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.CatalogueRow;
import dev.sekisho.model.catalogue.CatalogueSheet;
import dev.sekisho.model.catalogue.CatalogueSheet.Kind;
import dev.sekisho.model.catalogue.CatalogueSheet.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CatalogueSheetTest {
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();

    @Test
    void aListingHasALineForEveryRequirementAndService() {
        List<CatalogueRow> rows = CatalogueRow.list(CATALOGUE);
        assertEquals(78 + 29, rows.size());
        CatalogueRow legacy = rows.stream().filter(row -> row.id().equals("aks-binaries-legacy")).findFirst()
                .orElseThrow();
        assertFalse(legacy.inForce());
        assertEquals(List.of("acs-mirror.azureedge.net"), legacy.destinations());
        assertEquals("https:443", legacy.protocol());
    }

    @Test
    void anIdShowsEveryEntryThatHasIt() {
        assertEquals(List.of(Kind.REQUIREMENT, Kind.SERVICE),
                CatalogueSheet.find(CATALOGUE, "azure-resource-manager").stream().map(CatalogueSheet::kind).toList());
        assertEquals(List.of(), CatalogueSheet.find(CATALOGUE, "no-such-entry"));
    }

    @Test
    void aSheetSaysWhatTheCatalogueSays() {
        List<Line> lines = CatalogueSheet.find(CATALOGUE, "aks-binaries").getFirst().lines();
        assertTrue(lines.contains(new Line("AzurePublic", List.of("packages.aks.azure.com"))));
        assertTrue(lines.contains(
                new Line("AzurePublic validity",
                        List.of("since 2025-03-31", "node images since 31 March 2025 fetch from here"))));
        assertTrue(lines.contains(new Line("removed by", List.of("network-isolated"))));
    }

    @Test
    void everyEntryHasASheetWithSources() {
        for (CatalogueRow row : CatalogueRow.list(CATALOGUE)) {
            for (CatalogueSheet sheet : CatalogueSheet.find(CATALOGUE, row.id())) {
                boolean built = sheet.kind() == Kind.FEATURE
                        || sheet.lines().stream().anyMatch(line -> line.label().equals("sources"));
                assertTrue(built, () -> sheet.kind() + " " + sheet.id());
            }
        }
    }
}
