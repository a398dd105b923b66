package dev.sekisho.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most resident memory that a process takes, as Linux counts it.
public final class PeakMemory {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
    private static final int KIBIBYTE = 1024;
    private static final int POLL_MILLIS = 20;

    private PeakMemory() {}

    /// Waits for the end of a process.
    ///
    /// @return bytes; 0 where the system does not say
    public static long until(Process process) throws InterruptedException {
        long peak = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, soFar(process.pid()));
        }
        return peak;
    }

    private static long soFar(long process) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
            return matcher.find() ? KIBIBYTE * Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
