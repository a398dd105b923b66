package dev.sekisho.benchmarks.chart;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chart shows its figures where its axes say.
class ChartTest {
    private static final LogChart CHART = new LogChart("Cost & size", "rules", "ns",
            List.of(new Series("ours", 0, true, List.of(new Series.Point(10, 2), new Series.Point(1_000, 20))),
                    new Series("peer <x>", 1, false, List.of(new Series.Point(100, 200)))));

    @Test
    void aChartIsADocumentWithEveryPointAndName() throws Exception {
        Document document = parse(CHART.svg());
        NodeList discs = document.getElementsByTagName("circle");
        assertEquals(3, discs.getLength(), "two points and one in the legend");
        assertEquals("Cost & size", document.getDocumentElement().getAttribute("aria-label"));
        assertTrue(texts(document).containsAll(List.of("Cost & size", "rules", "ns", "ours", "peer <x>", "10", "100",
                "1000")));
        assertEquals(CHART.svg(), CHART.svg());
    }

    @Test
    void aPointInTheMiddleOfADecadeStandsInTheMiddle() throws Exception {
        LogChart even = new LogChart("t", "x", "y", List.of(new Series("s", 0, true, List.of(new Series.Point(1, 1),
                new Series.Point(10, 10), new Series.Point(100, 100)))));
        NodeList discs = parse(even.svg()).getElementsByTagName("circle");
        assertEquals(place(discs, 0, "cx") + place(discs, 2, "cx"), 2 * place(discs, 1, "cx"), 0.2);
        assertEquals(place(discs, 0, "cy") + place(discs, 2, "cy"), 2 * place(discs, 1, "cy"), 0.2);
        assertTrue(place(discs, 0, "cy") > place(discs, 2, "cy"), "more is higher");
    }

    @Test
    void aShortAxisHasLabelsInsideItsDecades() {
        assertEquals(List.of(1.0, 10.0, 100.0, 1000.0), new LogAxis(0.9, 1100, 0, 1).labelled());
        assertEquals(List.of(0.2, 0.5, 1.0, 2.0, 5.0), new LogAxis(0.15, 6, 0, 1).labelled());
        assertThrows(IllegalArgumentException.class, () -> new LogAxis(0, 10, 0, 1));
    }

    @Test
    void labelsAreShort() {
        assertEquals(List.of("0.05", "0.5", "5", "5000", "50k", "2M"), List.of(0.05, 0.5, 5.0, 5e3, 5e4, 2e6).stream()
                .map(LogAxis::label).toList());
    }

    @Test
    void aBarBelowOneGoesToTheLeftAndItsMarkStaysToTheRight() throws Exception {
        RatioChart chart = new RatioChart("t", "x",
                List.of(new RatioChart.Bar("slow", 0.5, 2), new RatioChart.Bar("fast", 4,
                        2)));
        NodeList bars = parse(chart.svg()).getElementsByTagName("rect");
        Element slow = (Element) bars.item(3);
        Element fast = (Element) bars.item(4);
        double one = place(bars, 4, "x");
        assertEquals(one, place(bars, 3, "x") + Double.parseDouble(slow.getAttribute("width")), 0.2);
        assertEquals("f1", slow.getAttribute("class"));
        assertEquals("f0", fast.getAttribute("class"));
    }

    @Test
    void aChartOfNothingAndAColourThatIsNotThereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LogChart("t", "x", "y", List.of(new Series("s", 0, true,
                List.of()))));
        assertThrows(IllegalArgumentException.class, () -> new Series("s", 4, true, List.of()));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(
                StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document) {
        NodeList nodes = document.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static double place(NodeList nodes, int index, String attribute) {
        return Double.parseDouble(((Element) nodes.item(index)).getAttribute(attribute));
    }
}
