package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.Refusal;
import java.util.List;

/// An environment in another format: the files, and what they do not hold.
///
/// @param files all files of the format; none where it can hold nothing of the environment
/// @param refused what is not in the files, each by its name and with the reason
public record Conversion(List<OutputFile> files, List<Refusal> refused) {
    public Conversion {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }
}
