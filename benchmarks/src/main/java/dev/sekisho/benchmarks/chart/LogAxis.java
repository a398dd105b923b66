package dev.sekisho.benchmarks.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A logarithmic axis: from a value to a higher one, on so many pixels.
///
/// @param from where the lowest value is
/// @param to where the highest one is
record LogAxis(double lowest, double highest, double from, double to) {
    private static final double FEW_DECADES = 2.2;

    LogAxis {
        if (!(lowest > 0 && lowest < highest)) {
            throw new IllegalArgumentException("no axis goes from " + lowest + " to " + highest);
        }
    }

    /// The axis that holds all values, with a little room on both sides.
    static LogAxis around(List<Double> values, double from, double to) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return new LogAxis(least / 1.3, most * 1.3, from, to);
    }

    double place(double value) {
        return from + (to - from) * Math.log(value / lowest) / Math.log(highest / lowest);
    }

    /// Where labels stand: at powers of ten, and at their doubles and fives where the axis is short.
    List<Double> labelled() {
        return Math.log10(highest / lowest) < FEW_DECADES ? multiples(1, 2, 5) : multiples(1);
    }

    /// Where fine lines stand.
    List<Double> fine() {
        return multiples(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private List<Double> multiples(int... factors) {
        List<Double> values = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(lowest)); Math.pow(10, power) <= highest; power++) {
            for (int factor : factors) {
                double value = power < 0 ? factor / Math.pow(10, -power) : factor * Math.pow(10, power);
                if (value >= lowest && value <= highest) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /// A number as a label: `0.5`, `20`, `5k`, `1M`.
    static String label(double value) {
        if (value >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        return value >= 1e4 ? plain(value / 1e3) + "k" : plain(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
    }
}
