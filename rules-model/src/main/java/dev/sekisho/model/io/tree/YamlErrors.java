package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// Says in plain words what the YAML parser says in its own.
final class YamlErrors {
    private static final String CODE = "YAML_SYNTAX";

    private final SourceFile file;
    private final List<String> open;

    YamlErrors(SourceFile file, List<String> open) {
        this.file = file;
        this.open = open;
    }

    Diagnostic explain(YAMLException fault) {
        if (!(fault instanceof MarkedYAMLException marked)) {
            return Diagnostic.error(CODE, file.locationAt(0), "this is not YAML: " + firstLine(fault.getMessage()));
        }
        String problem = firstLine(marked.getProblem());
        String context = firstLine(marked.getContext());
        SourceLocation at = at(marked.getProblemMark());
        boolean ends = isEnd(marked.getProblemMark()) || problem.contains("<stream end>")
                || problem.contains("end of stream");
        if (ends) {
            return truncated(context, marked.getContextMark());
        }
        if (problem.contains("\\t(TAB)") || isTab(marked.getProblemMark())) {
            return Diagnostic.error("TAB_INDENTATION", at, "a tab stands where YAML allows only spaces")
                    .withRemedy("indent with spaces");
        }
        if (problem.contains("mapping values are not allowed")) {
            return error(at, "a ':' is not allowed here",
                    "indent the line like its neighbours, or put a text that holds ': ' in quotes");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return error(at, "a list item ('- ') is not allowed here",
                    "start the list in a line of its own, indented under its key");
        }
        if (problem.contains("could not find expected ':'")) {
            return error(at(marked.getContextMark()), "a ':' is missing after this key",
                    "write key: value, with a space after the colon");
        }
        if (problem.contains("cannot start any token")) {
            return error(at, "a value cannot begin with " + character(marked.getProblemMark()),
                    "put the value in quotes");
        }
        if (problem.contains("<block end>") && startsWithColon(at)) {
            return error(at, "a key is missing before the ':'", "quote a text that begins with ':'");
        }
        if (problem.contains("<block end>") && !isFirstInLine(at)) {
            return error(at, "the value has ended before this", "put the whole value in quotes");
        }
        if (context.contains("block mapping") && problem.contains("<block end>")) {
            return error(at, "this does not line up with the mapping that begins" + begins(marked.getContextMark()),
                    "indent keys of one mapping alike");
        }
        if (context.contains("block collection") && problem.contains("<block end>")) {
            return error(at, "this does not line up with the list that begins" + begins(marked.getContextMark()),
                    "indent the items of one list alike");
        }
        if (context.contains("flow sequence")) {
            return error(at, "',' or ']' expected in the list that begins" + begins(marked.getContextMark()),
                    "close the list with ], or put a comma between its items");
        }
        if (context.contains("flow mapping")) {
            return error(at, "',' or '}' expected in the mapping that begins" + begins(marked.getContextMark()),
                    "close the mapping with }, or put a comma between its keys");
        }
        if (problem.contains("escape")) {
            return error(at, "a backslash inside double quotes begins an escape, and this is none that YAML knows",
                    "double the backslash, or use single quotes");
        }
        if (problem.contains("expected the node content")) {
            return error(at, "a value is missing here", "write the value, or remove what leads to it");
        }
        if (context.contains("quoted scalar")) {
            return error(at, "the quote opened" + begins(marked.getContextMark()) + " is not closed before this",
                    "close the quote");
        }
        if (problem.contains("expected '<document start>'")) {
            return error(at, "the document has ended before this",
                    "indent this like what is above it, or begin a new document with ---");
        }
        if (context.contains("alias") || context.contains("anchor")) {
            return error(at, "'*' and '&' begin an alias or an anchor, and no name follows", "put the value in quotes");
        }
        if (context.contains("block scalar")) {
            return error(at, "'|' and '>' begin a block of text in the lines below; this cannot follow them",
                    "put the value in quotes, or begin the text in the next line");
        }
        if (context.contains("tag") || problem.contains("tag handle")) {
            return error(at, "'!' begins a tag, and this is none", "put the value in quotes");
        }
        if (context.contains("directive") || problem.contains("YAML document")) {
            return error(at, "a line that begins with '%' is a directive, and this is none that YAML 1.1 knows",
                    "remove the line, or put the text in quotes");
        }
        if (problem.contains("mapping keys are not allowed")) {
            return error(at, "a key that begins with '? ' is not allowed here", "put the text in quotes");
        }
        return error(at, "this is not YAML: " + (context.isEmpty() ? "" : context + ": ") + problem, "");
    }

    private boolean startsWithColon(SourceLocation at) {
        return upTo(at, 1).endsWith(":");
    }

    private boolean isFirstInLine(SourceLocation at) {
        return upTo(at, 0).isBlank();
    }

    private String upTo(SourceLocation at, int more) {
        String line = file.line(at.line()).orElse("");
        int end = Math.min(at.column() - 1 + more, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, end));
    }

    private Diagnostic truncated(String context, @Nullable Mark opened) {
        String what = context.contains("quoted scalar") ? "the quote opened" + begins(opened)
                : context.contains("flow sequence") ? "the list opened with [" + begins(opened)
                        : context.contains("flow mapping") ? "the mapping opened with {" + begins(opened)
                                : open.isEmpty() ? "" : open.getFirst();
        return Diagnostic.error("TRUNCATED_FILE", file.end(),
                "the file ends too early" + (what.isEmpty() ? "" : ": " + what + " is not closed"))
                .withRemedy("check that the file is complete");
    }

    private static Diagnostic error(SourceLocation at, String problem, String remedy) {
        return Diagnostic.error(CODE, at, problem).withRemedy(remedy);
    }

    private String begins(@Nullable Mark mark) {
        SourceLocation at = at(mark);
        return " in line " + at.line() + ", column " + at.column();
    }

    private SourceLocation at(@Nullable Mark mark) {
        return mark == null ? file.locationAt(0) : file.locationAtCodePoint(mark.getIndex());
    }

    private boolean isEnd(@Nullable Mark mark) {
        return mark != null && mark.getIndex() >= file.text().codePointCount(0, file.text().length());
    }

    private static boolean isTab(@Nullable Mark mark) {
        return mark != null && codePoint(mark) == '\t';
    }

    private static String character(@Nullable Mark mark) {
        return mark == null ? "this character" : Quotation.of(Character.toString(codePoint(mark)));
    }

    private static int codePoint(Mark mark) {
        int[] buffer = mark.getBuffer();
        return mark.getPointer() < buffer.length ? buffer[mark.getPointer()] : '\0';
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
