package dev.sekisho.generator.format;

import dev.sekisho.generator.Writers;
import java.util.Arrays;
import java.util.List;

/// Every writer, with a version that stands out.
final class TestWriters {
    static final String VERSION = "9.8.7";

    private TestWriters() {}

    static List<Writer> all() {
        Writers writers = new Writers(VERSION, _ -> RichEnvironment.make());
        return Arrays.stream(OutputFormat.values()).map(writers::of).toList();
    }
}
