package dev.sekisho.model.io.shape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Holds the tables of `docs/reading.md` against the code. With `-Dsekisho.write=true` they are written into the page
/// instead of compared.
class ReadingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reading.md");
    private static final String HEADING = "## Properties\n\n";

    @Test
    void thePageSaysOfEveryPropertyWhatBecomesOfIt() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(HEADING)) + HEADING + tables();
        if (Boolean.getBoolean("sekisho.write")) {
            Files.writeString(PAGE, written);
        } else {
            assertEquals(written, page, "docs/reading.md is behind; this test writes it with -Dsekisho.write=true");
        }
    }

    private static String tables() {
        StringBuilder text = new StringBuilder("Of every resource these are left:\n\n");
        Map<String, Set<String>> everywhere = new TreeMap<>();
        CommonShapes.resource("a resource").properties().forEach(property -> {
            if (property.meaning() instanceof Meaning.Left(String why)) {
                everywhere.computeIfAbsent(why, _ -> new TreeSet<>()).addAll(property.names());
            }
        });
        everywhere.forEach((why, names) -> text.append("- ").append(why).append(": ").append(names(names))
                .append('\n'));
        text.append('\n');
        List<ResourceKind> kinds = new ArrayList<>(Shapes.kinds());
        kinds.sort(Comparator.comparing(ResourceKind::type));
        for (ResourceKind kind : kinds) {
            Set<String> read = new LinkedHashSet<>();
            Map<String, Set<String>> left = new TreeMap<>();
            Map<String, Set<String>> open = new TreeMap<>();
            collect(kind.shape(), "", read, left, open);
            text.append("### ").append(kind.type()).append("\n\n");
            text.append("Read: ").append(names(read)).append("\n").append(left.isEmpty() && open.isEmpty() ? "" : "\n");
            open.forEach((why, names) -> text.append("- **not modelled**, and reported where it is set (").append(why)
                    .append("): ").append(names(names)).append('\n'));
            left.forEach((why, names) -> text.append("- left (").append(why).append("): ").append(names(names))
                    .append('\n'));
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void collect(Shape shape, String path, Set<String> read, Map<String, Set<String>> left,
            Map<String, Set<String>> open) {
        for (Property property : shape.properties()) {
            String name = path + property.names().getFirst();
            switch (property.meaning()) {
                case Meaning.Left(String why) -> {
                    if (!why.equals(CommonShapes.ENVELOPE) && !why.equals(CommonShapes.STATUS)) {
                        left.computeIfAbsent(why, _ -> new TreeSet<>()).add(name);
                    }
                }
                case Meaning.NotModelled(String why, List<String> _) ->
                    open.computeIfAbsent(why, _ -> new TreeSet<>()).add(name);
                case Meaning meaning -> {
                    List<Shape> inner = shapes(meaning);
                    if (inner.isEmpty()) {
                        read.add(name);
                    }
                    inner.forEach(one -> collect(one, name + ".", read, left, open));
                }
            }
        }
    }

    private static List<Shape> shapes(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Part(Shape shape) -> List.of(shape);
            case Meaning.Inner(Shape shape, String _) -> List.of(shape);
            case Meaning.Variant variant -> List.copyOf(variant.shapes().values());
            case Meaning.Many(Meaning each) -> shapes(each);
            case Meaning.Single _,Meaning.Word _,Meaning.Left _,Meaning.NotModelled _ -> List.of();
        };
    }

    private static String names(Set<String> names) {
        return names.isEmpty() ? "its name" : "`" + String.join("`, `", names) + "`";
    }
}
