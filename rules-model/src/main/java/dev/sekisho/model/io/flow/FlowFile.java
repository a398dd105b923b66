package dev.sekisho.model.io.flow;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A file of flows, handed out in blocks of whole records, so that several threads may read them at once, each by a
/// [FlowReader] of its own. Blocks are handed out by one thread at a time.
///
/// A block is what is read at once, up to the end of the last record in it; what is behind that is the beginning of the next
/// one. A record that is longer than a block makes its block grow.
public final class FlowFile implements Closeable {
    private static final int USUAL_BYTES = 1 << 18;
    private static final int MOST_BYTES = 1 << 24;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final int usualBytes;
    private final FlowDialect dialect;
    private byte[] bytes;
    private int from;
    private int to;
    private long blocks;
    private long firstLine = 1;
    private boolean ended;

    private FlowFile(InputStream in, int usualBytes) throws IOException {
        this.in = in;
        this.usualBytes = usualBytes;
        this.bytes = new byte[usualBytes];
        fill();
        if (Arrays.equals(bytes, 0, Math.min(to, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            from = BYTE_ORDER_MARK.length;
        }
        this.dialect = firstOfText() == '{' ? JsonFlows.LINES : header();
    }

    /// Begins to read. A file whose first character that is no blank opens a brace holds JSON lines, every other one CSV.
    ///
    /// @throws IllegalArgumentException if it is neither, with a message for the user
    public static FlowFile of(InputStream in) throws IOException {
        return new FlowFile(in, USUAL_BYTES);
    }

    /// The same in blocks of another size, for tests.
    static FlowFile of(InputStream in, int blockBytes) throws IOException {
        return new FlowFile(in, blockBytes);
    }

    private int firstOfText() throws IOException {
        int at = from;
        while (at < to || grow()) {
            if (!Character.isWhitespace(bytes[at])) {
                return bytes[at];
            }
            at++;
        }
        return -1;
    }

    /// The first record of a CSV file names its columns.
    private CsvFlows header() throws IOException {
        int behind = RecordEnds.first(bytes, from, to);
        while (behind < 0 && to - from < MOST_BYTES && grow()) {
            behind = RecordEnds.first(bytes, from, to);
        }
        int last = behind < 0 ? to : behind;
        CsvFlows csv = CsvFlows.of(bytes, from, last);
        firstLine += RecordEnds.lines(bytes, from, last);
        from = last;
        return csv;
    }

    /// The columns of a CSV file that say nothing about a flow.
    public List<String> unusedColumns() {
        return dialect.unusedColumns();
    }

    /// The line of the file where the first block begins.
    public long firstLine() {
        return firstLine;
    }

    /// Something that reads the records of blocks; it belongs to one thread.
    public FlowReader reader() {
        return dialect.reader();
    }

    /// The next block; nothing at the end of the file.
    public Optional<FlowBlock> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        int end = dialect.lastEnd(bytes, from, to);
        while (end <= from) {
            if (to - from >= MOST_BYTES) {
                ended = true;
                return Optional.of(new FlowBlock(blocks++, bytes, to, to,
                        "a record is longer than 16 MiB; this is no file of flows from here on"));
            }
            if (!grow()) {
                ended = true;
                return from == to ? Optional.empty() : Optional.of(new FlowBlock(blocks++, bytes, from, to, ""));
            }
            end = dialect.lastEnd(bytes, from, to);
        }
        FlowBlock block = new FlowBlock(blocks++, bytes, from, end, "");
        byte[] rest = new byte[Math.max(usualBytes, 2 * (to - end))];
        System.arraycopy(bytes, end, rest, 0, to - end);
        to -= end;
        from = 0;
        bytes = rest;
        fill();
        return Optional.of(block);
    }

    /// Reads more behind what there is; false at the end of the file.
    private boolean grow() throws IOException {
        if (to == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        return fill();
    }

    private boolean fill() throws IOException {
        int before = to;
        to += in.readNBytes(bytes, to, bytes.length - to);
        return to > before;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
