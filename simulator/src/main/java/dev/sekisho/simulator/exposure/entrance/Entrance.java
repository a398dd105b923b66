package dev.sekisho.simulator.exposure.entrance;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.kubernetes.LinkRequest;
import dev.sekisho.simulator.exposure.answer.Answer;
import java.util.List;
import java.util.Optional;

/// One way into a cluster, as a row of a report has it.
///
/// @param subject namespace and name of the Service, or `API server of CLUSTER`
/// @param port protocol and port: `tcp:80`
/// @param frontends what it may be, where an address or a node is not fixed: nobody knows which, and all have to agree
/// @param closed why nobody gets in, where there is no frontend
/// @param doubt what nobody knows, without which nobody gets in by it
/// @param link the Private Link service that its manifest asks for
/// @param at the Service in its manifest
public record Entrance(Entry entry, String subject, String port, List<Frontend> frontends, Optional<Answer> closed,
        Optional<String> doubt, Optional<LinkRequest> link, SourceLocation at) {
    public Entrance {
        frontends = List.copyOf(frontends);
    }

    public static Entrance closed(Entry entry, String subject, String port, Answer why, SourceLocation at) {
        return new Entrance(entry, subject, port, List.of(), Optional.of(why), Optional.empty(), Optional.empty(),
                at);
    }

    public static Entrance of(Entry entry, String subject, String port, List<Frontend> frontends, SourceLocation at) {
        return new Entrance(entry, subject, port, frontends, Optional.empty(), Optional.empty(), Optional.empty(), at);
    }

    public Entrance with(LinkRequest request) {
        return new Entrance(entry, subject, port, frontends, closed, doubt, Optional.of(request), at);
    }

    /// The same, as far as something holds that nobody knows.
    Entrance unless(String unknown) {
        return new Entrance(entry, subject, port, frontends, closed, Optional.of(unknown), link, at);
    }

    public boolean isPrivate() {
        return frontends.stream().allMatch(Frontend::isPrivate);
    }
}
