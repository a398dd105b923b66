package dev.sekisho.model.catalogue;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A name that was in use, or that a page printed by mistake.
///
/// @param name what it was called
/// @param hosts the host names or wildcards that it stands for; empty where it is no host name
/// @param replacement what took its place, empty where nothing did
/// @param status what became of it, one sentence
/// @param until day from which it is not in use, where one is known
public record LegacyName(String name, List<Template> hosts, String replacement, String status,
        Optional<LocalDate> until, Confidence confidence, List<String> sources, SourceLocation at) {
    public LegacyName {
        hosts = List.copyOf(hosts);
        sources = List.copyOf(sources);
    }
}
