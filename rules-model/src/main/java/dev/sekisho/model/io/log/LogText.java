package dev.sekisho.model.io.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/// Makes text of bytes: unpacks them where they are gzip'd, and obeys a byte order mark.
final class LogText {
    private static final int GZIP = 0x1f8b;
    private static final int UTF_16_BIG = 0xfeff;
    private static final int UTF_16_LITTLE = 0xfffe;
    private static final int UTF_8_MARK = 0xefbbbf;

    private LogText() {}

    /// Returns the text; reading it fails where bytes are none.
    static Reader decode(InputStream bytes) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes, 3);
        boolean zipped = first(start, 2) == GZIP;
        PushbackInputStream in = zipped ? new PushbackInputStream(new GZIPInputStream(start), 3) : start;
        Charset charset = switch (first(in, 2)) {
            case UTF_16_BIG, UTF_16_LITTLE -> StandardCharsets.UTF_16;
            default -> StandardCharsets.UTF_8;
        };
        if (first(in, 3) == UTF_8_MARK) {
            in.skipNBytes(3);
        }
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /// The first bytes as a number, which stay in the stream; -1 where there are fewer.
    private static int first(PushbackInputStream in, int count) throws IOException {
        byte[] some = in.readNBytes(count);
        in.unread(some);
        int number = 0;
        for (byte each : some) {
            number = number << 8 | each & 0xff;
        }
        return some.length < count ? -1 : number;
    }
}
