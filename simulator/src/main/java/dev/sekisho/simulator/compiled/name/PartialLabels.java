package dev.sekisho.simulator.compiled.name;

import java.util.Arrays;
import java.util.List;

/// Classes of the names below one name by how their label there ends, for patterns such as `*contoso.com`, which begin inside
/// of a label.
///
/// @param ends the ends of labels, of two that a label has the longer one first
/// @param classes the class for each of them
/// @param otherwise the class for other labels
record PartialLabels(List<byte[]> ends, int[] classes, int otherwise) {

    /// The class for the label that ends before `to`.
    ///
    /// @param from where the name of the label begins in `text`
    int classOf(byte[] text, int from, int to) {
        int start = to;
        while (start > from && text[start - 1] != '.') {
            start--;
        }
        for (int i = 0; i < classes.length; i++) {
            byte[] end = ends.get(i);
            if (end.length <= to - start && Arrays.equals(text, to - end.length, to, end, 0, end.length)) {
                return classes[i];
            }
        }
        return otherwise;
    }

    long bytes() {
        return ends.stream().mapToLong(end -> end.length).sum() + (long) classes.length * Integer.BYTES;
    }
}
