package dev.sekisho.model.io.terraform;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;

/// One instance of a resource or data source, as the plan or state has it.
///
/// @param address such as `module.hub.azurerm_subnet.this["aks"]`
/// @param module addresses of the modules around it, outermost first, such as `module.hub[0]`; empty for the root
/// @param data whether it is a data source
/// @param index its key or number among the instances of the resource, where there are several
/// @param values its arguments and attributes; those that are not known yet are unknown, under the address of what
///        will tell them
/// @param sensitive which values are marked sensitive, in the shape of the values
record Instance(SourceLocation at, String address, List<String> module, boolean data, String type, String name,
        Optional<String> index, Node.Mapping values, Node sensitive) {
    Instance {
        module = List.copyOf(module);
    }

    /// The resource without the index of this instance and of the modules, which is how the configuration knows it.
    String configured() {
        StringBuilder text = new StringBuilder();
        module.forEach(step -> text.append(Reference.withoutIndex(step)).append('.'));
        return text.append(data ? "data." : "").append(type).append('.').append(name).toString();
    }

    /// Returns an argument that is set: not null, not empty.
    Optional<Node> value(String argument) {
        return values.get(argument).filter(value -> !isEmpty(value));
    }

    /// Returns an argument that is known text.
    Optional<String> text(String argument) {
        return value(argument).filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast)
                .filter(scalar -> !scalar.isUnknown()).map(Node.Scalar::text);
    }

    /// Whether the provider writes a value like that where nothing is said.
    static boolean isEmpty(Node value) {
        return switch (value) {
            case Node.Scalar scalar -> !scalar.isUnknown() && (scalar.isNull() || scalar.text().isEmpty());
            case Node.Sequence sequence -> sequence.items().isEmpty();
            case Node.Mapping mapping -> mapping.entries().isEmpty();
        };
    }

    Instance withValues(Node.Mapping others) {
        return new Instance(at, address, module, data, type, name, index, others, sensitive);
    }

    @Override
    public String toString() {
        return address;
    }
}
