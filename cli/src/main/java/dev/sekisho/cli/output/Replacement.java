package dev.sekisho.cli.output;

import dev.sekisho.generator.format.OutputFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// One attempt to put files in their places. Use once: after a failure everything is as it was before.
final class Replacement {
    private final Path folder;
    private final List<Undo> done = new ArrayList<>();

    /// Takes one step back.
    private interface Undo {
        void run() throws IOException;
    }

    Replacement(Path folder) {
        this.folder = folder;
    }

    List<Path> put(List<OutputFile> files) throws IOException {
        List<Path> places = new ArrayList<>();
        List<Path> finished = new ArrayList<>();
        try {
            for (OutputFile file : files) {
                Path place = folder.resolve(file.path());
                createFolders(place.toAbsolutePath().resolve("..").normalize());
                finished.add(writeBeside(place, file));
                places.add(place);
            }
            List<Path> replaced = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                moveAside(places.get(i), replaced);
                moveIn(finished.get(i), places.get(i));
            }
            removeOld(replaced);
            return places;
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
    }

    private void createFolders(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            Path parent = wanted.getParent();
            if (parent != null) {
                createFolders(parent);
            }
            Files.createDirectory(wanted);
            done.add(() -> Files.deleteIfExists(wanted));
        }
    }

    private Path writeBeside(Path place, OutputFile file) throws IOException {
        Path beside = Files.createFile(hidden(place, "new"));
        done.add(() -> Files.deleteIfExists(beside));
        Files.writeString(beside, file.text());
        if (file.executable() && !beside.toFile().setExecutable(true, false)) {
            throw new FileSystemException(beside.toString(), null, "it cannot be made executable");
        }
        return beside;
    }

    private void moveAside(Path place, List<Path> replaced) throws IOException {
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(place.toString(), null, "a folder is where a file should be");
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = hidden(place, "old");
            Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
            done.add(() -> Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE));
            replaced.add(aside);
        }
    }

    private void moveIn(Path finished, Path place) throws IOException {
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        done.add(() -> Files.deleteIfExists(place));
    }

    /// From here on the new files are in their places; an old one that will not go is litter, not a failure.
    private static void removeOld(List<Path> replaced) {
        for (Path old : replaced) {
            if (!old.toFile().delete()) {
                old.toFile().deleteOnExit();
            }
        }
    }

    private void takeBack(IOException cause) {
        for (Undo step : done.reversed()) {
            try {
                step.run();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static Path hidden(Path place, String kind) {
        String name = "." + place.getFileName() + "." + ProcessHandle.current().pid() + "." + kind;
        return place.resolveSibling(name);
    }
}
