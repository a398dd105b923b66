package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BenchCommandTest {
    private final CapturedStreams streams = CapturedStreams.plain();

    @Test
    void comparesWithTheInterpreterAndTellsTheRates() {
        assertEquals(ExitCode.CLEAN, run("--rules", "60", "--flows", "9000", "--output", "json"));
        JsonNode fields = JsonMapper.shared().readTree(streams.out());
        assertEquals(60, fields.get("rules").asInt());
        assertEquals(200, fields.get("compared").asInt());
        assertEquals(0, fields.get("interpreted").asInt());
        assertTrue(fields.get("flowsPerSecond").asLong() > 0);
    }

    @Test
    void refusesNumbersThatMeanNothing() {
        assertEquals(ExitCode.WRONG_INPUT, run("--rules", "0"));
        assertTrue(streams.err().contains("at least 1"), streams.err());
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bench";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandTree.of(streams.streams()).execute(all);
    }
}
