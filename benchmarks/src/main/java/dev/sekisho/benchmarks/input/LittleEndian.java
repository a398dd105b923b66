package dev.sekisho.benchmarks.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of plain numbers, which programs in any language read.
public final class LittleEndian {
    private LittleEndian() {}

    public static void write(Path file, int[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        Files.write(file, buffer.array());
    }

    public static void write(Path file, long[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values);
        Files.write(file, buffer.array());
    }

    public static int[] ints(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int[] values = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
        return values;
    }

    public static long[] longs(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long[] values = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
        return values;
    }
}
