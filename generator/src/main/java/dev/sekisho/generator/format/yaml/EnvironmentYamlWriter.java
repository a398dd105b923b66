package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import java.util.List;

/// Writes any environment as `sekisho/environment.yaml`. Read back it is equal, save that the collections of a classic
/// firewall come back by kind, and that published service tags come back as tags written by hand.
///
/// Sections and settings that say nothing are left out. A value that is not known before deployment is written
/// `<name>`, and text that Azure would refuse as it was written.
public final class EnvironmentYamlWriter {
    private final List<String> header;
    private final String name;

    /// @param header comment lines at the top, without `#`
    /// @param name `metadata.name`
    public EnvironmentYamlWriter(List<String> header, String name) {
        this.header = List.copyOf(header);
        this.name = name;
    }

    /// Returns the file, or what YAML cannot say.
    public Output write(Environment environment) {
        List<Refusal> refusals = environment.firewallPolicies().stream()
                .flatMap(policy -> policy.ruleCollectionGroups().stream()
                        .flatMap(group -> group.ruleCollections().stream().filter(EnvironmentYamlWriter::isUnclear)
                                .map(collection -> new Refusal(
                                        "collection " + policy.name() + "/" + group.name() + "/" + collection.name(),
                                        "the rules tell the kind of a collection, and it has none"))))
                .toList();
        return refusals.isEmpty()
                ? Output.of(OutputFile.of("sekisho/environment.yaml", YamlText.write(header, document(environment))))
                : Output.refused(refusals);
    }

    /// A collection without rules is read as one of network rules.
    private static boolean isUnclear(RuleCollection collection) {
        return collection instanceof ApplicationRuleCollection application && application.rules().isEmpty();
    }

    private Value document(Environment environment) {
        return Value.Fields.NONE.with("apiVersion", "sekisho.dev/v1").with("kind", "Environment")
                .with("metadata", Value.Fields.NONE.with("name", name))
                .and(NetworkValues.of(environment)).and(AdminValues.of(environment))
                .and(FirewallSections.of(environment))
                .and(KnowledgeValues.of(environment));
    }
}
