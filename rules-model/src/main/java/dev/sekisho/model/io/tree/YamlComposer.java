package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/// Makes trees of the parser's events with a stack of its own, so that depth is a number and not a stack overflow.
///
/// Aliases share the node they stand for; what is bounded is the number of nodes that a walk over the tree meets.
final class YamlComposer {
    /// The deepest nesting; real files have a dozen.
    static final int DEEPEST = 100;

    /// How many nodes aliases may add to a document.
    static final int ALIASED_NODES = 100_000;

    private static final String STRING_TAG = "tag:yaml.org,2002:str";

    private final SourceFile file;
    private final Parser parser;
    private final Diagnostics diagnostics;
    private final Deque<Collected> stack = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new HashMap<>();
    private final List<Node> documents = new ArrayList<>();
    private long aliasedNodes;

    YamlComposer(SourceFile file, Parser parser, Diagnostics diagnostics) {
        this.file = file;
        this.parser = parser;
        this.diagnostics = diagnostics;
    }

    /// A node and the number of nodes in it, itself included.
    private record Sized(Node node, long size) {}

    /// A fault after which the tree cannot be used; it has been reported.
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("reported", null, false, false);
        }
    }

    /// Returns the documents that are not empty, or nothing after a fault that has been reported.
    ///
    /// @throws YAMLException if the text is not YAML
    Optional<List<Node>> documents() {
        try {
            while (true) {
                Event event = parser.getEvent();
                switch (event.getEventId()) {
                    case StreamEnd -> {
                        return Optional.of(List.copyOf(documents));
                    }
                    case DocumentStart -> {
                        anchors.clear();
                        aliasedNodes = 0;
                    }
                    case Scalar -> accept(scalar((ScalarEvent) event), 1, anchor(event));
                    case Alias -> alias((AliasEvent) event);
                    case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
                    case MappingEnd, SequenceEnd -> {
                        Collected done = stack.pop();
                        accept(done.node(), done.size(), done.anchor());
                    }
                    case StreamStart, DocumentEnd, Comment -> {}
                }
            }
        } catch (Abandoned e) {
            return Optional.empty();
        }
    }

    /// Describes the collections that are open, the innermost first: what a truncated file lacks.
    List<String> open() {
        return stack.stream().map(Collected::toString).toList();
    }

    private void open(CollectionStartEvent event) {
        SourceLocation at = at(event.getStartMark());
        if (stack.size() == DEEPEST) {
            throw abandon("TOO_DEEP", at, "nested more than " + DEEPEST + " levels deep", "flatten the structure");
        }
        checkTag(event.getTag(), at);
        stack.push(event.is(Event.ID.MappingStart)
                ? new Collected.OfMapping(at, event.isFlow(), anchor(event), diagnostics, true, false)
                : new Collected.OfSequence(at, event.isFlow(), anchor(event)));
        if (!anchor(event).isEmpty()) {
            anchors.remove(anchor(event));
        }
    }

    private Node.Scalar scalar(ScalarEvent event) {
        SourceLocation at = at(event.getStartMark());
        checkTag(event.getTag(), at);
        boolean plain = event.isPlain() && event.getTag() == null;
        return new Node.Scalar(at, event.getValue(), plain ? Node.Style.PLAIN : Node.Style.QUOTED);
    }

    private void alias(AliasEvent event) {
        SourceLocation at = at(event.getStartMark());
        String name = event.getAnchor();
        Sized anchored = anchors.get(name);
        if (anchored == null) {
            boolean within = stack.stream().anyMatch(open -> open.anchor().equals(name));
            throw abandon("BAD_ALIAS", at,
                    within ? "the alias *" + name + " refers to what it is part of"
                            : "there is no anchor &" + name + " above",
                    within ? "write the values out" : "define it with &" + name + " first, or put the text in quotes");
        }
        aliasedNodes += anchored.size();
        if (aliasedNodes > ALIASED_NODES) {
            throw abandon("ALIAS_EXPANSION", at,
                    "aliases make this document larger than " + ALIASED_NODES + " values; such files are not read",
                    "write the values out instead of nesting aliases");
        }
        accept(anchored.node(), anchored.size(), "");
    }

    private void accept(Node node, long size, String anchor) {
        if (!anchor.isEmpty()) {
            anchors.put(anchor, new Sized(node, size));
        }
        Optional<Collected> parent = Optional.ofNullable(stack.peek());
        if (parent.isPresent()) {
            parent.get().add(node, size);
        } else if (!(node instanceof Node.Scalar scalar && scalar.isNull())) {
            documents.add(node);
        }
    }

    private void checkTag(@Nullable String tag, SourceLocation at) {
        if (tag != null && !tag.equals("!") && !tag.equals(STRING_TAG)) {
            diagnostics.error("YAML_TAG", at, "the tag " + Quotation.of(tag.replace("tag:yaml.org,2002:", "!!"))
                    + " is not allowed", "remove the tag; quotes make a value text");
        }
    }

    private static String anchor(Event event) {
        String anchor = ((NodeEvent) event).getAnchor();
        return anchor == null ? "" : anchor;
    }

    private SourceLocation at(Mark mark) {
        return file.locationAtCodePoint(mark.getIndex());
    }

    private Abandoned abandon(String code, SourceLocation at, String problem, String remedy) {
        diagnostics.error(code, at, problem, remedy);
        return new Abandoned();
    }
}
