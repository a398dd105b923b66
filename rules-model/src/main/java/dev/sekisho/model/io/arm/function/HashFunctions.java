package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.strict;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Names that are made of other names, always the same of the same.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string. The page does not say
/// how the results come about; what is here gives those that are published for given arguments.
final class HashFunctions {
    /// The namespace of all identifiers that `guid` makes; they are UUIDs of version 5.
    private static final UUID NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int UNIQUE_LENGTH = 13;

    /// At most so many chars weigh as much as one value.
    private static final int CHARS = 16;

    static final List<TemplateFunction> ALL = List.of(
            strict("guid", 1, ANY, call -> call.result(guid(joined(call)))),
            strict("uniqueString", 1, ANY, call -> call.result(unique(joined(call)))));

    private HashFunctions() {}

    private static String joined(Call call) {
        call.requireRoom(call.values(0).stream().mapToLong(Value::size).sum() * CHARS);
        return call.values(0).stream().map(value -> TextParts.plain(value)
                .orElseThrow(() -> call.refuse("needs texts, but one argument is " + value.kind())))
                .collect(Collectors.joining("-"));
    }

    static String guid(String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16).putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits()).array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        long high = hash.getLong() & ~0xF000L | 5L << 12;
        long low = hash.getLong() & ~(0b11L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }

    static String unique(String name) {
        long hash = murmur(name.getBytes(UTF_8));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < UNIQUE_LENGTH; i++) {
            out.append(DIGITS.charAt((int) (hash >>> 59)));
            hash <<= 5;
        }
        return out.toString();
    }

    /// A MurmurHash3 of two lanes of 32 bits.
    private static long murmur(byte[] data) {
        int a = 0;
        int b = 0;
        ByteBuffer in = ByteBuffer.allocate((data.length + 7) / 8 * 8).order(ByteOrder.LITTLE_ENDIAN).put(data).flip()
                .limit((data.length + 7) / 8 * 8);
        for (int block = 0; block < data.length / 8; block++) {
            a = (Integer.rotateLeft(a ^ first(in.getInt()), 19) + b) * 5 + 0x561ccd1b;
            b = (Integer.rotateLeft(b ^ second(in.getInt()), 13) + a) * 5 + 0x0bcaa747;
        }
        if (in.hasRemaining()) {
            a ^= first(in.getInt());
            b ^= second(in.getInt());
        }
        a ^= data.length;
        b ^= data.length;
        a += b;
        b += a;
        a = mixed(a);
        b = mixed(b);
        a += b;
        b += a;
        return (long) b << 32 | a & 0xFFFFFFFFL;
    }

    private static int first(int k) {
        return Integer.rotateLeft(k * 0x239b961b, 15) * 0xab0e9789;
    }

    private static int second(int k) {
        return Integer.rotateLeft(k * 0xab0e9789, 17) * 0x239b961b;
    }

    private static int mixed(int hash) {
        int h = (hash ^ hash >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
