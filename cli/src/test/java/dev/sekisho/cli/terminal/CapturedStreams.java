package dev.sekisho.cli.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Streams that keep what was written to them.
public final class CapturedStreams {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Streams streams;

    private CapturedStreams(boolean coloured) {
        streams = new Streams(new PrintWriter(out), new PrintWriter(err), coloured);
    }

    /// Streams of a command whose output goes to a file.
    public static CapturedStreams plain() {
        return new CapturedStreams(false);
    }

    /// Streams of a command on a terminal.
    public static CapturedStreams coloured() {
        return new CapturedStreams(true);
    }

    /// The streams to write to.
    public Streams streams() {
        return streams;
    }

    /// What was written to standard output so far.
    public String out() {
        streams.flush();
        return out.toString();
    }

    /// What was written to standard error so far.
    public String err() {
        streams.flush();
        return err.toString();
    }
}
