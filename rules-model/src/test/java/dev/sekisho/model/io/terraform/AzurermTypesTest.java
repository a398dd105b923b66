package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Holds the tables against the provider's own names, which `build/validate/azurerm-arguments.mjs` takes from its types,
/// and against the documentation.
class AzurermTypesTest {
    private static final Path PAGE = Path.of("..", "docs", "terraform.md");
    private static final String MARK = "<!-- below this line the tests write, with -Dsekisho.write=true -->\n";

    @Test
    void everyArgumentAndAttributeOfTheProviderIsReadOrSaidToBeLeftOut() throws IOException {
        List<String> missing = new ArrayList<>();
        Node.Mapping provider = (Node.Mapping) ShownResources.tree(ShownResources.text("azurerm-arguments.json"));
        for (Node.Entry entry : provider.entries()) {
            String name = entry.key().text();
            boolean data = name.startsWith("data.");
            String type = data ? name.substring("data.".length()) : name;
            if (!data || AzurermTypes.isWholeAsData(type)) {
                compare(name, AzurermTypes.of(type).orElseThrow().block(), entry.value(), missing);
            }
        }
        assertEquals(List.of(), missing);
    }

    private static void compare(String place, Block block, Node names, List<String> missing) {
        for (Node.Entry entry : ((Node.Mapping) names).entries()) {
            String name = entry.key().text();
            block.argument(name).ifPresentOrElse(argument -> {
                switch (argument) {
                    case Argument.Single(var _, Block inner) ->
                        compare(place + "." + name, inner, entry.value(), missing);
                    case Argument.Items items -> compare(place + "." + name, items.block(), entry.value(), missing);
                    case Argument.Property _ -> assertTrue(((Node.Mapping) entry.value()).entries().isEmpty(),
                            () -> place + "." + name + " is a block");
                    case Argument.Left _,Argument.NotModelled _ -> {
                        // All of it is left out.
                    }
                }
            }, () -> {
                if (!isParent(place, name)) {
                    missing.add(place + "." + name);
                }
            });
        }
    }

    private static boolean isParent(String type, String argument) {
        return AzurermTypes.of(type.startsWith("data.") ? type.substring(5) : type)
                .flatMap(AzurermType::parentArgument).filter(argument::equals).isPresent();
    }

    @Test
    void theDocumentationSaysWhatBecomesOfEachArgument() throws IOException {
        String page = Files.readString(PAGE);
        int end = page.indexOf(MARK) + MARK.length();
        String expected = page.substring(0, end) + "\n" + AzurermTypes.all().stream().map(AzurermTypesTest::section)
                .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("sekisho.write")) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected, page, "docs/terraform.md is behind; the test writes it with -Dsekisho.write=true");
        }
    }

    private static String section(AzurermType type) {
        String role = switch (type.role()) {
            case AzurermType.Role.Whole _ -> type.azure();
            case AzurermType.Role.Child(String argument, String _) -> type.azure() + ", a child of `" + argument + "`";
            case AzurermType.Role.Addition(String argument, String _, String _) ->
                "adds to the " + type.azure() + " that `" + argument + "` names";
        };
        List<String> lines = new ArrayList<>();
        lines.add("### " + type.terraform());
        lines.add("");
        lines.add(role);
        lines.add("");
        lines.add("| argument | becomes |");
        lines.add("| --- | --- |");
        rows("", type.list().isEmpty() ? "" : type.list() + "/0/", type.block(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static void rows(String prefix, String path, Block block, List<String> lines) {
        block.arguments().forEach((name, argument) -> {
            switch (argument) {
                case Argument.Property property -> lines.add("| `" + prefix + name + "` | `"
                        + (property.path().startsWith("/") ? property.path().substring(1) : path + property.path())
                                .replace("/0", "[]").replace('/', '.')
                        + "` |");
                case Argument.Single(String to, Block inner) ->
                    rows(prefix + name + ".", path + to + "/", inner, lines);
                case Argument.Items items ->
                    rows(prefix + name + "[].", path + items.path() + "/0/", items.block(), lines);
                case Argument.Left(String why) -> lines.add("| `" + prefix + name + "` | left out: " + why + " |");
                case Argument.NotModelled(String why) ->
                    lines.add("| `" + prefix + name + "` | reported as not modelled: " + why + " |");
            }
        });
    }
}
