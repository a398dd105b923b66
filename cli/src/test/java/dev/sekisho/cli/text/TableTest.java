package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.CapturedStreams;
import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.text.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TableTest {
    @Test
    void alignsColumnsAndLeavesNoTrailingSpaces() {
        CapturedStreams streams = CapturedStreams.plain();
        Table table = new Table("name", "port", "why");
        table.add("mcr.microsoft.com", "443", "images");
        table.add("ntp.ubuntu.com", "123", "");
        table.add("関所", "", "two code points");
        table.print(streams.streams());
        assertEquals("""
                NAME               PORT  WHY
                mcr.microsoft.com  443   images
                ntp.ubuntu.com     123
                関所                       two code points
                """, streams.out());
    }

    @Test
    void inkTakesNoRoom() {
        CapturedStreams streams = CapturedStreams.coloured();
        Table table = new Table("verdict", "rule");
        table.add(List.of(Cell.inked(Ink.BAD, "Deny"), Cell.plain("none")));
        table.print(streams.streams());
        assertEquals("\u001b[1mVERDICT\u001b[0m  \u001b[1mRULE\u001b[0m\n\u001b[31mDeny\u001b[0m     none\n",
                streams.out());
    }

    @Test
    void refusesARowOfTheWrongLength() {
        assertThrows(IllegalArgumentException.class, () -> new Table("one", "two").add("only one"));
    }
}
