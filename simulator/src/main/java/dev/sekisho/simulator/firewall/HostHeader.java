package dev.sekisho.simulator.firewall;

import java.util.OptionalInt;

/// A Host header, or the host part of a URL: a name and perhaps a port (`FW-33`). Any text can be read.
///
/// @param name the name as it stands, brackets of an IPv6 address taken away
/// @param port the port, which may be any number; absent where none is written
record HostHeader(String name, OptionalInt port) {

    static HostHeader parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[") && trimmed.indexOf(']') > 0) {
            int close = trimmed.indexOf(']');
            String rest = trimmed.substring(close + 1);
            return new HostHeader(trimmed.substring(1, close),
                    rest.startsWith(":") ? number(rest.substring(1)) : OptionalInt.empty());
        }
        int colon = trimmed.indexOf(':');
        if (colon < 0 || trimmed.indexOf(':', colon + 1) >= 0) {
            return new HostHeader(trimmed, OptionalInt.empty());
        }
        return new HostHeader(trimmed.substring(0, colon), number(trimmed.substring(colon + 1)));
    }

    private static OptionalInt number(String digits) {
        try {
            return OptionalInt.of(Integer.parseInt(digits));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
