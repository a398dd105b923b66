package dev.sekisho.simulator.exact.diagram;

import java.io.Serial;

/// Thrown where an exact answer would take more memory or time than is allowed; the message says what grew.
public final class TooLarge extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// Ends an analysis.
    ///
    /// @param because what grew and how far, a clause
    public TooLarge(String because) {
        super("too large, because " + because);
    }
}
