package dev.sekisho.cli;

import dev.sekisho.cli.command.ExitCode;
import dev.sekisho.cli.terminal.CapturedStreams;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MainTest {
    private final CapturedStreams streams = CapturedStreams.plain();

    private int run(String... args) {
        return Main.run(streams.streams(), args);
    }

    @Test
    void printsItsVersionOnStandardOutput() {
        assertEquals(ExitCode.CLEAN, run("--version"));
        assertTrue(streams.out().startsWith("sekisho "), streams.out());
        assertEquals("", streams.err());
    }

    @Test
    void printsItsCommandsAndExitCodesAsHelp() {
        assertEquals(ExitCode.CLEAN, run("--help"));
        assertTrue(streams.out().contains("Exit codes:"), streams.out());
        assertEquals("", streams.err());
    }

    @Test
    void refusesAnEmptyCommandLine() {
        assertEquals(ExitCode.WRONG_INPUT, run());
        assertEquals("", streams.out());
        assertEquals("sekisho: error: a command is missing\n  help: sekisho --help\n", streams.err());
    }

    @Test
    void namesTheNearestCommandWhenOneIsMisspelt() {
        assertEquals(ExitCode.WRONG_INPUT, run("inspct"));
        assertEquals("", streams.out());
        assertTrue(streams.err().contains("sekisho inspect"), streams.err());
    }

    @Test
    void refusesAnUnknownOption() {
        assertEquals(ExitCode.WRONG_INPUT, run("--verbose"));
        assertTrue(streams.err().contains("Unknown option: '--verbose'"), streams.err());
    }
}
