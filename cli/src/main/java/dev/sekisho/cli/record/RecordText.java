package dev.sekisho.cli.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text of records in UTF-8, as it grows.
public final class RecordText {
    private byte[] bytes = new byte[1 << 16];
    private int size;

    /// Takes everything out.
    public void clear() {
        size = 0;
    }

    /// How many bytes there are.
    public int size() {
        return size;
    }

    /// The bytes, of which the first [#size] count.
    public byte[] bytes() {
        return bytes;
    }

    /// Adds some bytes of a text.
    public void add(byte[] text, int from, int to) {
        int length = to - from;
        room(length);
        System.arraycopy(text, from, bytes, size, length);
        size += length;
    }

    /// Adds a text.
    public void add(byte[] text) {
        add(text, 0, text.length);
    }

    /// Adds a text.
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds one character of ASCII.
    public void add(char c) {
        room(1);
        bytes[size++] = (byte) c;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
