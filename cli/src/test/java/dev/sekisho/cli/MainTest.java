package dev.sekisho.cli;

import dev.sekisho.cli.command.ExitCode;
import dev.sekisho.cli.terminal.CapturedStreams;
import dev.sekisho.cli.terminal.Streams;
import java.io.PrintWriter;
import java.io.Writer;
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

    @Test
    void saysHowMuchMemoryWasNotEnough() {
        Writer full = new Writer() {
            @Override
            public void write(char[] characters, int from, int length) {
                throw new OutOfMemoryError();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertEquals(ExitCode.WRONG_INPUT,
                Main.run(new Streams(new PrintWriter(full), streams.streams().err(), false), "--version"));
        assertTrue(streams.err().startsWith("sekisho: error: too large, because it needs more than the "),
                streams.err());
    }
}
