package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.shape.ResourceKind;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;

/// One resource in canonical form.
///
/// @param name the names of the resource and its parents, joined by `/`
/// @param id the resource id, where the file gives one
/// @param location Azure's region, where the file names it
/// @param body its properties by canonical names, without its own name
record Described(ResourceKind kind, String name, Optional<ResourceId> id, Optional<String> location,
        Node.Mapping body, SourceLocation at) {

    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    Described withBody(Node.Mapping other) {
        return new Described(kind, name, id, location, other, at);
    }

    /// Returns the value of a property.
    Optional<Node> get(String key) {
        return body.get(key);
    }

    /// Returns the items of a list, none where there is no list.
    List<Node> list(String key) {
        return Form.items(body, key);
    }

    /// Returns the items of a list of objects.
    List<Node.Mapping> parts(String key) {
        return Form.parts(body, key);
    }

    /// Returns a single value.
    Optional<Node.Scalar> scalar(String key) {
        return Form.scalar(body, key);
    }

    /// Whether a truth value is set.
    boolean is(String key) {
        return scalar(key).filter(value -> value.text().equals("true")).isPresent();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
