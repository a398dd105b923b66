package dev.sekisho.model.io.servicetag;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.servicetag.PublishedTag;
import dev.sekisho.model.servicetag.TagRelease;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ServiceTagReaderTest {
    private static final String FILE = """
            {
              "changeNumber": 17,
              "cloud": "Public",
              "values": [
                {
                  "name": "Storage.SwitzerlandNorth",
                  "id": "Storage.SwitzerlandNorth",
                  "properties": {
                    "changeNumber": 3,
                    "region": "switzerlandn",
                    "regionId": 66,
                    "platform": "Azure",
                    "systemService": "AzureStorage",
                    "addressPrefixes": ["20.60.174.0/23", "2603:1020:a00::/48"],
                    "networkFeatures": ["API", "NSG"]
                  }
                },
                {
                  "properties": {"addressPrefixes": ["20.60.174.0/24", "20.1.2.3"], "region": "", "systemService": ""},
                  "name": "Sql"
                }
              ]
            }
            """;

    @TempDir
    Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<TagRelease> read(String text) {
        return ServiceTagReader.read(SourceFile.of("tags.json", text), diagnostics);
    }

    @Test
    void readsCloudChangeNumberAndTags() {
        TagRelease release = read(FILE).orElseThrow();
        assertTrue(diagnostics.isEmpty(), diagnostics::toString);
        assertEquals(new TagRelease("Public", 17, Optional.empty(), SourceLocation.startOf("tags.json"), List.of(
                new PublishedTag(ServiceTagName.parse("Storage.SwitzerlandNorth"), "switzerlandn", "AzureStorage",
                        List.of(IpPrefix.parse("20.60.174.0/23"), IpPrefix.parse("2603:1020:a00::/48"))),
                new PublishedTag(ServiceTagName.parse("Sql"), "", "",
                        List.of(IpPrefix.parse("20.60.174.0/24"), IpPrefix.parse("20.1.2.3/32"))))),
                release);
        assertEquals("tags.json:1:1", release.at().toString());
        assertEquals(Optional.of(AddressSet.of(IpPrefix.parse("20.60.174.0/24"), IpPrefix.parse("20.1.2.3/32"))),
                release.find(ServiceTagName.parse("SQL")));
    }

    @Test
    void readsWhatTheAzureCliPrints() {
        TagRelease release = read("""
                {"changeNumber": "86", "cloud": "Public", "id": "/subscriptions/0/providers/x", "name": "Public",
                 "nextLink": null, "type": "Microsoft.Network/serviceTags",
                 "values": [{"id": "ApiManagement", "name": "ApiManagement", "serviceTagChangeNumber": null,
                             "properties": {"addressPrefixes": ["13.64.39.16/32"], "changeNumber": "7", "region": "",
                                            "state": null, "systemService": "AzureApiManagement"}}]}
                """).orElseThrow();
        assertTrue(diagnostics.isEmpty(), diagnostics::toString);
        assertEquals(86, release.changeNumber());
        assertEquals(1, release.tags().size());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "ServiceTags_Public_20260706.json, 2026-07-06",
            "20260101/tags.json, -",
            "20260101\\tags-20260228.json, 2026-02-28",
            "tags_20260230.json, -",
            "tags_202607061.json, -",
            "tags_120260706.json, -",
    })
    void takesTheDayFromTheNameOfTheFile(String name, LocalDate day) {
        assertEquals(Optional.ofNullable(day),
                ServiceTagReader.read(SourceFile.of(name, FILE), diagnostics).orElseThrow().date());
    }

    @Test
    void reportsEveryWrongPlaceAndReadsTheRest() {
        TagRelease release = read("""
                {"changeNumber": 17, "cloud": "Public", "values": [
                {"name": "A", "properties": {"addressPrefixes": ["10.0.0.5/24", "10.0.0.0/33", 7, "10.9.0.0/16", ["x"]]}},
                {"name": "not a tag", "properties": {"addressPrefixes": []}},
                {"properties": {"addressPrefixes": []}},
                {"name": "B", "properties": {"region": 5, "systemService": null}},
                {"name": "C", "properties": []},
                "D",
                {"name": "a", "properties": {"addressPrefixes": ["10.8.0.0/16"]}},
                {"name": "E", "properties": {"addressPrefixes": "10.8.0.0/16"}}
                ]}
                """).orElseThrow();
        assertEquals("""
                tags.json:2:50: error: 10.0.0.5/24 has host bits set: write 10.0.0.0/24, or 10.0.0.5/32 for that one \
                address [INVALID_VALUE]
                tags.json:2:65: error: the prefix length '33' after 10.0.0.0 is not a number from 0 to 32 [INVALID_VALUE]
                tags.json:2:80: error: an address prefix is a text in quotes [WRONG_TYPE]
                tags.json:2:98: error: an address prefix is a text in quotes [WRONG_TYPE]
                tags.json:3:1: error: a tag has a 'name', this one has none that can be read [MISSING_KEY]
                tags.json:3:10: error: 'not a tag' is not a service tag such as Storage or Storage.WestEurope \
                [INVALID_VALUE]
                tags.json:4:1: error: a tag has a 'name', this one has none that can be read [MISSING_KEY]
                tags.json:5:1: error: a tag has 'properties' with 'addressPrefixes', this one does not [MISSING_KEY]
                tags.json:5:40: error: the region is a text in quotes [WRONG_TYPE]
                tags.json:5:60: error: the service is a text in quotes [WRONG_TYPE]
                tags.json:6:1: error: a tag has 'properties' with 'addressPrefixes', this one does not [MISSING_KEY]
                tags.json:6:29: error: the properties of a tag is an object [WRONG_TYPE]
                tags.json:7:1: error: a tag has 'properties' with 'addressPrefixes', this one does not [MISSING_KEY]
                tags.json:7:1: error: a tag has a 'name', this one has none that can be read [MISSING_KEY]
                tags.json:7:1: error: a tag is an object [WRONG_TYPE]
                tags.json:8:1: error: the service tag a is there twice (help: the first one is used) [DUPLICATE_NAME]
                tags.json:9:49: error: the address prefixes are a list [WRONG_TYPE]
                """.lines().sorted().toList(), lines());
        assertEquals(Optional.of(AddressSet.of(IpPrefix.parse("10.9.0.0/16"))),
                release.find(ServiceTagName.parse("A")));
    }

    /// The problems with code and advice in the places where people expect them.
    private List<String> lines() {
        return diagnostics.all().stream()
                .map(d -> d.at() + ": " + d.severity() + ": " + d.problem()
                        + (d.remedy().isEmpty() ? "" : " (help: " + d.remedy() + ")") + " [" + d.code() + "]")
                .sorted().toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "{'cloud':'Public','values':[]} | tags.json:1:1: error: a service-tag file says 'changeNumber', this one does not",
            "{'changeNumber':1,'values':[]} | tags.json:1:1: error: a service-tag file says 'cloud', this one does not",
            "{'changeNumber':1,'cloud':'P'} | tags.json:1:1: error: a service-tag file says 'values', this one does not",
            "[] | tags.json:1:1: error: a service-tag file is one JSON object",
            "\"\" | tags.json:1:1: error: a service-tag file is one JSON object",
    })
    void refusesWhatIsNoServiceTagFile(String text, String problem) {
        assertEquals(Optional.empty(), read(text.replace('\'', '"')));
        assertTrue(lines().stream().anyMatch(line -> line.startsWith(problem)), diagnostics::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "'-1' | the change number is a whole number, but this is '-1'",
            "12345678901 | the change number is a whole number, but this is '12345678901'",
            "true | the change number is a whole number",
            "1.5 | the change number is a whole number",
            "[1] | the change number is a whole number",
    })
    void refusesAChangeNumberThatIsNone(String value, String problem) {
        assertEquals(Optional.empty(),
                read("{\"changeNumber\":" + value.replace('\'', '"') + ",\"cloud\":\"P\",\"values\":[]}"));
        assertTrue(lines().contains("tags.json:1:17: error: " + problem + " [WRONG_TYPE]"), diagnostics::toString);
    }

    @Test
    void explainsBrokenJson() {
        assertEquals(Optional.empty(), read(FILE.substring(0, FILE.indexOf("20.60.174.0/24"))));
        assertTrue(lines().getFirst().endsWith("[TRUNCATED_FILE]"), diagnostics::toString);

        Diagnostics other = new Diagnostics();
        assertEquals(Optional.empty(), ServiceTagReader.read(SourceFile.of("tags.json", FILE + "}"), other));
        assertTrue(other.hasErrors());
    }

    @Test
    void saysThatSomethingFollowsTheObject() {
        assertTrue(read(FILE + "{}").isPresent());
        assertTrue(lines().getFirst().contains("the file ends where its object ends, but something follows"));
    }

    @Test
    void neverFailsSilentlyOnAFileCutAnywhere() {
        for (int end = 0; end < FILE.stripTrailing().length(); end++) {
            Diagnostics cut = new Diagnostics();
            assertEquals(Optional.empty(),
                    ServiceTagReader.read(SourceFile.of("tags.json", FILE.substring(0, end)), cut));
            assertTrue(cut.hasErrors());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "{'changeNumber':1,'cloud':'P','values':[]} | true",
            "{'values':[{'properties':{'changeNumber':2}}],'changeNumber':1} | true",
            "{'x':{'y':[1]},'changeNumber':1,'values':[ | true",
            "{'changeNumber':1,'values':{}} | false",
            "{'changeNumber':1} | false",
            "{'values':[{'properties':{'changeNumber':2}}]} | false",
            "[{'changeNumber':1,'values':[]}] | false",
            "{'changeNumber':1, nonsense | false",
            "{'values':[]} | false",
    })
    void recognisesAServiceTagFile(String text, boolean recognised) {
        assertEquals(recognised, ServiceTagReader.recognises(SourceFile.of("x", text.replace('\'', '"'))));
    }

    @Test
    void readsPlainAndPackedFilesWithOrWithoutAByteOrderMark() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.json"), "\ufeff" + FILE);
        Path packed = folder.resolve("ServiceTags_Public_20260706.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(FILE.getBytes(StandardCharsets.UTF_8));
        }
        TagRelease one = ServiceTagReader.read(plain, diagnostics).orElseThrow();
        TagRelease two = ServiceTagReader.read(packed, diagnostics).orElseThrow();
        assertTrue(diagnostics.isEmpty(), diagnostics::toString);
        assertEquals(one.tags(), two.tags());
        assertEquals(Optional.of(LocalDate.of(2026, 7, 6)), two.date());
    }

    @Test
    void refusesAPackedFileThatUnpacksToTooMuch() throws IOException {
        Path bomb = folder.resolve("bomb.json.gz");
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (long written = 0; written <= ServiceTagReader.LIMIT; written += blanks.length) {
                out.write(blanks);
            }
        }
        assertEquals(Optional.empty(), ServiceTagReader.read(bomb, diagnostics));
        assertTrue(lines().getFirst().endsWith("[FILE_TOO_LARGE]"), diagnostics::toString);
    }

    @Test
    void isPartOfAnEnvironmentInAFolderOrByName() throws IOException {
        Path old = Files.writeString(folder.resolve("a.json"), FILE.replace("17,", "16,"));
        Files.writeString(folder.resolve("b.json"), FILE);
        Files.writeString(folder.resolve("c.json"), FILE.replace("Public", "AzureGovernment"));
        Environment environment = EnvironmentReader.read(List.of(folder), diagnostics);
        assertEquals(List.of("service tags of Public, change 17", "service tags of AzureGovernment, change 17"),
                environment.serviceTags().releases().stream().map(TagRelease::toString).toList());
        assertEquals(List.of(
                folder.resolve("a.json") + ":1:1: note: these are the service tags of Public, change 16; change 17 is "
                        + "used instead [SUPERSEDED_FILE]",
                folder.resolve("c.json")
                        + ":1:1: note: these are the service tags of AzureGovernment, change 17; those "
                        + "of Public are read too (help: where both have a tag, that of the cluster's cloud holds, else "
                        + "that of the public cloud) [SEVERAL_CLOUDS]"),
                lines());

        Diagnostics named = new Diagnostics();
        assertEquals(16, EnvironmentReader.read(List.of(old), named).serviceTags().release("Public").orElseThrow()
                .changeNumber());
        assertTrue(named.isEmpty(), named::toString);
    }

    @Test
    @EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
    void readsTheRealFilesCompletely() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("sekisho.corpus"), "service-tags"))) {
            for (Path path : files.sorted().toList()) {
                TagRelease release = ServiceTagReader.read(path, diagnostics).orElseThrow();
                assertTrue(diagnostics.isEmpty(), diagnostics::toString);
                int prefixes = release.tags().values().stream().mapToInt(tag -> tag.prefixes().size()).sum();
                if (release.cloud().equals("Public") && release.changeNumber() == 398) {
                    assertEquals(3136, release.tags().size());
                    assertEquals(101_516, prefixes);
                }
                assertTrue(prefixes > release.tags().size());
                for (PublishedTag tag : release.tags().values()) {
                    AddressSet addresses = release.find(tag.name()).orElseThrow();
                    assertTrue(tag.prefixes().stream().allMatch(prefix -> addresses.containsAll(prefix.toRange())));
                    assertEquals(tag.name().region().isPresent(), !tag.region().isEmpty(), tag.name()::toString);
                    assertFalse(addresses.isEmpty() && !tag.prefixes().isEmpty());
                }
            }
        }
    }
}
