package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.ClusterNeeds.NotNeeded;
import dev.sekisho.model.need.EgressNeed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What has been worked out so far.
final class Findings {
    private final Catalogue catalogue;
    private final Diagnostics diagnostics;
    private final List<EgressNeed> needs = new ArrayList<>();
    private final List<NotNeeded> notNeeded = new ArrayList<>();
    private final Set<Diagnostic> warnings = new LinkedHashSet<>();

    Findings(Catalogue catalogue, Diagnostics diagnostics) {
        this.catalogue = catalogue;
        this.diagnostics = diagnostics;
    }

    void need(EgressNeed need) {
        needs.add(need);
    }

    void notNeeded(String id, String reason, boolean onPurpose, List<String> sources) {
        notNeeded.add(new NotNeeded(id, reason, onPurpose, catalogue.cite(sources)));
    }

    void error(String code, SourceLocation at, String problem, String remedy, List<String> sources) {
        diagnostics.error(code, at, problem + cited(sources), remedy);
    }

    void warn(String code, SourceLocation at, String problem, String remedy, List<String> sources) {
        warnings.add(Diagnostic.warning(code, at, problem + cited(sources)).withRemedy(remedy));
    }

    /// Tells an operator what a fact says, for `subject` where it has one.
    void tell(Caution caution, String subject, SourceLocation at, List<String> sources) {
        String problem = (subject.isEmpty() ? "" : subject + ": ") + caution.text() + cited(sources);
        warnings.add((caution.remark()
                ? Diagnostic.note(caution.code(), at, problem)
                : Diagnostic.warning(caution.code(), at, problem)).withRemedy(caution.remedy()));
    }

    ClusterNeeds result() {
        return new ClusterNeeds(needs, notNeeded, List.copyOf(warnings));
    }

    private String cited(List<String> sources) {
        return sources.isEmpty() ? "" : " [" + String.join(", ", catalogue.cite(sources)) + "]";
    }
}
