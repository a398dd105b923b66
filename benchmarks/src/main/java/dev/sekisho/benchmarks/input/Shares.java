package dev.sekisho.benchmarks.input;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A distribution: values, each with its share.
///
/// @param values what may come
/// @param until the sum of the shares up to and with each value
record Shares(String[] values, int[] until) {

    /// Reads `VALUE*SHARE VALUE*SHARE …`.
    static Shares parse(String text) {
        String[] terms = text.split(" ");
        String[] values = new String[terms.length];
        int[] until = new int[terms.length];
        int sum = 0;
        for (int i = 0; i < terms.length; i++) {
            int star = terms[i].indexOf('*');
            values[i] = terms[i].substring(0, star);
            sum += Integer.parseInt(terms[i].substring(star + 1));
            until[i] = sum;
        }
        return new Shares(values, until);
    }

    /// Draws a value.
    String next(SplittableRandom random) {
        int at = Arrays.binarySearch(until, random.nextInt(until[until.length - 1]) + 1);
        return values[at < 0 ? -at - 1 : at];
    }

    int nextNumber(SplittableRandom random) {
        return Integer.parseInt(next(random));
    }
}
