package dev.sekisho.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where a command writes: results to `out`, everything else to `err`.
///
/// @param coloured whether results may carry colour; true only on a terminal, and never when `NO_COLOR` is set
public record Streams(PrintWriter out, PrintWriter err, boolean coloured) {

    /// The streams of this process, always in UTF-8, so that a result has the same bytes on every machine.
    ///
    /// The launcher says whether standard output is a terminal, in the system property `sekisho.terminal`: a shell knows
    /// that at once, while asking the JVM costs a tenth of a second.
    public static Streams ofProcess() {
        String noColour = System.getenv("NO_COLOR");
        boolean coloured = Boolean.getBoolean("sekisho.terminal") && (noColour == null || noColour.isEmpty());
        return new Streams(writer(FileDescriptor.out), writer(FileDescriptor.err), coloured);
    }

    /// Writes out what is still held back.
    public void flush() {
        out.flush();
        err.flush();
    }

    /// Reports a problem that lies in no input file, and says what to do about it.
    public void problem(String problem, String help) {
        err.println("sekisho: error: " + problem);
        if (!help.isEmpty()) {
            err.println("  help: " + help);
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
