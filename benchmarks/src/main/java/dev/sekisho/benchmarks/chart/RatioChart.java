package dev.sekisho.benchmarks.chart;

import java.util.List;
import java.util.Locale;

/// Ratios as bars over a logarithmic axis: from the line at 1 to the right for what is faster, to the left for what is slower.
/// A short upright line stands at the mark of a bar.
///
/// @param axis what the ratio is of
public record RatioChart(String title, String axis, List<Bar> bars) {
    private static final int WIDTH = 800;
    private static final int LEFT = 330;
    private static final int RIGHT = 56;
    private static final int TOP = 62;
    private static final int ROW = 22;
    private static final int BOTTOM = 52;

    /// @param mark what the ratio should be
    public record Bar(String name, double ratio, double mark) {}

    public RatioChart {
        bars = List.copyOf(bars);
    }

    /// The chart as a document.
    public String svg() {
        int bottom = TOP + ROW * bars.size();
        LogAxis x = LogAxis.around(
                bars.stream().flatMap(bar -> List.of(bar.ratio(), bar.mark(), 1.0).stream()).toList(),
                LEFT, WIDTH - RIGHT);
        Svg svg = new Svg(WIDTH, bottom + BOTTOM, title);
        svg.text("title", "start", 16, 22, title);
        svg.bar(0, 16, 40, 42, 12);
        svg.text("", "start", 46, 46, "at its mark");
        svg.bar(1, 136, 160, 42, 12);
        svg.text("", "start", 166, 46, "below its mark");
        svg.line("goal", 280, 34, 280, 50);
        svg.text("", "start", 288, 46, "the mark");
        for (double value : x.labelled()) {
            svg.line("grid", x.place(value), TOP, x.place(value), bottom);
            svg.text("faint", "middle", x.place(value), bottom + 18, LogAxis.label(value));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = TOP + ROW * (i + 0.5);
            svg.text("", "end", LEFT - 10, middle + 4, bar.name());
            svg.bar(bar.ratio() >= bar.mark() ? 0 : 1, x.place(1), x.place(bar.ratio()), middle, 12);
            svg.line("goal", x.place(bar.mark()), middle - 9, x.place(bar.mark()), middle + 9);
            svg.text("faint", "start", x.place(Math.max(bar.ratio(), Math.max(1, bar.mark()))) + 6, middle + 4,
                    String.format(Locale.ROOT, bar.ratio() < 100 ? "%.2f" : "%.0f", bar.ratio()));
        }
        svg.line("axis", x.place(1), TOP, x.place(1), bottom);
        svg.text("", "middle", (LEFT + WIDTH - RIGHT) / 2.0, bottom + 40, axis);
        return svg.toString();
    }
}
