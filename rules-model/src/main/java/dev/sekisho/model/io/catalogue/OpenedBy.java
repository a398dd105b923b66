package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.need.EgressNeed.Sources;
import java.util.Locale;

/// The words for who opens a connection.
enum OpenedBy {
    NODES(Sources.NODES), PODS(Sources.PODS), NODES_AND_PODS(Sources.NODES_AND_PODS);

    private final Sources sources;

    OpenedBy(Sources sources) {
        this.sources = sources;
    }

    Sources sources() {
        return sources;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
