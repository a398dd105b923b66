package dev.sekisho.model.io.arm.value;

/// Sums that stop at the largest number instead of starting again at the smallest.
final class Sizes {
    private Sizes() {}

    static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
