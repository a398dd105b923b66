package dev.sekisho.model.io.resource;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says for places in a document where they are as JSON pointers (RFC 6901).
public final class JsonPointers {
    private final Map<String, String> pointers = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private JsonPointers(Collection<SourceLocation> places) {
        places.forEach(place -> wanted.add(place.toString()));
    }

    /// Looks for the places of keys and values in the documents of one file. Where a file has several documents, the
    /// pointer begins with the number of the document, as if they stood in a list.
    public static JsonPointers of(List<Node> documents, Collection<SourceLocation> places) {
        JsonPointers pointers = new JsonPointers(places);
        if (!pointers.wanted.isEmpty()) {
            for (int i = 0; i < documents.size(); i++) {
                if (documents.size() > 1) {
                    pointers.walk(documents.get(i), Integer.toString(i));
                } else {
                    pointers.walk(documents.get(i));
                }
            }
        }
        return pointers;
    }

    /// Returns the pointer to the key or value at that place, empty where there is none.
    public String at(SourceLocation place) {
        return pointers.getOrDefault(place.toString(), "");
    }

    private void walk(Node node, String token) {
        path.addLast(token);
        walk(node);
        path.removeLast();
    }

    private void walk(Node node) {
        found(node.at());
        switch (node) {
            case Node.Mapping mapping -> {
                for (Node.Entry entry : mapping.entries()) {
                    path.addLast(entry.key().text().replace("~", "~0").replace("/", "~1"));
                    found(entry.key().at());
                    walk(entry.value());
                    path.removeLast();
                }
            }
            case Node.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    walk(sequence.items().get(i), Integer.toString(i));
                }
            }
            case Node.Scalar _ -> {
                // Its place is noted above.
            }
        }
    }

    private void found(SourceLocation at) {
        String place = at.toString();
        if (wanted.contains(place)) {
            pointers.putIfAbsent(place, path.isEmpty() ? "" : "/" + String.join("/", path));
        }
    }
}
