package dev.sekisho.benchmarks.chart;

import java.util.Locale;

/// An SVG document in the making. Coordinates are pixels from the upper left corner.
final class Svg {
    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1f2328 }
            .title { font-weight: 600; font-size: 15px }
            .faint { fill: #59636e }
            .page { fill: #ffffff }
            .grid { stroke: #d1d9e0; stroke-width: 1 }
            .minor { stroke: #eef1f4; stroke-width: 1 }
            .axis { stroke: #59636e; stroke-width: 1 }
            .goal { stroke: #1f2328; stroke-width: 2 }
            .line { fill: none; stroke-width: 2; stroke-linejoin: round }
            .peer { stroke-dasharray: 6 4 }
            .c0 { stroke: #0969da } .f0 { fill: #0969da }
            .c1 { stroke: #bc4c00 } .f1 { fill: #bc4c00 }
            .c2 { stroke: #1a7f37 } .f2 { fill: #1a7f37 }
            .c3 { stroke: #8250df } .f3 { fill: #8250df }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 }
            .faint { fill: #9198a1 }
            .page { fill: #0d1117 }
            .grid { stroke: #3d444d }
            .minor { stroke: #21262d }
            .axis { stroke: #9198a1 }
            .goal { stroke: #e6edf3 }
            .c0 { stroke: #4493f8 } .f0 { fill: #4493f8 }
            .c1 { stroke: #f0883e } .f1 { fill: #f0883e }
            .c2 { stroke: #3fb950 } .f2 { fill: #3fb950 }
            .c3 { stroke: #ab7df8 } .f3 { fill: #ab7df8 }
            }
            </style>
            """;

    /// How many colours there are.
    static final int COLOURS = 4;

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height, String title) {
        text.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">
                """.formatted(width, height, width, height, escaped(title))).append(STYLE);
        element("rect", "class=\"page\" width=\"%d\" height=\"%d\"".formatted(width, height));
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        element("line", "class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"".formatted(style, number(x1), number(y1),
                number(x2), number(y2)));
    }

    void polyline(String style, String points) {
        element("polyline", "class=\"%s\" points=\"%s\"".formatted(style, points));
    }

    /// A mark at a point: a disc, or a square whose middle is the page's.
    void mark(int colour, boolean filled, double x, double y) {
        if (filled) {
            element("circle", "class=\"f%d\" cx=\"%s\" cy=\"%s\" r=\"3.5\"".formatted(colour, number(x), number(y)));
        } else {
            element("rect", "class=\"page c%d\" stroke-width=\"1.5\" x=\"%s\" y=\"%s\" width=\"6\" height=\"6\""
                    .formatted(colour, number(x - 3), number(y - 3)));
        }
    }

    void bar(int colour, double x1, double x2, double y, int height) {
        element("rect",
                "class=\"f%d\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%d\"".formatted(colour, number(Math.min(x1,
                        x2)), number(y - height / 2.0), number(Math.max(1, Math.abs(x2 - x1))), height));
    }

    /// Text.
    ///
    /// @param anchor `start`, `middle` or `end`: which part of the text is at `x`
    void text(String style, String anchor, double x, double y, String content) {
        text.append("<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n".formatted(style, anchor,
                number(x), number(y), escaped(content)));
    }

    /// Text that is read from below.
    void upright(double x, double y, String content) {
        text.append("<text text-anchor=\"middle\" transform=\"translate(%s %s) rotate(-90)\">%s</text>\n".formatted(
                number(x), number(y), escaped(content)));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void element(String name, String attributes) {
        text.append('<').append(name).append(' ').append(attributes).append("/>\n");
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /// The whole document.
    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
