package dev.sekisho.cli.command;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.servicetag.TagRelease;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which publications of service tags an answer took addresses from, so that it can say how old they are.
final class UsedTags {
    private final Set<String> clouds = ConcurrentHashMap.newKeySet();

    /// A publication as programs read it.
    ///
    /// @param date the day of the publication, absent where the file's name does not tell it
    record Row(String cloud, int changeNumber, Optional<LocalDate> date) {}

    /// Returns the same environment, whose use is noticed here.
    Environment watch(Environment environment) {
        return environment
                .withServiceTags(environment.serviceTags().watchedBy(release -> clouds.add(release.cloud())));
    }

    /// Returns the publications that were used, in the order in which they are asked.
    List<TagRelease> of(ServiceTags tags) {
        return tags.releases().stream().filter(release -> clouds.contains(release.cloud())).toList();
    }

    /// Returns one row for each publication that was used.
    List<Row> rows(ServiceTags tags) {
        return of(tags).stream().map(release -> new Row(release.cloud(), release.changeNumber(), release.date()))
                .toList();
    }
}
