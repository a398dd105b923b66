package dev.sekisho.cli.report;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that can be said about an environment, on one page that needs nothing beside it: no script, no font, no network.
///
/// @param mark the line that makes the file ours
/// @param title names of the files
/// @param coverage what a cluster needs; absent where no cluster is asked about
/// @param findings what is found about rules; absent where there was too much to look at, as `notes` says
/// @param difference to what is proposed; absent where nothing is, or where it is too large to say
/// @param notes what is missing on the page, and why
public record ReportPage(String mark, String title, Optional<Coverage> coverage, Optional<Findings> findings,
        Optional<Difference> difference, Contents contents, List<String> notes) {
    private static final String TEMPLATE = "report.mustache";

    public ReportPage {
        notes = List.copyOf(notes);
    }

    /// An answer in short, at the top of the page.
    ///
    /// @param section the name of the section that has it in full
    public record Tile(String label, String answer, Tone tone, String section) {}

    /// Returns the answers in short.
    public List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        coverage.ifPresent(found -> tiles.add(new Tile("reachable", found.summary(), found.tone(), "needs")));
        coverage.filter(found -> !found.excess().isEmpty()).ifPresent(found -> tiles.add(new Tile("beyond need",
                "by " + found.excess().size() + (found.excess().size() == 1 ? " rule" : " rules"), Tone.DOUBTFUL,
                "excess")));
        findings.ifPresent(found -> tiles.add(new Tile("findings", found.summary(), found.tone(), "findings")));
        difference.ifPresent(found -> tiles.add(new Tile("difference", found.summary(), found.tone(), "difference")));
        return tiles;
    }

    /// Tells whether there is nothing that somebody has to look at: every need met, no finding that is an error, no difference,
    /// and nothing missing.
    public boolean isClean() {
        return notes.isEmpty() && coverage.stream().allMatch(found -> found.tone() == Tone.GOOD)
                && findings.stream().allMatch(found -> found.tone() != Tone.BAD)
                && difference.stream().noneMatch(Difference::changes);
    }

    /// Returns the page. Its lines end with a line feed alone, whatever names hold.
    public String html() {
        return Mustache.compiler().withCollector(new OptionalsToo()).compile(template()).execute(this).replace("\r",
                "&#13;");
    }

    /// Lets a section of the template stand for an [Optional]: what is absent leaves it out.
    private static final class OptionalsToo extends DefaultCollector {
        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
