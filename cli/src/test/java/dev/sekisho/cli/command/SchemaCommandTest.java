package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SchemaCommandTest {
    private final CapturedStreams streams = CapturedStreams.plain();

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "environment", "test"})
    void printsTheSchemaOfEachKindOfFile(String kind) {
        assertEquals(ExitCode.CLEAN, run(kind));
        JsonNode schema = JsonMapper.shared().readTree(streams.out());
        assertEquals("https://sekisho.dev/schema/v1/" + kind + ".schema.json", schema.get("$id").asString());
        assertEquals("", streams.err());
    }

    @Test
    void namesTheKindsWhereOneIsNotKnown() {
        assertEquals(ExitCode.WRONG_INPUT, run("clusters"));
        assertTrue(streams.err().contains("did you mean 'cluster'?"), streams.err());
    }

    private int run(String kind) {
        return CommandTree.of(streams.streams()).execute("schema", kind);
    }
}
