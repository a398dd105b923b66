package dev.sekisho.benchmarks.growth;

import dev.sekisho.model.io.flow.FlowBlock;
import dev.sekisho.model.io.flow.FlowFields;
import dev.sekisho.model.io.flow.FlowFile;
import dev.sekisho.model.io.flow.FlowReader;
import dev.sekisho.model.io.flow.FlowSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What is measured comes back from its file.
class GrowthPointTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void pointsComeBackFromTheirFile() throws IOException {
        List<GrowthPoint> points = List.of(new GrowthPoint("rules", "acl", 100, "rte_acl", 20.5, 19.25, 7, 1.5),
                new GrowthPoint("flows", "simulate", 10_000, "sekisho", 900, 800, 1L << 40, 0));
        Path file = Files.writeString(folder.resolve("growth.csv"), GrowthPoint.text("today, here", points));
        assertEquals(points, GrowthPoint.read(file));
    }

    @Test
    void theFlowsThatAreSimulatedAreFlows() throws IOException {
        Path file = folder.resolve("flows.csv");
        Simulation.write(file, 500);
        Flows read = new Flows(new ArrayList<>());
        try (FlowFile content = FlowFile.of(Files.newInputStream(file))) {
            FlowReader reader = content.reader();
            for (Optional<FlowBlock> block = content.next(); block.isPresent(); block = content.next()) {
                reader.read(block.get(), read);
            }
            assertEquals(List.of(), content.unusedColumns());
        }
        assertEquals(500, read.flows().size());
    }

    /// Takes rows that describe flows, and nothing else.
    private record Flows(List<String> flows) implements FlowSink {
        @Override
        public void flow(FlowFields fields) {
            flows.add(fields.row().flow().toString());
        }

        @Override
        public void broken(long line, String problem) {
            throw new AssertionError("line " + line + ": " + problem);
        }

        @Override
        public void ends(long line, String problem) {
            throw new AssertionError("line " + line + ": " + problem);
        }
    }
}
