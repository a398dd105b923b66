package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.assembly.ResourceAssembly;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.resource.JsonPointers;
import dev.sekisho.model.io.shape.Shapes;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// The Azure resources of a run: those of each file are taken in as the file is read, and all of them become parts of
/// the environment at the end.
///
/// What Azure would refuse, and what does not fit otherwise, is a warning here and never an error: such a resource
/// exists, or somebody means to deploy it, and the rest of it can be judged. Only what shows that a file is not whole is
/// an error.
final class ResourceFiles {
    private static final Set<String> BROKEN_FILE = Set.of("CUT_OFF_EXPORT");

    private final Diagnostics diagnostics;
    private final Diagnostics found = new Diagnostics();
    private final ResourceAssembly assembly = new ResourceAssembly(found);
    private final List<Unmodelled> unmodelled = new ArrayList<>();
    private final Diagnostics unheard = new Diagnostics();
    private final ResourceAssembly withheld = new ResourceAssembly(unheard);
    private final SequencedMap<String, Integer> madeUp = new TreeMap<>();
    private boolean isEmpty = true;

    ResourceFiles(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// Takes in the resources of one file.
    ///
    /// @param documents what the file holds, in which places are looked up
    void add(List<AzureResource> resources, List<Node> documents) {
        add(resources, List.of(), documents);
    }

    /// Takes in the resources of one file.
    ///
    /// @param beside what the file says and no resource takes over
    /// @param documents what the file holds, in which places are looked up
    void add(List<AzureResource> resources, List<Unmodelled> beside, List<Node> documents) {
        Map<String, Unmodelled> ofFile = new LinkedHashMap<>();
        beside.forEach(one -> ofFile.putIfAbsent(one.at() + " " + one.property(), one));
        for (AzureResource resource : resources) {
            isEmpty = false;
            assembly.add(resource, one -> ofFile.putIfAbsent(one.at() + " " + one.property(), one));
        }
        List<SourceLocation> places = ofFile.values().stream().map(Unmodelled::at).toList();
        JsonPointers pointers = JsonPointers.of(documents, places);
        ofFile.values().forEach(one -> unmodelled.add(one.withPointer(pointers.at(one.at()))));
    }

    /// Takes in resources that a template describes and does not deploy. They are no part of the environment, and only
    /// counted.
    void addNotDeployed(List<AzureResource> resources) {
        resources.forEach(resource -> withheld.add(resource, _ -> {}));
    }

    /// What templates describe and do not deploy, as if it were an environment of its own.
    Inspection.NotDeployed notDeployed() {
        EnvironmentParts parts = new EnvironmentParts(unheard);
        new EnvironmentDocument(unheard, parts).read(Fields.of(withheld.document(), "the resources", unheard));
        return new Inspection.NotDeployed(parts.environment(), withheld.madeUp());
    }

    /// Takes in resources that were made to hold what a file has in pieces, and that do not count themselves.
    void addMadeUp(List<AzureResource> resources, List<Node> documents) {
        add(resources, documents);
        resources.forEach(resource -> Shapes.of(resource.type())
                .ifPresent(kind -> madeUp.merge(kind.count(), 1, Integer::sum)));
    }

    /// How many resources of each kind no file describes as such, although the environment has them to hold their parts.
    SequencedMap<String, Integer> madeUp() {
        SequencedMap<String, Integer> all = new TreeMap<>(madeUp);
        assembly.madeUp().forEach((kind, count) -> all.merge(kind, count, Integer::sum));
        return all;
    }

    /// Says in one line for each file how much of it no verdict takes into account.
    void summarise() {
        Map<String, List<Unmodelled>> byFile = new LinkedHashMap<>();
        unmodelled.forEach(one -> byFile.computeIfAbsent(one.at().file(), _ -> new ArrayList<>()).add(one));
        byFile.forEach((file, all) -> diagnostics.note("NOT_MODELLED", all.getFirst().at(), all.getFirst()
                + (all.size() == 1 ? "" : ", and " + (all.size() - 1) + " more in this file"),
                "sekisho inspect lists all of them"));
    }

    List<Unmodelled> unmodelled() {
        return unmodelled;
    }

    SequencedMap<String, Integer> otherCounts() {
        return assembly.otherCounts();
    }

    /// Makes the resources parts of the environment.
    void finish(EnvironmentParts parts) {
        if (!isEmpty) {
            Fields fields = Fields.of(assembly.document(), "the resources", found);
            new EnvironmentDocument(found, parts).read(fields);
            fields.finish();
        }
        found.all().forEach(problem -> diagnostics.add(judged(problem)));
    }

    private static Diagnostic judged(Diagnostic problem) {
        return problem.severity() != Severity.ERROR || BROKEN_FILE.contains(problem.code()) ? problem
                : new Diagnostic(Severity.WARNING, problem.code(), problem.at(), problem.problem(), problem.remedy());
    }
}
