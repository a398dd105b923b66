package dev.sekisho.model.io.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The fields of one flow as places in text: field `f` of [FlowRow#FIELDS] is what stands in `bytes` from `starts[f]` to
/// `ends[f]`, without blanks around it, empty where nothing is written. All of it is printable ASCII or, where a library had to
/// read it, any UTF-8.
///
/// One object serves for all flows of a reader, so that reading allocates nothing for a flow.
public final class FlowFields {
    private static final int COUNT = FlowRow.FIELDS.size();

    private byte[] bytes = new byte[0];
    private final int[] starts = new int[COUNT];
    private final int[] ends = new int[COUNT];
    private byte[] copy = new byte[256];
    private long line;
    private boolean bare;

    FlowFields() {}

    /// Begins a flow whose fields are all empty.
    void begin(byte[] text, long beginsAt) {
        bytes = text;
        line = beginsAt;
        bare = false;
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
    }

    /// Sets a field, blanks around it taken away.
    void set(int field, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && isBlank(bytes[first])) {
            first++;
        }
        while (first < end && isBlank(bytes[end - 1])) {
            end--;
        }
        starts[field] = first;
        ends[field] = end;
    }

    /// Sets all fields to texts, from which the blanks are taken away.
    void set(List<String> values, long beginsAt) {
        int size = 0;
        line = beginsAt;
        bare = false;
        for (int field = 0; field < COUNT; field++) {
            byte[] value = values.get(field).strip().getBytes(StandardCharsets.UTF_8);
            if (copy.length < size + value.length) {
                copy = Arrays.copyOf(copy, 2 * (size + value.length));
            }
            System.arraycopy(value, 0, copy, size, value.length);
            starts[field] = size;
            size += value.length;
            ends[field] = size;
        }
        bytes = copy;
    }

    /// Notes that all fields are made of letters, digits and `-._:`.
    void setBare() {
        bare = true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /// Whether it is certain that all fields are made of letters and digits of ASCII and of `-._:`, so that no format has to quote
    /// or escape anything in them.
    public boolean isBare() {
        return bare;
    }

    /// Whether the fields stand behind each other, one character between them.
    public boolean areAdjacent() {
        boolean adjacent = true;
        for (int field = 1; field < COUNT; field++) {
            adjacent &= starts[field] == ends[field - 1] + 1;
        }
        return adjacent;
    }

    /// The text that the fields are places in.
    public byte[] bytes() {
        return bytes;
    }

    /// Where a field begins.
    public int start(int field) {
        return starts[field];
    }

    /// Where a field ends, exclusive.
    public int end(int field) {
        return ends[field];
    }

    /// Where the flow is written, from 1 on, counted from the beginning of the block.
    public long line() {
        return line;
    }

    /// The same as text.
    public FlowRow row() {
        return new FlowRow(line, text(0), text(1), text(2), text(3), text(4), text(5));
    }

    private String text(int field) {
        return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }
}
