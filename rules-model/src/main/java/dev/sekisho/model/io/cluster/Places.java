package dev.sekisho.model.io.cluster;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Where the values of a file stand, by path such as `cluster.outboundType`, for rules that look at several values.
final class Places {
    private final Map<String, SourceLocation> byPath = new LinkedHashMap<>();

    void note(String path, SourceLocation at) {
        byPath.put(path, at);
    }

    /// Notes where each item of a list stands, as `path.0` and so on; the list itself is read elsewhere.
    void noteItems(String path, Fields fields, String key) {
        List<SourceLocation> items = fields.itemsAt(key);
        for (int i = 0; i < items.size(); i++) {
            note(path + "." + i, items.get(i));
        }
    }

    /// Finds the place of a path, or of the nearest enclosing one that the file has.
    Function<String, SourceLocation> of(SourceLocation document) {
        return path -> {
            for (String p = path; !p.isEmpty(); p = p.substring(0, Math.max(0, p.lastIndexOf('.')))) {
                SourceLocation at = byPath.get(p);
                if (at != null) {
                    return at;
                }
            }
            return document;
        };
    }
}
