package dev.sekisho.cli.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is written piece by piece and appears whole or not at all: it grows beside its place and moves there when it
/// is finished. Closing one that is not finished removes it.
public final class StreamedFile implements Closeable {
    private final Path place;
    private final Path beside;
    private final OutputStream stream;

    private StreamedFile(Path place, Path beside, OutputStream stream) {
        this.place = place;
        this.beside = beside;
        this.stream = stream;
    }

    /// Begins a file.
    ///
    /// @throws IOException if nothing can be written there
    public static StreamedFile at(Path place) throws IOException {
        Path beside = Files.createFile(
                place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid() + ".new"));
        return new StreamedFile(place, beside, Files.newOutputStream(beside));
    }

    /// What to write to.
    public OutputStream stream() {
        return stream;
    }

    /// Puts the file in its place; one that was there is replaced.
    public void finish() throws IOException {
        stream.close();
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        Files.deleteIfExists(beside);
    }
}
