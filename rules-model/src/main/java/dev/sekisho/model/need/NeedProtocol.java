package dev.sekisho.model.need;

import java.util.Locale;

/// Protocol of a need: an application protocol where one is spoken, else the transport.
public enum NeedProtocol {
    HTTP, HTTPS, MSSQL, TCP, UDP, ICMP, ANY;

    /// Returns the lower-case name that files use.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Tells whether an application rule can match it.
    public boolean isApplication() {
        return this == HTTP || this == HTTPS || this == MSSQL;
    }

    @Override
    public String toString() {
        return text();
    }
}
