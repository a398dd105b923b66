package dev.sekisho.benchmarks.chart;

import java.util.List;
import java.util.stream.Collectors;

/// Lines over two logarithmic axes: where a line is straight, cost grows by a power.
///
/// @param xAxis what goes to the right, with its unit
/// @param yAxis what goes up, with its unit
public record LogChart(String title, String xAxis, String yAxis, List<Series> series) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int BOTTOM = 52;
    private static final int LEGEND = 44;
    private static final int LEGEND_LINE = 18;
    private static final int MOST_COLUMNS = 4;

    public LogChart {
        series = List.copyOf(series);
        if (series.stream().allMatch(line -> line.points().isEmpty())) {
            throw new IllegalArgumentException(title + ": there is nothing to draw");
        }
    }

    /// The chart as a document.
    public String svg() {
        int columns = columns();
        int top = LEGEND + LEGEND_LINE * ((series.size() + columns - 1) / columns);
        int bottom = HEIGHT - BOTTOM;
        LogAxis x = LogAxis.around(
                series.stream().flatMap(line -> line.points().stream()).map(Series.Point::x).toList(),
                LEFT, WIDTH - RIGHT);
        LogAxis y = LogAxis.around(
                series.stream().flatMap(line -> line.points().stream()).map(Series.Point::y).toList(),
                bottom, top);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.text("title", "start", LEFT, 22, title);
        x.fine().forEach(value -> svg.line("minor", x.place(value), top, x.place(value), bottom));
        y.fine().forEach(value -> svg.line("minor", LEFT, y.place(value), WIDTH - RIGHT, y.place(value)));
        for (double value : x.labelled()) {
            svg.line("grid", x.place(value), top, x.place(value), bottom);
            svg.text("faint", "middle", x.place(value), bottom + 18, LogAxis.label(value));
        }
        for (double value : y.labelled()) {
            svg.line("grid", LEFT, y.place(value), WIDTH - RIGHT, y.place(value));
            svg.text("faint", "end", LEFT - 8, y.place(value) + 4, LogAxis.label(value));
        }
        svg.line("axis", LEFT, bottom, WIDTH - RIGHT, bottom);
        svg.line("axis", LEFT, top, LEFT, bottom);
        svg.text("", "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, xAxis);
        svg.upright(18, (top + bottom) / 2.0, yAxis);
        for (int i = 0; i < series.size(); i++) {
            draw(svg, series.get(i), x, y);
            legend(svg, series.get(i), i, columns);
        }
        return svg.toString();
    }

    /// Our lines stand in one row of the legend, those of the peers below them.
    private int columns() {
        return Math.clamp(series.stream().filter(Series::ours).count(), 2, MOST_COLUMNS);
    }

    private static void draw(Svg svg, Series line, LogAxis x, LogAxis y) {
        svg.polyline(style(line), line.points().stream().map(point -> Svg.number(x.place(point.x())) + ","
                + Svg.number(y.place(point.y()))).collect(Collectors.joining(" ")));
        line.points().forEach(point -> svg.mark(line.colour(), line.ours(), x.place(point.x()), y.place(point.y())));
    }

    private static void legend(Svg svg, Series line, int place, int columns) {
        double left = LEFT + (WIDTH - LEFT - RIGHT) / (double) columns * (place % columns);
        double height = LEGEND + LEGEND_LINE * (place / columns);
        svg.line(style(line), left, height - 4, left + 24, height - 4);
        svg.mark(line.colour(), line.ours(), left + 12, height - 4);
        svg.text("", "start", left + 30, height, line.name());
    }

    private static String style(Series line) {
        return "line c" + line.colour() + (line.ours() ? "" : " peer");
    }
}
