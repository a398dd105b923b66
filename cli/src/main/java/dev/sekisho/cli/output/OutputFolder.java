package dev.sekisho.cli.output;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder that a command writes files to: all of them or none, and never over somebody else's file.
///
/// An existing file is replaced only when it carries a [GeneratedMark], or when the caller insists. New texts are first written beside their places and then moved there in one step each; when a step
/// fails, the steps before it are taken back.
public final class OutputFolder {
    private final Path folder;

    public OutputFolder(Path folder) {
        this.folder = folder;
    }

    /// Writes `files`, creating folders where they are missing.
    ///
    /// @param force replace files that are not ours, too
    public WriteOutcome write(List<OutputFile> files, boolean force) {
        try {
            List<String> foreign = force ? List.of() : foreign(files);
            if (!foreign.isEmpty()) {
                return new WriteOutcome.Refused(
                        "not written by Sekisho, so not replaced: " + String.join(", ", foreign),
                        "choose another folder, or replace them with --force");
            }
            return new WriteOutcome.Written(new Replacement(folder).put(files));
        } catch (IOException e) {
            return new WriteOutcome.Refused("cannot write to " + folder + ": " + reason(e),
                    "name a folder that can be written with -o; nothing was changed");
        }
    }

    private List<String> foreign(List<OutputFile> files) throws IOException {
        List<String> foreign = new ArrayList<>();
        for (OutputFile file : files) {
            Path place = folder.resolve(file.path());
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isOurs(place, file.text())) {
                foreign.add(place.toString());
            }
        }
        return foreign;
    }

    private static boolean isOurs(Path place, String text) throws IOException {
        if (!Files.isRegularFile(place)) {
            return false;
        }
        String present = new String(Files.readAllBytes(place), StandardCharsets.UTF_8);
        return GeneratedMark.isIn(present) || present.equals(text);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException exists -> exists.getFile() + " is a file, not a folder";
            case NoSuchFileException missing -> missing.getFile() + ": no folder can be made there";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            case IOException other -> String.valueOf(other.getMessage());
        };
    }
}
