package dev.sekisho.model.diagnostic;

import java.util.Objects;
import java.util.regex.Pattern;

/// One problem in one input file: where it is, what is wrong, and what to do about it.
///
/// Unlike the records of the model, two diagnostics are equal only if they speak of the same place.
///
/// @param severity how much it weighs
/// @param code     a stable name for programs such as `HOST_BITS` or `UNKNOWN_KEY`
/// @param at       the place, [SourceLocation#UNKNOWN] if it has none
/// @param problem  what is wrong, quoting the offending text; one sentence without a final stop
/// @param remedy   what to write instead, empty if there is nothing to say
public record Diagnostic(Severity severity, String code, SourceLocation at, String problem, String remedy) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(at);
        Objects.requireNonNull(remedy);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code is written LIKE_THIS: " + code);
        }
        if (problem.isBlank()) {
            throw new IllegalArgumentException("a diagnostic says what is wrong");
        }
    }

    public static Diagnostic error(String code, SourceLocation at, String problem) {
        return new Diagnostic(Severity.ERROR, code, at, problem, "");
    }

    public static Diagnostic warning(String code, SourceLocation at, String problem) {
        return new Diagnostic(Severity.WARNING, code, at, problem, "");
    }

    public static Diagnostic note(String code, SourceLocation at, String problem) {
        return new Diagnostic(Severity.NOTE, code, at, problem, "");
    }

    /// Returns this problem with advice on what to do.
    public Diagnostic withRemedy(String advice) {
        return new Diagnostic(severity, code, at, problem, advice);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Diagnostic that && severity == that.severity && code.equals(that.code)
                && at.samePlace(that.at) && problem.equals(that.problem) && remedy.equals(that.remedy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, code, problem, remedy, at.line(), at.column());
    }

    @Override
    public String toString() {
        return at + ": " + severity + ": " + problem + " [" + code + "]"
                + (remedy.isEmpty() ? "" : " (help: " + remedy + ")");
    }
}
