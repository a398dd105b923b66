package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.LegacyName;
import dev.sekisho.model.catalogue.Template;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.name.FqdnPattern;
import java.util.Optional;

/// Tells where a dependency names a host that is no longer in use.
final class RetiredNames {
    private final Circumstances circumstances;
    private final Catalogue catalogue;
    private final Findings findings;

    RetiredNames(Circumstances circumstances, Catalogue catalogue, Findings findings) {
        this.circumstances = circumstances;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void check(Dependency dependency) {
        dependency.host().flatMap(this::find)
                .ifPresent(name -> findings.warn("RETIRED_NAME", dependency.at(),
                        dependency.name() + ": " + name.name() + " is a retired name: " + name.status(),
                        name.replacement().isEmpty() ? "" : "use " + name.replacement(), name.sources()));
    }

    private Optional<LegacyName> find(FqdnPattern host) {
        Placeholders placeholders = new Placeholders(circumstances, "");
        return catalogue.legacyNames().stream()
                .filter(name -> name.until().isEmpty() || !catalogue.day().isBefore(name.until().get()))
                .filter(name -> name.hosts().stream()
                        .flatMap((Template form) -> form.fill(placeholders::values).stream())
                        .anyMatch(text -> FqdnPattern.parse(text).covers(host)))
                .findFirst();
    }
}
