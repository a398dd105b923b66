package dev.sekisho.benchmarks.report;

/// A document in Markdown, parts of which are made: those between the lines `<!-- made: NAME -->` and `<!-- end -->`.
record Document(String text) {
    private static final String END = "<!-- end -->";

    /// The document with this part made anew.
    ///
    /// @throws IllegalArgumentException if the document has no such part
    Document with(String name, String part) {
        String begin = "<!-- made: " + name + " -->\n";
        int from = text.indexOf(begin);
        int to = from < 0 ? -1 : text.indexOf(END, from);
        if (to < 0) {
            throw new IllegalArgumentException(
                    "there is no part between the lines <!-- made: " + name + " --> and " + END);
        }
        return new Document(
                text.substring(0, from + begin.length()) + "\n" + part.strip() + "\n\n" + text.substring(to));
    }
}
