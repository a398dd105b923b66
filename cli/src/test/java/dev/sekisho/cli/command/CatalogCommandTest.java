package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CatalogCommandTest {
    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    @Test
    void listsWhatOneFeatureNeedsInOneCloud() {
        assertEquals(ExitCode.CLEAN, run("list", "--feature", "base", "--cloud", "azurechina"));
        assertTrue(streams.out().contains("mcr.azk8s.cn") || streams.out().contains("mcr.microsoft.com"),
                streams.out());
        assertEquals("", streams.err());
    }

    @Test
    void listsTheSameRowsForPrograms() {
        assertEquals(ExitCode.CLEAN, run("list", "--output", "json"));
        JsonNode rows = JsonMapper.shared().readTree(streams.out());
        JsonNode registry = rows.valueStream().filter(row -> row.get("id").asString().equals("mcr-registry"))
                .findFirst().orElseThrow();
        assertEquals("mcr.microsoft.com", registry.get("destinations").get(0).asString());
        assertEquals("443", registry.get("ports").asString());
    }

    @Test
    void showsAnEntryWithItsSources() {
        assertEquals(ExitCode.CLEAN, run("show", "mcr-registry"));
        assertTrue(streams.out().contains("mcr.microsoft.com"), streams.out());
        assertTrue(streams.out().contains("outbound-rules-control-egress.md ("), streams.out());
    }

    @Test
    void showsTheRequirementAndTheServiceWithTheSameId() {
        assertEquals(ExitCode.CLEAN, run("show", "azure-resource-manager"));
        assertTrue(streams.out().contains("requirement") && streams.out().contains("service tag"), streams.out());
        assertTrue(streams.out().contains("destinations in azure us government"), streams.out());
    }

    @Test
    void showsEveryEntryOfAnIdForPrograms() {
        assertEquals(ExitCode.CLEAN, run("show", "azure-resource-manager", "--output", "json"));
        JsonNode entries = JsonMapper.shared().readTree(streams.out());
        assertEquals(List.of("requirement", "service"),
                entries.valueStream().map(entry -> entry.get("kind").asString()).toList());
    }

    @Test
    void namesTheNearestEntryWhenOneIsMisspelt() {
        assertEquals(ExitCode.WRONG_INPUT, run("show", "mcr-registri"));
        assertEquals("", streams.out());
        assertTrue(streams.err().contains("did you mean 'mcr-registry'?"), streams.err());
    }

    @Test
    void tellsWhatChangedBetweenTwoDays() {
        assertEquals(ExitCode.SOMETHING_TO_SEE, run("diff", "--from", "2025-01-01", "--to", "2025-12-31"));
        assertTrue(streams.out().contains("packages.aks.azure.com"), streams.out());
        assertEquals(ExitCode.CLEAN, run("diff", "--from", "2025-01-01", "--to", "2025-01-01"));
    }

    @Test
    void refusesDaysInTheWrongOrder() {
        assertEquals(ExitCode.WRONG_INPUT, run("diff", "--from", "2026-01-01", "--to", "2025-01-01"));
        assertTrue(streams.err().contains("--to 2025-01-01 is before --from 2026-01-01"), streams.err());
    }

    @Test
    void reportsTheProblemsOfAFileOfTheUsersOwn() throws IOException {
        Path file = Files.writeString(scratch.resolve("own.yaml"), "apiVersion: sekisho.dev/v1\nkind: Catalog\n");
        assertEquals(ExitCode.WRONG_INPUT, run("list", "--catalog", file.toString()));
        assertEquals("", streams.out());
        assertTrue(streams.err().startsWith(file + ":2:7: error:"), streams.err());
    }

    @Test
    void knowsTheClouds() {
        assertEquals(ExitCode.WRONG_INPUT, run("list", "--cloud", "AzureChinas"));
        assertTrue(streams.err().contains("did you mean 'AzureChina'?"), streams.err());
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "catalog";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandTree.of(streams.streams()).execute(all);
    }
}
