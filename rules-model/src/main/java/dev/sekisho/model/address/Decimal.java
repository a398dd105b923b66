package dev.sekisho.model.address;

import java.util.OptionalInt;

/// Strict decimal numbers: ASCII digits only, no sign, no leading zero.
final class Decimal {

    private static final int MOST_DIGITS = 9;

    private Decimal() {}

    /// The number written in `text`, or empty where `text` is not one. More than nine digits are not a number
    /// that any address, length or port could hold.
    static OptionalInt read(CharSequence text) {
        int digits = text.length();
        if (digits == 0 || digits > MOST_DIGITS || digits > 1 && text.charAt(0) == '0') {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            number = number * 10 + (c - '0');
        }
        return OptionalInt.of(number);
    }

    /// Whether `text` is a number but for zeros in front, which some programs read as octal.
    static boolean hasLeadingZero(CharSequence text) {
        return text.length() > 1 && text.charAt(0) == '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
