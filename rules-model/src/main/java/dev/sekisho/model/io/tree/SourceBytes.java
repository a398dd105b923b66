package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Gets bytes from disk and text from bytes, and says in plain words what stands in the way.
final class SourceBytes {
    private SourceBytes() {}

    static Optional<byte[]> read(Path path, Diagnostics diagnostics, long maxBytes) {
        String name = path.toString();
        SourceLocation at = SourceLocation.startOf(name.isEmpty() ? "." : name);
        try {
            if (Files.isDirectory(path)) {
                diagnostics.error("NOT_A_FILE", at, "this is a folder, a file is needed", "name one file in it");
                return Optional.empty();
            }
            if (Files.size(path) > maxBytes) {
                return tooLarge(at, size(Files.size(path)), maxBytes, diagnostics);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return bounded(in, at, maxBytes, diagnostics)
                        .flatMap(bytes -> unpacked(bytes, at, maxBytes, diagnostics));
            }
        } catch (NoSuchFileException e) {
            diagnostics.error("NO_SUCH_FILE", at, "there is no such file", nearbyFolder(path));
        } catch (AccessDeniedException e) {
            diagnostics.error("UNREADABLE_FILE", at, "permission to read this file is denied",
                    "check the permissions of the file and of its folders");
        } catch (IOException e) {
            diagnostics.error("UNREADABLE_FILE", at, "this file cannot be read: " + reason(e), "");
        }
        return Optional.empty();
    }

    private static Optional<byte[]> bounded(InputStream in, SourceLocation at, long maxBytes, Diagnostics diagnostics)
            throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        return bytes.length > maxBytes ? tooLarge(at, "more than " + size(maxBytes), maxBytes, diagnostics)
                : Optional.of(bytes);
    }

    private static Optional<byte[]> unpacked(byte[] bytes, SourceLocation at, long maxBytes, Diagnostics diagnostics) {
        if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return Optional.of(bytes);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return bounded(in, at, maxBytes, diagnostics);
        } catch (EOFException _) {
            diagnostics.error("UNREADABLE_FILE", at, "this gzip file ends too early", "fetch it again");
            return Optional.empty();
        } catch (IOException e) {
            diagnostics.error("UNREADABLE_FILE", at, "this gzip file is damaged: " + reason(e), "fetch it again");
            return Optional.empty();
        }
    }

    private static Optional<byte[]> tooLarge(SourceLocation at, String size, long maxBytes, Diagnostics diagnostics) {
        diagnostics.error("FILE_TOO_LARGE", at,
                "this file has " + size + "; at most " + size(maxBytes) + " are read of a file of this kind",
                "check that it is the right file, or split it");
        return Optional.empty();
    }

    static Optional<String> decode(String name, byte[] bytes, Diagnostics diagnostics) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return decode(name, bytes, 2, StandardCharsets.UTF_16LE, diagnostics);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return decode(name, bytes, 2, StandardCharsets.UTF_16BE, diagnostics);
        }
        return decode(name, bytes, startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0, StandardCharsets.UTF_8, diagnostics);
    }

    private static Optional<String> decode(String name, byte[] bytes, int from, Charset charset,
            Diagnostics diagnostics) {
        // Text in UTF-8 has no zero byte; it tells what other bytes only suggest.
        int zero = charset.equals(StandardCharsets.UTF_8) ? zero(bytes, from) : -1;
        if (zero >= 0) {
            String before = new String(bytes, from, zero - from, charset);
            diagnostics.error("BINARY_FILE", SourceFile.of(name, before).locationAt(before.length()),
                    "this is a binary file: it holds a zero byte", "name a text file in UTF-8");
            return Optional.empty();
        }
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            diagnostics.error("BINARY_FILE", SourceFile.of(name, text.substring(0, nul)).locationAt(nul),
                    "this is a binary file: it holds a zero byte", "name a text file in UTF-8");
            return Optional.empty();
        }
        if (result.isError()) {
            int bad = bytes[in.position()] & 0xff;
            SourceFile readable = SourceFile.of(name, new String(bytes, from, bytes.length - from, charset));
            diagnostics.sources().put(name, readable::line);
            String guess = new String(bytes, in.position(), 1, Charset.forName("windows-1252"));
            diagnostics.error("NOT_UTF8", SourceFile.of(name, text).locationAt(text.length()),
                    "byte 0x%02X is not valid %s here".formatted(bad, charset.name()), "save the file as UTF-8"
                            + (Character.isLetter(guess.charAt(0)) ? " (in Windows-1252 that byte is '" + guess + "')"
                                    : ""));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static int zero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String nearbyFolder(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder) ? "check the spelling of the name"
                : "the folder " + folder + " does not exist either";
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String size(long bytes) {
        return bytes < 1 << 10 ? bytes + " bytes"
                : bytes < 1 << 20 ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }
}
