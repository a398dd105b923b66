package dev.sekisho.benchmarks.chart;

import java.util.List;

/// A line of a chart.
///
/// @param colour from 0 to 3; lines of one subject share it
/// @param ours whether the line is drawn through, with discs; that of a peer is dashed, with squares
/// @param points from left to right
public record Series(String name, int colour, boolean ours, List<Point> points) {

    /// @param x greater than 0
    /// @param y greater than 0
    public record Point(double x, double y) {}

    public Series {
        if (colour < 0 || colour >= Svg.COLOURS) {
            throw new IllegalArgumentException("there is no colour " + colour);
        }
        points = List.copyOf(points);
    }
}
