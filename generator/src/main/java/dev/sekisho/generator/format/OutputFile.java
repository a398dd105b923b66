package dev.sekisho.generator.format;

import java.util.List;

/// A file to be written.
///
/// @param path relative path with forward slashes, such as `arm/azuredeploy.json`
/// @param text the whole content; lines end with a single line feed, also the last one
/// @param executable whether the file is a program to be run
public record OutputFile(String path, String text, boolean executable) {
    public OutputFile {
        if (path.isEmpty() || path.startsWith("/") || List.of(path.split("/")).contains("..") || path.contains("\\")) {
            throw new IllegalArgumentException("not a relative path: " + path);
        }
        if (!text.endsWith("\n") || text.contains("\r")) {
            throw new IllegalArgumentException(path + ": lines end with a line feed alone");
        }
    }

    /// A file that is read, not run.
    public static OutputFile of(String path, String text) {
        return new OutputFile(path, text, false);
    }

    /// A script.
    public static OutputFile script(String path, String text) {
        return new OutputFile(path, text, true);
    }
}
