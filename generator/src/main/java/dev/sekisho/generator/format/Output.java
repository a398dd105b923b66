package dev.sekisho.generator.format;

import java.util.List;

/// What a writer returns: all files of its format, or all reasons why there are none.
///
/// @param files the files; empty where something was refused
/// @param refused what the format cannot express
public record Output(List<OutputFile> files, List<Refusal> refused) {
    public Output {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        if (!files.isEmpty() && !refused.isEmpty()) {
            throw new IllegalArgumentException("a writer that refuses something writes nothing");
        }
    }

    /// Files, nothing refused.
    public static Output of(OutputFile... files) {
        return new Output(List.of(files), List.of());
    }

    /// Nothing written.
    public static Output refused(List<Refusal> refused) {
        return new Output(List.of(), refused);
    }
}
