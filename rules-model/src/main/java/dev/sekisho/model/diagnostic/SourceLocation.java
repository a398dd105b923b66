package dev.sekisho.model.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/// A place in an input file: the file's name as the user gave it, a line and a column, both from 1.
/// The column counts Unicode code points.
///
/// **A location is provenance, not meaning: any two locations are [equal][#equals].** Two rules that say the
/// same are equal wherever they were written, so records carry a location and still compare by what they
/// say. Where the place itself matters, use [#samePlace] or [#ORDER].
public final class SourceLocation {
    /// No file: the value was made by a program, not read.
    public static final SourceLocation UNKNOWN = new SourceLocation("", 0, 0);

    /// Orders by file name, line and column; [#UNKNOWN] comes last. Finer than [#equals], on purpose.
    public static final Comparator<SourceLocation> ORDER = Comparator
            .comparing((SourceLocation at) -> !at.isKnown()).thenComparing(SourceLocation::file)
            .thenComparingInt(SourceLocation::line).thenComparingInt(SourceLocation::column);

    private final String file;
    private final int line;
    private final int column;

    private SourceLocation(String file, int line, int column) {
        this.file = Objects.requireNonNull(file);
        this.line = line;
        this.column = column;
    }

    /// Returns the place `file:line:column`.
    ///
    /// @throws IllegalArgumentException if the file has no name, or line or column is below 1
    public static SourceLocation of(String file, int line, int column) {
        if (file.isEmpty() || line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "a location needs a file, a line and a column from 1: '" + file + "':" + line + ":" + column);
        }
        return new SourceLocation(file, line, column);
    }

    /// Returns the first character of a file, the place of problems that concern the file as a whole.
    public static SourceLocation startOf(String file) {
        return of(file, 1, 1);
    }

    public String file() {
        return file;
    }

    /// The line from 1, or 0 for [#UNKNOWN].
    public int line() {
        return line;
    }

    /// The column from 1 in code points, or 0 for [#UNKNOWN].
    public int column() {
        return column;
    }

    public boolean isKnown() {
        return line > 0;
    }

    /// Returns whether both are the same file, line and column: the comparison that [#equals] is not.
    public boolean samePlace(SourceLocation other) {
        return line == other.line && column == other.column && file.equals(other.file);
    }

    /// True for every location, see the class comment.
    @Override
    public boolean equals(Object other) {
        return other instanceof SourceLocation;
    }

    /// The same for every location, as [#equals] demands.
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return isKnown() ? file + ":" + line + ":" + column : "(generated)";
    }
}
