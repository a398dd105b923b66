package dev.sekisho.benchmarks.report;

import dev.sekisho.benchmarks.chart.LogChart;
import dev.sekisho.benchmarks.chart.RatioChart;
import dev.sekisho.benchmarks.chart.Series;
import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.growth.GrowthPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// The charts of the document, by name.
final class Charts {
    private static final String OURS = "sekisho";
    private static final ToDoubleFunction<GrowthPoint> NANOS = GrowthPoint::nanos;
    private static final ToDoubleFunction<GrowthPoint> MEBIBYTES = point -> point.bytes() / (double) (1 << 20);
    private static final ToDoubleFunction<GrowthPoint> BUILD = GrowthPoint::buildMillis;
    private final List<GrowthPoint> points;
    private final SequencedMap<String, String> charts = new LinkedHashMap<>();

    /// A line: which points, in which colour, by which name.
    private record Line(String subject, String side, int colour, String name) {}

    private Charts(List<GrowthPoint> points) {
        this.points = points;
    }

    static SequencedMap<String, String> of(List<Result> results, List<GrowthPoint> points) {
        Charts charts = new Charts(points);
        charts.ratios(results);
        charts.add("memory", "What a load costs", "memory that is reached, bytes", "ns for a load", NANOS, List.of(
                new Line("independent", OURS, 0, "independent loads"),
                new Line("dependent", OURS, 1, "dependent loads")));
        charts.add("routes-time", "A route for an address", "prefixes", "ns for an address", NANOS, lines("rte_fib",
                "uniform", "matching", "skewed"));
        List<Line> tables = List.of(new Line("uniform", OURS, 0, "sekisho"), new Line("skewed", OURS, 1,
                "sekisho, for skewed traffic"), new Line("uniform", "rte_fib", 0, "rte_fib"));
        charts.add("routes-memory", "Memory of a routing table", "prefixes", "MiB", MEBIBYTES, tables);
        charts.add("routes-build", "Time to make a routing table", "prefixes", "ms", BUILD, tables);
        List<Line> rules = lines("rte_acl", "acl", "fw", "ipc", "azure");
        charts.add("rules-time", "The first rule for a packet", "rules", "ns for a packet", NANOS, rules);
        charts.add("rules-memory", "Memory of a classifier", "rules", "MiB", MEBIBYTES, rules);
        charts.add("rules-build", "Time to make a classifier", "rules", "ms", BUILD, rules);
        charts.add("names-time", "The first pattern for a name", "patterns", "ns for a name", NANOS, lines("hyperscan",
                "names"));
        List<Line> flows = List.of(new Line("simulate", OURS, 0, "sekisho simulate, with its start"));
        charts.add("flows-time", "A flow of a file", "flows", "ns for a flow", NANOS, flows);
        charts.add("flows-memory", "Memory of the process", "flows", "MiB at most", MEBIBYTES, flows);
        return charts.charts;
    }

    private static List<Line> lines(String peer, String... subjects) {
        List<Line> lines = new ArrayList<>();
        for (String side : List.of(OURS, peer)) {
            for (int i = 0; i < subjects.length; i++) {
                lines.add(new Line(subjects[i], side, i, side + ", " + subjects[i]));
            }
        }
        return lines;
    }

    private void ratios(List<Result> results) {
        List<RatioChart.Bar> bars = results.stream().filter(result -> result.ratio().isPresent() && result.mark()
                .isPresent()).map(result -> new RatioChart.Bar(result.question(), result.ratio().getAsDouble(), result
                        .mark().getAsDouble()))
                .toList();
        charts.put("peers",
                new RatioChart("How many times as fast as the peer", "the peer's time by ours", bars).svg());
    }

    /// Draws the lines that have points; a chart without any is left out.
    private void add(String name, String title, String xAxis, String yAxis, ToDoubleFunction<GrowthPoint> value,
            List<Line> lines) {
        List<Series> series = lines.stream().map(line -> new Series(line.name(), line.colour(), line.side().equals(
                OURS), points(line, value))).filter(drawn -> !drawn.points().isEmpty()).toList();
        if (!series.isEmpty()) {
            charts.put(name, new LogChart(title, xAxis, yAxis, series).svg());
        }
    }

    private List<Series.Point> points(Line line, ToDoubleFunction<GrowthPoint> value) {
        return points.stream().filter(point -> point.subject().equals(line.subject()) && point.side().equals(line
                .side()) && value.applyAsDouble(point) > 0).map(
                        point -> new Series.Point(point.size(), value.applyAsDouble(point)))
                .toList();
    }
}
