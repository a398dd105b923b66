package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.Fact;
import dev.sekisho.model.catalogue.FeatureDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The page about the catalogue names what the catalogue and the resolver say.
class CatalogueDocumentTest {
    private static final Path PAGE = Path.of("../docs/catalogue.md");
    private static final Path RESOLVER = Path.of("src/main/java/dev/sekisho/model/resolve");
    private static final Pattern CODE = Pattern.compile("(?:error|warn|report|refuse)\\(\\s*\"([A-Z_]+)\"");

    @Test
    void everyCodeIsOnThePageAndNoOther() throws IOException {
        Set<String> told = new TreeSet<>();
        Catalogue catalogue = CatalogueReader.builtIn();
        Stream.of(catalogue.requirements().stream().map(EgressRequirement::cautions),
                catalogue.services().stream().map(BackingService::cautions),
                catalogue.shapes().stream().map(ClusterShapeFact::cautions),
                catalogue.features().stream().map(FeatureDefinition::cautions),
                catalogue.facts().stream().map(Fact::cautions)).flatMap(lists -> lists).flatMap(List::stream)
                .map(Caution::code).forEach(told::add);
        try (Stream<Path> sources = Files.list(RESOLVER)) {
            for (Path source : sources.toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    told.add(matcher.group(1));
                }
            }
        }
        Set<String> documented = new TreeSet<>();
        String page = Files.readString(PAGE);
        Matcher matcher = Pattern.compile("`([A-Z][A-Z_]+)`")
                .matcher(page.substring(page.indexOf("## What operators are told")));
        while (matcher.find()) {
            documented.add(matcher.group(1));
        }
        assertEquals(told, documented);
    }

    @Test
    void everyPropertyOfAConditionIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        for (Condition.Switch property : Condition.Switch.values()) {
            assertEquals(true, page.contains("`" + property.text() + "`"), property::text);
        }
    }
}
