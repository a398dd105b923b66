package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads conditions: a mapping whose keys all have to hold.
final class ConditionReader {
    private final Diagnostics diagnostics;

    ConditionReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Condition read(Node node) {
        Fields fields = Fields.of(node, "a condition", diagnostics);
        EntryFields keys = new EntryFields(fields, diagnostics);
        List<Condition> parts = new ArrayList<>();
        fields.bool("always").ifPresent(
                always -> parts.add(always ? Condition.Always.ALWAYS : new Condition.Not(Condition.Always.ALWAYS)));
        set(keys.choices("cloud", Cloud.values()), Condition.CloudIs::new).ifPresent(parts::add);
        set(keys.choices("apiServer", ApiServer.Access.values()), Condition.ApiServerIs::new).ifPresent(parts::add);
        set(keys.choices("outboundType", OutboundType.values()), Condition.OutboundTypeIs::new).ifPresent(parts::add);
        set(keys.choices("networkPlugin", NetworkPlugin.values()), Condition.NetworkPluginIs::new)
                .ifPresent(parts::add);
        set(keys.choices("nodeOs", NodeOs.values()), Condition.NodeOsIs::new).ifPresent(parts::add);
        set(keys.choices("nodeOsUpgradeChannel", NodeOsUpgradeChannel.values()), Condition.UpgradeChannelIs::new)
                .ifPresent(parts::add);
        set(Set.copyOf(keys.texts("feature")), Condition.FeatureOn::new).ifPresent(parts::add);
        set(Set.copyOf(keys.texts("dependency")), Condition.DependsOn::new).ifPresent(parts::add);
        fields.parse("parameter", ConditionReader::parameter).ifPresent(parts::add);
        for (Condition.Switch property : Condition.Switch.values()) {
            fields.bool(property.text()).ifPresent(on -> parts.add(on ? property : new Condition.Not(property)));
        }
        fields.optional("not").ifPresent(part -> parts.add(new Condition.Not(read(part))));
        if (fields.has("anyOf")) {
            parts.add(new Condition.AnyOf(fields.list("anyOf").stream().map(this::read).toList()));
        }
        if (fields.has("allOf")) {
            parts.add(new Condition.AllOf(fields.list("allOf").stream().map(this::read).toList()));
        }
        fields.finish();
        return parts.size() == 1 ? parts.getFirst() : new Condition.AllOf(parts);
    }

    // Written `feature.parameter` or `feature.parameter=value`.
    private static Condition parameter(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        int dot = name.indexOf('.');
        if (dot < 1 || dot == name.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not written feature.parameter=value");
        }
        return new Condition.ParameterIs(name.substring(0, dot), name.substring(dot + 1),
                equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
    }

    private static <T> Optional<Condition> set(Set<T> values, Function<Set<T>, Condition> condition) {
        return values.isEmpty() ? Optional.empty() : Optional.of(condition.apply(values));
    }
}
