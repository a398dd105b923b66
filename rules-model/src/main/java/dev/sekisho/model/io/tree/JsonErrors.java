package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Says in plain words what the JSON parser says in its own.
final class JsonErrors {
    private static final String CODE = "JSON_SYNTAX";

    private final SourceFile file;
    private final List<String> open;

    JsonErrors(SourceFile file, List<String> open) {
        this.file = file;
        this.open = open;
    }

    Diagnostic explain(JacksonException fault) {
        String message = fault.getOriginalMessage() == null ? "" : fault.getOriginalMessage();
        if (fault instanceof UnexpectedEndOfInputException || message.startsWith("Unexpected end-of-input")) {
            return truncated(message.contains("closing quote") ? "a text in double quotes" : innermost());
        }
        int offset = fault.getLocation() == null ? 0 : (int) fault.getLocation().getCharOffset();
        if (fault instanceof StreamConstraintsException) {
            return error(offset, "a number, key or text is longer than any real one",
                    "check that it is the right file");
        }
        String found = found(offset);
        if (message.contains("Unrecognized token") || message.contains("Non-standard token")) {
            String word = file.text().substring(wordStart(offset), wordEnd(offset));
            return error(wordStart(offset), Quotation.of(word) + " is neither a number nor true, false or null",
                    "put text in double quotes");
        }
        if (message.contains("Leading zeroes") || message.contains("numeric value") || message.contains("Decimal point")
                || message.contains("root-level values")) {
            return error(wordStart(offset), "this is no JSON number",
                    "numbers have no leading zeros, plus signs or trailing points; put other text in quotes");
        }
        if (message.contains("character escape") || message.contains("hex-digit")) {
            return error(file.text().lastIndexOf('\\', offset), "this is no escape that JSON knows",
                    "double the backslash");
        }
        if (message.startsWith("Illegal character")) {
            return error(offset, "a control character stands between the values", "remove it");
        }
        if (message.contains("Illegal unquoted character")) {
            return error(offset, "a line end or control character inside a text", "close the quote, or write \\n");
        }
        if (message.contains("expecting double-quote to start")) {
            return error(offset, found + " stands where a key in double quotes is expected", afterComma(offset));
        }
        if (message.contains("expecting comma")) {
            return error(offset, found + " stands where ',' is expected" + within(), "");
        }
        if (message.contains("expecting a colon")) {
            return error(offset, found + " stands where ':' is expected after the key", "");
        }
        if (message.contains("Unexpected close marker")) {
            return error(offset, found + " closes nothing that is open here" + within(), "");
        }
        if (message.contains("(non-standard) comment")) {
            return error(offset, "JSON has no comments", "remove the comment");
        }
        if (message.contains("for a comment")) {
            return error(offset - 1, "'/' stands where no comment begins", "comments begin with // or /*");
        }
        if (message.contains("expected a v") || message.contains("expecting a v")) {
            return error(offset, found + " stands where a value is expected",
                    found.equals("'''") ? "JSON texts have double quotes" : afterComma(offset));
        }
        return error(offset, "this is not JSON: " + message.lines().findFirst().orElse("").strip(), "");
    }

    /// What to say when the file ends inside of something.
    Diagnostic truncated() {
        return truncated(innermost());
    }

    private Diagnostic truncated(String unclosed) {
        return Diagnostic
                .error("TRUNCATED_FILE", file.end(),
                        "the file ends too early" + (unclosed.isEmpty() ? "" : ": " + unclosed + " is not closed"))
                .withRemedy("check that the file is complete");
    }

    private String innermost() {
        return open.isEmpty() ? "" : open.getFirst();
    }

    /// Advice for a closing bracket in the place of an item: mostly there is a comma too many.
    private String afterComma(int offset) {
        boolean closes = offset < file.text().length() && "]}".indexOf(file.text().charAt(offset)) >= 0;
        return closes && file.text().substring(0, offset).stripTrailing().endsWith(",") ? "remove the comma before it"
                : "";
    }

    private Diagnostic error(int offset, String problem, String remedy) {
        SourceLocation at = file.locationAt(offset);
        return Diagnostic.error(CODE, at, problem).withRemedy(remedy);
    }

    private String within() {
        return open.isEmpty() ? "" : " in " + open.getFirst();
    }

    private String found(int offset) {
        return offset < 0 || offset >= file.text().length() ? "this"
                : Quotation.of(Character.toString(file.text().codePointAt(offset)));
    }

    /// The beginning of the word that the offset is in or just behind.
    private int wordStart(int offset) {
        int start = Math.min(offset, file.text().length());
        while (start > 0 && isWord(file.text().charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int wordEnd(int offset) {
        int end = wordStart(offset);
        while (end < file.text().length() && isWord(file.text().charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '+' || c == '-';
    }
}
